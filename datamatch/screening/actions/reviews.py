"""Asking for reviews, giving one, handing one back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2s

from django.db import transaction
from django.utils.translation import gettext as _

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.ideas.actions import show_makers
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.screening import rules, weighing
from datamatch.screening.enums import AssignmentState, Confidence
from datamatch.screening.models import Assignment, Review, ReviewDraft, Score


@dataclass(frozen=True)
class Assigned:
    """How many reviews were asked, and which ideas stay short and why."""

    count: int
    shortfall: list[tuple[Idea, str]]


@transaction.atomic
def assign_reviews(*, edition: Edition, by: Person, at: datetime) -> Assigned:
    """Ask screeners for the reviews that are missing; what was asked before stays. :raises Refused: not you, not now"""
    refuse_if(rules.why_not_assign(edition=edition, by=by))
    assigned = share_missing(edition=edition, at=at, state=AssignmentState.OPEN)
    trail.record("reviews.assigned", of=edition, by=by, at=at, count=assigned.count, short=len(assigned.shortfall))
    return assigned


def share_missing(*, edition: Edition, at: datetime, state: str) -> Assigned:
    """Keep what the engine makes of the missing reviews, each with its reasons."""
    shared = weighing.shared_out(edition=edition)
    asked = [
        Assignment(idea=pair.idea, screener=pair.screener, assigned_at=at, state=state, grounds=pair.grounds)
        for pair in shared.pairs
    ]
    Assignment.objects.bulk_create(sorted(asked, key=queue_place))
    return Assigned(len(asked), shared.shortfall)


def lock(assignment: Assignment) -> None:
    """Hold an assignment, so that it is not given and taken away at once. :raises Refused: it was taken away"""
    found = Assignment.objects.select_for_update().filter(pk=assignment.pk).values_list("state", flat=True).first()
    if found is None:
        raise Refused(_("This review is not asked of you any more. Somebody else gives it."))
    assignment.state = found


def queue_place(assignment: Assignment) -> bytes:
    """Return the place in one screener's queue: another order for everyone, so that no idea is always last."""
    return blake2s(assignment.idea.public_id.bytes + assignment.screener.public_id.bytes).digest()


@transaction.atomic
def give_review(
    *,
    assignment: Assignment,
    by: Person,
    at: datetime,
    scores: Mapping[str, int],
    confidence: int = Confidence.MEDIUM,
    remark: str = "",
    note: str | None = None,
) -> Review:
    """Keep one screener's review, which they may change until the screening closes.

    :param scores: criterion slug to the number of an anchor, 1 is the lowest; all of them
    :param note: what only the screener reads; None leaves it as it was
    :raises Refused: not asked of you, not now, incomplete, or your name is in the remark
    """
    lock(assignment)
    refuse_if(rules.why_not_review(assignment=assignment, by=by))
    edition = assignment.idea.edition
    refuse_if(rules.why_not_score(edition=edition, scores=scores))
    refuse_if(rules.why_not_remark(remark=remark, by=by))
    given = {"confidence": confidence, "remark": remark.strip(), "given_at": at}
    review, new = Review.objects.update_or_create(assignment=assignment, defaults=given)
    review.scores.all().delete()
    Score.objects.bulk_create(
        Score(review=review, criterion=criterion, value=scores[criterion.slug]) for criterion in edition.criteria.all()
    )
    assignment.state = AssignmentState.DONE
    assignment.note = assignment.note if note is None else note.strip()
    assignment.save(update_fields=["state", "note"])
    ReviewDraft.objects.filter(assignment=assignment).delete()
    shown = show_makers(idea=assignment.idea, to=by, at=at)
    trail.record("review.given" if new else "review.changed", of=review, by=by, at=at, makers_shown=shown)
    return review


@transaction.atomic
def step_back(*, assignment: Assignment, by: Person, at: datetime, reason: str) -> Assignment:
    """Hand a review back; what was given does not count any more. :raises Refused: not asked of you, not now"""
    lock(assignment)
    refuse_if(rules.why_not_step_back(assignment=assignment, by=by))
    assignment.state = AssignmentState.ABSTAINED
    assignment.reason = reason.strip()[:300]
    assignment.save(update_fields=["state", "reason"])
    trail.record("review.handed_back", of=assignment, by=by, at=at)
    return assignment


@transaction.atomic
def keep_draft(*, assignment: Assignment, words: Mapping[str, str], by: Person, at: datetime) -> ReviewDraft:
    """Keep what a screener filled in so far, right or not. :raises Refused: not asked of you, or not now"""
    lock(assignment)
    refuse_if(rules.why_not_review(assignment=assignment, by=by))
    said = {"words": dict(words), "kept_at": at}
    draft, _new = ReviewDraft.objects.update_or_create(assignment=assignment, defaults=said)
    trail.record("review.drafted", of=assignment, by=by, at=at)
    return draft
