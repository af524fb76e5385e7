"""Throwing a draft away, putting it back, and forgetting what was thrown away long ago."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import ProtectedError

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import rules
from datamatch.ideas.actions.attachments import forget_file
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.enums import DAYS_TO_PUT_BACK, IdeaState
from datamatch.ideas.models import Idea
from datamatch.people.models import Person


@transaction.atomic
def discard_draft(*, idea: Idea, by: Person, at: datetime) -> Idea:
    """Throw a draft away; it can be put back for some days.

    :raises Refused: not theirs, or not a draft
    """
    hold(idea)
    refuse_if(rules.why_not_discard(idea=idea, by=by))
    idea.state, idea.changed_at = IdeaState.DISCARDED, at
    idea.save(update_fields=["state", "changed_at"])
    trail.record("idea.discard", of=idea, by=by, at=at)
    return idea


@transaction.atomic
def put_back_draft(*, idea: Idea, by: Person, at: datetime) -> Idea:
    """Put a draft back that was thrown away.

    :raises Refused: not theirs, not thrown away, or too long ago
    """
    hold(idea)
    refuse_if(rules.why_not_put_back(idea=idea, by=by, at=at))
    idea.state, idea.changed_at = IdeaState.DRAFT, at
    idea.save(update_fields=["state", "changed_at"])
    trail.record("idea.put_back", of=idea, by=by, at=at)
    return idea


def delete_draft(idea: Idea) -> None:
    """Delete a draft with its files, which go once the deletion is certain."""
    for attachment in idea.attachments.all():
        forget_file(attachment)
    idea.delete()


def forget_discarded(*, at: datetime) -> int:
    """Delete the drafts that were thrown away too long ago to put back, and return how many went.

    What something else still points at stays thrown away, so that nothing breaks.
    """
    until = at - timedelta(days=DAYS_TO_PUT_BACK)
    gone = Idea.objects.filter(state=IdeaState.DISCARDED, changed_at__lte=until)
    return sum(forget(idea, at=at) for idea in gone.order_by("pk"))


@transaction.atomic
def forget(idea: Idea, *, at: datetime) -> bool:
    """Delete one draft for good; tell whether it went."""
    hold(idea)
    if idea.state != IdeaState.DISCARDED:
        return False
    try:
        with transaction.atomic():
            delete_draft(idea)
    except ProtectedError:
        return False
    trail.record("idea.forget", of=idea, by=None, at=at)
    return True
