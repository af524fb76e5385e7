"""Why a seat in a team cannot be changed or handed over; None when it can."""

from django.utils.translation import gettext as _

from datamatch.people.enums import disciplines
from datamatch.people.models import Person
from datamatch.teams.enums import ChangeState, MemberState, TeamState
from datamatch.teams.models import Member, SeatChange
from datamatch.teams.rules.seats import why_more_than_granted, why_not_add, why_not_change_team, why_not_remove


def why_not_change_seat(*, member: Member, by: Person) -> str | None:
    """Return why nothing about this seat can be asked to change now, or None when something can."""
    if (reason := why_not_remove(member=member, by=by)) is not None:
        return reason
    name = {"name": member.person.name}
    if member.state == MemberState.DECLINED:
        return _("%(name)s said no to this team.") % name
    if member.state == MemberState.PROPOSED:
        return _("%(name)s has not answered yet. Wait for the answer, or remove the seat and ask again.") % name
    if member.changes.filter(state=ChangeState.ASKED).exists():
        return _("%(name)s was asked for a change and has not answered yet. Take it back first.") % name
    return None


def why_not_change_to(*, member: Member, role: str, hours_per_week: int, by: Person) -> str | None:
    """Return why this role and these hours cannot be asked of a member, or None when they can."""
    if (reason := why_not_change_seat(member=member, by=by)) is not None:
        return reason
    if role not in disciplines() and role != member.role:
        return _("We do not know this role.")
    if (role, hours_per_week) == (member.role, member.hours_per_week):
        return _("This is what %(name)s does now.") % {"name": member.person.name}
    return why_more_than_granted(member.person, hours_per_week - member.hours_per_week)


def why_not_answer_change(*, change: SeatChange, by: Person) -> str | None:
    """Return why this person may not answer a change, or None when they may."""
    if change.member.person_id != by.pk:
        return _("Only the person who was asked can answer.")
    if change.state == ChangeState.WITHDRAWN:
        return _("This question was taken back. Nothing is asked of you.")
    if change.state != ChangeState.ASKED:
        return _("You answered this already.")
    if change.member.team.state == TeamState.RELEASED or change.member.state != MemberState.ACCEPTED:
        return _("You are no longer in this team; nothing is asked of you any more.")
    return None


def why_not_take_back_change(*, change: SeatChange, by: Person) -> str | None:
    """Return why a change that was asked cannot be taken back, or None when it can."""
    if (reason := why_not_change_team(team=change.member.team, by=by)) is not None:
        return reason
    return None if change.is_open else _("This was answered already.")


def why_not_offer_seat(*, member: Member, by: Person) -> str | None:
    """Return why this seat cannot be offered to anybody else now, or None when it can."""
    if (reason := why_not_remove(member=member, by=by)) is not None:
        return reason
    if member.state == MemberState.DECLINED:
        return _("%(name)s said no to this team.") % {"name": member.person.name}
    waiting = Member.objects.filter(replaces=member, state=MemberState.PROPOSED)
    asked = waiting.select_related("person").first()
    if asked is not None:
        return _("%(name)s was asked to take over and has not answered yet.") % {"name": asked.person.name}
    return None


def why_not_hand_over(*, member: Member, to: Person, by: Person) -> str | None:
    """Return why this seat cannot be offered to this person, or None when it can."""
    if (reason := why_not_offer_seat(member=member, by=by)) is not None:
        return reason
    return why_not_add(team=member.team, person=to, role=member.role, hours_per_week=member.hours_per_week, by=by)
