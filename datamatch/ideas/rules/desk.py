"""Why something may not be done with many ideas at once; None when it may."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from datamatch.editions.models import Edition, Theme
from datamatch.editions.queries import is_manager
from datamatch.editions.rules import why_not_manage
from datamatch.ideas.models import Idea, IdeaFile, SavedView
from datamatch.ideas.queries.desk import views_of
from datamatch.ideas.rules.ideas import why_call_is_not_open
from datamatch.people.models import Person

MOST_VIEWS = 20
MOST_AT_ONCE = 500
FILE_WAITS = timedelta(days=1)


def why_not_see_desk(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not see the desk of an edition, or None when they may."""
    if not is_manager(by, edition):
        return _("Only a manager of this edition does this.")
    return _("Ideas stay sealed until the call is closed. Then you find them here.") if edition.is_sealed else None


def why_not_keep_view(*, edition: Edition, by: Person, name: str) -> str | None:
    """Return why a view cannot be kept under this name, or None when it can."""
    if why_not := why_not_see_desk(edition=edition, by=by):
        return why_not
    if not name.strip():
        return _("Give this view a name.")
    kept = views_of(by, edition)
    if kept.count() >= MOST_VIEWS and not kept.filter(name=name.strip()).exists():
        return _("You have 20 views here already. Remove one first.")
    return None


def why_not_forget_view(*, view: SavedView, by: Person) -> str | None:
    """Return why this person may not remove a view, or None when they may."""
    return None if view.person_id == by.pk else _("This view is somebody else's.")


def why_not_choose_ideas(*, edition: Edition, ideas: Sequence[Idea]) -> str | None:
    """Return why nothing can be done with this choice of ideas, or None when something can."""
    if not ideas:
        return _("Choose at least one idea.")
    if len(ideas) > MOST_AT_ONCE:
        return _("Choose at most 500 ideas at once.")
    if any(idea.edition_id != edition.pk for idea in ideas):
        return _("One of these ideas is not in this edition.")
    return None


def why_not_change_theme(*, edition: Edition, ideas: Sequence[Idea], theme: Theme, by: Person) -> str | None:
    """Return why these ideas cannot get another theme, or None when they can."""
    if why_not := why_not_manage(edition=edition, by=by) or why_not_choose_ideas(edition=edition, ideas=ideas):
        return why_not
    if theme.edition_id != edition.pk:
        return _("This theme is not in this edition.")
    return why_call_is_not_open(edition)


def why_not_write(*, edition: Edition, ideas: Sequence[Idea], text: str, by: Person) -> str | None:
    """Return why the authors of these ideas cannot be written to, or None when they can."""
    if why_not := why_not_manage(edition=edition, by=by) or why_not_choose_ideas(edition=edition, ideas=ideas):
        return why_not
    return None if text.strip() else _("Write something first.")


def why_not_import(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not bring in ideas from a file, or None when they may."""
    return why_not_manage(edition=edition, by=by) or why_call_is_not_open(edition)


def why_not_take_file(*, file: IdeaFile, by: Person, at: datetime) -> str | None:
    """Return why the ideas of a file that was read cannot be taken in, or None when they can."""
    if file.person_id != by.pk:
        return _("Somebody else brought this file.")
    if file.taken_at is not None:
        return _("The ideas of this file have been taken in already.")
    if at - file.read_at > FILE_WAITS:
        return _("This file was read more than a day ago. Upload it again.")
    return why_not_import(edition=file.edition, by=by)
