"""One pitch as a juror sees it: the card, and the way out."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from datamatch.editions.enums import Duty
from datamatch.editions.queries import criteria_of, duties_of
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import actions, queries, rules
from datamatch.jury.forms import CardForm, StepOutForm
from datamatch.jury.models import Pitch
from datamatch.people.models import SignedIn


@require_http_methods(["GET", "POST"])
def pitch(request: SignedIn, pitch_id: UUID) -> HttpResponse:
    """Show a pitch with the juror's card, and keep the card."""
    shown = _pitch(pitch_id)
    criteria = list(criteria_of(shown.idea.edition))
    if request.method == "POST":
        refuse_if(rules.why_not_give_card(pitch=shown, by=request.user))
        form = CardForm(request.POST, criteria=criteria)
        if not form.is_valid():
            return _page(request, shown, form, code=422)
        given = {"scores": form.scores, "note": form.cleaned_data["note"]}
        actions.give_card(pitch=shown, by=request.user, at=timezone.now(), **given)
        messages.success(request, _("Your card for “%(idea)s” is kept.") % {"idea": shown.idea.title})
        return redirect("jury:pitch_day", edition_slug=shown.idea.edition.slug)
    return _page(request, shown, CardForm(initial=_kept(request, shown), criteria=criteria))


@require_POST
def jot(request: SignedIn, pitch_id: UUID) -> HttpResponse:
    """Keep the card while it is being filled in; answers with the line that says so."""
    shown = _pitch(pitch_id)
    form = CardForm(request.POST, criteria=list(criteria_of(shown.idea.edition)), whole=False)
    if not form.is_valid():
        return render(request, "jury/_kept.html", {"wrong": True}, status=422)
    given = {"scores": form.scores, "note": form.cleaned_data["note"]}
    card = actions.jot_card(pitch=shown, by=request.user, at=timezone.now(), **given)
    return render(request, "jury/_kept.html", {"card": card, "done": len(form.scores), "asked": len(form.criteria)})


@require_http_methods(["GET", "POST"])
def step_out(request: SignedIn, pitch_id: UUID) -> HttpResponse:
    """Ask why a juror steps out, and let them."""
    shown = _pitch(pitch_id)
    refuse_if(rules.why_not_step_out(pitch=shown, by=request.user))
    form = StepOutForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.step_out(pitch=shown, by=request.user, at=timezone.now(), reason=form.reason)
        messages.success(request, _("You stepped out for “%(idea)s”.") % {"idea": shown.idea.title})
        return redirect("jury:pitch_day", edition_slug=shown.idea.edition.slug)
    stand(request, edition=shown.idea.edition)
    context = {
        "pitch": shown,
        "form": form,
        "conflict": queries.conflicts_of(request.user, [shown]).get(shown.pk),
    }
    return render(request, "jury/step_out.html", context, status=422 if form.errors else 200)


def _page(request: SignedIn, shown: Pitch, form: CardForm, code: int = 200) -> HttpResponse:
    """Return the page of a pitch with this card on it."""
    edition = shown.idea.edition
    stand(request, edition=edition)
    judges = Duty.JUROR in duties_of(request.user, edition)
    card = queries.card_of(shown, request.user) if judges else None
    context = {
        "pitch": shown,
        "edition": edition,
        "form": form,
        "judges": judges,
        "why_not_card": rules.why_not_give_card(pitch=shown, by=request.user) if judges else None,
        "why_not_judge": rules.why_not_judge(pitch=shown, by=request.user),
        "why_not_step_out": rules.why_not_step_out(pitch=shown, by=request.user),
        "conflict": queries.conflicts_of(request.user, [shown]).get(shown.pk) if judges else None,
        "card": card,
        "has_card": card is not None and card.is_complete,
        "card_done": len(queries.scores_on(card)) if card else 0,
        "blank": judges and rules.why_not_judge(pitch=shown, by=request.user) is not None,
        "after": queries.pitches_in(edition).filter(place__gt=shown.place).first(),
    }
    return render(request, "jury/pitch.html", context, status=code)


def _kept(request: SignedIn, shown: Pitch) -> dict[str, Any]:
    """Return what this juror put on the card before."""
    card = queries.card_of(shown, request.user)
    return {} if card is None else {**queries.scores_on(card), "note": card.note}


def _pitch(pitch_id: UUID) -> Pitch:
    found = Pitch.objects.select_related("idea__edition", "idea__theme", "idea__submitter")
    return get_object_or_404(found, public_id=pitch_id)
