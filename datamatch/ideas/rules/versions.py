"""Why somebody may not read, restore or erase what an idea said before."""

from django.utils.translation import gettext as _

from datamatch.editions.queries import is_manager
from datamatch.ideas import queries
from datamatch.ideas.models import Idea, Version
from datamatch.ideas.rules.ideas import why_not_change
from datamatch.people.models import Person


def why_not_see_versions(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not read earlier words, or None; a name that was taken out still stands in them."""
    if queries.sees_authors(idea, by):
        return None
    return _("What an idea said before can tell whose it is. You can read it when screening is done.")


def why_not_restore(*, idea: Idea, version: Version, by: Person) -> str | None:
    """Return why this person may not bring these words back, or None when they may."""
    if version.erased_at is not None:
        return _("These words were erased.")
    if queries.says_now(version, idea):
        return _("These are the words of now.")
    return why_not_change(idea=idea, by=by)


def why_not_erase_in(*, idea: Idea, by: Person) -> str | None:
    """Return why this person erases nothing that this idea said before, or None when they may."""
    if queries.is_author(idea, by) or is_manager(by, idea.edition):
        return None
    return _("Only who wrote this idea, and the programme management, erase earlier words.")


def why_not_erase(*, idea: Idea, version: Version, by: Person) -> str | None:
    """Return why this person may not erase the words of a version, or None when they may."""
    if (reason := why_not_erase_in(idea=idea, by=by)) is not None:
        return reason
    if version.erased_at is not None:
        return _("These words were erased.")
    if queries.says_now(version, idea):
        return _("These are the words of now. Change the idea first.")
    return None
