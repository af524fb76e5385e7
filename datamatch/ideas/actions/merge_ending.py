"""Closing a proposal to merge ideas, and holding it meanwhile."""

from datetime import datetime

from django.utils.translation import gettext as _

from datamatch.foundation import trail
from datamatch.foundation.refusal import Refused
from datamatch.ideas import queries
from datamatch.ideas.actions import merge_mails as mails
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.enums import MergeState
from datamatch.ideas.models import Idea, Merge
from datamatch.people.models import Person


def end(merge: Merge, state: MergeState, deed: str, *, by: Person, at: datetime, reason: str = "") -> Merge:
    """Close a merge, and tell the submitters how it ended."""
    merge.state, merge.reason = state, reason[:300]
    if state == MergeState.DECLINED:
        merge.ended_at = at
    merge.save(update_fields=["state", "reason", "ended_at"])
    merge.parts.update(is_open=False)
    trail.record(deed, of=merge, by=by, at=at)
    mails.tell_ended(merge, by=by, at=at)
    return merge


def hold_merge(merge: Merge) -> Merge:
    """Lock the row of a merge until this transaction ends, and return it as it is by now."""
    Merge.objects.select_for_update().get(pk=merge.pk)
    return Merge.objects.select_related("edition", "lead__submitter", "idea__edition").get(pk=merge.pk)


def hold_with_merge(idea: Idea) -> Merge | None:
    """Hold an idea that may leave, after the proposal to merge it that is open, and return that proposal.

    :raises Refused: somebody proposed to merge it at this very moment
    """
    found = queries.open_merge_of(idea)
    merge = hold_merge(found) if found else None
    hold(idea)
    if (still_open := queries.open_merge_of(idea)) is not None and still_open != merge:
        raise Refused(_("Somebody proposed to merge this idea just now. Look at that first."))
    return merge if still_open else None


def let_lapse(merge: Merge | None, *, by: Person, at: datetime) -> None:
    """Close a proposal of which an original does not take part any more, and tell the others."""
    if merge is not None:
        end(merge, MergeState.DECLINED, "merge.lapse", by=by, at=at)
