"""Changing one seat: adding, removing, leading, and the answer of the person asked."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from datamatch.editions.queries import is_manager
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person
from datamatch.teams import queries, rules
from datamatch.teams.actions.asking import ask, tell_removed
from datamatch.teams.enums import GONE, MemberState, TeamState
from datamatch.teams.models import Member, Suggestion, Team


@transaction.atomic
def answer(*, member: Member, yes: bool, by: Person, at: datetime, words: str = "") -> Member:
    """Keep the yes or no of the person who was asked; a no asks for no reason and frees the lead.

    :raises Refused: somebody else's seat, a released team, or a no that was given before
    """
    refuse_if(rules.why_not_answer(member=member, by=by))
    member.state = MemberState.ACCEPTED if yes else MemberState.DECLINED
    member.lead = member.lead and yes
    member.answer, member.answered_at = words.strip(), at
    member.save()
    if yes and member.replaces is not None and member.replaces.state not in GONE:
        _take_over(member, member.replaces, at=at)
    trail.record("team.answer", of=member, by=by, at=at, yes=yes)
    return member


def _take_over(member: Member, before: Member, *, at: datetime) -> None:
    """Let somebody sit down in the seat of another, with the lead where it had that, and tell the other."""
    tell_removed(before, at=at)
    led = before.lead
    _vacate(before, at=at)
    member.lead = led
    member.save(update_fields=["lead"])


def _vacate(member: Member, *, at: datetime) -> None:
    """Empty a seat; who worked in it stays known as such."""
    if member.state == MemberState.ACCEPTED and member.team.state == TeamState.FORMED:
        member.state, member.lead, member.until_on = MemberState.LEFT, False, localdate(at)
        member.save(update_fields=["state", "lead", "until_on"])
    else:
        member.delete()


@transaction.atomic
def add_member(*, team: Team, person: Person, role: str, hours_per_week: int, by: Person, at: datetime) -> Member:
    """Ask somebody for a team by hand.

    :raises Refused: not you, somebody who is in it, said no or judges this edition, or more than a line manager granted
    """
    refuse_if(rules.why_not_add(team=team, person=person, role=role, hours_per_week=hours_per_week, by=by))
    formed = team.state == TeamState.FORMED
    seat = {
        "role": role,
        "hours_per_week": hours_per_week,
        "lead": False,
        "state": MemberState.PROPOSED,
        "reasons": [{"code": "added" if is_manager(by, team.idea.edition) else "added_by_lead"}],
        "asked_at": at,
        "answered_at": None,
        "answer": "",
        "until_on": queries.last_day_of(team.idea.edition, today=localdate(at)) if formed else None,
        "stopping": False,
        "reminded_at": None,
        "replaces": None,
    }
    # Somebody whose seat ended sits down in it again.
    member, _new = Member.objects.update_or_create(team=team, person=person, defaults=seat)
    Suggestion.objects.filter(team=team, person=person).delete()
    ask(member, at=at)
    trail.record("team.add", of=member, by=by, at=at, role=role, hours=hours_per_week)
    return member


@transaction.atomic
def remove_member(*, member: Member, by: Person, at: datetime) -> None:
    """Take a seat away and tell the person, unless they had said no themselves; who worked in it stays known as such.

    :raises Refused: not you, the team is released, or the seat has ended
    """
    refuse_if(rules.why_not_remove(member=member, by=by))
    if member.state != MemberState.DECLINED:
        tell_removed(member, at=at)
    trail.record("team.remove", of=member, by=by, at=at)
    _vacate(member, at=at)


@transaction.atomic
def make_lead(*, member: Member, by: Person, at: datetime) -> Member:
    """Make a member the lead (trekker) in place of whoever was.

    :raises Refused: not you, or the member said no or leads already
    """
    refuse_if(rules.why_not_make_lead(member=member, by=by))
    member.team.members.filter(lead=True).update(lead=False)
    member.lead = True
    member.save(update_fields=["lead"])
    trail.record("team.lead", of=member, by=by, at=at)
    return member
