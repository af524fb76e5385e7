"""Changing a team that stands: another role, other hours, somebody else in a seat; each with a question first."""

from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person
from datamatch.teams import rules
from datamatch.teams.actions import change_mails
from datamatch.teams.actions.seats import add_member
from datamatch.teams.enums import ChangeState
from datamatch.teams.models import Member, SeatChange


@transaction.atomic
def ask_change(*, member: Member, role: str, hours_per_week: int, by: Person, at: datetime) -> SeatChange:
    """Ask a member for another role or other hours, by mail; nothing changes before they say yes.

    :raises Refused: not you, the member did not say yes or was asked before, or more hours than were granted
    """
    refuse_if(rules.why_not_change_to(member=member, role=role, hours_per_week=hours_per_week, by=by))
    change = SeatChange.objects.create(
        member=member, role=role, hours_per_week=hours_per_week, role_before=member.role,
        hours_before=member.hours_per_week, asked_by=by, asked_at=at,
    )  # fmt: skip
    change_mails.ask(change, at=at)
    trail.record("team.change.ask", of=member, by=by, at=at, role=role, hours=hours_per_week)
    return change


@transaction.atomic
def answer_change(*, change: SeatChange, yes: bool, by: Person, at: datetime) -> SeatChange:
    """Keep the yes or no to a change, and change the seat after a yes; who asked hears it. A no needs no reason.

    :raises Refused: somebody else's seat, or nothing is asked any more
    """
    refuse_if(rules.why_not_answer_change(change=change, by=by))
    member = change.member
    change.state, change.answered_at = ChangeState.AGREED if yes else ChangeState.REFUSED, at
    change.save(update_fields=["state", "answered_at"])
    if yes:
        member.role, member.hours_per_week = change.role, change.hours_per_week
        member.save(update_fields=["role", "hours_per_week"])
    change_mails.tell_answer(change, at=at)
    trail.record("team.change.answer", of=member, by=by, at=at, yes=yes)
    return change


@transaction.atomic
def take_back_change(*, change: SeatChange, by: Person, at: datetime) -> SeatChange:
    """Take back a change that was asked and not answered, and tell the member.

    :raises Refused: not you, or it was answered
    """
    refuse_if(rules.why_not_take_back_change(change=change, by=by))
    change.state, change.answered_at = ChangeState.WITHDRAWN, at
    change.save(update_fields=["state", "answered_at"])
    change_mails.tell_taken_back(change, at=at)
    trail.record("team.change.withdraw", of=change.member, by=by, at=at)
    return change


@transaction.atomic
def hand_over(*, member: Member, to: Person, by: Person, at: datetime) -> Member:
    """Ask somebody else to take over a seat; whoever sits in it stays until they say yes, and is told.

    :raises Refused: not you, the seat has ended, somebody was asked for it, or the other cannot be asked
    """
    refuse_if(rules.why_not_hand_over(member=member, to=to, by=by))
    asked = add_member(
        team=member.team, person=to, role=member.role, hours_per_week=member.hours_per_week, by=by, at=at
    )
    asked.replaces = member
    asked.save(update_fields=["replaces"])
    change_mails.tell_handing_over(member, asked, at=at)
    trail.record("team.hand_over", of=member, by=by, at=at)
    return asked
