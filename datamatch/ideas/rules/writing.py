"""Who wrote what last, and what may be thrown away."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from datamatch.ideas import queries
from datamatch.ideas.enums import DAYS_TO_PUT_BACK, IdeaState
from datamatch.ideas.models import Idea
from datamatch.ideas.rules.ideas import why_not_change
from datamatch.people.models import Person


def overtaken(idea: Idea, names: Iterable[str], *, based_on: int | None) -> list[str]:
    """Return which of these words or answers changed after the version somebody started from; none without one."""
    if based_on is None:
        return []
    return [name for name in names if idea.word_versions.get(name, 0) > based_on]


def why_not_keep(*, idea: Idea, by: Person) -> str | None:
    """Return why a page may not keep the idea by itself while somebody writes, or None for a draft of theirs."""
    if idea.number is not None:
        return _("Others read this idea. Press the button to keep your changes.")
    return why_not_change(idea=idea, by=by)


def why_not_see_receipt(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not see the receipt of an idea, or None for the authors of a sent one."""
    if not queries.is_author(idea, by):
        return _("Only who wrote this idea sees this page.")
    return None if idea.state == IdeaState.SENT else _("This idea has not been sent yet.")


def why_not_discard(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not throw the idea away, or None when it is their own draft."""
    if idea.submitter_id != by.pk:
        return _("Only who began this draft can throw it away.")
    if idea.state == IdeaState.DISCARDED:
        return _("This draft was thrown away.")
    if idea.state != IdeaState.DRAFT:
        return _("This idea was sent before. You can withdraw it, not throw it away.")
    return None


def why_not_put_back(*, idea: Idea, by: Person, at: datetime) -> str | None:
    """Return why this person may not put a draft back, or None when they threw it away not long ago."""
    if idea.submitter_id != by.pk:
        return _("Only who threw this draft away can put it back.")
    if idea.state != IdeaState.DISCARDED or idea.changed_at <= at - timedelta(days=DAYS_TO_PUT_BACK):
        return _("This draft cannot be put back.")
    return None
