"""Why somebody may not follow an idea."""

from django.utils.translation import gettext as _

from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.ideas.rules.ideas import why_not_see
from datamatch.people.models import Person


def why_not_follow(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not follow the idea or stop it, or None when they may."""
    if idea.state in (IdeaState.DRAFT, IdeaState.DISCARDED):
        return _("This idea has not been sent yet.")
    return why_not_see(idea=idea, by=by)
