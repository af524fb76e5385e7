"""Why something may not be done with a canvas."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from datamatch.canvas.enums import Need
from datamatch.editions.enums import Stage
from datamatch.editions.queries import is_manager
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import is_author
from datamatch.ideas.rules import why_not_see as why_not_see_idea
from datamatch.people.enums import disciplines
from datamatch.people.models import Person

LONGEST_WEEK = 40


def why_not_see(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not read the canvas, or None when they may.

    Before matching it would tell readers more about one idea than about another.
    """
    if idea.edition.has_come(Stage.MATCHING) or is_author(idea, by) or is_manager(by, idea.edition):
        return why_not_see_idea(idea=idea, by=by)
    return _("The canvas can be read once the shortlist is known.")


def why_not_fill_canvas(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not fill the canvas, or None when they may."""
    if idea.state != IdeaState.SENT:
        return _("This idea does not take part.")
    if not idea.edition.has_come(Stage.SCREENING):
        return _("The canvas opens when the call is closed.")
    if idea.edition.stage == Stage.CLOSED:
        return _("This edition is closed.")
    if not (is_author(idea, by) or is_manager(by, idea.edition)):
        return _("Only who wrote this idea and the programme manager fill its canvas.")
    return None


def why_not_need(needs: Sequence[Need]) -> str | None:
    """Return what is wrong with a list of roles, or None when it can be kept."""
    roles = [need.role for need in needs]
    if len(set(roles)) < len(roles):
        return _("Name each role once.")
    if not set(roles) <= set(disciplines()):
        return _("Choose the roles from the list.")
    if any(not 1 <= need.hours_per_week <= LONGEST_WEEK for need in needs):
        return _("A role takes 1 to 40 hours a week.")
    return None
