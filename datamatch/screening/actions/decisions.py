"""Deciding about ideas: prepared from the ranking, changed by people, published at once."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.screening import queries, rules
from datamatch.screening.enums import RESERVES, Outcome, Round
from datamatch.screening.models import Decision, Standing


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
) -> Decision:
    """Decide about one idea; a shortlist decision that differs from the ranking says why (`motive`, else the reason).

    :raises Refused: not you, not now, or no reason given
    """
    refuse_if(rules.why_not_decide(idea=idea, by=by, round=round))
    proposed = queries.proposed_outcome(idea) if round == Round.SHORTLIST else None
    departs = departs or rules.departs(outcome=outcome, proposed=proposed)
    motive = motive or (reason if departs else "")
    refuse_if(rules.why_not_word(reason=reason, motive=motive, departs=departs))
    said = {"outcome": outcome, "reason": reason.strip(), "departs": departs, "motive": motive if departs else ""}
    signed = {"prepared": False, "decided_by": by, "decided_at": at}
    decision, _new = Decision.objects.update_or_create(idea=idea, round=round, defaults=said | signed)
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
    outcomes = seats_left(edition.shortlist_size, taken.values())
    decisions = prepared(edition, list(standings), outcomes, by, at)
    keep_prepared(decisions, so_far)
    trail.record("decisions.prepared", of=edition, by=by, at=at, count=len(decisions))
    return len(decisions)


def seats_left(shortlist_size: int, taken: Collection[str]) -> list[Outcome]:
    """Return the outcomes that can still be given, best first; whoever comes after them gets a no."""
    counted = Counter(taken)
    yes = max(shortlist_size - counted[Outcome.YES], 0)
    reserve = max(RESERVES - counted[Outcome.RESERVE], 0)
    return [Outcome.YES] * yes + [Outcome.RESERVE] * reserve


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
        decisions.append(Decision(idea=idea, round=Round.SHORTLIST, prepared=True, **decided))
    return decisions


def keep_prepared(decisions: Sequence[Decision], so_far: Mapping[int, Decision]) -> None:
    """Store new decisions, and change those prepared before only where they say something else now."""
    Decision.objects.bulk_create(decision for decision in decisions if decision.idea_id not in so_far)
    changed = []
    for decision in decisions:
        old = so_far.get(decision.idea_id)
        if old is not None and (old.outcome, old.reason) != (decision.outcome, decision.reason):
            old.outcome, old.reason = decision.outcome, decision.reason
            old.decided_by, old.decided_at = decision.decided_by, decision.decided_at
            changed.append(old)
    Decision.objects.bulk_update(changed, ["outcome", "reason", "decided_by", "decided_at"])


@transaction.atomic
def publish_decisions(*, edition: Edition, round: str, by: Person, at: datetime) -> int:
    """Publish the decisions of a round at once and return how many. :raises Refused: not you, not now, not all taken"""
    refuse_if(rules.why_not_publish(edition=edition, round=round, by=by))
    waiting = queries.decisions_in(edition, round).filter(published_at__isnull=True)
    count = Decision.objects.filter(pk__in=list(waiting.values_list("pk", flat=True))).update(published_at=at)
    trail.record("decisions.published", of=edition, by=by, at=at, round=round, count=count)
    return count
