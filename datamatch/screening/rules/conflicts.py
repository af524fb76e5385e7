"""Why somebody does not judge an idea, may not declare a tie, or may not change the ground rules; None otherwise."""

from django.utils.translation import gettext as _

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.ideas.rules import why_not_see
from datamatch.people.models import Person
from datamatch.screening import queries
from datamatch.screening.enums import Tie
from datamatch.screening.models import Conflict
from datamatch.screening.queries import Ties


def conflict_of(*, idea: Idea, person: Person, ties: Ties | None = None) -> str | None:
    """Return why this person may not judge this idea, or None; `ties` saves reads when asked for many pairs."""
    ties = ties or queries.ties_in([idea])
    tie = ties.between(idea, person)
    if tie is Tie.COAUTHOR and person.pk not in ties.coauthors.get(idea.pk, ()):
        return _("You were asked to co-write this idea, so you know whose it is.")
    return tie.told if tie else None


def why_tied(*, idea: Idea, by: Person) -> str | None:
    """Return why a screener may not read an idea they were asked to, never telling them whose it is; else None."""
    tie = queries.ties_in([idea]).between(idea, by)
    if tie is None:
        return None
    if tie.unmasks:
        return _("You have a tie with this idea: your own work, your energy or your unit. Please step back.")
    return _("%(why)s Somebody else should read it. Please step back.") % {"why": tie.told}


def why_not_see_ties(*, edition: Edition, by: Person) -> str | None:
    """Return why this person has no page about ties in this edition, or None when they judge in it."""
    if queries.judges(by, edition):
        return None
    return _("Only who screens, chooses or decides in this edition has a page about ties.")


def why_not_declare_in(*, edition: Edition, by: Person) -> str | None:
    """Return why this person cannot declare ties in this edition now, or None when they can."""
    if reason := why_not_see_ties(edition=edition, by=by):
        return reason
    if Tie.DECLARED not in queries.ground_rules_of(edition).minded:
        return _("In this edition a tie that you name yourself does not count.")
    if edition.has_come(Stage.DELIVERY):
        return _("The choice is made. Ties do not matter any more.")
    return None


def why_not_declare(*, idea: Idea, by: Person, reason: str) -> str | None:
    """Return why this person may not declare a tie to this idea, or None when they may."""
    if why_not := why_not_declare_in(edition=idea.edition, by=by):
        return why_not
    if idea.state != IdeaState.SENT:
        return _("This idea does not take part.")
    if why_not := why_not_see(idea=idea, by=by):
        return why_not
    if queries.conflict_between(idea, by):
        return _("You said already that you are tied to this idea.")
    return None if reason.strip() else _("Say in a few words what ties you to this idea.")


def why_not_take_back(*, conflict: Conflict, by: Person) -> str | None:
    """Return why this person may not take back a tie, or None when they may."""
    if conflict.person_id != by.pk:
        return _("Somebody else named this tie.")
    if conflict.taken_back_at is not None:
        return _("You took this back already.")
    return why_not_declare_in(edition=conflict.idea.edition, by=by)


def why_not_set_ground_rules(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not change the ground rules, or None when they may."""
    if not is_manager(by, edition):
        return _("Only a programme manager does this.")
    if edition.has_come(Stage.MATCHING):
        return _("The screening is closed. Its ground rules stay as they are.")
    return None


def why_not_organise(*, idea: Idea, by: Person) -> str | None:
    """Return why this person does not decide about this idea: no manager, or tied to it; None when they may."""
    tie = queries.ties_in([idea]).between(idea, by)
    if tie is not None:
        return _("%(why)s Somebody else decides about it.") % {"why": tie.told}
    deputy = queries.deputy_of(idea)
    if deputy is not None and deputy.person_id == by.pk:
        return None
    if not is_manager(by, idea.edition):
        return _("Only a programme manager does this.")
    if deputy is not None:
        return _("%(name)s decides about this idea.") % {"name": deputy.person.name}
    return None


def why_not_hand_over(*, idea: Idea, by: Person) -> str | None:
    """Return why this manager may not hand the decision about an idea to a deputy, or None when they may."""
    if not is_manager(by, idea.edition):
        return _("Only a programme manager does this.")
    if idea.edition.stage != Stage.SCREENING:
        return _("This decision is taken in another stage.")
    return None if idea.state == IdeaState.SENT else _("This idea does not take part.")


def why_not_name_deputy(*, idea: Idea, person: Person, by: Person) -> str | None:
    """Return why this person may not decide about the idea as a deputy, or None when they may."""
    if reason := why_not_hand_over(idea=idea, by=by):
        return reason
    if person.pk == by.pk:
        return _("Choose somebody else than yourself.")
    if not person.is_active:
        return _("This account is closed.")
    if queries.ties_in([idea]).between(idea, person):
        return _("This person is tied to the idea too. Choose somebody else.")
    return None
