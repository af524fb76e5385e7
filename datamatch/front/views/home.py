"""The front door, and the two pages the law asks for."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from datamatch.cases.queries import cases_found
from datamatch.editions.queries import is_manager
from datamatch.front.queries.funnel import funnel_steps, last_closed
from datamatch.front.queries.mine import errands_of
from datamatch.front.queries.stages import also_running, edition_now, stage_bar
from datamatch.people.models import Person

MOST_OTHERS = 6


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """Welcome a stranger with what this is, and a colleague with what there is to do."""
    person = request.user if isinstance(request.user, Person) else None
    closed, now = last_closed(to=request.user), edition_now(request.user)
    page = {
        "closed": closed,
        "funnel_steps": funnel_steps(closed) if closed else [],
        "edition": now,
        "stages": stage_bar(now) if now else [],
        "others": also_running(person, beside=now)[:MOST_OTHERS] if person else [],
        "manages": bool(person and now and is_manager(person, now)),
        "errands": errands_of(person, at=timezone.now()) if person else [],
        "cases": cases_found(to=request.user)[:3],
    }
    return render(request, "front/home.html" if person else "front/welcome.html", page)


@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say how accessible this is and what to do when it is not."""
    return render(request, "front/accessibility.html")


@login_not_required
def privacy(request: HttpRequest) -> HttpResponse:
    """Say which data are kept, why, and for how long."""
    return render(request, "front/privacy.html")
