"""Stored words about screening: states of an assignment, zones of the ranking, outcomes of a decision."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class AssignmentState(models.TextChoices):
    """What became of an assigned review."""

    PROPOSED = "proposed", _("Proposed")
    OPEN = "open", _("To do")
    DONE = "done", _("Done")
    ABSTAINED = "abstained", _("Stepped back")


# What is asked or may soon be asked of somebody, but not given yet.
PENDING = (AssignmentState.PROPOSED, AssignmentState.OPEN)


class Ground(models.TextChoices):
    """Why somebody is asked to read an idea (reden)."""

    HAND = "hand", _("chosen by hand")
    KNOWS = "knows", _("knows the subject")
    THEME = "theme", _("gave energy to this theme")
    FRESH = "fresh", _("another discipline than the submitter")
    APART = "apart", _("another unit than the other readers")
    BESIDE = "beside", _("reads the idea that looks like it too")
    ROOM = "room", _("has room for it")


class Tie(models.TextChoices):
    """What may tie a person to an idea, the plainest first; each counts or not, by the ground rules of an edition."""

    OWN = "own", _("Their own idea")
    COAUTHOR = "coauthor", _("An idea they write, or were asked to write, with others")
    ENERGY = "energy", _("An idea they gave energy to")
    DECLARED = "declared", _("An idea to which they say they are tied")
    UNIT = "unit", _("An idea from the unit they work in")
    LINE = "line", _("An idea of somebody whose hours they agree to, or who agrees to theirs")

    @property
    def unmasks(self) -> bool:
        """Tell whether naming this tie tells whose idea it is; of the others the person knows already."""
        return self in {Tie.UNIT, Tie.LINE}

    @property
    def told(self) -> str:
        """Return the tie as a sentence to the person who has it."""
        return {
            Tie.OWN: gettext("This is your own idea."),
            Tie.COAUTHOR: gettext("You are one of the writers of this idea."),
            Tie.ENERGY: gettext("You gave energy to this idea."),
            Tie.DECLARED: gettext("You said that you are tied to this idea."),
            Tie.UNIT: gettext("This idea comes from the unit you work in."),
            Tie.LINE: gettext("You agree to the hours of one of its writers, or they to yours."),
        }[self]


class Zone(models.TextChoices):
    """How sure it is that an idea belongs to the shortlist."""

    IN = "in", _("Sure in")
    DISCUSS = "discuss", _("To discuss")
    OUT = "out", _("Sure out")

    @property
    def kind(self) -> str:
        """Return the kind of tag that goes with it."""
        return {"in": "good", "discuss": "care"}.get(self.value, "")


class Agreement(models.TextChoices):
    """How far the screeners of one idea agree."""

    UNKNOWN = "unknown", _("too few to compare")
    CLOSE = "close", _("agree")
    DIFFER = "differ", _("differ")
    APART = "apart", _("far apart")

    @classmethod
    def of(cls, spread: float | None) -> "Agreement":
        """Return it for a standard deviation in points on the 1-5 scale."""
        if spread is None:
            return cls.UNKNOWN
        return cls.CLOSE if spread < AGREE else cls.DIFFER if spread < APART else cls.APART


class Order(models.TextChoices):
    """In which order the ranking is read."""

    PLACE = "place", _("Place")
    DOUBT = "doubt", _("Most doubt")
    APART = "apart", _("Screeners far apart")
    MOVED = "moved", _("Moved most by the correction")
    FEWEST = "fewest", _("Fewest reviews")


class Round(models.TextChoices):
    """Which choice a decision is about."""

    SHORTLIST = "shortlist", _("Shortlist")
    VERDICT = "verdict", _("Verdict of the jury")


class Outcome(models.TextChoices):
    """What was decided about an idea in one round (besluit)."""

    YES = "yes", _("Yes")
    RESERVE = "reserve", _("Reserve")
    NO = "no", _("Not this time")

    @property
    def kind(self) -> str:
        """Return the kind of tag that goes with it."""
        return {"yes": "good", "reserve": "care"}.get(self.value, "")


class Preference(models.TextChoices):
    """What a screener says of two close calls: which of them belongs on the shortlist first."""

    FIRST = "first", _("The first")
    SECOND = "second", _("The second")
    EQUAL = "equal", _("They are equal")
    SKIP = "skip", _("I cannot compare these")

    def turned(self, mirrored: bool) -> "Preference":
        """Return the same said of the two in the other order."""
        return (
            {Preference.FIRST: Preference.SECOND, Preference.SECOND: Preference.FIRST}.get(self, self)
            if mirrored
            else self
        )


class Answer(models.TextChoices):
    """What became of the place of a chosen idea."""

    WAITING = "waiting", _("Waits for an answer")
    CONFIRMED = "confirmed", _("Confirmed")
    DECLINED = "declined", _("Given up by its makers")
    RELEASED = "released", _("Given up for want of an answer")


GIVEN_UP = (Answer.DECLINED, Answer.RELEASED)


class Confidence(models.IntegerChoices):
    """How sure a screener is of a review."""

    LOW = 1, _("I am new to this subject")
    MEDIUM = 2, _("I know the subject a little")
    HIGH = 3, _("I know the subject well")


class Stance(models.TextChoices):
    """Whether a colleague agrees with a review."""

    AGREE = "agree", _("I agree")
    DISAGREE = "disagree", _("I disagree, because")


class Finding(models.TextChoices):
    """What a colleague finds of the words of a review, which the makers will read (bevinding)."""

    CLEAR = "clear", _("clear")
    SHORT = "short", _("too short")
    VAGUE = "vague", _("vague")
    UNKIND = "unkind", _("unfriendly")
    ASIDE = "aside", _("not about the criterion")

    @property
    def asks_care(self) -> bool:
        """Tell whether somebody should look at these words before they go to the makers."""
        return self is not Finding.CLEAR

    @property
    def kind(self) -> str:
        """Return the kind of tag that goes with it."""
        return "care" if self.asks_care else "good"


# Who gave a review reads what colleagues say of it when so many others could have said it: of one, it is known who.
UNGUESSED = 2

# From so many reviews on there is something to say about an idea.
FLOOR = 2

# Standard deviations (points on the 1-5 scale) below which screeners agree, and from which they are far apart.
AGREE, APART = 0.5, 1.0

# How many reviews the advice names, and how many of them stand on the page first.
ADVISED, ADVISED_FIRST = 10, 2

# How many days before reviews are wanted a screener is reminded, the last one first.
REMINDED = (2, 7)

# How many comparisons every close call should get, and between which numbers of pairs are asked of one screener.
COMPARED, PAIRS_LEAST, PAIRS_MOST = 8, 5, 15

# From so many close calls and screeners on they are compared: fewer are talked about, and could be told apart.
CLOSE_CALLS, COMPARERS = 3, 3

# How many ideas below the shortlist are kept in reserve, in the order of the ranking.
RESERVES = 3

# How much a review counts in the ranking beside a plain one, by what its screener says of it.
WEIGHT: dict[int, float] = {Confidence.LOW: 0.75, Confidence.MEDIUM: 1.0, Confidence.HIGH: 1.25}


def chance_in_words(chance: float) -> str:
    """Return a chance (0 to 1) as people say it."""
    words = (
        (0.95, gettext("almost certain")),
        (0.66, gettext("likely")),
        (0.33, gettext("as likely as not")),
        (0.05, gettext("unlikely")),
    )
    return next((word for least, word in words if chance >= least), gettext("almost excluded"))


def of_ten_draws(chance: float) -> str:
    """Return a chance (0 to 1) as a number of ten draws, never as a certainty it is not."""
    count = round(chance * 10)
    if count == 10 and chance < 1:
        return gettext("in more than 9 of 10 draws")
    if count == 0 and chance > 0:
        return gettext("in fewer than 1 of 10 draws")
    return gettext("in %(count)s of 10 draws") % {"count": count}


def count_of_ten(chance: float) -> str:
    """Return the same in as few words as fit in a chart whose heading names the draws."""
    count = round(chance * 10)
    if count == 10 and chance < 1:
        return gettext("more than 9")
    if count == 0 and chance > 0:
        return gettext("fewer than 1")
    return str(count)
