"""Settling the choice: the line, the order of the reserve, many decisions at once, and undoing them."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.screening import queries, rules
from datamatch.screening.actions.decisions import decide, keep_order, prepare_decisions
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.models import Cut, Decision, Publication


@transaction.atomic
def move_line(*, edition: Edition, size: int, reason: str, by: Person, at: datetime) -> Cut:
    """Draw the line below the shortlist elsewhere and keep why. :raises Refused: not you, not now, not there"""
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    refuse_if(rules.why_not_move_line(edition=edition, size=size, reason=reason, by=by))
    cut = Cut.objects.create(
        edition=edition, before=edition.shortlist_size, size=size, reason=reason.strip(), by=by, at=at
    )
    edition.shortlist_size = size
    edition.save(update_fields=["shortlist_size"])
    trail.record("line.moved", of=cut, by=by, at=at, before=cut.before, size=size)
    return cut


@transaction.atomic
def decide_many(
    *, ideas: Sequence[Idea], outcome: str, motive: str, by: Person, at: datetime
) -> tuple[int, list[tuple[Idea, str]]]:
    """Decide the same about several ideas; return how many were decided, and which not and why.

    The reason for the makers is made of the criteria. `motive` serves those that differ from the ranking.
    """
    done, refused = 0, []
    for idea in ideas:
        proposed = queries.proposed_outcome(idea)
        departs = rules.departs(outcome=outcome, proposed=proposed)
        why_not = rules.why_not_decide(idea=idea, by=by) or (
            rules.why_not_word(reason="composed", motive=motive, departs=departs)
        )
        if why_not:
            refused.append((idea, why_not))
            continue
        reason = queries.composed_reason(queries.words_on(idea), outcome, idea.submitter.language)
        decision = decide(
            idea=idea,
            round=Round.SHORTLIST,
            outcome=outcome,
            reason=reason,
            motive=motive if departs else "",
            by=by,
            at=at,
        )
        Decision.objects.filter(pk=decision.pk).update(composed=True)
        done += 1
    return done, refused


@transaction.atomic
def take_back_decisions(*, ideas: Sequence[Idea], by: Person, at: datetime) -> int:
    """Let go what people decided about these ideas: the ranking proposes again. Return how many there were.

    :raises Refused: about one of them not you, not now, or it is published
    """
    for idea in ideas:
        refuse_if(rules.why_not_decide(idea=idea, by=by))
    taken = Decision.objects.filter(idea__in=ideas, round=Round.SHORTLIST, prepared=False, published_at=None)
    count = taken.count()
    editions = {idea.edition_id: idea.edition for idea in ideas}
    for decision in taken:
        trail.record("decision.taken_back", of=decision, by=by, at=at, outcome=decision.outcome)
    taken.delete()
    for edition in editions.values():
        if rules.why_not_prepare(edition=edition, by=by) is None:
            prepare_decisions(edition=edition, by=by, at=at)
    return count


@transaction.atomic
def order_reserve(*, decision: Decision, earlier: bool, by: Person, at: datetime) -> None:
    """Let a reserve change places with the one before or after it. :raises Refused: not you, not now, no reserve"""
    refuse_if(rules.why_not_order_reserve(decision=decision, by=by))
    edition = decision.idea.edition
    order = list(queries.reserve_in(edition).select_for_update(of=("self",)))
    here = order.index(decision)
    there = max(here - 1, 0) if earlier else min(here + 1, len(order) - 1)
    order[here], order[there] = order[there], order[here]
    keep_order(order)
    trail.record("reserve.ordered", of=decision, by=by, at=at, place=there + 1)


@transaction.atomic
def plan_publication(*, edition: Edition, round: str, confirm_by: date | None, by: Person, at: datetime) -> Publication:
    """Set by which day the chosen confirm, or that they need not. :raises Refused: not you, not now, no fit day"""
    refuse_if(rules.why_not_plan(edition=edition, round=round, confirm_by=confirm_by, by=by, at=at))
    planned, _new = Publication.objects.update_or_create(
        edition=edition, round=round, defaults={"confirm_by": confirm_by, "planned_at": at}
    )
    trail.record("publication.planned", of=planned, by=by, at=at, round=round)
    return planned


@transaction.atomic
def move_up(*, decision: Decision, confirm_by: date | None, by: Person, at: datetime, motive: str = "") -> Decision:
    """Give a reserve a free place on the shortlist, or among the chosen of the jury.

    :raises Refused: not you, not now, no place, or out of turn"""
    Edition.objects.select_for_update().get(pk=decision.idea.edition_id)
    decision.refresh_from_db()
    edition = decision.idea.edition
    refuse_if(rules.why_not_move_up(decision=decision, by=by, motive=motive))
    refuse_if(rules.why_not_by(edition=edition, round=decision.round, confirm_by=confirm_by, at=at))
    decision.outcome, decision.reserve_place = Outcome.YES, None
    if motive.strip():
        decision.departs, decision.motive = True, motive.strip()
    decision.prepared, decision.composed = False, decision.composed or decision.prepared
    decision.decided_by, decision.decided_at, decision.published_at = by, at, at
    decision.save()
    keep_order(list(queries.reserve_in(edition, decision.round)))
    trail.record("reserve.moved_up", of=decision, by=by, at=at)
    return decision
