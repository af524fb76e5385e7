"""The page of pitch day, and the running order."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from datamatch.editions.models import Edition
from datamatch.editions.queries import criteria_of
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.jury import actions, queries, rules
from datamatch.jury.forms import PlanForm
from datamatch.jury.views.board import board_of
from datamatch.people.models import Person, SignedIn


@require_GET
def pitch_day(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the running order, what is on stage, and the deeds of this reader."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    return _page(request, edition, PlanForm(initial=_first_plan(edition)))


@require_POST
def plan(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Make the running order."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    form = PlanForm(request.POST)
    refuse_if(rules.why_not_plan_pitches(edition=edition, by=request.user))
    if not form.is_valid():
        return _page(request, edition, form, code=422)
    try:
        pitches = actions.plan_pitches(edition=edition, by=request.user, at=timezone.now(), **form.cleaned_data)
    except Refused as refusal:
        form.add_error("starts_at", refusal.reason)
        return _page(request, edition, form, code=422)
    said = ngettext("%(count)s pitch is planned.", "%(count)s pitches are planned.", len(pitches))
    messages.success(request, said % {"count": len(pitches)})
    return redirect("jury:pitch_day", edition_slug=edition.slug)


def _page(request: SignedIn, edition: Edition, form: PlanForm, code: int = 200) -> HttpResponse:
    """Return pitch day with this plan form on it."""
    stand(request, edition=edition)
    context = board_of(edition, request.user, timezone.now()) | {"criteria": list(criteria_of(edition))}
    if context["manages"]:
        box = context["box"]
        context |= {
            "form": form,
            "why_not_plan": rules.why_not_plan_pitches(edition=edition, by=request.user),
            "why_not_open": rules.why_not_open_box(edition=edition, by=request.user),
            "why_not_close": rules.why_not_close_box(ballot_box=box, by=request.user) if box else None,
            "vote": box or queries.rules_of(edition),
            "attendance": queries.attendance_in(box) if box else None,
            "tied_jurors": _tied_jurors(edition),
        }
    return render(request, "jury/pitch_day.html", context, status=code)


def _tied_jurors(edition: Edition) -> list[dict[str, Any]]:
    """Return the jurors who are tied to a pitch and have not stepped out for it, with the titles."""
    tied: dict[Person, list[str]] = {}
    for juror, pitch, _reason in queries.open_conflicts(edition):
        tied.setdefault(juror, []).append(pitch.idea.title)
    return [{"name": juror.name, "titles": titles} for juror, titles in tied.items()]


def _first_plan(edition: Edition) -> dict[str, Any]:
    """Return what the plan form begins with: the plan there is, else ten o'clock on the pitch day of the edition."""
    first = queries.pitches_in(edition).first()
    if first is not None:
        return {"starts_at": first.starts_at, "minutes": first.minutes, "room": first.room}
    return {"starts_at": f"{edition.pitch_on:%Y-%m-%d}T10:00"} if edition.pitch_on else {}
