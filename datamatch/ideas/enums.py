"""Stored words about ideas and the energy behind them."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class IdeaState(models.TextChoices):
    """Where an idea is for its makers; what happens to it later is told by the rooms above."""

    DRAFT = "draft", _("Draft")
    SENT = "sent", _("Sent")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DISCARDED = "discarded", _("Thrown away")
    MERGED = "merged", _("Merged")
    HIDDEN = "hidden", _("Hidden by a manager")
    TAKEN_OFF = "taken_off", _("Taken off by a manager")


# The words of an idea that its makers write themselves.
WORDS: tuple[str, ...] = ("title", "theme", "demand", "data", "result", "language")
DAYS_TO_PUT_BACK = 14
# How long the address of somebody without an account is kept who does not answer.
DAYS_TO_ANSWER = 30


class Step(models.TextChoices):
    """The steps of writing an idea; each has an address of its own."""

    TITLE = "titel", _("Title")
    IDEA = "idee", _("Idea")
    QUESTIONS = "vragen", _("Questions")
    PREVIEW = "nakijken", _("Check and send")


# What is asked in each step; the questions of the call come with the third.
ASKED_IN: dict[Step, tuple[str, ...]] = {
    Step.TITLE: ("title", "language"),
    Step.IDEA: ("demand", "data", "result", "theme"),
    Step.QUESTIONS: (),
}


class MergeState(models.TextChoices):
    """How far a proposal to merge ideas is."""

    ASKED = "asked", _("Waits for answers")
    DONE = "done", _("Merged")
    DECLINED = "declined", _("Not merged")
    UNDONE = "undone", _("Undone")


class MergeAnswer(models.TextChoices):
    """What somebody who is asked about a merge said."""

    WAITING = "waiting", _("No answer yet")
    YES = "yes", _("Yes")
    NO = "no", _("No")


class EnergyKind(models.TextChoices):
    """What a person wants to do for an idea, in their own words and hours."""

    SUPPORT = "support", _("I support this")
    JOIN = "join", _("I want to join")
    ADVISE = "advise", _("I can advise")
    SAME_PROBLEM = "same_problem", _("We have the same problem")


# How much will each kind shows; the match counts joining above advising above support.
STRENGTH: dict[EnergyKind, int] = {
    EnergyKind.SUPPORT: 1,
    EnergyKind.SAME_PROBLEM: 1,
    EnergyKind.ADVISE: 2,
    EnergyKind.JOIN: 3,
}


class Order(models.TextChoices):
    """In which order a list of ideas stands; fair is a shuffle of its own for each reader."""

    FAIR = "fair", _("Shuffled for you")
    NEWEST = "newest", _("Newest first")
    NUMBER = "number", _("By number")
    ENERGY = "energy", _("Most energy first")


class JoinAnswer(models.TextChoices):
    """What the authors say to somebody who wants to join."""

    WAITING = "waiting", _("Waiting for an answer")
    WELCOME = "welcome", _("Welcome")
    LATER = "later", _("Later")
    NOT_NOW = "not_now", _("Not now")

    @classmethod
    def answers(cls) -> list[tuple[str, str]]:
        """Return what can be answered."""
        return [(one.value, str(one.label)) for one in cls if one is not cls.WAITING]


class ToMe(models.TextChoices):
    """When to mail what is said to the reader: a mention, or an answer to their own comment."""

    NOW = "now", _("Mail me at once")
    DAILY = "daily", _("Once a day, together")
    NONE = "none", _("No mail")


class Followed(models.TextChoices):
    """When to mail what happens to the ideas that the reader follows."""

    DAILY = "daily", _("Once a day, together")
    NONE = "none", _("No mail")


class Look(models.TextChoices):
    """How a list of ideas is shown."""

    TABLE = "table", _("List")
    CARDS = "cards", _("Cards")


class DeskOrder(models.TextChoices):
    """In which order the desk of a manager shows ideas."""

    NUMBER = "number", _("By number")
    TITLE = "title", _("By title")
    NEWEST = "newest", _("Newest first")
    JOINING = "joining", _("Most people who want to join first")
    LEAST_JOINED = "least", _("Fewest people who want to join first")


class Joined(models.TextChoices):
    """Whether somebody wants to join an idea."""

    NOBODY = "nobody", _("Nobody wants to join yet")
    SOMEBODY = "somebody", _("Somebody wants to join")


class AskAnswer(models.TextChoices):
    """What somebody says who is asked to help with an idea."""

    WAITING = "waiting", _("No answer yet")
    YES = "yes", _("Said yes")
    LATER = "later", _("Maybe later")
    NO = "no", _("Said no")


class Need(models.TextChoices):
    """What a team has to cover for an idea; each line of the minimum team is one of these."""

    DEMAND = "demand", _("Demand")
    FEASIBILITY = "feasibility", _("Feasibility")
    RESULT = "result", _("Result")
    LEGAL = "legal", _("Legal")
    TECHNICAL = "technical", _("Technical")
    ETHICAL = "ethical", _("Ethical")


class CommentState(models.TextChoices):
    """Whether a comment is read: by all, by its writer and managers only, or by nobody any more."""

    SHOWN = "shown", _("Shown")
    HIDDEN = "hidden", _("Hidden by a manager")
    TAKEN_OFF = "taken_off", _("Taken off by a manager")
    REMOVED = "removed", _("Removed by its writer")


class LikenessChoice(models.TextChoices):
    """What an author does about an idea that looks like theirs."""

    JOIN = "join", _("I join this one")
    SUPPORT = "support", _("I support this one")
    DIFFERS = "differs", _("Mine differs")


class Alikeness(models.TextChoices):
    """How much two texts look alike, in words; never a number."""

    COPY = "copy", _("Nearly the same text")
    STRONG = "strong", _("Much alike")
    RELATED = "related", _("Related")


class ComplaintReason(models.TextChoices):
    """Why somebody complaints an idea or a comment."""

    HURTFUL = "hurtful", _("It hurts or insults somebody")
    PRIVATE = "private", _("It tells something private about a person")
    SECRET = "secret", _("It should not be known outside a small circle")
    OFF_TOPIC = "off_topic", _("It is advertising, or about something else")
    OTHER = "other", _("Something else")


class Ruling(models.TextChoices):
    """What a manager does with what was reported."""

    KEEP = "keep", _("It stays")
    HIDE = "hide", _("Hide it")
    REMOVE = "remove", _("Take it off")


# The questions of the call whose answers put an idea in a lane; how they do is for the room safeguards.
LANE_QUESTIONS: tuple[str, ...] = ("V4", "J1", "J2", "T1", "E1")


class Lane(models.TextChoices):
    """How much has to be safeguarded before an idea can be carried out (baan); never part of a score."""

    GREEN = "green", _("Green")
    YELLOW = "yellow", _("Yellow")
    ORANGE = "orange", _("Orange")
    RED = "red", _("Red")

    @property
    def meaning(self) -> Promise:
        """Return what it asks."""
        return {
            "green": _("It may pitch as it is."),
            "yellow": _("An expert looks at it before the pitch."),
            "orange": _("An assessment is needed before the work starts."),
            "red": _("It cannot be carried out like this."),
        }[self.value]

    @property
    def tag(self) -> str:
        """Return the kind of tag it is shown as."""
        return {"green": "good", "yellow": "energy", "orange": "care", "red": "bad"}[self.value]
