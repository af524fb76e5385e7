"""Pitches, recusals, cards and ballots for tests."""

from datetime import timedelta

from datamatch.editions.enums import Stage
from datamatch.jury.enums import PitchState, QuestionState, VoteState
from datamatch.jury.models import (
    Ballot,
    BallotBox,
    BallotRank,
    CardScore,
    Hall,
    HallQuestion,
    HallTally,
    Pitch,
    Recusal,
    Scorecard,
    Voter,
)
from datamatch.people.models import Person
from tests.factories.editions import make_edition, make_juror, make_manager
from tests.factories.moments import MOMENT
from tests.factories.people import make_unit
from tests.factories.teams import make_shortlisted, make_team


class PitchDay:
    """An edition on its pitch day: a manager, jurors, and pitches whose drafts have a team."""

    def __init__(self, *, pitches=3, jurors=3, state=PitchState.DONE, **plan):
        standard = {"chosen_count": 1, "quorum": 2, "shortlist_size": pitches}
        self.edition = make_edition(stage=Stage.PITCHING, **standard | plan)
        self.manager = make_manager(self.edition)
        self.jurors = [make_juror(self.edition) for _ in range(jurors)]
        self.pitches = [make_pitch(edition=self.edition, state=state) for _ in range(pitches)]


def make_pitch(*, edition, idea=None, state=PitchState.WAITING, **given):
    """Make a pitch of a shortlisted idea that has a draft team."""
    place = Pitch.objects.filter(idea__edition=edition).count() + 1
    if idea is None:
        idea = make_shortlisted(edition=edition)
        make_team(idea=idea)
    moments = {"starts_at": MOMENT + timedelta(minutes=place)}
    if state != PitchState.WAITING:
        moments |= {"began_at": moments["starts_at"]}
    if state == PitchState.DONE:
        moments |= {"ended_at": moments["starts_at"] + timedelta(minutes=8)}
    return Pitch.objects.create(idea=idea, place=place, state=state, **moments | given)


def make_recusal(*, pitch, juror, **given):
    """Let a juror be out for a pitch."""
    return Recusal.objects.create(pitch=pitch, juror=juror, **{"reason": "Same unit", "at": MOMENT} | given)


def make_card(*, pitch, juror, value=3, **given):
    """Give a card with one value on every criterion."""
    card = Scorecard.objects.create(pitch=pitch, juror=juror, **{"given_at": MOMENT} | given)
    for criterion in pitch.idea.edition.criteria.all():
        CardScore.objects.create(card=card, criterion=criterion, value=value)
    return card


def make_box(*, edition, **given):
    """Open a ballot box."""
    return BallotBox.objects.create(edition=edition, **{"quorum": edition.quorum, "opened_at": MOMENT} | given)


def make_hall(*, edition, pitches=(), **given):
    """Make the hall of an edition, in which the audience votes for these pitches."""
    standard = {"code": f"zaal{Hall.objects.count() + 2}", "opened_at": MOMENT, "state": VoteState.OPEN}
    hall = Hall.objects.create(edition=edition, **standard | given)
    HallTally.objects.bulk_create(HallTally(hall=hall, pitch=pitch) for pitch in pitches)
    return hall


def make_question(*, hall, **given):
    """Let somebody in the hall ask something that the manager shows."""
    standard = {"text": "Who pays?", "key": "asker", "asked_at": MOMENT, "state": QuestionState.SHOWN}
    return HallQuestion.objects.create(hall=hall, **standard | given)


def make_ballot(*, box, juror, choice):
    """Put a ballot in a box."""
    Voter.objects.create(box=box, juror=juror, has_voted=True)
    ballot = Ballot.objects.create(box=box, juror=juror, cast_at=MOMENT, approved=len(choice))
    for rank, pitch in enumerate(choice, start=1):
        BallotRank.objects.create(ballot=ballot, pitch=pitch, rank=rank)
    return ballot


def same_unit(person: Person, other: Person):
    """Let two people work in one unit."""
    unit = make_unit()
    for one in (person, other):
        one.profile.unit = unit
        one.profile.save()
    return unit
