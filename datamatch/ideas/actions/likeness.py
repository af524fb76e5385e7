"""Saying how an idea relates to one that looks like it."""

from datetime import datetime
from typing import cast

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.foundation.search import Match
from datamatch.ideas import rules
from datamatch.ideas.actions.energy import give_energy
from datamatch.ideas.enums import EnergyKind, LikenessChoice
from datamatch.ideas.models import Idea, Likeness
from datamatch.people.models import Person


@transaction.atomic
def say_alike(*, idea: Idea, match: Match | None, by: Person, at: datetime, choice: str, because: str = "") -> Likeness:
    """Keep what an author says about a text like their idea; supporting it gives it energy at once.

    Somebody who wants to join says on the page of that idea in which role; here only the choice is kept. The same
    pair answered again replaces the earlier answer.

    :raises Refused: not an author's, gone, not a choice, no difference named, or the other idea takes no energy
    """
    refuse_if(rules.why_not_compare(idea=idea, by=by))
    refuse_if(rules.why_not_say_alike(match=match, choice=choice, because=because))
    match = cast(Match, match)  # the rule above refuses when there is none
    if choice == LikenessChoice.SUPPORT:
        give_energy(idea=Idea.objects.get(public_id=match.of), by=by, at=at, kind=EnergyKind.SUPPORT)
    said = {"level": match.level, "choice": choice, "because": because.strip(), "at": at}
    answer, _ = Likeness.objects.update_or_create(
        idea=idea, other_kind=match.kind, other=match.of, by=by, defaults=said
    )
    trail.record(
        "idea.say_alike",
        of=idea,
        by=by,
        at=at,
        other=str(match.of),
        kind=match.kind,
        choice=str(choice),
        level=match.level,
    )
    return answer
