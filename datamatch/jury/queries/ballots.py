"""Reads about the ballot box; nobody reads who voted what."""

from dataclasses import dataclass

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.jury.models import Ballot, BallotBox, Pitch, Verdict
from datamatch.people.models import Person


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
    return Attendance(appointed(box.edition, Duty.JUROR).count(), box.ballots.count(), box.quorum)


def ballot_of(person: Person, box: BallotBox) -> Ballot | None:
    """Return this juror's own ballot, or None when they have not voted."""
    return Ballot.objects.filter(box=box, juror=person).first()


def choice_of(ballot: Ballot) -> list[Pitch]:
    """Return the pitches on a ballot, best first."""
    return [place.pitch for place in ballot.ranks.select_related("pitch__idea").order_by("rank")]


def verdict_of(edition: Edition) -> Verdict | None:
    """Return the verdict of an edition, or None when the jury has not settled it."""
    return Verdict.objects.select_related("box").filter(box__edition=edition).first()
