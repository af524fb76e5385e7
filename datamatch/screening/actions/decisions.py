"""Deciding about ideas: prepared from the ranking, changed by people, published at once."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.screening import queries, rules
from datamatch.screening.actions.confirming import ask_to_confirm
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.models import Decision, Publication, Standing

LAST = 10_000


@transaction.atomic
def decide(
    *,
    idea: Idea,
    round: str,
    outcome: str,
    reason: str,
    by: Person,
    at: datetime,
    departs: bool = False,
    motive: str = "",
    condition: str = "",
    meet_by: date | None = None,
) -> Decision:
    """Decide about one idea; a shortlist decision that differs from the ranking says why (`motive`, else the reason).

    :raises Refused: not you, not now, or no reason given
    """
    refuse_if(rules.why_not_decide(idea=idea, by=by, round=round))
    proposed = queries.proposed_outcome(idea) if round == Round.SHORTLIST else None
    departs = departs or rules.departs(outcome=outcome, proposed=proposed)
    motive = motive or (reason if departs else "")
    refuse_if(rules.why_not_word(reason=reason, motive=motive, departs=departs))
    refuse_if(rules.why_not_condition(outcome=outcome, condition=condition, meet_by=meet_by))
    said = {"outcome": outcome, "reason": reason.strip(), "departs": departs, "motive": motive if departs else ""}
    said |= {"condition": condition.strip(), "meet_by": meet_by, "reserve_place": None}
    signed = {"prepared": False, "composed": False, "decided_by": by, "decided_at": at}
    decision, _new = Decision.objects.update_or_create(idea=idea, round=round, defaults=said | signed)
    keep_order(reserve_after(decision))
    trail.record("decision.taken", of=decision, by=by, at=at, round=round, outcome=outcome, departs=departs)
    return decision


@transaction.atomic
def prepare_decisions(*, edition: Edition, by: Person, at: datetime) -> int:
    """Prepare a decision with a reason for every ranked idea and return how many.

    What people decided stays as it is and takes its seat; the ranking fills the seats that are left.

    :raises Refused: not you, not now, or no ranking yet
    """
    refuse_if(rules.why_not_prepare(edition=edition, by=by))
    calibration = queries.latest_calibration(edition)
    assert calibration is not None  # noqa: S101 - the rule above saw it
    so_far = {decision.idea_id: decision for decision in queries.decisions_in(edition, Round.SHORTLIST)}
    taken = {idea: decision.outcome for idea, decision in so_far.items() if not decision.prepared}
    standings = queries.standings_of(calibration).exclude(idea__in=taken).select_related("idea__submitter")
    outcomes = queries.seats_left(edition.shortlist_size, taken.values())
    decisions = prepared(edition, list(standings), outcomes, by, at)
    keep_prepared(decisions, so_far)
    by_place = {standing.idea_id: standing.place for standing in queries.standings_of(calibration)}
    reserve = list(queries.reserve_in(edition))
    keep_order(sorted(reserve, key=lambda one: (one.reserve_place or LAST, by_place.get(one.idea_id, LAST))))
    trail.record("decisions.prepared", of=edition, by=by, at=at, count=len(decisions))
    return len(decisions)


def prepared(
    edition: Edition, standings: Sequence[Standing], outcomes: Sequence[Outcome], by: Person, at: datetime
) -> list[Decision]:
    """Return the decisions in the order of the ranking, with reasons in the language of who sent the idea."""
    words = queries.words_in(edition)
    decisions = []
    for i, standing in enumerate(standings):
        outcome = outcomes[i] if i < len(outcomes) else Outcome.NO
        idea = standing.idea
        reason = queries.composed_reason(words.get(idea.pk, []), outcome, idea.submitter.language)
        decided = {"outcome": outcome, "reason": reason, "decided_by": by, "decided_at": at}
        decisions.append(Decision(idea=idea, round=Round.SHORTLIST, prepared=True, composed=True, **decided))
    return decisions


def keep_prepared(decisions: Sequence[Decision], so_far: Mapping[int, Decision]) -> None:
    """Store new decisions, and change those prepared before only where they say something else now."""
    Decision.objects.bulk_create(decision for decision in decisions if decision.idea_id not in so_far)
    changed = []
    for decision in decisions:
        old = so_far.get(decision.idea_id)
        if old is not None and (old.outcome, old.reason) != (decision.outcome, decision.reason):
            old.outcome, old.reason, old.reserve_place = decision.outcome, decision.reason, None
            old.decided_by, old.decided_at = decision.decided_by, decision.decided_at
            changed.append(old)
    Decision.objects.bulk_update(changed, ["outcome", "reason", "reserve_place", "decided_by", "decided_at"])


@transaction.atomic
def publish_decisions(*, edition: Edition, round: str, by: Person, at: datetime) -> int:
    """Publish the decisions of a round at once and return how many. :raises Refused: not you, not now, not all taken"""
    refuse_if(rules.why_not_publish(edition=edition, round=round, by=by))
    refuse_if(rules.why_contradicted(edition=edition, round=round))
    waiting = queries.decisions_in(edition, round).filter(published_at__isnull=True)
    count = Decision.objects.filter(pk__in=list(waiting.values_list("pk", flat=True))).update(published_at=at)
    planned = queries.publication_of(edition, round)
    Publication.objects.filter(edition=edition, round=round).update(published_at=at)
    ask_to_confirm(queries.decisions_in(edition, round), confirm_by=planned.confirm_by if planned else None)
    trail.record("decisions.published", of=edition, by=by, at=at, round=round, count=count)
    return count


def reserve_after(decision: Decision) -> list[Decision]:
    """Return the reserve in order after a decision: who is new in it comes last."""
    order = list(queries.reserve_in(decision.idea.edition, decision.round))
    return sorted(order, key=lambda one: one.reserve_place or LAST)


def keep_order(order: Sequence[Decision]) -> None:
    """Give the reserve the places 1, 2, 3 ... in this order."""
    for place, decision in enumerate(order, 1):
        decision.reserve_place = place
    Decision.objects.bulk_update(order, ["reserve_place"])
