"""My line manager: whom I asked, what they said, asking and taking back."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.refusal import Refused
from datamatch.people import actions, queries
from datamatch.people.forms import ConsentForm
from datamatch.people.models import HoursConsent, SignedIn

PER_PAGE = 10


def consent(request: SignedIn) -> HttpResponse:
    """Show what my line manager said, and ask."""
    me = request.user
    told = {"email": queries.last_address(me), "hours_per_week": queries.profile_of(me).hours_per_week or None}
    form = ConsentForm(request.POST if request.method == "POST" else None, initial=told)
    if form.is_valid():
        try:
            actions.ask_line_manager(person=me, by=me, at=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            messages.success(request, _("Your question is on its way. You get a mail when it is answered."))
            return redirect("people:consent")
    page = {
        "form": form,
        "standing": queries.standing_of(me),
        "question": queries.open_question_of(me),
        "page": Paginator(queries.consent_history(me), PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "people/consent.html", page, status=422 if form.errors else 200)


@require_POST
def take_back_consent(request: SignedIn, consent_id: UUID) -> HttpResponse:
    """Take back a question or an answer."""
    mine = get_object_or_404(HoursConsent, public_id=consent_id, person=request.user)
    actions.take_back_consent(consent=mine, by=request.user, at=timezone.now())
    messages.success(request, _("That is taken back. Your line manager is told, unless they said no."))
    return redirect("people:consent")
