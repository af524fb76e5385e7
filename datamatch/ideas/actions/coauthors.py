"""Writing an idea together: inviting, answering, leaving, and handing it over."""

from datetime import datetime, timedelta

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import rules
from datamatch.ideas.actions import coauthor_mails as mails
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.actions.sending import name_unit
from datamatch.ideas.enums import DAYS_TO_ANSWER
from datamatch.ideas.models import CoAuthor, Energy, Idea
from datamatch.people.models import Person
from datamatch.people.queries import person_with_email


@transaction.atomic
def invite_coauthor(*, idea: Idea, person: Person, by: Person, at: datetime) -> CoAuthor:
    """Ask somebody to write an idea together; they may read it at once, and count when they say yes.

    :raises Refused: not an author's deed, the call is closed, six are there already, or they are one of them
    """
    hold(idea)
    refuse_if(rules.why_not_invite(idea=idea, by=by))
    refuse_if(rules.why_not_be_invited(idea=idea, person=person))
    asked = {"invited_by": by, "invited_at": at, "accepted_at": None, "ended_at": None}
    coauthor, _ = CoAuthor.objects.update_or_create(idea=idea, person=person, defaults=asked)
    trail.record("coauthor.invite", of=idea, by=by, at=at, person=str(person.public_id))
    mails.ask_person(coauthor, at=at)
    return coauthor


@transaction.atomic
def invite_address(*, idea: Idea, email: str, by: Person, at: datetime) -> CoAuthor:
    """Ask whoever has this address; who has no account yet reads in the mail how to get one.

    :raises Refused: as for a person, or no address, or one with which nobody can register
    """
    email = email.strip().lower()
    if (person := person_with_email(email)) is not None:
        return invite_coauthor(idea=idea, person=person, by=by, at=at)
    hold(idea)
    refuse_if(rules.why_not_invite(idea=idea, by=by))
    refuse_if(rules.why_not_invite_address(idea=idea, email=email))
    asked = {"invited_by": by, "invited_at": at, "ended_at": None}
    coauthor, _ = CoAuthor.objects.update_or_create(idea=idea, email=email, defaults=asked)
    trail.record("coauthor.invite", of=idea, by=by, at=at, coauthor=str(coauthor.public_id))
    mails.ask_address(coauthor, at=at)
    return coauthor


@transaction.atomic
def accept_invitation(*, coauthor: CoAuthor, by: Person, at: datetime) -> CoAuthor:
    """Say yes: from now on this person is one of the authors, and their energy for their own idea ends.

    :raises Refused: not theirs, answered or taken back already, or the call is closed
    """
    mine = held(coauthor)
    refuse_if(rules.why_not_accept(coauthor=mine, by=by))
    CoAuthor.objects.filter(idea=mine.idea, person=by).exclude(pk=mine.pk).delete()
    mine.person, mine.email, mine.accepted_at = by, "", at
    mine.save(update_fields=["person", "email", "accepted_at"])
    ended, _ = Energy.objects.filter(idea=mine.idea, person=by).delete()
    trail.record("coauthor.accept", of=mine.idea, by=by, at=at, own_energy_ended=ended)
    mails.tell_accepted(mine, at=at)
    return mine


@transaction.atomic
def decline_invitation(*, coauthor: CoAuthor, by: Person, at: datetime) -> None:
    """Say no to an invitation.

    :raises Refused: not theirs, or answered or taken back already
    """
    mine = held(coauthor)
    refuse_if(rules.why_not_answer(coauthor=mine, by=by))
    mine.person, mine.email, mine.ended_at = by, "", at
    CoAuthor.objects.filter(idea=mine.idea, person=by).exclude(pk=mine.pk).delete()
    mine.save(update_fields=["person", "email", "ended_at"])
    trail.record("coauthor.decline", of=mine.idea, by=by, at=at)
    mails.tell_declined(mine, at=at)


@transaction.atomic
def leave_idea(*, idea: Idea, by: Person, at: datetime) -> None:
    """Stop writing along.

    :raises Refused: they sent it, they do not write it, or the call is closed
    """
    hold(idea)
    refuse_if(rules.why_not_leave(idea=idea, by=by))
    end(CoAuthor.objects.get(idea=idea, person=by), at=at)
    trail.record("coauthor.leave", of=idea, by=by, at=at)
    mails.tell_left(idea, who=by, at=at)


@transaction.atomic
def take_off(*, coauthor: CoAuthor, by: Person, at: datetime) -> None:
    """Take back an invitation, or take a co-author off the idea; who wrote along is told.

    :raises Refused: not an author's deed, or for a co-author not the submitter's, or the call is closed
    """
    gone = held(coauthor)
    refuse_if(rules.why_not_take_off(idea=gone.idea, coauthor=gone, by=by))
    wrote = gone.accepted_at is not None
    end(gone, at=at)
    trail.record("coauthor.take_off", of=gone.idea, by=by, at=at, coauthor=str(gone.public_id), wrote=wrote)
    if wrote:
        mails.tell_taken_off(gone, at=at)


@transaction.atomic
def hand_over(*, idea: Idea, to: Person, by: Person, at: datetime) -> Idea:
    """Make a co-author the submitter; who handed it over writes along from now on.

    :raises Refused: not the submitter's deed, not to a co-author who said yes, or the call is closed
    """
    hold(idea)
    refuse_if(rules.why_not_hand_over(idea=idea, to=to, by=by))
    CoAuthor.objects.filter(idea=idea, person=to).delete()
    stays = {"invited_by": to, "invited_at": at, "accepted_at": at, "ended_at": None}
    CoAuthor.objects.update_or_create(idea=idea, person=by, defaults=stays)
    idea.submitter, idea.changed_at = to, at
    if idea.sent_at is not None:
        name_unit(idea, at=at)
    idea.save(update_fields=["submitter", "unit", "unit_name", "changed_at"])
    trail.record("idea.hand_over", of=idea, by=by, at=at, to=str(to.public_id))
    mails.tell_handed_over(idea, who=by, at=at)
    return idea


@transaction.atomic
def forget_unanswered(*, at: datetime) -> int:
    """Forget the addresses of people without an account who were asked long ago and did not answer; return how many."""
    until = at - timedelta(days=DAYS_TO_ANSWER)
    old = CoAuthor.objects.waiting().filter(person__isnull=True, invited_at__lte=until)
    gone = list(old.select_related("idea").select_for_update(of=("self",)).order_by("pk"))
    for one in gone:
        trail.record("coauthor.forget", of=one.idea, by=None, at=at, coauthor=str(one.public_id))
        one.delete()
    return len(gone)


def held(coauthor: CoAuthor) -> CoAuthor:
    """Return the invitation as it is now, with its idea held."""
    idea = hold(Idea.objects.get(pk=coauthor.idea_id))
    now = CoAuthor.objects.select_related("person", "invited_by").get(pk=coauthor.pk)
    now.idea = idea
    return now


def end(coauthor: CoAuthor, *, at: datetime) -> None:
    """Let a person write along no longer; an address that nobody owns yet is forgotten altogether."""
    if coauthor.person_id is None:
        coauthor.delete()
        return
    coauthor.accepted_at, coauthor.ended_at = None, at
    coauthor.save(update_fields=["accepted_at", "ended_at"])
