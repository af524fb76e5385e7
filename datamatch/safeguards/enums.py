"""Stored words about safeguards: aspects, verdicts, moments, and the questions behind them."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db import models
from django.utils.translation import gettext_lazy as _

from datamatch.foundation.bilingual import in_language
from datamatch.people.enums import discipline_name

CONTENT = Path(__file__).parent / "content"


class Aspect(models.TextChoices):
    """What is safeguarded (waarborg)."""

    LEGAL = "legal", _("Legal")
    TECHNICAL = "technical", _("Technical")
    ETHICAL = "ethical", _("Ethical")


class Moment(models.TextChoices):
    """When a gate (poort) stands: before the three months start, and before their result is used."""

    START = "start", _("Before the start")
    RESULT = "result", _("Before use of the result")


class Verdict(models.TextChoices):
    """What the owner of a safeguard says."""

    OPEN = "open", _("Open")
    GO = "go", _("Go")
    GO_IF = "go_if", _("Go, if")
    NO_GO = "no_go", _("No go")


# Who may own which aspect, by discipline.
OWNERS: dict[Aspect, tuple[str, ...]] = {
    Aspect.LEGAL: ("jurist", "privacy-officer"),
    Aspect.TECHNICAL: ("security-officer", "architect", "data-engineer", "ontwikkelaar"),
    Aspect.ETHICAL: ("ethicus", "privacy-officer"),
}


@dataclass(frozen=True)
class Instrument:
    """An official instrument a question leads to, with the places in it that the question touches."""

    nl: str
    en: str
    places: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return its name in the reader's language, with the places between brackets."""
        name = in_language(self.nl, self.en)
        return f"{name}: {', '.join(self.places)}" if self.places else name


@dataclass(frozen=True)
class Question:
    """A question to consider at a gate (toetsvraag): for whom, when, and which instruments it leads to."""

    id: str
    aspect: str
    moments: tuple[str, ...]
    role: str
    nl: str
    en: str
    instruments: tuple[Instrument, ...]

    @property
    def words(self) -> str:
        """Return the question in the reader's language."""
        return in_language(self.nl, self.en)

    @property
    def role_name(self) -> str:
        """Return who knows the answer, in the reader's language."""
        return discipline_name(self.role)


@cache
def questions() -> tuple[Question, ...]:
    """Return the questions that ship with the package, in their order."""
    stored = json.loads((CONTENT / "questions.json").read_text(encoding="utf-8"))
    names = stored["instruments"]
    return tuple(
        Question(
            q["id"], q["aspect"], tuple(q["moments"]), q["role"], q["nl"], q["en"],
            tuple(Instrument(**names[code], places=places) for code, places in gathered(q["leads_to"]).items()),
        )
        for q in stored["questions"]
    )  # fmt: skip


def gathered(leads_to: list[dict[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return per instrument the places that are named, each instrument once."""
    places: dict[str, tuple[str, ...]] = {}
    for lead in leads_to:
        named = (lead["at"],) if lead["at"] else ()
        places[lead["instrument"]] = places.get(lead["instrument"], ()) + named
    return places
