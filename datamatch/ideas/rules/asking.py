"""Why somebody may not be asked to help with an idea, and why a question may not be answered."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Stage
from datamatch.ideas import queries
from datamatch.ideas.enums import AskAnswer, EnergyKind, IdeaState
from datamatch.ideas.models import Ask, Idea
from datamatch.ideas.rules.ideas import why_not_give_energy, why_not_say, why_not_see
from datamatch.people import rules as people_rules
from datamatch.people.models import Person

ASKS_PER_DAY = 5
YES = {EnergyKind.JOIN, EnergyKind.ADVISE}


def why_not_ask_for_help(*, idea: Idea, by: Person, at: datetime) -> str | None:
    """Return why this person may ask nobody for this idea now, or None when they may."""
    if reason := why_not_see(idea=idea, by=by):
        return reason
    if idea.state != IdeaState.SENT:
        return _("Send the idea first. Then others can read what you ask them for.")
    if idea.edition.has_come(Stage.DELIVERY):
        return _("The teams of this edition are at work. Nobody is asked any more.")
    if queries.asked_today(by, at=at) >= ASKS_PER_DAY:
        words = ngettext(
            "You asked %(most)s person today. Wait for the answer; tomorrow you can ask more.",
            "You asked %(most)s people today. Wait for their answers; tomorrow you can ask more.",
            ASKS_PER_DAY,
        )
        return words % {"most": ASKS_PER_DAY}
    return None


def why_not_ask_person(*, idea: Idea, person: Person, by: Person) -> str | None:
    """Return why this person may not be asked to help with the idea, or None when they may.

    That somebody wrote the idea is a reason only for who may know that.
    """
    if person.pk == by.pk:
        return _("You cannot ask yourself.")
    if not person.is_active:
        return _("This account is closed.")
    return people_rules.why_not_ask(person=person, by=by) or why_not_for_this_idea(idea=idea, person=person, by=by)


def why_not_for_this_idea(*, idea: Idea, person: Person, by: Person) -> str | None:
    """Return why somebody who is open to questions cannot be asked for this idea, or None when they can."""
    if queries.sees_authors(idea, by) and queries.is_author(idea, person):
        return _("%(name)s wrote this idea.") % {"name": person.name}
    if person.pk in queries.asked_for(idea):
        return _("%(name)s was asked for this idea already.") % {"name": person.name}
    if why_not_see(idea=idea, by=person):
        return _("%(name)s cannot read this idea.") % {"name": person.name}
    return None


def why_not_see_ask(*, ask: Ask, by: Person) -> str | None:
    """Return why this person may not read the question, or None when it is theirs."""
    if ask.person_id != by.pk:
        return _("This question is for somebody else.")
    return why_not_see(idea=ask.idea, by=by)


def why_not_answer_ask(*, ask: Ask, by: Person, answer: str) -> str | None:
    """Return why this person may not give this answer, or None when they may; "maybe later" can be changed."""
    if reason := why_not_see_ask(ask=ask, by=by):
        return reason
    if not ask.is_open:
        return _("You answered this question.")
    if answer not in {AskAnswer.YES, AskAnswer.LATER, AskAnswer.NO}:
        return _("Say yes, maybe later, or no.")
    if answer == AskAnswer.YES:
        return why_not_give_energy(idea=ask.idea, by=by)
    return None


def why_not_say_yes(*, kind: str, role: str, hours_per_week: int) -> str | None:
    """Return what is missing from a yes, or None when it says what somebody will do."""
    if kind not in YES:
        return _("Say whether you join or advise.")
    return why_not_say(kind=kind, role=role, hours_per_week=hours_per_week)
