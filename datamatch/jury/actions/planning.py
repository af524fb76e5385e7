"""Deeds about the running order."""

from datetime import datetime, timedelta

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import live, trail
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import queries, rules, weighing
from datamatch.jury.models import Pitch
from datamatch.people.models import Person
from datamatch.screening.queries import shortlisted_ideas

CHANGEOVER_MINUTES = 2


@transaction.atomic
def plan_pitches(
    *, edition: Edition, by: Person, at: datetime, starts_at: datetime, minutes: int = 8, room: str = ""
) -> list[Pitch]:
    """Make the running order of the shortlist, in place of an earlier one; each pitch lasts `minutes`.

    Makers who are away have their pitch before or after that; of those orders jurors miss as few pitches as can be.

    :raises Refused: not you, not now, the first pitch has begun, or no order goes around the makers
    """
    refuse_if(rules.why_not_plan_pitches(edition=edition, by=by))
    ideas = list(shortlisted_ideas(edition))
    slot = timedelta(minutes=minutes + CHANGEOVER_MINUTES)
    slots = [starts_at + slot * place for place in range(len(ideas))]
    ordered = weighing.running_order(edition=edition, ideas=ideas, slots=slots, minutes=minutes, seed=edition.seed)
    Pitch.objects.filter(idea__edition=edition).exclude(idea__in=ordered).delete()
    pitches = []
    for place, (idea, begins) in enumerate(zip(ordered, slots, strict=True), start=1):
        planned = {"place": place, "minutes": minutes, "starts_at": begins, "room": room.strip()}
        pitches.append(Pitch.objects.update_or_create(idea=idea, defaults=planned)[0])
    trail.record("pitches.plan", of=edition, by=by, at=at, pitches=len(pitches), minutes=minutes)
    live.changed(queries.room_of(edition))
    return pitches
