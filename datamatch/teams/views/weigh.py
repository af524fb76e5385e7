"""What a manager says about a draft before anybody is asked."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from datamatch.foundation.place import stand
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.people.models import Person, SignedIn
from datamatch.teams import actions, rules
from datamatch.teams.forms import LeaveOutForm
from datamatch.teams.models import Team
from datamatch.teams.views.finding import exclusion_with, suggestion_with, team_with


@require_POST
def ask_suggested(request: SignedIn, suggestion_id: UUID) -> HttpResponse:
    """Ask one proposed person."""
    member = actions.ask_suggested(suggestion=suggestion_with(suggestion_id), by=request.user, at=timezone.now())
    messages.success(request, _("%(name)s gets a mail with the question.") % {"name": member.person.name})
    return redirect(member.team)


@require_POST
def pin(request: SignedIn, suggestion_id: UUID) -> HttpResponse:
    """Keep a proposed seat when teams are proposed again, or let it go."""
    pinned = request.POST.get("keep") == "yes"
    seat = actions.pin(suggestion=suggestion_with(suggestion_id), pinned=pinned, by=request.user, at=timezone.now())
    kept = _("%(name)s stays in this team when teams are proposed again.")
    free = _("The next proposal may give %(name)s another place.")
    messages.success(request, (kept if pinned else free) % {"name": seat.person.name})
    return redirect(seat.team)


@require_http_methods(["GET", "POST"])
def leave_out(request: SignedIn, team_id: UUID, person_id: UUID) -> HttpResponse:
    """Leave a person out of one team for good, or of every team for now, with a reason for managers."""
    team, person = team_with(team_id), get_object_or_404(Person.objects.filter(is_active=True), public_id=person_id)
    edition = team.idea.edition
    refuse_if(rules.why_not_choose_pool(edition=edition, by=request.user))
    stand(request, edition=edition, idea=team.idea)
    form = LeaveOutForm(request.POST or None)
    if form.is_valid() and _left_out(request, team, person, form):
        return redirect(team)
    context = {
        "edition": edition,
        "team": team,
        "person": person,
        "form": form,
        "why_not_forbid": rules.why_not_forbid(team=team, person=person, by=request.user),
        "why_not_set_aside": rules.why_not_set_aside(edition=edition, person=person, by=request.user),
    }
    return render(request, "teams/leave_out.html", context, status=422 if form.errors else 200)


def _left_out(request: SignedIn, team: Team, person: Person, form: LeaveOutForm) -> bool:
    """Leave somebody out as was chosen, and tell whether it was done; else the form says why not."""
    given = {"person": person, "reason": form.cleaned_data["reason"], "by": request.user, "at": timezone.now()}
    try:
        if form.never:
            actions.forbid(team=team, **given)
            told = _("%(name)s is never proposed for this team.")
        else:
            actions.set_aside(edition=team.idea.edition, **given)
            told = _("%(name)s is left out of the drafts for now.")
    except Refused as refusal:
        form.add_error("how", refusal.reason)
        return False
    messages.success(request, told % {"name": person.name})
    return True


@require_POST
def allow(request: SignedIn, exclusion_id: UUID) -> HttpResponse:
    """Let somebody in again who was left out."""
    exclusion = exclusion_with(exclusion_id)
    team, edition, name = exclusion.team, exclusion.edition, exclusion.person.name
    actions.allow(exclusion=exclusion, by=request.user, at=timezone.now())
    messages.success(request, _("%(name)s can be proposed again.") % {"name": name})
    return redirect(team) if team else redirect("teams:teams", edition_slug=edition.slug)
