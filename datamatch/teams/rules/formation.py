"""Why a team cannot be formed or released, and why matching is not finished."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.screening.queries import shortlisted_ideas
from datamatch.teams import queries
from datamatch.teams.enums import TeamState


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


def why_not_revive(*, idea: Idea, by: Person) -> str | None:
    """Return why a team that was released cannot start after all, or None when it can."""
    if not is_manager(by, idea.edition):
        return _("Only the programme manager forms teams.")
    team = queries.team_of(idea)
    if team is None or team.state != TeamState.RELEASED:
        return _("There is no team of “%(idea)s” that was released.") % {"idea": idea.title}
    return None


def why_not_release(*, idea: Idea, by: Person) -> str | None:
    """Return why the team of an idea cannot be released now, or None when it can."""
    if not is_manager(by, idea.edition):
        return _("Only the programme manager releases teams.")
    if queries.team_of(idea) is None:
        return _("There is no draft team for “%(idea)s”.") % {"idea": idea.title}
    return None


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
    if proposed := queries.suggestions_in(edition).count():
        words = ngettext(
            "%(count)s person is proposed and was not asked yet.",
            "%(count)s people are proposed and were not asked yet.",
            proposed,
        )
        reasons.append(words % {"count": proposed})
    if waiting:
        words = ngettext("%(count)s person has not answered yet.", "%(count)s people have not answered yet.", waiting)
        reasons.append(words % {"count": waiting})
    if without_lead:
        words = ngettext("%(count)s team has no lead.", "%(count)s teams have no lead.", without_lead)
        reasons.append(words % {"count": without_lead})
    return reasons
