"""Stored words about people: disciplines (roles in a team), levels of skill, languages, who sees what."""

import json
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from datamatch.foundation.bilingual import in_language

CONTENT = Path(__file__).parent / "content"

# What may stand after the @ of an address, in lower case: labels with points between them.
MAIL_DOMAIN = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")


class Level(models.IntegerChoices):
    """How well a person masters a skill, as they say themselves."""

    BASIC = 1, _("I know the basics")
    WORKING = 2, _("I can work with it")
    EXPERIENCED = 3, _("I am experienced")
    EXPERT = 4, _("I can teach others")


class Language(models.TextChoices):
    """Languages of the product."""

    NL = "nl", _("Dutch")
    EN = "en", _("English")


class Spoken(models.TextChoices):
    """Languages in which people can work."""

    NL = "nl", _("Dutch")
    EN = "en", _("English")
    FY = "fy", _("Frisian")
    DE = "de", _("German")
    FR = "fr", _("French")
    ES = "es", _("Spanish")
    PAP = "pap", _("Papiamento")
    NGT = "ngt", _("Dutch Sign Language")


class Safeguarding(models.TextChoices):
    """Which aspects a person can safeguard (borgen) for a team."""

    LEGAL = "legal", _("Legal")
    TECHNICAL = "technical", _("Technical")
    ETHICAL = "ethical", _("Ethical")


class Audience(models.TextChoices):
    """Who sees a part of a profile."""

    EVERYONE = "everyone", _("Everyone who is signed in")
    UNIT = "unit", _("My unit and the programme managers")
    ME = "me", _("Only me")


class Part(models.TextChoices):
    """The parts of a profile, each with an audience of its own."""

    PHOTO = "photo", _("Photo")
    UNIT = "unit", _("Unit")
    DISCIPLINE = "discipline", _("Discipline")
    SKILLS = "skills", _("Skills")
    LEARNING = "learning", _("What I want to learn")
    SAFEGUARDS = "safeguards", _("What I can safeguard")
    HOURS = "hours", _("Hours per week")
    LANGUAGES = "languages", _("Languages")
    ABOUT = "about", _("About me")


@dataclass(frozen=True, order=True)
class Period:
    """Hours a week from one day until another, both days included."""

    from_on: date
    until_on: date
    hours_per_week: int


class SkillGroup(models.TextChoices):
    """The groups in which the list of skills is shown, in this order."""

    DATA = "data", _("Data and statistics")
    TECHNOLOGY = "technology", _("Technology")
    LAW = "law", _("Law")
    ETHICS = "ethics", _("Ethics")
    SECURITY = "security", _("Security")
    DOMAIN = "domain", _("Knowledge of a field")
    PEOPLE = "people", _("Working with people")


@dataclass(frozen=True)
class Discipline:
    """A discipline (rol): what a person is in a team, and which aspects that covers.

    `main_role` is the role of the Algoritmekader it falls under, `official_roles` what official instruments call it.
    """

    id: str
    nl: str
    en: str
    aspects: tuple[str, ...]
    main_role: str
    official_roles: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return its name in the reader's language."""
        return in_language(self.nl, self.en)


@cache
def disciplines() -> dict[str, Discipline]:
    """Return the disciplines by id, in the order of the list that ships with the package."""
    stored = json.loads((CONTENT / "disciplines.json").read_text(encoding="utf-8"))
    return {one["id"]: _discipline(one) for one in stored["disciplines"]}


def _discipline(line: dict[str, Any]) -> Discipline:
    """Return one discipline of the list."""
    aspects, official = tuple(line["aspects"]), tuple(line["official_roles"])
    return Discipline(line["id"], line["nl"], line["en"], aspects, line["main_role"], official)


@cache
def minimum_team() -> dict[str, tuple[str, ...]]:
    """Return per aspect the disciplines of which a team needs at least one."""
    stored = json.loads((CONTENT / "disciplines.json").read_text(encoding="utf-8"))
    return {line["aspect"]: tuple(line["any_of"]) for line in stored["minimum_team"]}


def discipline_name(discipline: str) -> str:
    """Return the name of a discipline in the reader's language; the word itself where the list no longer has it."""
    known = disciplines().get(discipline)
    return known.name if known else discipline


class UnitDeed(models.TextChoices):
    """What reading in a file of units does to one unit, in the order in which it is shown."""

    NEW = "new", _("New")
    RENAMED = "renamed", _("Renamed")
    MOVED = "moved", _("Moved")
    ENDED = "ended", _("Ended")
    HISTORY = "history", _("Former names added")
    FILLED = "filled", _("Completed")
    KEPT = "kept", _("Left as it is")


class ConsentState(models.TextChoices):
    """What came of the question to a line manager."""

    ASKED = "asked", _("Asked")
    AGREED = "agreed", _("Agreed")
    FEWER = "fewer", _("Agreed to fewer hours")
    REFUSED = "refused", _("Said no")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    EXPIRED = "expired", _("Expired")


STANDING = (ConsentState.AGREED, ConsentState.FEWER, ConsentState.REFUSED)
"""The answers that hold until another one takes their place."""


class ConsentEnd(models.TextChoices):
    """Why a question or an answer no longer stands."""

    PERSON = "person", _("taken back by the person themselves")
    RAISED = "raised", _("more hours were offered")
    REPLACED = "replaced", _("another answer came")
    SILENCE = "silence", _("nobody answered in time")
    TERM = "term", _("its time was over")
