"""Pages of the teams."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from datamatch.design.polling import polled
from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.foundation import jobs
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.people.models import SignedIn
from datamatch.people.queries import consent_of, person_with_email
from datamatch.teams import actions, queries, rules
from datamatch.teams.enums import TeamState
from datamatch.teams.forms import AddForm, AnswerForm
from datamatch.teams.models import Member, Team

DRAFT = "datamatch.teams.tasks.draft_teams"


@require_GET
def teams(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the teams of an edition that this reader may see."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    stand(request, edition=edition)
    manages = is_manager(request.user, edition)
    drafting = jobs.latest(DRAFT, edition) if manages else None
    if answer := polled(request, drafting):
        return answer
    shown = list(queries.teams_shown(edition, to=request.user))
    sheets = queries.sheets_of(shown, bench=queries.bench_of(edition) if manages else None)
    context = {
        "edition": edition,
        "manages": manages,
        "drafting": drafting,
        "sheets": sheets,
        "possible": sum(sheet.staffability.possible for sheet in sheets),
        "waiting": sum(sheet.waiting for sheet in sheets),
        "matching": queries.latest_matching(edition),
        "why_not_draft": rules.why_not_draft(edition=edition, by=request.user),
    }
    return render(request, "teams/teams.html", context)


@require_POST
def draft(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask for the job that drafts teams for the shortlist, or fills the gaps of those there are."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_draft(edition=edition, by=request.user))
    jobs.ask(DRAFT, edition, by=request.user, at=timezone.now())
    return redirect("teams:teams", edition_slug=edition.slug)


@require_GET
def team(request: SignedIn, team_id: UUID) -> HttpResponse:
    """Show one team: who, why, what is missing, whom to ask."""
    shown = _team(team_id)
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
        "released": shown.state == TeamState.RELEASED,
    }
    return render(request, "teams/team.html", context, status=code)


@require_POST
def add(request: SignedIn, team_id: UUID) -> HttpResponse:
    """Ask somebody for a team by hand."""
    shown = _team(team_id)
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
    member = _member(member_id)
    name, shown = member.person.name, member.team
    actions.remove_member(member=member, by=request.user, at=timezone.now())
    messages.success(request, _("%(name)s is no longer in this team.") % {"name": name})
    return redirect(shown)


@require_POST
def lead(request: SignedIn, member_id: UUID) -> HttpResponse:
    """Make a member the lead."""
    member = actions.make_lead(member=_member(member_id), by=request.user, at=timezone.now())
    messages.success(request, _("%(name)s leads this team now.") % {"name": member.person.name})
    return redirect(member.team)


@require_GET
def asks(request: SignedIn) -> HttpResponse:
    """Show what is asked of this reader, and to what they said yes."""
    stand(request)
    context = {
        "asked": queries.asks_of(request.user),
        "seats": queries.teams_of(request.user),
        "my_consent": consent_of(request.user),
    }
    return render(request, "teams/asks.html", context)


@require_POST
def answer(request: SignedIn, member_id: UUID) -> HttpResponse:
    """Keep a yes or a no."""
    member, form = _member(member_id), AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose yes or no; your own words can be at most 300 characters."))
        return redirect("teams:asks")
    words = form.cleaned_data["words"]
    actions.answer(member=member, yes=form.yes, by=request.user, at=timezone.now(), words=words)
    joined = _("Good that you are in! The lead of the team will contact you.")
    messages.success(request, joined if form.yes else _("Thank you for saying so."))
    return redirect("teams:asks")


def _team(team_id: UUID) -> Team:
    return get_object_or_404(Team.objects.select_related("idea__edition"), public_id=team_id)


def _member(member_id: UUID) -> Member:
    return get_object_or_404(Member.objects.select_related("team__idea__edition", "person"), public_id=member_id)
