"""Deeds with gates and safeguards."""

from datetime import date, datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.safeguards import queries, rules
from datamatch.safeguards.enums import Aspect, Verdict
from datamatch.safeguards.models import Gate, Safeguard


@transaction.atomic
def open_gate(*, idea: Idea, moment: str, by: Person, at: datetime) -> Gate:
    """Open a gate with its three safeguards; one that is open is returned as it is.

    :raises Refused: not the programme manager, or the idea does not take part
    """
    refuse_if(rules.why_not_open_gate(idea=idea, moment=moment, by=by))
    if existing := queries.gate_of(idea, moment):
        return existing
    gate = Gate.objects.create(idea=idea, moment=moment, opened_at=at)
    for aspect in Aspect:
        Safeguard.objects.create(gate=gate, aspect=aspect)
    trail.record("gate.open", of=gate, by=by, at=at, moment=str(moment))
    return gate


@transaction.atomic
def appoint_owner(*, safeguard: Safeguard, owner: Person, by: Person, at: datetime) -> Safeguard:
    """Say who settles a safeguard; a verdict that was given stays until the new owner gives another.

    :raises Refused: not the programme manager, or the edition is closed
    """
    refuse_if(rules.why_not_appoint_owner(safeguard=safeguard, by=by))
    safeguard.owner = owner
    safeguard.save(update_fields=["owner"])
    trail.record("safeguard.appoint", of=safeguard, by=by, at=at, owner=str(owner.public_id))
    return safeguard


@transaction.atomic
def settle(
    *,
    safeguard: Safeguard,
    verdict: str,
    by: Person,
    at: datetime,
    evidence: str,
    condition: str = "",
    expires_on: date | None = None,
) -> Safeguard:
    """Keep the verdict of the owner with what it rests on; a new verdict replaces the one before.

    :raises Refused: not the owner, no evidence, or a conditional go without its condition
    """
    refuse_if(rules.why_not_decide(safeguard=safeguard, by=by))
    refuse_if(rules.why_not_say(verdict=verdict, evidence=evidence, condition=condition))
    safeguard.verdict, safeguard.evidence, safeguard.expires_on = verdict, evidence, expires_on
    safeguard.condition = condition if verdict == Verdict.GO_IF else ""
    safeguard.condition_met_at, safeguard.decided_at = None, at
    safeguard.save()
    expiry = expires_on.isoformat() if expires_on else ""
    trail.record("safeguard.settle", of=safeguard, by=by, at=at, verdict=str(verdict), expires_on=expiry)
    return safeguard


@transaction.atomic
def meet_condition(*, safeguard: Safeguard, by: Person, at: datetime) -> Safeguard:
    """Note that the condition of a conditional go has been met.

    :raises Refused: not the owner, no condition, or met before
    """
    refuse_if(rules.why_not_meet_condition(safeguard=safeguard, by=by))
    safeguard.condition_met_at = at
    safeguard.save(update_fields=["condition_met_at"])
    trail.record("safeguard.meet_condition", of=safeguard, by=by, at=at)
    return safeguard
