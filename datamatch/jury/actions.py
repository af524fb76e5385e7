"""Deeds of pitch day: the running order, the cards, the ballot and the verdict."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.jury import queries, rules, weighing
from datamatch.jury.enums import BoxState, PitchState
from datamatch.jury.models import (
    Ballot,
    BallotBox,
    BallotRank,
    CardScore,
    Pitch,
    Recusal,
    Scorecard,
    Verdict,
)
from datamatch.people.models import Person
from datamatch.screening.actions import decide
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.queries import shortlisted_ideas
from datamatch.teams.actions import form_team, release_team
from datamatch.teams.queries import team_of

CHANGEOVER_MINUTES = 2


@transaction.atomic
def plan_pitches(*, edition: Edition, by: Person, at: datetime, starts_at: datetime, minutes: int = 8) -> list[Pitch]:
    """Make the running order of the shortlist, in place of an earlier one; each pitch lasts `minutes`.

    :raises Refused: not you, not now, or the first pitch has begun
    """
    refuse_if(rules.why_not_plan_pitches(edition=edition, by=by))
    ideas = list(shortlisted_ideas(edition))
    ordered = weighing.running_order(edition=edition, ideas=ideas, seed=edition.seed)
    Pitch.objects.filter(idea__edition=edition).exclude(idea__in=ordered).delete()
    slot = timedelta(minutes=minutes + CHANGEOVER_MINUTES)
    pitches = []
    for place, idea in enumerate(ordered, start=1):
        planned = {"place": place, "minutes": minutes, "starts_at": starts_at + slot * (place - 1)}
        pitches.append(Pitch.objects.update_or_create(idea=idea, defaults=planned)[0])
    trail.record("pitches.plan", of=edition, by=by, at=at, pitches=len(pitches), minutes=minutes)
    return pitches


@transaction.atomic
def call_on_stage(*, pitch: Pitch, by: Person, at: datetime) -> Pitch:
    """Call a pitch on stage. :raises Refused: not you, done before, or another one is on stage"""
    refuse_if(rules.why_not_stage(pitch=pitch, by=by))
    pitch.state, pitch.began_at = PitchState.ON_STAGE, at
    pitch.save(update_fields=["state", "began_at"])
    trail.record("pitch.begin", of=pitch, by=by, at=at, place=pitch.place)
    return pitch


@transaction.atomic
def end_pitch(*, pitch: Pitch, by: Person, at: datetime) -> Pitch:
    """End the pitch that is on stage. :raises Refused: not you, or it is not on stage"""
    refuse_if(rules.why_not_end(pitch=pitch, by=by))
    pitch.state, pitch.ended_at = PitchState.DONE, at
    pitch.save(update_fields=["state", "ended_at"])
    trail.record("pitch.end", of=pitch, by=by, at=at, place=pitch.place)
    return pitch


@transaction.atomic
def step_out(*, pitch: Pitch, by: Person, at: datetime, reason: str) -> Recusal:
    """Let a juror step out for one pitch; a card or a place on their ballot for it is taken away.

    :raises Refused: not a juror, stepped out before, or the ballot is closed
    """
    refuse_if(rules.why_not_step_out(pitch=pitch, by=by))
    recusal = Recusal.objects.create(pitch=pitch, juror=by, reason=reason.strip(), at=at)
    Scorecard.objects.filter(pitch=pitch, juror=by).delete()
    BallotRank.objects.filter(pitch=pitch, ballot__juror=by).delete()
    trail.record("juror.step_out", of=pitch, by=by, at=at)
    return recusal


@transaction.atomic
def give_card(*, pitch: Pitch, by: Person, at: datetime, scores: Mapping[str, int], note: str = "") -> Scorecard:
    """Keep a juror's scorecard, in place of an earlier one; `scores` holds 1 to 5 per slug of a criterion.

    :raises Refused: no say in this pitch, not now, or a score is missing
    """
    refuse_if(rules.why_not_give_card(pitch=pitch, by=by))
    refuse_if(rules.why_not_score(pitch=pitch, scores=scores))
    kept = {"note": note.strip(), "given_at": at}
    card, _ = Scorecard.objects.update_or_create(pitch=pitch, juror=by, defaults=kept)
    card.scores.all().delete()
    criteria = pitch.idea.edition.criteria.all()
    CardScore.objects.bulk_create(CardScore(card=card, criterion=c, value=scores[c.slug]) for c in criteria)
    trail.record("card.give", of=card, by=by, at=at)
    return card


@transaction.atomic
def open_box(*, edition: Edition, by: Person, at: datetime) -> BallotBox:
    """Open the ballot of the jury. :raises Refused: not you, opened before, or a pitch is still to come"""
    refuse_if(rules.why_not_open_box(edition=edition, by=by))
    box = BallotBox.objects.create(edition=edition, quorum=edition.quorum, opened_at=at)
    trail.record("ballot.open", of=box, by=by, at=at, quorum=box.quorum)
    return box


@transaction.atomic
def cast_ballot(*, ballot_box: BallotBox, by: Person, choice: Sequence[Pitch], at: datetime) -> Ballot:
    """Keep one juror's ballot, best pitch first; it replaces an earlier one and is final once the box closes.

    :raises Refused: not a juror, not open, or not exactly the pitches this juror may judge
    """
    box = BallotBox.objects.select_for_update().get(pk=ballot_box.pk)
    refuse_if(rules.why_not_cast(ballot_box=box, by=by))
    refuse_if(rules.why_not_rank(ballot_box=box, by=by, choice=choice))
    ballot, _ = Ballot.objects.update_or_create(box=box, juror=by, defaults={"cast_at": at})
    ballot.ranks.all().delete()
    BallotRank.objects.bulk_create(
        BallotRank(ballot=ballot, pitch=pitch, rank=rank) for rank, pitch in enumerate(choice, start=1)
    )
    trail.record("ballot.cast", of=box, by=by, at=at)
    return ballot


@transaction.atomic
def close_box(*, ballot_box: BallotBox, by: Person, at: datetime) -> BallotBox:
    """Close the ballot and count it. :raises Refused: not you, closed before, or too few ballots"""
    box = BallotBox.objects.select_for_update().select_related("edition").get(pk=ballot_box.pk)
    refuse_if(rules.why_not_close_box(ballot_box=box, by=by))
    box.outcome = weighing.counted(box=box, seed=box.edition.seed)
    box.state, box.closed_at = BoxState.CLOSED, at
    box.save(update_fields=["outcome", "state", "closed_at"])
    trail.record("ballot.close", of=box, by=by, at=at, ballots=box.outcome["ballots"])
    return box


@transaction.atomic
def settle_verdict(*, ballot_box: BallotBox, chosen: Sequence[Idea], motive: str, by: Person, at: datetime) -> Verdict:
    """Settle what the jury chose: a decision with a reason for every pitched idea, teams formed or released.

    :raises Refused: not you, not now, too many ideas, or a departure from the ballot without a motive
    """
    box = BallotBox.objects.select_for_update().select_related("edition").get(pk=ballot_box.pk)
    refuse_if(rules.why_not_settle(ballot_box=box, by=by))
    refuse_if(rules.why_not_choose(ballot_box=box, chosen=chosen, motive=motive))
    departs = rules.departs(ballot_box=box, chosen=chosen)
    verdict = Verdict.objects.create(box=box, motive=motive.strip(), departs=departs, settled_by=by, settled_at=at)
    verdict.chosen.set(chosen)
    _decide_all(verdict, by=by, at=at)
    trail.record("verdict.settle", of=verdict, by=by, at=at, chosen=len(chosen), departs=departs)
    return verdict


def _decide_all(verdict: Verdict, *, by: Person, at: datetime) -> None:
    """Write the decision about every pitched idea, and form or release its team."""
    edition = verdict.box.edition
    chosen = set(verdict.chosen.values_list("pk", flat=True))
    result = queries.result_of(verdict.box)
    proposed = {idea.pk for idea in result.proposal} if result else set()
    means = queries.means_in(edition)
    for pitch in queries.pitches_in(edition):
        idea, yes = pitch.idea, pitch.idea_id in chosen
        decide(
            idea=idea,
            round=Round.VERDICT,
            outcome=Outcome.YES if yes else Outcome.NO,
            reason=queries.reason_for(idea, means[pitch.pk], yes=yes),
            departs=yes != (idea.pk in proposed),
            motive=verdict.motive,
            by=by,
            at=at,
        )
        if yes:
            form_team(idea=idea, by=by, at=at)
        elif team_of(idea) is not None:
            release_team(idea=idea, by=by, at=at)
