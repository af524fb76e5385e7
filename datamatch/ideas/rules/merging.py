"""Why ideas may not be merged, and why a merge may not be answered or undone."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from datamatch.editions.queries import is_manager
from datamatch.ideas import queries
from datamatch.ideas.enums import IdeaState, MergeState
from datamatch.ideas.models import Idea, Merge
from datamatch.ideas.models.merge import UNDO_WITHIN
from datamatch.ideas.rules.ideas import why_call_is_not_open, why_not_give_energy
from datamatch.people.models import Person

MOST_ORIGINALS = 5


def why_not_propose_merge(*, ideas: Sequence[Idea], by: Person) -> str | None:
    """Return why this person may not propose to merge these ideas, or None when they may."""
    if not ideas or len({idea.pk for idea in ideas}) < 2:
        return _("Choose at least two ideas.")
    if len(ideas) > MOST_ORIGINALS:
        return _("At most five ideas become one.")
    if not is_manager(by, ideas[0].edition) and not any(queries.is_author(idea, by) for idea in ideas):
        return _("Only who wrote one of the ideas, and the programme management, propose this.")
    if ideas[0].edition.is_sealed:
        return _("Ideas stay sealed until the call is closed, so nobody can see which ones are alike.")
    if len({idea.edition_id for idea in ideas}) > 1:
        return _("These ideas are not of the same edition.")
    return why_not_merge(ideas=ideas) or why_busy(ideas)


def why_not_merge(*, ideas: Sequence[Idea]) -> str | None:
    """Return why these ideas cannot become one now, or None when they can."""
    if any(idea.state != IdeaState.SENT for idea in ideas):
        return _("One of the ideas does not take part any more.")
    return why_call_is_not_open(ideas[0].edition)


def why_not_answer_so(*, ideas: Sequence[Idea], answers: Mapping[str, str]) -> str | None:
    """Return why these answers were not given by one of these ideas, or None when each of them was."""
    given = {pair for own in queries.answers_in(ideas).values() for pair in own.items()}
    return None if set(answers.items()) <= given else _("Choose an answer that one of the ideas gives.")


def why_busy(ideas: Sequence[Idea]) -> str | None:
    """Return why these ideas are not free, or None when no other proposal waits for an answer about one of them."""
    if any(queries.open_merge_of(idea) for idea in ideas):
        return _("About one of these ideas another proposal waits for an answer.")
    return None


def why_not_see_merge(*, merge: Merge, by: Person) -> str | None:
    """Return why this person may not see the merge, or None when they may."""
    if queries.sees_merge(merge, by):
        return None
    return _("This is between the authors of these ideas.")


def why_not_see_along(*, merge: Merge, by: Person) -> str | None:
    """Return why this person is not shown what goes along to the new idea, or None: its authors to be, and managers."""
    if queries.writes_original(merge, by) or is_manager(by, merge.edition):
        return None
    return why_not_see_merge(merge=merge, by=by) or _("This is between the authors of these ideas.")


def why_not_answer_merge(*, merge: Merge, by: Person) -> str | None:
    """Return why this person has no yes or no to give to the merge, or None when they have."""
    if merge.state != MergeState.ASKED:
        return _("This proposal is no longer open.")
    if not any(part.idea.submitter_id == by.pk for part in queries.parts_of(merge)):
        return _("The submitters of these ideas answer.")
    return None


def why_not_stop_merge(*, merge: Merge, by: Person) -> str | None:
    """Return why this person may not take the proposal back, or None when they may."""
    if merge.state != MergeState.ASKED:
        return _("This proposal is no longer open.")
    if merge.proposed_by_id != by.pk and not is_manager(by, merge.edition):
        return _("Only who proposed this takes it back.")
    return None


def why_not_undo_merge(*, merge: Merge, by: Person, at: datetime) -> str | None:
    """Return why this person may not undo the merge, or None when they may."""
    if merge.state != MergeState.DONE or merge.ended_at is None:
        return _("There is nothing to undo.")
    submits = any(part.idea.submitter_id == by.pk for part in queries.parts_of(merge))
    if not submits and not is_manager(by, merge.edition):
        return _("Only who sent one of the ideas, and the programme management, undo this.")
    if at > merge.ended_at + UNDO_WITHIN:
        return _("This can be undone for 14 days, and those are over.")
    return why_call_is_not_open(merge.edition)


def why_not_take_energy_along(*, merge: Merge, by: Person) -> str | None:
    """Return why this person is not asked for their energy now, or None when they are."""
    if merge.idea is None or merge.state != MergeState.DONE:
        return _("There is nothing to answer now.")
    if not merge.questions.filter(person=by).exists():
        return _("You gave these ideas no energy.")
    return why_not_give_energy(idea=merge.idea, by=by)


def why_not_begin_merge(*, idea: Idea, by: Person) -> str | None:
    """Return why this person cannot look for ideas to merge this one with, or None when they can."""
    if not queries.is_author(idea, by) and not is_manager(by, idea.edition):
        return _("Only who wrote one of the ideas, and the programme management, propose this.")
    if idea.edition.is_sealed:
        return _("Ideas stay sealed until the call is closed, so nobody can see which ones are alike.")
    return why_not_merge(ideas=[idea]) or why_busy([idea])
