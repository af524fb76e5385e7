"""What is asked of the reader, and the answer."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from datamatch.foundation.place import stand
from datamatch.people.models import SignedIn
from datamatch.people.queries import consent_of
from datamatch.teams import actions, queries
from datamatch.teams.forms import AnswerForm
from datamatch.teams.views.finding import member_with


@require_GET
def asks(request: SignedIn) -> HttpResponse:
    """Show what is asked of this reader, and to what they said yes."""
    stand(request)
    context = {
        "asked": queries.asks_of(request.user),
        "changes": queries.changes_of(request.user),
        "seats": queries.teams_of(request.user),
        "declined": queries.declines_of(request.user),
        "my_consent": consent_of(request.user),
    }
    return render(request, "teams/asks.html", context)


@require_POST
def answer(request: SignedIn, member_id: UUID) -> HttpResponse:
    """Keep a yes or a no."""
    member, form = member_with(member_id), AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose yes or no; your own words can be at most 300 characters."))
        return redirect("teams:asks")
    words = form.cleaned_data["words"]
    actions.answer(member=member, yes=form.yes, by=request.user, at=timezone.now(), words=words)
    joined = _("Good that you are in! The lead of the team will contact you.")
    messages.success(request, joined if form.yes else _("Thank you for saying so."))
    return redirect("teams:asks")
