"""The day as the manager plans it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.datadag import actions, queries, rules
from datamatch.datadag.forms import PlanForm, SessionForm
from datamatch.datadag.models import DataDag, Session
from datamatch.datadag.views.loading import find
from datamatch.editions.models import Edition
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person, SignedIn


def plan(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Plan the day, or change when, where and for how many."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_change(edition=edition, by=request.user))
    stand(request, edition=edition)
    day = queries.datadag_of(edition)
    form = PlanForm(request.POST or None, initial=words_of(edition, day))
    if request.method == "POST" and form.is_valid():
        keep(day, edition, by=request.user, plan=form.cleaned_data)
        messages.success(request, _("The day is planned."))
        return redirect("datadag:plan", edition_slug=edition.slug)
    context = page_of(edition, day, by=request.user) | {"form": form}
    return render(request, "datadag/plan.html", context, status=422 if form.is_bound else 200)


def keep(day: DataDag | None, edition: Edition, *, by: Person, plan: dict[str, Any]) -> None:
    """Plan a day that is new, change one that is not."""
    if day is None:
        actions.plan_datadag(edition=edition, by=by, at=timezone.now(), **plan)
    else:
        actions.change_datadag(datadag=day, by=by, at=timezone.now(), **plan)


def words_of(edition: Edition, day: DataDag | None) -> dict[str, Any]:
    """Return what the form begins with: the day as planned, or the date in the plan of the edition."""
    if day is None:
        return {"held_on": edition.datadag_on}
    first = queries.sessions_of(day).first()
    words = {"held_on": day.held_on, "place": day.place, "capacity": day.capacity}
    return words | ({"starts_at": timezone.localtime(first.starts_at).time()} if first else {})


def page_of(edition: Edition, day: DataDag | None, *, by: Person) -> dict[str, Any]:
    """Return what the plan page shows besides the form of the day."""
    if day is None:
        return {"edition": edition, "datadag": None}
    absent = queries.projects_not_on_stage(edition)
    return {
        "edition": edition,
        "datadag": day,
        "sessions": queries.sessions_of(day),
        "absent": absent,
        "session_form": SessionForm(projects=absent),
        "why_not_publish": rules.why_not_publish(datadag=day, by=by),
    }


@require_POST
def add_session(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Add a part to the programme, or show the page again with what has to be mended."""
    day = find(edition_slug)
    refuse_if(rules.why_not_change(edition=day.edition, by=request.user))
    form = SessionForm(request.POST, projects=queries.projects_not_on_stage(day.edition))
    if form.is_valid():
        actions.add_session(datadag=day, by=request.user, at=timezone.now(), **form.cleaned_data)
        return redirect("datadag:plan", edition_slug=day.edition.slug)
    stand(request, edition=day.edition)
    context = page_of(day.edition, day, by=request.user) | {"session_form": form}
    context["form"] = PlanForm(initial=words_of(day.edition, day))
    return render(request, "datadag/plan.html", context, status=422)


@require_POST
def move_session(request: SignedIn, session_id: UUID) -> HttpResponse:
    """Move a part one place up or down."""
    session = get_object_or_404(Session.objects.select_related("datadag__edition"), public_id=session_id)
    up = request.POST.get("move") == "up"
    actions.move_session(session=session, up=up, by=request.user, at=timezone.now())
    return redirect("datadag:plan", edition_slug=session.datadag.edition.slug)


@require_POST
def remove_session(request: SignedIn, session_id: UUID) -> HttpResponse:
    """Take a part out of the programme."""
    session = get_object_or_404(Session.objects.select_related("datadag__edition"), public_id=session_id)
    actions.remove_session(session=session, by=request.user, at=timezone.now())
    messages.success(request, _("“%(part)s” is out of the programme.") % {"part": session})
    return redirect("datadag:plan", edition_slug=session.datadag.edition.slug)


@require_POST
def publish(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the programme to everyone."""
    day = find(edition_slug)
    actions.publish_programme(datadag=day, by=request.user, at=timezone.now())
    messages.success(request, _("The programme is published and people can register."))
    return redirect(day)
