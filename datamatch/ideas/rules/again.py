"""Why an idea cannot be tried again in another edition, in a sentence the person reads."""

from datetime import datetime

from django.utils.translation import gettext as _

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.ideas import queries
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.ideas.rules.ideas import why_not_start
from datamatch.people.models import Person


def why_not_be_tried_again(*, idea: Idea, by: Person) -> str | None:
    """Return why this person cannot try an idea again at all, or None for an author whose idea had its turn.

    A sent idea had its turn when the choice of its edition is made; a draft when its call is closed.
    """
    if not queries.is_author(idea, by):
        return _("Only who wrote this idea can send it again.")
    if idea.state == IdeaState.DISCARDED:
        return _("You threw this draft away. Put it back first.")
    had_its_turn = Stage.DELIVERY if idea.state == IdeaState.SENT else Stage.SCREENING
    if not idea.edition.has_come(had_its_turn):
        return _("This idea still takes part in %(edition)s.") % {"edition": idea.edition}
    return None


def why_not_try_again(*, idea: Idea, edition: Edition, by: Person, at: datetime) -> str | None:
    """Return why this person cannot try an idea again in an edition, or None when they can."""
    if why_not := why_not_be_tried_again(idea=idea, by=by) or why_not_start(edition=edition, by=by, at=at):
        return why_not
    if edition.pk == idea.edition_id:
        return _("An idea is sent once in an edition.")
    if queries.tried_in(idea, edition):
        return _("This idea was tried again in %(edition)s already.") % {"edition": edition}
    return None


def why_not_note_earlier(*, idea: Idea, earlier: Idea, by: Person) -> str | None:
    """Return why this person cannot say that a draft tries an earlier idea again, or None when they can."""
    if not queries.is_author(idea, by):
        return _("Only who wrote this idea can change it.")
    if idea.state != IdeaState.DRAFT:
        return _("This idea has been sent.")
    return why_not_be_tried_again(idea=earlier, by=by)


def why_not_say_what_changed(words: str) -> str | None:
    """Return what is missing from the words about what changed, or None when they say something."""
    return None if words.strip() else _("Tell in a few words what is different now.")
