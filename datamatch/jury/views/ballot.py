"""The ballot: opening, ranking, casting, closing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.foundation import live
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import actions, queries, rules
from datamatch.jury.forms import BallotRulesForm, moved, own_order
from datamatch.jury.models import BallotBox
from datamatch.jury.views.board import SPREAD_SECONDS, topics_of
from datamatch.people.models import SignedIn

# Stands on a ballot between what passes and what does not.
LINE = "line"


@require_POST
def open_box(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Open the ballot of the jury."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    box = actions.open_box(edition=edition, by=request.user, at=timezone.now())
    messages.success(request, _("The ballot is open."))
    return redirect(box)


@require_http_methods(["GET", "POST"])
def ballot_rules(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show how the jury votes, and let the manager choose it beforehand."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_see_jury(edition=edition, by=request.user))
    vote = queries.box_of(edition) or queries.rules_of(edition)
    chosen = {"secret": "yes" if vote.secret else "no", "quorum": vote.quorum, "pass_share": vote.pass_share}
    form = BallotRulesForm(request.POST or None, initial=chosen)
    if request.method == "POST" and _chosen(request, edition, form):
        messages.success(request, _("The jury will vote by these rules."))
        return redirect("jury:pitch_day", edition_slug=edition.slug)
    stand(request, edition=edition)
    why_not = rules.why_not_choose_rules(edition=edition, by=request.user)
    context = {"edition": edition, "form": form, "vote": vote, "why_not": why_not}
    return render(request, "jury/ballot_rules.html", context, status=422 if form.errors else 200)


def _chosen(request: SignedIn, edition: Edition, form: BallotRulesForm) -> bool:
    """Choose the rules; what is wrong with them goes back to the form."""
    refuse_if(rules.why_not_choose_rules(edition=edition, by=request.user))
    if not form.is_valid():
        return False
    if reason := rules.why_not_rules(edition=edition, **form.cleaned_data):
        form.add_error("quorum", reason)
        return False
    actions.choose_rules(edition=edition, by=request.user, at=timezone.now(), **form.cleaned_data)
    return True


@require_http_methods(["GET", "POST"])
def ballot_box(request: SignedIn, box_id: UUID) -> HttpResponse:
    """Show a juror their own order; a move (POST) changes the order in their session, nothing is cast yet."""
    box = _box(box_id)
    refuse_if(rules.why_not_see_jury(edition=box.edition, by=request.user))
    if request.method == "POST":
        refuse_if(rules.why_not_cast(ballot_box=box, by=request.user))
        request.session[_key(box)] = moved(_order(request, box), request.POST.get("move", ""))
        if not request.htmx:  # type: ignore[attr-defined]
            return redirect(box)
    stand(request, edition=box.edition)
    context = _context(request, box)
    if request.GET.get("seen") == str(context["version"]):
        return HttpResponse(status=204)
    template = "jury/_ballot_now.html" if request.htmx else "jury/ballot_box.html"  # type: ignore[attr-defined]
    return render(request, template, context | _moved(request.POST.get("move", ""), context["items"]))


@require_POST
def cast(request: SignedIn, box_id: UUID) -> HttpResponse:
    """Cast the ballot in the order shown. Whose secret ballot is in already, as the answer got lost, is told so."""
    box = _box(box_id)
    if box.secret and queries.has_voted(request.user, box):
        messages.info(request, _("Your ballot is in the box."))
        return redirect(box)
    given = request.POST.getlist("pitch")
    by_id = {str(pitch.public_id): pitch for pitch in queries.pitches_in(box.edition)}
    choice = [by_id[one] for one in given if one in by_id]
    above = given[: given.index(LINE)] if LINE in given else given
    approved = sum(one in by_id for one in above)
    actions.cast_ballot(ballot_box=box, by=request.user, choice=choice, approved=approved, at=timezone.now())
    request.session.pop(_key(box), None)
    if box.secret:
        messages.success(request, _("Your ballot is in the box."))
    else:
        messages.success(request, _("Your ballot is cast. You can change it until the ballot closes."))
    return redirect(box)


@require_POST
def close_box(request: SignedIn, box_id: UUID) -> HttpResponse:
    """Close and count the ballot."""
    box = actions.close_box(ballot_box=_box(box_id), by=request.user, at=timezone.now())
    messages.success(request, _("The ballot is closed and counted."))
    return redirect("jury:verdict", box_id=box.public_id)


def _context(request: SignedIn, box: BallotBox) -> dict[str, Any]:
    """Return what the ballot page shows this reader; the version is read first."""
    edition = box.edition
    version = live.version_of(*topics_of(edition, request.user))
    why_not_cast = rules.why_not_cast(ballot_box=box, by=request.user)
    items = _items(request, box) if why_not_cast is None else []
    manages = is_manager(request.user, edition)
    return {
        "box": box,
        "edition": edition,
        "version": version,
        "spread": SPREAD_SECONDS,
        "items": items,
        "manages": manages,
        "why_not_cast": why_not_cast,
        "has_voted": queries.has_voted(request.user, box),
        "ballot": queries.ballot_of(request.user, box),
        "changed": _key(box) in request.session,
        "recusals": list(queries.recusals_of(request.user, edition)),
        "attendance": queries.attendance_in(box),
        "why_not_close": rules.why_not_close_box(ballot_box=box, by=request.user) if manages else None,
    }


def _moved(move: str, items: list[dict[str, str]]) -> dict[str, str]:
    """Return what is said after a move, and which button keeps the focus: the same one, unless that is gone."""
    identity, _colon, way = move.partition(":")
    places = [item["id"] for item in items]
    if identity not in places:
        return {}
    place = places.index(identity) + 1
    left = {1: "down", len(places): "up"}.get(place, way)
    named = {"pitch": items[place - 1]["label"], "place": place, "all": len(places)}
    said = _("%(pitch)s stands at place %(place)s of %(all)s.") % named
    return {"said": said, "focus": f"{left}-{identity}"}


def _items(request: SignedIn, box: BallotBox) -> list[dict[str, str]]:
    """Return what stands on the ballot, in its order, as the ranker shows it."""
    pitches = {str(pitch.public_id): pitch for pitch in queries.pitches_in(box.edition)}
    line = {"id": LINE, "label": _("The line"), "text": _("What stands below it need not be carried out.")}
    return [
        line if one == LINE else {"id": one, "label": pitches[one].idea.title, "text": pitches[one].idea.unit_name}
        for one in _order(request, box)
    ]


def _order(request: SignedIn, box: BallotBox) -> list[str]:
    """Return the order on the ballot: as moved just now, else as voted, else as scored on the juror's own cards.

    It holds the pitches this juror may judge, by identity, and the line where the vote has one.
    """
    means = queries.own_means(box.edition, request.user)
    judged = queries.pitches_judged_by(request.user, box.edition)
    may = [str(pitch.public_id) for pitch in sorted(judged, key=lambda p: (-means.get(p.pk, 0), p.place))]
    ballot = queries.ballot_of(request.user, box)
    voted = [str(pitch.public_id) for pitch in queries.choice_of(ballot)] if ballot else []
    if ballot and box.pass_share:
        voted.insert(ballot.approved, LINE)
    return own_order(request.session.get(_key(box), voted), [*may, LINE] if box.pass_share else may)


def _key(box: BallotBox) -> str:
    """Return where the session keeps an order that was not cast yet."""
    return f"ballot-{box.public_id}"


def _box(box_id: UUID) -> BallotBox:
    return get_object_or_404(BallotBox.objects.select_related("edition"), public_id=box_id)
