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


class AnswerKind(models.TextChoices):
    """In what shape a question of the call is answered."""

    TEXT = "text", _("Text")
    CHOICE = "choice", _("One of a list")
    NUMBER = "number", _("A number")
    FILE = "file", _("A file")
    YES_NO = "yes_no", _("Yes or no")


class Audience(models.TextChoices):
    """Who reads the answers to a question, besides those who write the idea."""

    EVERYONE = "everyone", _("Everybody")
    JUDGES = "judges", _("Screeners and managers")
    MANAGERS = "managers", _("Managers only")


class Aspect(models.TextChoices):
    """What a question is about: one part of the canvas, or one kind of safeguard; none for a question of your own."""

    NONE = "", _("Something else")
    DEMAND = "demand", _("Demand")
    FEASIBILITY = "feasibility", _("Feasibility")
    RESULT = "result", _("Result")
    LEGAL = "legal", _("Legal")
    TECHNICAL = "technical", _("Technical")
    ETHICAL = "ethical", _("Ethical")


SAFEGUARDS: tuple[Aspect, ...] = (Aspect.LEGAL, Aspect.TECHNICAL, Aspect.ETHICAL)

YES, NO, UNKNOWN = "yes", "no", "unknown"

# The words of an idea that may answer a question by themselves, so that nobody types them twice.
IDEA_FIELDS: tuple[str, ...] = ("title", "demand", "data", "result")
FIELD_NAMES: dict[str, Promise] = {
    "title": _("Title"),
    "demand": _("What you want to solve or find out"),
    "data": _("Which data could help"),
    "result": _("What you would show after three months"),
}


class Access(models.TextChoices):
    """Who may enter an edition (toegang)."""

    OPEN = "open", _("Everybody with an account")
    CODE = "code", _("Who has an access code")
    DOMAIN = "domain", _("Who has an address at certain mail domains")


class MakersKnown(models.TextChoices):
    """When a screener learns who made an idea (makers bekend); others learn it with the shortlist."""

    SHORTLIST = "shortlist", _("Once the shortlist is published")
    REVIEW = "review", _("After their own review")
    NEVER = "never", _("Never")

    @property
    def hint(self) -> Promise:
        """Return in one sentence what it means."""
        return {
            "shortlist": _("Like everybody else: until then nobody but the managers sees names or units."),
            "review": _("Who gave a review sees who made that idea. The review is final then."),
            "never": _("Also later not on the pages of ideas. Who pitches or works in a team is known there."),
        }[self.value]


class ReadersKnown(models.TextChoices):
    """When the makers of an idea learn who reviewed it (beoordelaars bekend)."""

    NEVER = "never", _("Never")
    LETTER = "letter", _("With the letter")

    @property
    def hint(self) -> Promise:
        """Return in one sentence what it means."""
        return {
            "never": _("They read the reasons, not who gave them."),
            "letter": _("Once the letter is sent they see who read their idea, not who gave what."),
        }[self.value]


class FellowsKnown(models.TextChoices):
    """When the screeners of one idea learn of each other (medebeoordelaars bekend)."""

    NEVER = "never", _("Never")
    REVIEW = "review", _("After their own review")

    @property
    def hint(self) -> Promise:
        """Return in one sentence what it means."""
        return {
            "never": _("Everybody judges alone; also later nobody sees who else read it."),
            "review": _("Who gave a review sees who else gave one, not who gave what."),
        }[self.value]
