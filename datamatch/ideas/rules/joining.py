"""Why somebody may not answer a request to join."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.ideas import queries
from datamatch.ideas.enums import IdeaState, JoinAnswer
from datamatch.ideas.models import Idea, JoinRequest
from datamatch.ideas.queries.joining import NUDGE_AGAIN_AFTER
from datamatch.people.models import Person


def why_not_answer_joiners(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not answer who wants to join the idea, or None when they may."""
    if not queries.is_author(idea, by):
        return _("Only who wrote this idea answers who wants to join.")
    if idea.state != IdeaState.SENT:
        return _("This idea does not take part now.")
    if idea.edition.has_come(Stage.DELIVERY):
        return _("The teams of this edition are at work. Who is in a team is known by now.")
    return None


def why_not_give_answer(*, answer: str, word: str) -> str | None:
    """Return what is missing from an answer to somebody who wants to join, or None when it says enough."""
    if answer not in dict(JoinAnswer.answers()):
        return _("Choose an answer: welcome, later, or not now.")
    if answer == JoinAnswer.NOT_NOW and not word.strip():
        return _("Say in a few words why not now. That is kinder than a bare no.")
    return None


def why_not_tell_joiner(*, request: JoinRequest, word: str) -> str | None:
    """Return why these words may not go to who wants to join, or None: too early they tell who made the idea."""
    idea, joiner = request.energy.idea, request.energy.person
    if (tells := queries.telling_to(idea, joiner)) and (told := queries.found_in(word, tells)):
        found = ", ".join(f"“{one}”" for one in told)
        return _("Leave out what tells who made the idea, until that may be known: %(words)s") % {"words": found}
    return None


def why_not_see_waiting(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not see who waits too long for an answer, or None when they may."""
    if not is_manager(by, edition):
        return _("Only a manager of this edition does this.")
    return _("Ideas stay sealed until the call is closed. Then you find them here.") if edition.is_sealed else None


def why_not_nudge(*, idea: Idea, by: Person, at: datetime) -> str | None:
    """Return why this person may not remind the authors of who waits to join, or None when they may."""
    if why_not := why_not_see_waiting(edition=idea.edition, by=by):
        return why_not
    waiting = queries.requests_waiting_at(idea, at=at)
    if not waiting:
        return _("Everybody has an answer.")
    return next((why_not for one in waiting if (why_not := why_not_so_soon(one, at=at))), None)


def why_not_so_soon(request: JoinRequest, *, at: datetime) -> str | None:
    """Return why the authors are not reminded of this request again yet, or None when they can be."""
    if request.nudged_at is None or at >= request.nudged_at + NUDGE_AGAIN_AFTER:
        return None
    told = {"day": date_format(localtime(request.nudged_at), "j F")}
    return _("Reminded on %(day)s. You can do it again two days later.") % told
