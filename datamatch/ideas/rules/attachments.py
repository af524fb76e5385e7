"""Why somebody may not add a file to an idea, or take one off."""

from django.utils.translation import gettext as _

from datamatch.ideas import queries
from datamatch.ideas.models import Idea
from datamatch.ideas.rules.ideas import why_not_change
from datamatch.people.models import Person

MOST_ATTACHMENTS = 5


def why_not_attach(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not add a file to the idea, or None when they may."""
    if (reason := why_not_change(idea=idea, by=by)) is not None:
        return reason
    if queries.attachments_of(idea).count() >= MOST_ATTACHMENTS:
        return _("An idea has at most 5 files. Take one off first.")
    return None


def why_not_detach(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not take a file off the idea, or None when they may."""
    return why_not_change(idea=idea, by=by)
