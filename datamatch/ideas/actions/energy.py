"""Giving energy to an idea, and taking it back."""

from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import rules
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.actions.joining import ask_to_join
from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.models import Energy, Idea
from datamatch.people.models import Person


@transaction.atomic
def give_energy(
    *, idea: Idea, by: Person, at: datetime, kind: str, role: str = "", hours_per_week: int = 0, why: str = ""
) -> Energy:
    """Keep what a person will do for an idea; the same kind given again replaces the earlier words.

    The idea is held: it is not withdrawn meanwhile, and of twenty people who press at once each is kept once.

    :raises Refused: the idea takes no energy from this person now, or joining names no role or hours
    """
    hold(idea)
    refuse_if(rules.why_not_give_energy(idea=idea, by=by))
    refuse_if(rules.why_not_say(kind=kind, role=role, hours_per_week=hours_per_week))
    offers = {"role": role, "hours_per_week": hours_per_week}
    anew = not Energy.objects.filter(idea=idea, person=by, kind=kind, **offers).exists()
    said = {**offers, "why": why, "stated_at": at}
    energy, _ = Energy.objects.update_or_create(idea=idea, person=by, kind=kind, defaults=said)
    if kind == EnergyKind.JOIN:
        ask_to_join(energy=energy, anew=anew, at=at)
    trail.record("energy.give", of=idea, by=by, at=at, kind=str(kind), role=role, hours_per_week=hours_per_week)
    return energy


@transaction.atomic
def take_back_energy(*, idea: Idea, by: Person, kind: str, at: datetime) -> None:
    """Take back one kind of energy; nothing happens when it was not given.

    :raises Refused: energy of this idea can no longer be changed
    """
    hold(idea)
    refuse_if(rules.why_not_give_energy(idea=idea, by=by))
    gone, _ = Energy.objects.filter(idea=idea, person=by, kind=kind).delete()
    if gone:
        trail.record("energy.take_back", of=idea, by=by, at=at, kind=str(kind))
