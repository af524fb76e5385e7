"""Why not: one sentence per deed, for the page, the action and the test."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import duties_of, is_manager
from datamatch.ideas.models import Idea
from datamatch.people.enums import disciplines
from datamatch.people.models import Person
from datamatch.people.queries import consented_hours
from datamatch.screening.queries import shortlisted_ideas
from datamatch.teams import queries
from datamatch.teams.enums import MemberState, TeamState
from datamatch.teams.models import Member, Team


def why_not_draft(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not have draft teams calculated now, or None when they may."""
    if not is_manager(by, edition):
        return _("Only the programme manager drafts teams.")
    if edition.stage not in {Stage.MATCHING, Stage.PITCHING}:
        return _("Teams are drafted while matching and pitching.")
    if not shortlisted_ideas(edition).exists():
        return _("There is no shortlist to draft teams for.")
    return None


def why_not_answer(*, member: Member, by: Person) -> str | None:
    """Return why this person may not answer for this seat, or None when they may."""
    if member.person_id != by.pk:
        return _("Only the person who was asked can answer.")
    if member.team.state == TeamState.RELEASED:
        return _("This team was released; nothing is asked of you any more.")
    if member.state == MemberState.DECLINED:
        return _("You said no. Changed your mind? Tell the programme manager.")
    return None


def why_not_change_team(*, team: Team, by: Person) -> str | None:
    """Return why this person may not change a team now, or None when they may."""
    edition = team.idea.edition
    if not is_manager(by, edition):
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
    return _why_asked_before(team, person) or _why_more_than_granted(person, hours_per_week)


def _why_more_than_granted(person: Person, hours_per_week: int) -> str | None:
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
    """Return that this person was asked for the team before, or None when they were not."""
    member = team.members.filter(person=person).first()
    if member is None:
        return None
    if member.state == MemberState.DECLINED:
        return _("%(name)s said no to this team.") % {"name": person.name}
    return _("%(name)s is in this team already.") % {"name": person.name}


def why_not_make_lead(*, member: Member, by: Person) -> str | None:
    """Return why this member cannot be made lead, or None when they can."""
    if (reason := why_not_change_team(team=member.team, by=by)) is not None:
        return reason
    if member.state == MemberState.DECLINED:
        return _("%(name)s said no to this team.") % {"name": member.person.name}
    if member.lead:
        return _("%(name)s is the lead already.") % {"name": member.person.name}
    return None


def why_not_form(*, idea: Idea, by: Person) -> str | None:
    """Return why the team of a chosen idea cannot be formed now, or None when it can."""
    if not is_manager(by, idea.edition):
        return _("Only the programme manager forms teams.")
    team = queries.team_of(idea)
    if team is None:
        return _("There is no draft team for “%(idea)s”.") % {"idea": idea.title}
    if team.state == TeamState.RELEASED:
        return _("The team of “%(idea)s” was released.") % {"idea": idea.title}
    return None


def why_not_release(*, idea: Idea, by: Person) -> str | None:
    """Return why the team of an idea cannot be released now, or None when it can."""
    if not is_manager(by, idea.edition):
        return _("Only the programme manager releases teams.")
    if queries.team_of(idea) is None:
        return _("There is no draft team for “%(idea)s”.") % {"idea": idea.title}
    return None


def why_not_see_team(*, team: Team, by: Person) -> str | None:
    """Return why this person may not see a team, or None when they may: drafts are for those who need them."""
    if queries.teams_shown(team.idea.edition, to=by).filter(pk=team.pk).exists():
        return None
    return _("You can see this team once the jury has chosen.")


def why_not_leave_matching(*, edition: Edition) -> list[str]:
    """Return every reason why matching is not finished; open gaps are shown elsewhere and do not hold it up."""
    teams = [team for team in queries.teams_in(edition) if team.state != TeamState.RELEASED]
    staffed = {team.idea_id for team in teams}
    shortlist = list(shortlisted_ideas(edition))
    bare = sum(idea.pk not in staffed for idea in shortlist)
    members = [member for team in teams for member in team.members.all()]
    waiting = sum(member.is_waiting for member in members)
    led = {member.team_id for member in members if member.lead}
    without_lead = sum(team.pk not in led for team in teams)
    reasons = [] if shortlist else [_("There is no shortlist to draft teams for.")]
    if bare:
        words = ngettext(
            "%(count)s idea of the shortlist has no team yet.",
            "%(count)s ideas of the shortlist have no team yet.",
            bare,
        )
        reasons.append(words % {"count": bare})
    if waiting:
        words = ngettext("%(count)s person has not answered yet.", "%(count)s people have not answered yet.", waiting)
        reasons.append(words % {"count": waiting})
    if without_lead:
        words = ngettext("%(count)s team has no lead.", "%(count)s teams have no lead.", without_lead)
        reasons.append(words % {"count": without_lead})
    return reasons
