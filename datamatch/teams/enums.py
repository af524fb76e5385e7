"""Stored words about teams: what a proposed member answered, what a team is, and why somebody was proposed."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from datamatch.foundation.bilingual import in_language
from datamatch.people.enums import discipline_name


class MemberState(models.TextChoices):
    """What a proposed member of a team said, or that their seat ended."""

    PROPOSED = "proposed", _("Asked")
    ACCEPTED = "accepted", _("Said yes")
    DECLINED = "declined", _("Said no")
    LEFT = "left", _("Left")


# Whose seat no longer counts.
GONE = (MemberState.DECLINED, MemberState.LEFT)


class ChangeState(models.TextChoices):
    """What came of a change that was asked of a member."""

    ASKED = "asked", _("Asked")
    AGREED = "agreed", _("Said yes")
    REFUSED = "refused", _("Said no")
    WITHDRAWN = "withdrawn", _("Taken back")


class TeamState(models.TextChoices):
    """A team is a draft until the jury chose its idea."""

    DRAFT = "draft", _("Draft team")
    FORMED = "formed", _("Team")
    RELEASED = "released", _("Released")


# The role of somebody who sent the idea and fills none of the roles it needs.
OWNER = "indiener"

# Which group of skills shows that somebody can fill a role.
SKILLS_OF_ROLE: dict[str, str] = {
    "opdrachtgever": "domain",
    "beleidsmedewerker": "domain",
    "domeinspecialist": "domain",
    "projectleider": "people",
    "data-scientist": "data",
    "data-engineer": "data",
    "data-steward": "data",
    "ontwikkelaar": "technology",
    "architect": "technology",
    "jurist": "law",
    "privacy-officer": "law",
    "inkoopadviseur": "law",
    "archiefdeskundige": "law",
    "ethicus": "ethics",
    "security-officer": "security",
    "communicatieadviseur": "people",
    "ontwerper": "people",
    "facilitator": "people",
}


def role_in_sentence(role: str) -> str:
    """Return the name of a role as it stands inside a sentence: no capital, unless the word is an abbreviation."""
    name = discipline_name(role)
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


Reason = Mapping[str, Any]

# A reason is stored as data and becomes a sentence in the language of whoever reads it.
_SENTENCES: dict[str, Callable[[Reason], str]] = {
    "submitter": lambda _reason: gettext("Sent this idea."),
    "coauthor": lambda _reason: gettext("Wrote this idea with others."),
    "join": lambda reason: gettext("Offered to join, as %(role)s.") % {"role": role_in_sentence(reason["role"])},
    "advise": lambda _reason: gettext("Offered to advise."),
    "same_problem": lambda _reason: gettext("Has the same problem."),
    "support": lambda _reason: gettext("Supports this idea."),
    "open": lambda _reason: gettext("Did not speak up for this idea, but may be asked."),
    "discipline": lambda reason: gettext("Works as %(role)s.") % {"role": role_in_sentence(reason["role"])},
    "skills": lambda reason: (
        gettext("Is experienced in: %(skills)s.") % {"skills": ", ".join(in_language(reason["nl"], reason["en"]))}
    ),
    "hours": lambda reason: gettext("Has %(hours)s hours a week.") % {"hours": reason["hours"]},
    "added": lambda _reason: gettext("Was asked by the programme manager."),
    "added_by_lead": lambda _reason: gettext("Was asked by the lead of the team."),
}


def sentence_of(reason: Reason) -> str:
    """Return a stored reason as a sentence in the reader's language."""
    return _SENTENCES[reason["code"]](reason)
