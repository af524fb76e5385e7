"""Why somebody may not write an idea together with others, in a sentence the person reads."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.ideas import queries
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import CoAuthor, Idea
from datamatch.ideas.rules.ideas import why_call_is_not_open
from datamatch.people.models import Person
from datamatch.people.queries import domain_of, domains

MOST_COAUTHORS = 6


def why_not_see_coauthors(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not see who is asked to write along, or None when they may."""
    if queries.is_author(idea, by):
        return None
    return _("Only who writes this idea sees this page.")


def why_not_invite(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not invite anybody to the idea, or None when they may."""
    if not queries.is_author(idea, by):
        return _("Only who writes this idea can invite others.")
    return why_authors_stay(idea) or why_full(idea)


def why_full(idea: Idea) -> str | None:
    """Return why nobody more fits beside the submitter, or None when there is room."""
    if queries.coauthors_of(idea).count() < MOST_COAUTHORS:
        return None
    told = ngettext(
        "An idea has at most %(most)d co-author.", "An idea has at most %(most)d co-authors.", MOST_COAUTHORS
    )
    return told % {"most": MOST_COAUTHORS}


def why_authors_stay(idea: Idea) -> str | None:
    """Return why nobody can join or leave the authors now, or None while the call is open."""
    if idea.state in (IdeaState.WITHDRAWN, IdeaState.DISCARDED):
        return _("This idea was withdrawn. Send it again first.")
    if idea.state == IdeaState.MERGED:
        return _("This idea became part of a new one. It stays readable as it was.")
    return why_call_is_not_open(idea.edition)


def why_not_be_invited(*, idea: Idea, person: Person) -> str | None:
    """Return why this person cannot be invited to the idea, or None when they can."""
    if not person.is_active:
        return _("This account is closed.")
    if not idea.edition.lets_in(person):
        return _("This edition is not open to them. A manager can let them in first.")
    if person.pk == idea.submitter_id:
        return _("They sent this idea themselves.")
    here = queries.coauthors_of(idea).filter(person=person).first()
    if here is None:
        return None
    return _("They are a co-author already.") if here.accepted_at else _("They were invited already.")


def why_not_invite_address(*, idea: Idea, email: str) -> str | None:
    """Return why this address cannot be invited, or None when its owner could register and come along."""
    try:
        validate_email(email)
    except ValidationError:
        return _("This is not an e-mail address. Write it like name@organisation.nl.")
    if queries.coauthors_of(idea).filter(email=email).exists():
        return _("They were invited already.")
    if domains().exists() and domain_of(email) is None:
        return _("Nobody can register with this address. Ask an administrator to let them in first.")
    return None


def why_not_accept(*, coauthor: CoAuthor, by: Person) -> str | None:
    """Return why this person may not say yes to the invitation, or None when they may."""
    return why_not_answer(coauthor=coauthor, by=by) or why_authors_stay(coauthor.idea)


def why_not_answer(*, coauthor: CoAuthor, by: Person) -> str | None:
    """Return why this person has nothing to answer here, or None when they have; no may be said after the call too."""
    meant = coauthor.person_id == by.pk or (coauthor.person_id is None and coauthor.email == by.email)
    if not meant:
        return _("This invitation is for somebody else.")
    if coauthor.ended_at is not None:
        return _("This invitation has been taken back.")
    if coauthor.accepted_at is not None:
        return _("You said yes already.")
    if coauthor.idea.submitter_id == by.pk:
        return _("You sent this idea yourself.")
    return None


def why_not_leave(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not leave the authors of the idea, or None when they may."""
    if idea.submitter_id == by.pk:
        return _("You sent this idea. Hand it over to a co-author first, or withdraw it.")
    if not queries.is_author(idea, by):
        return _("You do not write this idea.")
    return why_authors_stay(idea)


def why_not_take_off(*, idea: Idea, coauthor: CoAuthor, by: Person) -> str | None:
    """Return why this person may not take somebody off the idea, or None when they may."""
    if not queries.is_author(idea, by):
        return _("Only who writes this idea can do this.")
    if coauthor.accepted_at is not None and idea.submitter_id != by.pk:
        return _("Only who sent the idea takes a co-author off.")
    return why_authors_stay(idea)


def why_not_hand_over(*, idea: Idea, to: Person, by: Person) -> str | None:
    """Return why this person may not make another the submitter of the idea, or None when they may."""
    if idea.submitter_id != by.pk:
        return _("Only who sent the idea hands it over.")
    if to.pk == by.pk or not queries.is_author(idea, to):
        return _("Hand it over to a co-author who said yes.")
    if not to.is_active:
        return _("This account is closed.")
    return why_authors_stay(idea)


def why_not_name_unit(*, idea: Idea, by: Person) -> str | None:
    """Return why this person may not say for which unit the idea is sent, or None when they may."""
    if not queries.is_author(idea, by):
        return _("Only who writes this idea says for which unit it is.")
    return why_authors_stay(idea)
