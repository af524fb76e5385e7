"""Why the roles an idea looks for may not be changed; None when they may."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from datamatch.editions.enums import Stage
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import is_author
from datamatch.people.enums import disciplines
from datamatch.people.models import Person

MOST_ROLES = 6


def why_not_seek(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not say whom the idea looks for, or None when they may."""
    if not is_author(idea, by):
        return _("Only who wrote this idea can change it.")
    if idea.state == IdeaState.WITHDRAWN:
        return _("You withdrew this idea. Send it again first.")
    if idea.edition.has_come(Stage.DELIVERY):
        return _("The teams of this edition are at work.")
    return None


def why_not_seek_these(roles: Iterable[str]) -> str | None:
    """Return what is wrong with these roles, or None when they can be looked for."""
    asked = set(roles)
    if asked - set(disciplines()):
        return _("We do not know this role.")
    if len(asked) > MOST_ROLES:
        return _("Choose at most 6 roles: those without whom it cannot be done.")
    return None
