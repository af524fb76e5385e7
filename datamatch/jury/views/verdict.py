"""The result and the verdict."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.ideas.models import Idea
from datamatch.jury import actions, queries, rules, weighing
from datamatch.jury.forms import ReserveForm, VerdictForm, staffed_words
from datamatch.jury.models import BallotBox
from datamatch.people.models import SignedIn
from datamatch.screening.enums import Round
from datamatch.screening.queries import reserve_in
from datamatch.teams.queries import Staffability, sheets_of, teams_in


@require_http_methods(["GET", "POST"])
def verdict(request: SignedIn, box_id: UUID) -> HttpResponse:
    """Show the result, and settle the verdict."""
    box = get_object_or_404(BallotBox.objects.select_related("edition"), public_id=box_id)
    refuse_if(rules.why_not_see_result(ballot_box=box, by=request.user))
    result = queries.result_of(box)
    places = result.places if result else []
    staffed = _staffability(box.edition)
    form = VerdictForm(request.POST or None, places=places, staffability=staffed)
    if request.method == "POST" and _settled(request, box, form):
        messages.success(request, _("The verdict is settled. The letters can be written now."))
        return redirect("jury:verdict", box_id=box.public_id)
    stand(request, edition=box.edition)
    by_name = rules.why_not_see_ballots(ballot_box=box, by=request.user) is None
    context = {
        "box": box,
        "edition": box.edition,
        "result": result,
        "places": [(place, staffed_words(staffed.get(place.pitch.idea_id))) for place in places],
        "form": form,
        "named": queries.named_ballots_in(box) if by_name else [],
        "manages": is_manager(request.user, box.edition),
        "compares": rules.why_not_compare(edition=box.edition, by=request.user) is None,
        "why_not_settle": (why_not := rules.why_not_settle(ballot_box=box, by=request.user)),
        "best_set": "" if why_not else queries.titles_of(weighing.proposal_of(box.edition).ideas),
        **_told(box.edition),
        **_reserve(request, box),
    }
    return render(request, "jury/verdict.html", context, status=422 if form.errors else 200)


@require_POST
def keep_reserve(request: SignedIn, box_id: UUID) -> HttpResponse:
    """Keep so many ideas in reserve, in the order of the ballot."""
    box = get_object_or_404(BallotBox.objects.select_related("edition"), public_id=box_id)
    form = ReserveForm(request.POST)
    if not form.is_valid():
        refuse_if(rules.why_not_keep_reserve(ballot_box=box, count=-1, by=request.user))
    count = actions.keep_reserve(ballot_box=box, count=form.cleaned_data["count"], by=request.user, at=timezone.now())
    words = ngettext("%(count)s idea is kept in reserve.", "%(count)s ideas are kept in reserve.", count)
    messages.success(request, words % {"count": count})
    return redirect("jury:verdict", box_id=box.public_id)


def _reserve(request: SignedIn, box: BallotBox) -> dict[str, Any]:
    """Return what is kept in reserve, and what can be done about it."""
    reserve = list(reserve_in(box.edition, Round.VERDICT).select_related("idea"))
    return {
        "reserve": reserve,
        "reserve_form": ReserveForm(initial={"count": len(reserve)}),
        "why_not_reserve": rules.why_not_reserve(ballot_box=box, by=request.user),
    }


def _settled(request: SignedIn, box: BallotBox, form: VerdictForm) -> bool:
    """Settle the verdict; a refusal about the choice goes back to the form."""
    refuse_if(rules.why_not_settle(ballot_box=box, by=request.user))
    if not form.is_valid():
        return False
    chosen = list(Idea.objects.filter(public_id__in=form.cleaned_data["chosen"]))
    motive = form.cleaned_data["motive"]
    proposed = weighing.proposal_of(box.edition).ideas
    if reason := rules.why_not_choose(ballot_box=box, chosen=chosen, motive=motive, proposed=proposed):
        form.add_error("motive" if chosen and len(chosen) <= box.edition.chosen_count else "chosen", reason)
        return False
    try:
        actions.settle_verdict(ballot_box=box, chosen=chosen, motive=motive, by=request.user, at=timezone.now())
    except Refused as refusal:
        form.add_error(None, refusal.reason)
        return False
    return True


def _told(edition: Edition) -> dict[str, Any]:
    """Return the verdict and the ideas it chose, by number."""
    settled = queries.verdict_of(edition)
    if settled is None:
        return {"verdict": None, "chosen": []}
    proposal = queries.proposal_in(settled)
    return {"verdict": settled, "chosen": list(settled.chosen.order_by("number")), "proposal": proposal}


def _staffability(edition: Edition) -> dict[int, Staffability]:
    """Return per idea (row number) whether its team is possible."""
    return {sheet.team.idea_id: sheet.staffability for sheet in sheets_of(list(teams_in(edition)))}
