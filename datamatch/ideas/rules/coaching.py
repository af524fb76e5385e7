"""The coach for a good question: rules over the words somebody writes. A hint helps; it never stops anybody."""

import re
from collections.abc import Callable

from django.utils.translation import gettext as _

from datamatch.ideas.rules.coach_words import (
    ACTORS,
    MEANS,
    QUESTION_WORDS,
    SHOWN,
    SOURCES,
    TASKS,
    UNSURE,
    VAGUE,
    pattern,
)

SHORT, LONG, LONG_SENTENCE, LONG_TITLE = 4, 130, 35, 12
MOST_HINTS = 2
WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?\n]+")
# Two or more capitals name an organisation or a team: RVO, NVWA.
ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")


def hints(part: str, text: str, *, language: str = "nl") -> list[str]:
    """Return at most two hints for a part of an idea (title, demand, data or result), the most useful first.

    `language` is the one in which somebody writes; the hints are in that of the reader. Nothing written, no hints.
    """
    rules = RULES.get(part)
    if rules is None or not text.strip():
        return []
    found = (hint for rule in rules for hint in [rule(text, language)] if hint)
    return [hint for hint, _place in zip(found, range(MOST_HINTS), strict=False)]


def words_in(text: str) -> list[str]:
    """Return the words of a text in lower case, in their order."""
    return WORD.findall(text.lower())


def first_found(text: str, listed: str) -> str | None:
    """Return the first of the listed words or phrases that stands in the text, in lower case."""
    found = pattern(listed).search(text)
    return found.group().lower() if found else None


def asks(text: str, language: str) -> bool:
    """Tell whether there is a question in the text: a question mark, or a sentence that begins as a question does."""
    if "?" in text:
        return True
    firsts = (words_in(sentence)[:1] for sentence in SENTENCE_END.split(text))
    return any(first and first[0] in QUESTION_WORDS[language].split(", ") for first in firsts)


def too_short(text: str, language: str) -> str | None:
    """Ask for a little more when there are only a few words."""
    if len(words_in(text)) >= SHORT:
        return None
    return _("Tell a little more: one or two sentences help others to understand it.")


def means_first(text: str, language: str) -> str | None:
    """Ask what a means is for, when the text names a dashboard or an app and asks nothing."""
    found = None if asks(text, language) else first_found(text, MEANS[language])
    if found is None:
        return None
    return _("You name a means: “%(word)s”. What do you want to know or decide with it?") % {"word": found}


def no_question(text: str, language: str) -> str | None:
    """Ask for a question when there is none; who names a means is asked for it already."""
    if asks(text, language) or first_found(text, MEANS[language]):
        return None
    return _("Can you put it as one question? For instance: “Which … need … first?”")


def nobody_asks(text: str, language: str) -> str | None:
    """Ask who has the question when nobody is named."""
    if first_found(text, ACTORS[language]) or ABBREVIATION.search(text):
        return None
    return _("Who has this question today: which team, which colleagues?")


def no_task(text: str, language: str) -> str | None:
    """Ask which decision or task gets better when none is named."""
    if first_found(text, TASKS[language]):
        return None
    return _("What will somebody decide or do differently with the answer?")


def vague(text: str, language: str) -> str | None:
    """Ask what a vague word means here."""
    found = first_found(text, VAGUE[language])
    if found is None:
        return None
    return _("“%(word)s” can mean many things. What would you see or do that you cannot now?") % {"word": found}


def too_long(text: str, language: str) -> str | None:
    """Ask for less when the text is long, or a sentence in it is."""
    if len(words_in(text)) > LONG:
        return _("This is a long text. Which sentence matters most? Begin with that one.")
    if any(len(words_in(sentence)) > LONG_SENTENCE for sentence in SENTENCE_END.split(text)):
        return _("One of your sentences is long. Cut it in two: it reads more easily.")
    return None


def bare_means(text: str, language: str) -> str | None:
    """Ask for the question in a title that is nothing but a means."""
    found = first_found(text, MEANS[language])
    if found is None or len(words_in(text)) > SHORT:
        return None
    return _("Tell in the title what “%(word)s” is about, so that others recognise their question.") % {"word": found}


def long_title(text: str, language: str) -> str | None:
    """Ask for a shorter title."""
    if len(words_in(text)) <= LONG_TITLE:
        return None
    return _("A shorter title is read sooner. What are the five words that matter?")


def no_source(text: str, language: str) -> str | None:
    """Ask for a source by name; who says they do not know may go on."""
    if first_found(text, f"{SOURCES[language]}, {UNSURE[language]}") or ABBREVIATION.search(text):
        return None
    return _("Do you know a source by name: a register, a file, a sensor? Not knowing is fine too: say so.")


def nothing_to_show(text: str, language: str) -> str | None:
    """Ask for something that can be shown."""
    if first_found(text, SHOWN[language]):
        return None
    return _("What can somebody look at or use after three months: a map, a list, a number, a first version?")


Rule = Callable[[str, str], str | None]

RULES: dict[str, tuple[Rule, ...]] = {
    "title": (bare_means, long_title, vague),
    "demand": (too_short, means_first, no_question, nobody_asks, no_task, vague, too_long),
    "data": (no_source, too_long),
    "result": (nothing_to_show, vague, too_long),
}
