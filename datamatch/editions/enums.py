"""Stages of an edition, the moves between them, and the duties people are appointed to."""

from itertools import pairwise
from typing import NamedTuple

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """The stage (fase) of an edition; exactly one is active and it owns the permissions."""

    PREPARING = "preparing", _("Preparation")
    CALL = "call", _("Call")
    SCREENING = "screening", _("Screening")
    MATCHING = "matching", _("Matching")
    PITCHING = "pitching", _("Pitching")
    DELIVERY = "delivery", _("Delivery")
    SHOWCASE = "showcase", _("DataDag")
    CLOSED = "closed", _("Closed")


ORDER: tuple[Stage, ...] = tuple(Stage)

# The transition table: from each stage there is one way on; nothing is skipped and nothing goes back.
NEXT: dict[Stage, Stage] = dict(pairwise(ORDER))


class Duty(models.TextChoices):
    """What a person is appointed to do in one edition (taak)."""

    MANAGER = "manager", _("Programme manager")
    SCREENER = "screener", _("Screener")
    JUROR = "juror", _("Juror")
    DIRECTOR = "director", _("Director")

    @property
    def plural(self) -> Promise:
        """Return the word for everybody with this duty."""
        return {
            "manager": _("Programme managers"),
            "screener": _("Screeners"),
            "juror": _("Jurors"),
            "director": _("Directors"),
        }[self.value]


def has_come(now: str, stage: Stage) -> bool:
    """Tell whether an edition in stage `now` is at or past `stage`."""
    return ORDER.index(Stage(now)) >= ORDER.index(stage)


class ThemeWords(NamedTuple):
    """A theme of the call in words, before it belongs to an edition."""

    slug: str
    name_nl: str
    name_en: str
    question_nl: str = ""
    question_en: str = ""
