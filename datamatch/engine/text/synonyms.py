"""Words that an organisation uses for the same: `AI` is `kunstmatige intelligentie`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .analysis import LANGUAGES, Term, analyse

Synonyms = Sequence[tuple[str, ...]]
"""Groups of words and phrases that stand for the same."""


class Said(NamedTuple):
    """A phrase of a group that stands in a text: its words, and what it could have been called too."""

    words: tuple[Term, ...]
    others: tuple[str, ...]

    @property
    def surface(self) -> str:
        """Return the phrase as it stands in the text, without its stop words."""
        return " ".join(word.surface for word in self.words)


def said(text: str, lang: str, synonyms: Synonyms) -> Iterator[Said]:
    """Yield the phrases of these groups that stand in a text, by stem: endings do not matter."""
    words = [term for term in analyse(text, lang) if term.kind == "word"] if synonyms else []
    stems = [term.stem for term in words]
    for group in synonyms:
        for phrase in group:
            wanted = [term.stem for term in analyse(phrase, lang) if term.kind == "word"]
            places = range(len(stems) - len(wanted) + 1) if wanted else ()
            at = next((place for place in places if stems[place : place + len(wanted)] == wanted), None)
            if at is not None:
                others = tuple(other for other in group if other != phrase)
                yield Said(tuple(words[at : at + len(wanted)]), others)


def widened(text: str, lang: str, synonyms: Synonyms) -> tuple[str, list[Term]]:
    """Return a text with what its phrases could have been called too, and the terms of both.

    A term that was added keeps the words that were written: a reader is told `AI`, who wrote `AI`.
    """
    terms, more = analyse(text, lang), [text]
    known = {term.stem for term in terms}
    for phrase in said(text, lang, synonyms):
        for other in phrase.others:
            more.append(other)
            added = {term.stem: term.kind for language in LANGUAGES for term in analyse(other, language)}
            terms += [Term(stem, phrase.surface, kind) for stem, kind in added.items() if stem not in known]
            known |= set(added)
    return ". ".join(more), terms
