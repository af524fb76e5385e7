"""What simulated people answer to the questions of the call: what their words suggest, and what they would not know."""

import re
from collections.abc import Callable

from datamatch.editions.enums import NO, UNKNOWN, YES
from datamatch.ideas.forms.idea_lines import IdeaLine
from datamatch.story.actions.journey import Journey

PEOPLE = re.compile(
    r"\b(mensen|burger|inwoner|boer|ondernemer|medewerker|collega|aanvrager|klant|naam|namen|bsn|citizen|farmer|people)",
    re.IGNORECASE,
)
FORESEEING = re.compile(r"voorspel|verwacht|straks|predict|forecast", re.IGNORECASE)
SORTING = re.compile(r"\b(welke|eerst|selecteer|risico|which|first)", re.IGNORECASE)
BY_ITSELF = re.compile(r"automatisch|vanzelf|automatic", re.IGNORECASE)
SKIPPED = 0.06


def answers_to(journey: Journey, line: IdeaLine) -> dict[str, str]:
    """Return the answers of one idea, by the slug of the question; some people skip one."""
    answers = {slug: answer(journey, line) for slug, answer in ANSWERS.items()}
    if answers["J1"] == NO:
        del answers["J2"]
    return {slug: said for slug, said in answers.items() if not journey.world.chance(SKIPPED, "skip", slug, line.row)}


def drawn(journey: Journey, line: IdeaLine, slug: str, *among: str) -> str:
    """Return one of these answers; an answer named twice is drawn twice as often."""
    return among[journey.world.whole(0, len(among) - 1, "answer", slug, line.row)]


def sponsor(journey: Journey, line: IdeaLine) -> str:
    """Tell whether somebody wants to use the result."""
    return drawn(journey, line, "V3", YES, YES, YES, UNKNOWN, UNKNOWN, NO)


def kind_of_answer(_journey: Journey, line: IdeaLine) -> str:
    """Tell what the data must give, from the words of the idea."""
    text = f"{line.title} {line.demand}"
    if BY_ITSELF.search(text):
        return "automation"
    if FORESEEING.search(text):
        return "prediction"
    return "selection" if SORTING.search(line.title) else "insight"


def there(journey: Journey, line: IdeaLine) -> str:
    """Tell whether the data exist."""
    return drawn(journey, line, "H1", "accessible", "accessible", "accessible", "inaccessible", "to_collect", UNKNOWN)


def about_people(journey: Journey, line: IdeaLine) -> str:
    """Tell whether the data are about people, from the words of the idea."""
    if line.row in journey.world.unlawful:
        return YES
    if PEOPLE.search(f"{line.demand} {line.data}"):
        return drawn(journey, line, "J1", YES, YES, YES, NO, UNKNOWN)
    return drawn(journey, line, "J1", NO, NO, NO, NO, NO, UNKNOWN)


def sensitive(journey: Journey, line: IdeaLine) -> str:
    """Tell whether anything sensitive is among it."""
    if line.row in journey.world.unlawful:
        return YES
    return drawn(journey, line, "J2", NO, NO, NO, UNKNOWN, YES)


def leaking(journey: Journey, line: IdeaLine) -> str:
    """Tell how bad it is when the information leaks."""
    if about_people(journey, line) == YES:
        return drawn(journey, line, "T1", "internal", "confidential", "confidential", UNKNOWN)
    return drawn(journey, line, "T1", "public", "public", "public", "internal", "internal", UNKNOWN)


def harming(journey: Journey, line: IdeaLine) -> str:
    """Tell whether somebody can be harmed by it."""
    if line.row in journey.world.unlawful:
        return YES
    return drawn(journey, line, "E1", NO, NO, NO, NO, NO, UNKNOWN, YES)


ANSWERS: dict[str, Callable[[Journey, IdeaLine], str]] = {
    "V3": sponsor,
    "V4": kind_of_answer,
    "H1": there,
    "J1": about_people,
    "J2": sensitive,
    "T1": leaking,
    "E1": harming,
}
