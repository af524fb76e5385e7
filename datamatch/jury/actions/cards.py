"""Deeds of a juror while others pitch: the card, and stepping out."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import F

from datamatch.foundation import live, trail
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import queries, rules
from datamatch.jury.models import Ballot, BallotBox, BallotRank, CardScore, Pitch, Recusal, Scorecard
from datamatch.people.models import Person


@transaction.atomic
def step_out(*, pitch: Pitch, by: Person, at: datetime, reason: str) -> Recusal:
    """Let a juror step out for one pitch; a card or a place on their ballot for it is taken away.

    :raises Refused: not a juror, stepped out before, or the ballot is closed
    """
    BallotBox.objects.select_for_update().filter(edition=pitch.idea.edition).first()
    refuse_if(rules.why_not_step_out(pitch=pitch, by=by))
    recusal = Recusal.objects.create(pitch=pitch, juror=by, reason=reason.strip(), at=at)
    Scorecard.objects.filter(pitch=pitch, juror=by).delete()
    gone = BallotRank.objects.filter(pitch=pitch, ballot__juror=by)
    Ballot.objects.filter(ranks__in=gone.filter(rank__lte=F("ballot__approved"))).update(approved=F("approved") - 1)
    gone.delete()
    trail.record("juror.step_out", of=pitch, by=by, at=at)
    live.changed(queries.room_of(pitch.idea.edition))
    return recusal


@transaction.atomic
def give_card(*, pitch: Pitch, by: Person, at: datetime, scores: Mapping[str, int], note: str = "") -> Scorecard:
    """Keep a juror's scorecard, in place of an earlier one; `scores` holds a number per slug of a criterion.

    :raises Refused: no say in this pitch, not now, or a score is missing
    """
    refuse_if(rules.why_not_give_card(pitch=pitch, by=by))
    refuse_if(rules.why_not_score(pitch=pitch, scores=scores))
    card = _written(pitch, by, at, scores, note, is_complete=True)
    trail.record("card.give", of=card, by=by, at=at)
    return card


@transaction.atomic
def jot_card(*, pitch: Pitch, by: Person, at: datetime, scores: Mapping[str, int], note: str = "") -> Scorecard:
    """Keep a card while it is being filled in; it counts as soon as every criterion has its score.

    :raises Refused: no say in this pitch, not now, or something that is no score
    """
    refuse_if(rules.why_not_give_card(pitch=pitch, by=by))
    refuse_if(rules.why_not_jot(pitch=pitch, scores=scores))
    card = _written(pitch, by, at, scores, note, is_complete=rules.why_not_score(pitch=pitch, scores=scores) is None)
    trail.record("card.jot", of=card, by=by, at=at, complete=card.is_complete)
    return card


def _written(
    pitch: Pitch, by: Person, at: datetime, scores: Mapping[str, int], note: str, *, is_complete: bool
) -> Scorecard:
    """Put the scores on the card of a juror, in place of what stood on it."""
    kept = {"note": note.strip(), "given_at": at, "is_complete": is_complete}
    card, _made = Scorecard.objects.update_or_create(pitch=pitch, juror=by, defaults=kept)
    card.scores.all().delete()
    criteria = pitch.idea.edition.criteria.filter(slug__in=scores)
    CardScore.objects.bulk_create(CardScore(card=card, criterion=c, value=scores[c.slug]) for c in criteria)
    return card
