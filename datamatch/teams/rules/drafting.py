"""Why a draft cannot be made, weighed or asked; None when it can."""

from django.utils.translation import gettext as _

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.people.models import Person
from datamatch.screening.queries import shortlisted_ideas
from datamatch.screening.rules import why_not_see_ranking
from datamatch.teams import queries
from datamatch.teams.models import Exclusion, Suggestion, Team
from datamatch.teams.rules.seats import why_not_add, why_not_change_team


def why_not_see_shortlist(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not see the shortlist with scores and teams, or None when they may."""
    return why_not_see_ranking(edition=edition, by=by)


def why_not_draft(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not have draft teams calculated now, or None when they may."""
    if not is_manager(by, edition):
        return _("Only the programme manager drafts teams.")
    if edition.stage not in {Stage.MATCHING, Stage.PITCHING}:
        return _("Teams are drafted while matching and pitching.")
    if not shortlisted_ideas(edition).exists():
        return _("There is no shortlist to draft teams for.")
    return None


def why_not_ask_everybody(*, edition: Edition, by: Person) -> str | None:
    """Return why this person cannot ask everybody who is proposed now, or None when they can."""
    if not is_manager(by, edition):
        return _("Only the programme manager asks people for a team.")
    if edition.stage not in {Stage.MATCHING, Stage.PITCHING}:
        return _("Teams are drafted while matching and pitching.")
    if not queries.suggestions_in(edition).exists():
        return _("Everybody who is proposed was asked already.")
    return None


def why_not_ask(*, suggestion: Suggestion, by: Person) -> str | None:
    """Return why this proposed person cannot be asked now, or None when they can."""
    if not is_manager(by, suggestion.team.idea.edition):
        return _("Only the programme manager asks people for a team.")
    return why_not_add(
        team=suggestion.team,
        person=suggestion.person,
        role=suggestion.role,
        hours_per_week=suggestion.hours_per_week,
        by=by,
    )


def why_not_pin(*, team: Team, by: Person) -> str | None:
    """Return why a proposed seat of this team cannot be kept for, or given free in, the next proposal; None if so."""
    return why_not_draft(edition=team.idea.edition, by=by) or why_not_change_team(team=team, by=by)


def why_not_forbid(*, team: Team, person: Person, by: Person) -> str | None:
    """Return why this person cannot be kept out of a team for good, or None when they can."""
    edition = team.idea.edition
    if (reason := why_not_choose_pool(edition=edition, by=by) or why_not_change_team(team=team, by=by)) is not None:
        return reason
    if team.members.still_in().filter(person=person).exists():
        return _("%(name)s was asked for this team. Remove them from it first.") % {"name": person.name}
    if team.exclusions.filter(person=person).exists():
        return _("%(name)s stays out of this team already.") % {"name": person.name}
    return None


def why_not_set_aside(*, edition: Edition, person: Person, by: Person) -> str | None:
    """Return why this person cannot be left out of the drafts of an edition for now, or None when they can."""
    if (reason := why_not_choose_pool(edition=edition, by=by)) is not None:
        return reason
    if queries.set_aside_in(edition).filter(person=person).exists():
        return _("%(name)s is left out already.") % {"name": person.name}
    return None


def why_not_choose_pool(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not say who is left out of the drafts of an edition, or None when they may."""
    if not is_manager(by, edition):
        return _("Only the programme manager says who is left out.")
    if edition.stage == Stage.CLOSED:
        return _("This edition is closed.")
    return None


def why_not_allow(*, exclusion: Exclusion, by: Person) -> str | None:
    """Return why this person may not let somebody in again who is left out, or None when they may."""
    return why_not_choose_pool(edition=exclusion.edition, by=by)
