"""The door: who comes, and who is in."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.datadag import actions, queries, rules
from datamatch.datadag.models import Registration
from datamatch.datadag.views.loading import find
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn

ON_A_PAGE = 50


def registrations(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show who comes, found by name, each with one button to let them in."""
    day = find(edition_slug)
    refuse_if(rules.why_not_manage(edition=day.edition, by=request.user))
    stand(request, edition=day.edition)
    text = request.GET.get("q", "").strip()
    found = queries.registrations_found(day, text=text)
    context = {
        "edition": day.edition,
        "datadag": day,
        "seats": queries.seats_of(day),
        "text": text,
        "page": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
        "query": urlencode({"q": text}) if text else "",
    }
    return render(request, "datadag/registrations.html", context)


@require_POST
def check_in(request: SignedIn, registration_id: UUID) -> HttpResponse:
    """Let somebody in and go back to the list for the next."""
    found = Registration.objects.select_related("person", "datadag__edition")
    registration = get_object_or_404(found, public_id=registration_id)
    actions.check_in(registration=registration, by=request.user, at=timezone.now())
    messages.success(request, _("%(name)s is in.") % {"name": registration.person})
    return redirect(reverse("datadag:registrations", args=[registration.datadag.edition.slug]))
