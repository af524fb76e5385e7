"""The day as a visitor sees it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.datadag import actions, queries, rules
from datamatch.datadag.enums import RegistrationState
from datamatch.datadag.models import DataDag
from datamatch.datadag.views.loading import find
from datamatch.editions.models import Edition
from datamatch.foundation.place import stand
from datamatch.people.models import Person, SignedIn


def datadag(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the programme by time, the results, and the reader's own seat."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    stand(request, edition=edition)
    day = queries.datadag_of(edition)
    may_plan = rules.why_not_change(edition=edition, by=request.user) is None
    context = {"edition": edition, "datadag": day, "may_plan": may_plan}
    if day is not None and (day.published_at or may_plan):
        context |= programme_for(day, by=request.user)
    return render(request, "datadag/datadag.html", context)


def programme_for(day: DataDag, *, by: Person) -> dict[str, Any]:
    """Return the programme, the seats, and how this person stands in them."""
    registration = queries.registration_of(by, day)
    return {
        "sessions": queries.sessions_of(day),
        "seats": queries.seats_of(day),
        "registration": registration,
        "place_in_line": queries.place_in_line(registration) if registration else None,
        "why_not_register": rules.why_not_register(datadag=day, by=by, on=timezone.localdate()),
    }


@require_POST
def register(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Register the reader for the day."""
    day = find(edition_slug)
    registration = actions.register(datadag=day, by=request.user, at=timezone.now())
    if registration.state == RegistrationState.SEATED:
        messages.success(request, _("You have a seat. See you at the DataDag!"))
    else:
        messages.info(request, _("You are on the waiting list. You get a mail as soon as a seat comes free."))
    return redirect(day)


@require_POST
def cancel(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Cancel the reader's own registration."""
    day = find(edition_slug)
    registration = get_object_or_404(day.registrations, person=request.user)
    actions.cancel(registration=registration, by=request.user, at=timezone.now())
    messages.success(request, _("You are no longer registered. Your seat goes to somebody else."))
    return redirect(day)
