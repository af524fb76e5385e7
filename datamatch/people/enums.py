"""Stored words about people: disciplines (roles in a team), levels of skill, languages."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

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
    """A discipline (rol): what a person is in a team, and which aspects that covers."""

    id: str
    nl: str
    en: str
    aspects: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return its name in the reader's language."""
        return in_language(self.nl, self.en)


@cache
def disciplines() -> dict[str, Discipline]:
    """Return the disciplines by id, in the order of the list that ships with the package."""
    stored = json.loads((CONTENT / "disciplines.json").read_text(encoding="utf-8"))
    return {d["id"]: Discipline(d["id"], d["nl"], d["en"], tuple(d["aspects"])) for d in stored["disciplines"]}


@cache
def minimum_team() -> dict[str, tuple[str, ...]]:
    """Return per aspect the disciplines of which a team needs at least one."""
    stored = json.loads((CONTENT / "disciplines.json").read_text(encoding="utf-8"))
    return {line["aspect"]: tuple(line["any_of"]) for line in stored["minimum_team"]}


def discipline_name(discipline: str) -> str:
    """Return the name of a discipline in the reader's language; the word itself where the list no longer has it."""
    known = disciplines().get(discipline)
    return known.name if known else discipline
