"""Saying what one finds of another's review, and taking that back; nobody reads who said it."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from datamatch.foundation import trail
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.people.models import Person
from datamatch.screening import rules
from datamatch.screening.enums import Finding
from datamatch.screening.models import Opinion, Review


@transaction.atomic
def give_opinion(
    *, review: Review, stance: str, reason: str, findings: Collection[str], by: Person, at: datetime
) -> Opinion:
    """Keep what a screener finds of another's review; what they said of it before makes place.

    :raises Refused: no review of your own, your own review, not now, or nothing said
    """
    held = Review.objects.select_for_update(of=("self",)).select_related("assignment__idea__edition")
    review = held.get(pk=review.pk)
    refuse_if(rules.why_not_opine(review=review, by=by))
    wrong = rules.why_not_say(review=review, stance=stance, reason=reason, findings=findings, by=by)
    refuse_if(wrong[1] if wrong else None)
    found = [finding.value for finding in Finding if finding in findings]
    said = {"stance": stance, "reason": reason.strip(), "findings": found, "said_at": at}
    opinion, new = Opinion.objects.update_or_create(review=review, by=by, defaults=said)
    trail.record("opinion.given" if new else "opinion.changed", of=opinion, by=by, at=at)
    return opinion


@transaction.atomic
def take_back_opinion(*, opinion: Opinion, by: Person, at: datetime) -> None:
    """Take back what one said of a review. :raises Refused: somebody else said it, it is gone already, or not now"""
    if not Opinion.objects.select_for_update().filter(pk=opinion.pk).exists():
        raise Refused(_("You took this back already."))
    refuse_if(rules.why_not_take_back_opinion(opinion=opinion, by=by))
    trail.record("opinion.taken_back", of=opinion, by=by, at=at)
    opinion.delete()
