"""The page of one team, and its seats changed by hand."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from datamatch.editions.queries import is_manager
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.people.models import SignedIn
from datamatch.people.queries import person_with_email
from datamatch.teams import actions, queries, rules
from datamatch.teams.enums import TeamState
from datamatch.teams.forms import AddForm
from datamatch.teams.models import Member, Team
from datamatch.teams.views.finding import member_with, team_with


@require_GET
def team(request: SignedIn, team_id: UUID) -> HttpResponse:
    """Show one team: who, why, what is missing, whom to ask."""
    shown = team_with(team_id)
    refuse_if(rules.why_not_see_team(team=shown, by=request.user))
    return _team_page(request, shown, AddForm(team=shown))


def _team_page(request: SignedIn, shown: Team, form: AddForm, code: int = 200) -> HttpResponse:
    """Return the page of one team with this form on it."""
    edition = shown.idea.edition
    stand(request, edition=edition, idea=shown.idea)
    manages = is_manager(request.user, edition)
    sheet = queries.sheets_of([shown], bench=queries.bench_of(edition) if manages else None)[0]
    context = {
        "edition": edition,
        "team": shown,
        "sheet": sheet,
        "manages": manages,
        "form": form,
        "why_not_change": rules.why_not_change_team(team=shown, by=request.user),
        "why_not_pin": rules.why_not_pin(team=shown, by=request.user),
        "kept_out": queries.kept_out_of(shown) if manages else (),
        "released": shown.state == TeamState.RELEASED,
    }
    return render(request, "teams/team.html", context, status=code)


@require_POST
def add(request: SignedIn, team_id: UUID) -> HttpResponse:
    """Ask somebody for a team by hand."""
    shown = team_with(team_id)
    refuse_if(rules.why_not_change_team(team=shown, by=request.user))
    form = AddForm(request.POST, team=shown)
    member = _added(request, shown, form) if form.is_valid() else None
    if member is None:
        return _team_page(request, shown, form, code=422)
    messages.success(request, _("%(name)s gets a mail with the question.") % {"name": member.person.name})
    return redirect(shown)


def _added(request: SignedIn, shown: Team, form: AddForm) -> Member | None:
    """Return the member who was asked; None when the form now says why not."""
    asked = form.cleaned_data
    person = person_with_email(asked["email"])
    if person is None:
        form.add_error("email", _("We do not know anybody with this address."))
        return None
    seat = {"role": asked["role"], "hours_per_week": asked["hours_per_week"]}
    try:
        return actions.add_member(team=shown, person=person, by=request.user, at=timezone.now(), **seat)
    except Refused as refusal:
        form.add_error("email", refusal.reason)
        return None


@require_POST
def remove(request: SignedIn, member_id: UUID) -> HttpResponse:
    """Take a seat away."""
    member = member_with(member_id)
    name, shown = member.person.name, member.team
    actions.remove_member(member=member, by=request.user, at=timezone.now())
    messages.success(request, _("%(name)s is no longer in this team.") % {"name": name})
    return redirect(shown)


@require_POST
def lead(request: SignedIn, member_id: UUID) -> HttpResponse:
    """Make a member the lead."""
    member = actions.make_lead(member=member_with(member_id), by=request.user, at=timezone.now())
    messages.success(request, _("%(name)s leads this team now.") % {"name": member.person.name})
    return redirect(member.team)
