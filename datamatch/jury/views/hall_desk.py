"""What the manager does for the audience: its page, the poster with the code, and the vote."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from datamatch.editions.models import Edition
from datamatch.foundation import live
from datamatch.foundation.addresses import whole_address
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import actions, queries, rules
from datamatch.jury.forms import HallForm
from datamatch.jury.models import Hall
from datamatch.jury.views.board import topics_of
from datamatch.people.models import SignedIn


@require_GET
def hall_desk(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show how the audience takes part."""
    edition = _edition(request, edition_slug)
    stand(request, edition=edition)
    version = live.version_of(*topics_of(edition, request.user), queries.hall_topic(edition))
    found, by = queries.hall_of(edition), request.user
    context: dict[str, Any] = {"edition": edition, "hall": found, "version": version}
    if found is None:
        context |= {"form": HallForm(), "why_not_open": rules.why_not_open_hall(edition=edition, by=by)}
    else:
        context |= {
            "form": HallForm(initial={"accounts_only": "yes" if found.accounts_only else "no"}),
            "address": whole_address(found.get_absolute_url()),
            "turnout": queries.turnout_in(found),
            "places": queries.hall_places(found),
            "why_not_change": rules.why_not_change_hall(hall=found, by=by),
            "why_not_vote": rules.why_not_open_vote(hall=found, by=by),
            "why_not_close": rules.why_not_close_vote(hall=found, by=by),
        }
    return render(request, "jury/hall_desk.html", context)


@require_GET
def poster(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the code large, to print and put up."""
    found = _found(_edition(request, edition_slug))
    stand(request, edition=found.edition)
    context = {"hall": found, "edition": found.edition, "address": whole_address(found.get_absolute_url())}
    return render(request, "jury/poster.html", context)


@require_POST
def open_hall(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Give the audience its page."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    needed = request.POST.get("accounts_only") == "yes"
    actions.open_hall(edition=edition, accounts_only=needed, by=request.user, at=timezone.now())
    messages.success(request, _("The audience has its page. The code is on the screen on the wall."))
    return redirect("jury:hall_desk", edition_slug=edition_slug)


@require_POST
def change_hall(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Change whether an account is needed to vote."""
    found = _found(get_object_or_404(Edition, slug=edition_slug))
    needed = request.POST.get("accounts_only") == "yes"
    actions.change_hall(hall=found, accounts_only=needed, by=request.user, at=timezone.now())
    messages.success(request, _("Changed."))
    return redirect("jury:hall_desk", edition_slug=edition_slug)


@require_POST
def open_vote(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Let the audience vote."""
    found = _found(get_object_or_404(Edition, slug=edition_slug))
    actions.open_vote(hall=found, by=request.user, at=timezone.now())
    messages.success(request, _("The audience can vote now."))
    return redirect("jury:hall_desk", edition_slug=edition_slug)


@require_POST
def close_vote(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Close the vote and count."""
    found = _found(get_object_or_404(Edition, slug=edition_slug))
    actions.close_vote(hall=found, by=request.user, at=timezone.now())
    messages.success(request, _("The vote of the audience is closed and counted."))
    return redirect("jury:hall_desk", edition_slug=edition_slug)


def _edition(request: SignedIn, edition_slug: str) -> Edition:
    """Return the edition for who runs its hall. :raises Refused: another reader"""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_see_hall_desk(edition=edition, by=request.user))
    return edition


def _found(edition: Edition) -> Hall:
    return get_object_or_404(Hall.objects.select_related("edition"), edition=edition)
