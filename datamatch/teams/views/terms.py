"""The page on which somebody says how long they stay in a team."""

from datetime import date, timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from datamatch.foundation.place import stand
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.people.models import SignedIn
from datamatch.teams import actions, rules
from datamatch.teams.forms import RenewForm, StopForm
from datamatch.teams.models import Member
from datamatch.teams.views.finding import member_with

USUAL = timedelta(weeks=6)


@require_http_methods(["GET", "POST"])
def term(request: SignedIn, member_id: UUID) -> HttpResponse:
    """Show until when a seat lasts, and renew or stop it."""
    member, today = member_with(member_id), timezone.localdate()
    refuse_if(rules.why_not_own_term(member=member, by=request.user))
    stand(request, edition=member.team.idea.edition, idea=member.team.idea)
    last_on = member.until_on or today
    renew, stop = RenewForm(initial={"until_on": last_on + USUAL}), StopForm(initial={"last_on": last_on})
    if request.method == "POST" and request.POST.get("deed") == "renew":
        renew = RenewForm(request.POST)
        if renew.is_valid() and _done(request, member, renew, "until_on"):
            return redirect("teams:asks")
    elif request.method == "POST":
        stop = StopForm(request.POST)
        if stop.is_valid() and _done(request, member, stop, "last_on"):
            return redirect("teams:asks")
    context = {
        "edition": member.team.idea.edition,
        "member": member,
        "renew": renew,
        "stop": stop,
        "why_not_renew": rules.why_not_renew(member=member, by=request.user, today=today),
    }
    return render(request, "teams/term.html", context, status=422 if renew.errors or stop.errors else 200)


def _done(request: SignedIn, member: Member, form: forms.Form, field: str) -> bool:
    """Renew or stop as was asked, and tell whether it was done; else the form says why not."""
    day: date = form.cleaned_data[field]
    try:
        if field == "until_on":
            actions.renew(member=member, until_on=day, by=request.user, at=timezone.now())
            told = _("Good that you stay, until %(day)s!")
        else:
            actions.stop(member=member, last_on=day, by=request.user, at=timezone.now())
            told = _("Thank you for saying so. Your last day in this team is %(day)s.")
    except Refused as refusal:
        form.add_error(field, refusal.reason)
        return False
    messages.success(request, told % {"day": rules.day_in_words(day)})
    return True
