"""Why a seat cannot be given, changed or answered for; None when it can."""

from django.utils.translation import gettext as _

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.queries import duties_of, is_manager
from datamatch.people.enums import disciplines
from datamatch.people.models import Person
from datamatch.people.queries import consented_hours
from datamatch.teams import queries
from datamatch.teams.enums import MemberState, TeamState
from datamatch.teams.models import Member, Team


def why_not_answer(*, member: Member, by: Person) -> str | None:
    """Return why this person may not answer for this seat, or None when they may."""
    if member.person_id != by.pk:
        return _("Only the person who was asked can answer.")
    if member.team.state == TeamState.RELEASED:
        return _("This team was released; nothing is asked of you any more.")
    if member.state == MemberState.DECLINED:
        return _("You said no. Changed your mind? Tell the programme manager.")
    if member.state == MemberState.LEFT:
        return _("Your seat in this team has ended. The lead or the programme manager can ask you again.")
    if member.state == MemberState.ACCEPTED and member.team.state == TeamState.FORMED:
        return _("You are in this team, and it has begun. Say on which day you stop.")
    return None


def why_not_change_team(*, team: Team, by: Person) -> str | None:
    """Return why this person may not change a team now, or None: managers may, and the lead of a team at work."""
    edition = team.idea.edition
    leads = team.state == TeamState.FORMED and queries.leads(by, team)
    if not leads and not is_manager(by, edition):
        if team.state == TeamState.FORMED:
            return _("Only the programme manager and the lead change this team.")
        return _("Only the programme manager changes a team.")
    if team.state == TeamState.RELEASED:
        return _("This team was released.")
    if edition.stage == Stage.CLOSED:
        return _("This edition is closed.")
    return None


def why_not_add(*, team: Team, person: Person, role: str, hours_per_week: int, by: Person) -> str | None:
    """Return why this person cannot be asked for a team in this role for these hours, or None when they can."""
    if (reason := why_not_change_team(team=team, by=by)) is not None:
        return reason
    if not person.is_active:
        return _("The account of %(name)s is closed.") % {"name": person.name}
    if role not in disciplines():
        return _("We do not know this role.")
    if duties_of(person, team.idea.edition) & {Duty.JUROR, Duty.MANAGER}:
        return _("%(name)s is a juror or a manager of this edition, and cannot be in a team.") % {"name": person.name}
    return (
        _why_asked_before(team, person) or _why_left_out(team, person) or why_more_than_granted(person, hours_per_week)
    )


def _why_left_out(team: Team, person: Person) -> str | None:
    """Return that a manager keeps this person out of the team or, for now, out of every team; never the reason."""
    if team.exclusions.filter(person=person).exists():
        return _("A manager keeps %(name)s out of this team. Allow it first.") % {"name": person.name}
    if queries.set_aside_in(team.idea.edition).filter(person=person).exists():
        return _("%(name)s is left out for now. Let them in again first.") % {"name": person.name}
    return None


def why_more_than_granted(person: Person, hours_per_week: int) -> str | None:
    """Return that a line manager granted fewer hours than teams would take, or None; no answer is no limit."""
    granted = consented_hours(person)
    if granted is None:
        return None
    if not granted:
        return _("The line manager of %(name)s said no to hours for a team.") % {"name": person.name}
    taken = queries.hours_taken(person)
    if taken + hours_per_week <= granted:
        return None
    words = _(
        "The line manager of %(name)s agreed to %(granted)s hours a week; teams take %(taken)s of them. Ask for fewer."
    )
    return words % {"name": person.name, "granted": granted, "taken": taken}


def _why_asked_before(team: Team, person: Person) -> str | None:
    """Return that this person was asked for the team before, or None when they were not, or their seat ended."""
    member = team.members.filter(person=person).first()
    if member is None or member.state == MemberState.LEFT:
        return None
    if member.state == MemberState.DECLINED:
        return _("%(name)s said no to this team.") % {"name": person.name}
    return _("%(name)s is in this team already.") % {"name": person.name}


def why_not_remove(*, member: Member, by: Person) -> str | None:
    """Return why this seat cannot be taken away, or None when it can."""
    if (reason := why_not_change_team(team=member.team, by=by)) is not None:
        return reason
    if member.state == MemberState.LEFT:
        return _("%(name)s is no longer in this team.") % {"name": member.person.name}
    return None


def why_not_make_lead(*, member: Member, by: Person) -> str | None:
    """Return why this member cannot be made lead, or None when they can."""
    if (reason := why_not_change_team(team=member.team, by=by)) is not None:
        return reason
    if member.state == MemberState.DECLINED:
        return _("%(name)s said no to this team.") % {"name": member.person.name}
    if member.state == MemberState.LEFT:
        return _("%(name)s is no longer in this team.") % {"name": member.person.name}
    if member.lead:
        return _("%(name)s is the lead already.") % {"name": member.person.name}
    return None


def why_not_see_team(*, team: Team, by: Person) -> str | None:
    """Return why this person may not see a team, or None when they may: drafts are for those who need them."""
    if queries.teams_shown(team.idea.edition, to=by).filter(pk=team.pk).exists():
        return None
    return _("You can see this team once the jury has chosen.")
