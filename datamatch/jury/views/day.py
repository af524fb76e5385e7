"""Pitch day itself: the running order, what is on stage, and what the manager does about it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import criteria_of, duties_of, is_manager
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import actions, queries, rules
from datamatch.jury.enums import PitchState
from datamatch.jury.forms import PlanForm
from datamatch.jury.models import Pitch
from datamatch.people.models import Person, SignedIn


@require_GET
def pitch_day(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the running order, what is on stage, and the deeds of this reader."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    return _page(request, edition, PlanForm(initial=_first_plan(edition)))


@require_GET
def now_on_stage(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Return the board when something changed since the reader saw it, else nothing."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    board = board_of(edition, request.user)
    if request.GET.get("seen") == board["mark"]:
        return HttpResponse(status=204)
    return render(request, "jury/_board.html", board)


@require_POST
def plan(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Make the running order."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    form = PlanForm(request.POST)
    if not form.is_valid():
        refuse_if(rules.why_not_plan_pitches(edition=edition, by=request.user))
        return _page(request, edition, form, code=422)
    pitches = actions.plan_pitches(edition=edition, by=request.user, at=timezone.now(), **form.cleaned_data)
    said = ngettext("%(count)s pitch is planned.", "%(count)s pitches are planned.", len(pitches))
    messages.success(request, said % {"count": len(pitches)})
    return redirect("jury:pitch_day", edition_slug=edition.slug)


@require_POST
def stage(request: SignedIn, pitch_id: UUID) -> HttpResponse:
    """Call a pitch on stage."""
    pitch = actions.call_on_stage(pitch=_pitch(pitch_id), by=request.user, at=timezone.now())
    messages.success(request, _("On stage: “%(idea)s”.") % {"idea": pitch.idea.title})
    return redirect("jury:pitch_day", edition_slug=pitch.idea.edition.slug)


@require_POST
def end(request: SignedIn, pitch_id: UUID) -> HttpResponse:
    """End the pitch that is on stage."""
    pitch = actions.end_pitch(pitch=_pitch(pitch_id), by=request.user, at=timezone.now())
    messages.success(request, _("“%(idea)s” is done.") % {"idea": pitch.idea.title})
    return redirect("jury:pitch_day", edition_slug=pitch.idea.edition.slug)


def _page(request: SignedIn, edition: Edition, form: PlanForm, code: int = 200) -> HttpResponse:
    """Return pitch day with this plan form on it."""
    stand(request, edition=edition)
    context = board_of(edition, request.user) | {"criteria": list(criteria_of(edition))}
    if context["manages"]:
        box = context["box"]
        context |= {
            "form": form,
            "why_not_plan": rules.why_not_plan_pitches(edition=edition, by=request.user),
            "why_not_open": rules.why_not_open_box(edition=edition, by=request.user),
            "why_not_close": rules.why_not_close_box(ballot_box=box, by=request.user) if box else None,
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


def board_of(edition: Edition, reader: Person) -> dict[str, Any]:
    """Return what the board shows this reader, with a mark that changes whenever the board does."""
    pitches = list(queries.pitches_in(edition))
    box = queries.box_of(edition)
    now = next((pitch for pitch in pitches if pitch.state == PitchState.ON_STAGE), None)
    done = sum(pitch.state == PitchState.DONE for pitch in pitches)
    manages = is_manager(reader, edition)
    states = "".join(str(PitchState.values.index(pitch.state)) for pitch in pitches)
    return {
        "edition": edition,
        "pitches": pitches,
        "now": now,
        "next": next((pitch for pitch in pitches if pitch.state == PitchState.WAITING), None),
        "done": done,
        "box": box,
        "mark": f"{states}-{box.state if box else 'none'}",
        "manages": manages,
        "callable": manages and edition.stage == Stage.PITCHING and now is None and box is None,
        "sees_result": box is not None and rules.why_not_see_result(ballot_box=box, by=reader) is None,
        "sees_minutes": bool(pitches) and rules.why_not_see_jury(edition=edition, by=reader) is None,
        **_juror_part(edition, pitches, reader),
    }


def _juror_part(edition: Edition, pitches: list[Pitch], reader: Person) -> dict[str, Any]:
    """Return what a juror sees of their own work; nothing of that for others."""
    if Duty.JUROR not in duties_of(reader, edition):
        return {"judges": False}
    cards = queries.cards_done(edition, reader)
    out = {recusal.pitch_id for recusal in queries.recusals_of(reader, edition)}
    own = queries.written_by(reader, edition)
    may = [pitch for pitch in pitches if pitch.pk not in out and pitch.idea_id not in own]
    return {
        "judges": True,
        "cards": cards,
        "out": out | {pitch.pk for pitch in pitches if pitch.idea_id in own},
        "tied": queries.conflicts_of(reader, may),
        "cards_given": len(cards),
        "cards_asked": len(may),
    }


def _first_plan(edition: Edition) -> dict[str, Any]:
    """Return what the plan form begins with: the plan there is, else ten o'clock on the pitch day of the edition."""
    first = queries.pitches_in(edition).first()
    if first is not None:
        return {"starts_at": first.starts_at, "minutes": first.minutes}
    return {"starts_at": f"{edition.pitch_on:%Y-%m-%d}T10:00"} if edition.pitch_on else {}


def _pitch(pitch_id: UUID) -> Pitch:
    return get_object_or_404(Pitch.objects.select_related("idea__edition"), public_id=pitch_id)
