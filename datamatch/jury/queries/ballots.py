"""Reads about the ballot box; nobody reads who voted what."""

from dataclasses import dataclass

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.jury.models import Ballot, BallotBox, BallotRules, Pitch, Verdict
from datamatch.people.models import Person

# With fewer ballots the result itself would tell who voted what.
LEAST_SECRET = 3


@dataclass(frozen=True)
class Attendance:
    """How many jurors there are and how many ballots are in; `quorum` is the least that count."""

    jurors: int
    ballots: int
    quorum: int

    @property
    def is_met(self) -> bool:
        """Tell whether enough ballots are in."""
        return self.ballots >= self.quorum


def box_of(edition: Edition) -> BallotBox | None:
    """Return the ballot box of an edition, or None when it was not opened yet."""
    return BallotBox.objects.select_related("edition").filter(edition=edition).first()


def attendance_in(box: BallotBox) -> Attendance:
    """Return how full the box is."""
    cast = box.voters.filter(has_voted=True).count()
    jurors = appointed(box.edition, Duty.JUROR).count() if box.is_open else box.voters.count()
    return Attendance(jurors, cast, box.quorum)


def has_voted(person: Person, box: BallotBox) -> bool:
    """Tell whether this juror's ballot is in the box."""
    return box.voters.filter(juror=person, has_voted=True).exists()


def rules_of(edition: Edition) -> BallotRules:
    """Return how the jury votes: as chosen, else secretly where a quorum of three hides who voted what."""
    chosen = BallotRules.objects.filter(edition=edition).first()
    return chosen or BallotRules(edition=edition, quorum=edition.quorum, secret=edition.quorum >= LEAST_SECRET)


def named_ballots_in(box: BallotBox) -> list[tuple[str, list[Pitch], int]]:
    """Return of a closed named box each juror's name, their order, and how many stand above the line."""
    if box.secret or box.is_open:
        return []
    ballots = box.ballots.select_related("juror").prefetch_related("ranks__pitch__idea").order_by("juror__name", "pk")
    return [(one.juror.name, [rank.pitch for rank in one.ranks.all()], one.approved) for one in ballots]


def ballot_of(person: Person, box: BallotBox) -> Ballot | None:
    """Return this juror's own ballot, or None when they have not voted."""
    return Ballot.objects.filter(box=box, juror=person).first()


def choice_of(ballot: Ballot) -> list[Pitch]:
    """Return the pitches on a ballot, best first."""
    return [place.pitch for place in ballot.ranks.select_related("pitch__idea").order_by("rank")]


def verdict_of(edition: Edition) -> Verdict | None:
    """Return the verdict of an edition, or None when the jury has not settled it."""
    return Verdict.objects.select_related("box").filter(box__edition=edition).first()
