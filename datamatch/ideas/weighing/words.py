"""The words of an idea, ready to be laid beside names of skills, names of units, and what people wrote."""

from re import split

from datamatch.engine.text import Term, analyse
from datamatch.ideas.models import Idea

LOOKED_FOR = 12
SHORTEST = 5
# Words that stand in nearly every idea of a data programme, and so tell nothing about who knows of it.
EVERYWHERE = (
    "data gegevens informatie idee kaart lijst model jaar mens dienst werk project analyse information register tekst "
    "regeling"
)


class IdeaWords:
    """The terms of one idea: compounds taken apart, endings taken off, in the language of the idea."""

    def __init__(self, idea: Idea) -> None:
        """Read the idea once."""
        self.language = idea.language
        text = "\n".join([idea.title, idea.demand, idea.data, idea.result])
        self.capitals = {word.strip("().,:;!?\"'") for word in text.split() if word[:1].isupper()}
        self.dull = {term.stem for term in analyse(EVERYWHERE, self.language)}
        terms = analyse(text, self.language)
        self.words = words_of(terms)
        self.telling = {term.stem: term.surface for term in reversed(terms) if term.stem not in self.dull}

    @property
    def to_look_for(self) -> tuple[str, ...]:
        """Return the longest of the telling stems: what is looked for in what people wrote."""
        long = [stem for stem in self.telling if len(stem) >= SHORTEST]
        return tuple(sorted(long, key=lambda stem: (-len(stem), stem))[:LOOKED_FOR])

    def name_one_of(self, *names: str) -> bool:
        """Tell whether the idea says one of these names, or one of the ways in which a name says it twice.

        `Geo-informatie (GIS)` is said by either; a name of one letter only by that capital, standing alone.
        """
        return any(self._says(phrase) for name in names for phrase in split(r"[()/]| en | and ", name))

    def name_unit(self, name: str, abbreviation: str) -> bool:
        """Tell whether the idea names a unit: by its abbreviation in capitals, or by its whole name."""
        return (len(abbreviation) > 1 and abbreviation in self.capitals) or self._says(name)

    def shared_with(self, text: str) -> tuple[str, ...]:
        """Return the words of the idea that this text says too, as they stand in the idea."""
        theirs = {term.stem for term in analyse(text)} | {term.stem for term in analyse(text, self.language)}
        shared = [surface for stem, surface in self.telling.items() if stem in theirs and len(stem) > 3]
        return tuple(dict.fromkeys(surface.lower() if surface.istitle() else surface for surface in shared))

    def _says(self, phrase: str) -> bool:
        """Tell whether the words of a phrase stand beside each other in the idea."""
        if len(phrase.strip()) == 1:
            return phrase.strip() in self.capitals
        wanted = words_of(analyse(phrase, self.language))
        if all(word[0].stem in self.dull for word in wanted):
            return False
        places = range(len(self.words) - len(wanted) + 1) if wanted else ()
        return any(all(is_said(word, self.words[at + n]) for n, word in enumerate(wanted)) for at in places)


def words_of(terms: list[Term]) -> list[list[Term]]:
    """Return terms word by word: each word with its parts."""
    words: list[list[Term]] = []
    for term in terms:
        if term.kind == "word":
            words.append([])
        words[-1].append(term)
    return words


def is_said(word: list[Term], by: list[Term]) -> bool:
    """Tell whether a word is said by another: as a whole, as a part of it, or part by part."""
    said = [term.stem for term in by]
    parts = [term.stem for term in word[1:]]
    return alike(word[0].stem, said) or (bool(parts) and all(alike(part, said) for part in parts))


def alike(stem: str, said: list[str]) -> bool:
    """Tell whether a stem is among others, or differs in one last letter that the stemmer left on."""
    return any(
        stem == other or (min(len(stem), len(other)) >= 4 and stem in {other[:-1], f"{other}{stem[-1]}"})
        for other in said
    )
