"""The page on which one seat is changed or handed over, and the answer to a change."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from datamatch.foundation.place import stand
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.people.models import SignedIn
from datamatch.people.queries import person_with_email
from datamatch.teams import actions, queries, rules
from datamatch.teams.forms import ChangeForm, HandOverForm
from datamatch.teams.models import Member, SeatChange
from datamatch.teams.views.finding import member_with


@require_http_methods(["GET", "POST"])
def seat(request: SignedIn, member_id: UUID) -> HttpResponse:
    """Show one seat to who may change the team, and ask for a change or for somebody else."""
    member = member_with(member_id)
    refuse_if(rules.why_not_change_team(team=member.team, by=request.user))
    stand(request, edition=member.team.idea.edition, idea=member.team.idea)
    change, other = ChangeForm(member=member), HandOverForm()
    if request.method == "POST" and request.POST.get("deed") == "hand_over":
        other = HandOverForm(request.POST)
        if other.is_valid() and _handed_over(request, member, other):
            return redirect(member.team)
    elif request.method == "POST":
        change = ChangeForm(request.POST, member=member)
        if change.is_valid() and _asked(request, member, change):
            return redirect(member.team)
    context = {
        "edition": member.team.idea.edition,
        "member": member,
        "change": change,
        "other": other,
        "history": queries.history_of(member),
        "why_not_change": rules.why_not_change_seat(member=member, by=request.user),
        "why_not_offer": rules.why_not_offer_seat(member=member, by=request.user),
    }
    return render(request, "teams/seat.html", context, status=422 if change.errors or other.errors else 200)


def _asked(request: SignedIn, member: Member, form: ChangeForm) -> bool:
    """Ask for the change, and tell whether it was done; else the form says why not."""
    try:
        actions.ask_change(member=member, by=request.user, at=timezone.now(), **form.cleaned_data)
    except Refused as refusal:
        form.add_error("hours_per_week", refusal.reason)
        return False
    told = _("%(name)s gets a mail with the question. Nothing changes before the answer.")
    messages.success(request, told % {"name": member.person.name})
    return True


def _handed_over(request: SignedIn, member: Member, form: HandOverForm) -> bool:
    """Ask somebody to take over, and tell whether it was done; else the form says why not."""
    person = person_with_email(form.cleaned_data["email"])
    if person is None:
        form.add_error("email", _("We do not know anybody with this address."))
        return False
    try:
        actions.hand_over(member=member, to=person, by=request.user, at=timezone.now())
    except Refused as refusal:
        form.add_error("email", refusal.reason)
        return False
    told = _("%(name)s gets a mail with the question. %(before)s stays until then.")
    messages.success(request, told % {"name": person.name, "before": member.person.name})
    return True


@require_POST
def answer_change(request: SignedIn, change_id: UUID) -> HttpResponse:
    """Keep a yes or a no to a change."""
    change, said = _change(change_id), request.POST.get("answer")
    if said not in {"yes", "no"}:
        messages.error(request, _("Choose yes or no."))
        return redirect("teams:asks")
    actions.answer_change(change=change, yes=said == "yes", by=request.user, at=timezone.now())
    messages.success(request, _("Your seat is changed.") if said == "yes" else _("Everything stays as it is."))
    return redirect("teams:asks")


@require_POST
def take_back_change(request: SignedIn, change_id: UUID) -> HttpResponse:
    """Take back a change that was asked."""
    change = actions.take_back_change(change=_change(change_id), by=request.user, at=timezone.now())
    messages.success(request, _("The change was taken back. %(name)s hears it.") % {"name": change.member.person.name})
    return redirect("teams:seat", member_id=change.member.public_id)


def _change(change_id: UUID) -> SeatChange:
    """Return a change, or answer that there is none."""
    found = SeatChange.objects.select_related("member__team__idea__edition", "member__person", "asked_by")
    return get_object_or_404(found, public_id=change_id)
