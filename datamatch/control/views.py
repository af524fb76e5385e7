"""The control room: where an edition stands, what blocks it, what to do, and the move onward."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.control import actions, queries, rules
from datamatch.control.enums import WHAT_CHANGES
from datamatch.control.forms import ExtendForm
from datamatch.editions.enums import NEXT, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import call_until
from datamatch.editions.rules import why_not_ask_extension, why_not_extend
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn


def control_room(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show where an edition stands, what blocks it, and what there is to do."""
    edition = entered(request, edition_slug)
    deeds = queries.deeds_in(edition)
    next_stage, now = NEXT.get(Stage(edition.stage)), timezone.now()
    page = {
        "edition": edition,
        "stages": queries.stops_of(edition),
        "next_stage": next_stage,
        "planned_on": queries.planned_day(edition, next_stage) if next_stage else None,
        "reasons": rules.reasons_to_stay(edition),
        "until": call_until(edition, at=now),
        "by_clock": edition.call_opens_at if next_stage == Stage.CALL else edition.call_closes_at,
        "may_extend": why_not_ask_extension(edition=edition, by=request.user) is None,
        "deeds": deeds,
        "now": next((deed for deed in deeds if not deed.is_done), None),
    }
    return render(request, "control/control_room.html", page)


def move(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask whether the edition should really move on; move it when the answer is yes."""
    edition = entered(request, edition_slug)
    refuse_if(rules.why_not_move(edition=edition, by=request.user))
    next_stage = NEXT[Stage(edition.stage)]
    if request.method == "POST":
        refuse_if(rules.why_not_leave(edition=edition, stage=request.POST.get("leaving", "")))
        actions.move_stage(edition=edition, by=request.user, at=timezone.now())
        messages.success(request, _("The edition is now in this stage: %(stage)s.") % {"stage": next_stage.label})
        return redirect("control:control_room", edition_slug=edition.slug)
    page = {"edition": edition, "next_stage": next_stage, "changes": WHAT_CHANGES[next_stage]}
    return render(request, "control/move.html", page)


def extend(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask until when the call is open and why, and extend it."""
    edition = entered(request, edition_slug)
    now = timezone.now()
    deed: dict[str, Any] = {"edition": edition, "by": request.user, "at": now}
    refuse_if(why_not_ask_extension(edition=edition, by=request.user))
    form = ExtendForm(request.POST or None, initial={"closes_on": edition.call_closes_on})
    if form.is_valid() and (why_not := why_not_extend(**deed, **form.cleaned_data)):
        form.add_error(None, why_not)
    elif form.is_valid():
        actions.extend_call(**deed, **form.cleaned_data)
        messages.success(request, _("The call is extended. Who has a draft gets a mail."))
        return redirect("control:control_room", edition_slug=edition.slug)
    page = {"edition": edition, "form": form, "until": call_until(edition, at=now)}
    return render(request, "control/extend.html", page, status=422 if form.errors else 200)


def entered(request: SignedIn, edition_slug: str) -> Edition:
    """Return the edition whose control room is entered.

    :raises Refused: not a manager of it
    """
    edition = get_object_or_404(Edition.objects.select_related("programme"), slug=edition_slug)
    stand(request, edition=edition)
    refuse_if(rules.why_not_see(edition=edition, by=request.user))
    return edition
