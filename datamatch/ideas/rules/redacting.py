"""Why the words of an idea may not be blacked out, or come back."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from datamatch.editions.enums import Stage
from datamatch.editions.queries import is_manager
from datamatch.ideas import queries
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Comment, Idea
from datamatch.ideas.queries.redacting import ANSWER
from datamatch.people.models import Person

# What became part of a new idea is still read as it was.
READ_BY_ALL = (IdeaState.SENT, IdeaState.MERGED)


def why_not_see_redaction(*, idea: Idea, by: Person) -> str | None:
    """Return why this person does not see copy and original beside each other, or None: managers, not of their own."""
    if not is_manager(by, idea.edition):
        return _("Only a manager of this edition does this.")
    if idea.edition.is_sealed:
        return _("Ideas stay sealed until the call is closed. Then you find them here.")
    return _("This is your own idea. Another manager does this.") if queries.is_author(idea, by) else None


def why_not_redact(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not black out words of the idea now, or None when they may."""
    if reason := why_not_see_redaction(idea=idea, by=by):
        return reason
    if idea.state not in READ_BY_ALL:
        return _("This idea does not take part now.")
    if idea.edition.stage != Stage.SCREENING:
        return _("Words are blacked out during the screening. Before it the makers can still change them themselves.")
    return None


def why_not_copy(*, words: Mapping[str, str]) -> str | None:
    """Return what is wrong with a copy, or None when it can be read."""
    if not words["title"].strip() or not words["demand"].strip():
        return _("A title and a demand must remain, be it with words blacked out.")
    if not all(text.strip() for name, text in words.items() if name.startswith(ANSWER)):
        return _("Something must remain of each answer, be it with words blacked out.")
    return None


def why_not_hold_back_in(*, idea: Idea, by: Person) -> str | None:
    """Return why this person holds back nothing that is said about an idea, or None when they may."""
    if reason := why_not_see_redaction(idea=idea, by=by):
        return reason
    return None if queries.makers_stay_hidden(idea.edition) else _("Who made this idea is known by now.")


def why_not_hold_back(*, comment: Comment, by: Person) -> str | None:
    """Return why this person may not hold back a comment, or let it be read again, or None when they may."""
    if reason := why_not_hold_back_in(idea=comment.idea, by=by):
        return reason
    return None if comment.is_shown else _("This comment is not there any more.")


def why_not_lift(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not let the original words come back, or None when they may."""
    if reason := why_not_see_redaction(idea=idea, by=by):
        return reason
    return None if queries.redaction_of(idea) else _("This idea says its own words.")
