"""Questions from the hall: asking and wanting to know, by phone; showing, hiding and answering, at the desk."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from datamatch.editions.models import Edition
from datamatch.foundation import live
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.jury import actions, queries, rules
from datamatch.jury.enums import QuestionState
from datamatch.jury.models import Hall, HallQuestion
from datamatch.jury.views.board import topics_of
from datamatch.jury.views.guests import by_code, guest_of
from datamatch.people.models import SignedIn


@by_code
@require_POST
def want(request: HttpRequest, code: str, question_id: UUID) -> HttpResponse:
    """Say that one wants to know it too; twice is once."""
    found = get_object_or_404(_questions(), hall__code=code.lower(), public_id=question_id)
    try:
        actions.want(question=found, guest=guest_of(request), at=timezone.now())
    except Refused as refusal:
        messages.info(request, refusal.reason)
    return redirect(f"{found.hall.get_absolute_url()}#questions")


@require_GET
def question_desk(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show every question from the hall to who moderates them."""
    return render(request, "jury/question_desk.html", _desk(request, edition_slug))


@require_GET
def questions_now(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Return the questions as they are now; nothing when they were seen already."""
    context = _desk(request, edition_slug)
    if request.GET.get("seen") == str(context["version"]):
        return HttpResponse(status=204)
    return render(request, "jury/_question_desk.html", context)


@require_POST
def moderate(request: SignedIn, question_id: UUID) -> HttpResponse:
    """Show, hide or answer a question, as the pressed button says."""
    found = get_object_or_404(_questions(), public_id=question_id)
    to, given = request.POST.get("to", ""), {"question": found, "by": request.user, "at": timezone.now()}
    if to == QuestionState.HIDDEN:
        why = request.POST.get("why", "")[:120]
        refuse_if(rules.why_not_moderate(question=found, to=QuestionState.HIDDEN, by=request.user))
        if (reason := rules.why_not_because(why=why)) is not None:
            context = _desk(request, found.hall.edition.slug) | {"wrong": found.pk, "reason": reason}
            return render(request, "jury/question_desk.html", context, status=422)
        actions.hide_question(why=why, **given)
        messages.success(request, _("Hidden. Who asked it reads why."))
    elif to == QuestionState.ANSWERED:
        actions.answer_question(**given)
    else:
        actions.show_question(**given)
    return redirect("jury:question_desk", edition_slug=found.hall.edition.slug)


def _desk(request: SignedIn, edition_slug: str) -> dict[str, Any]:
    """Return what the desk shows; the version is read first. :raises Refused: another reader"""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_see_hall_desk(edition=edition, by=request.user))
    stand(request, edition=edition)
    found = get_object_or_404(Hall, edition=edition)
    version = live.version_of(*topics_of(edition, request.user))
    questions = list(queries.questions_in(found))
    groups = [
        (_("To read"), [one for one in questions if one.state == QuestionState.WAITING]),
        (_("Shown, most wanted first"), [one for one in questions if one.state == QuestionState.SHOWN]),
        (_("Answered"), [one for one in questions if one.state == QuestionState.ANSWERED]),
        (_("Hidden"), [one for one in questions if one.state == QuestionState.HIDDEN]),
    ]
    runs = rules.why_not_run(edition=edition, by=request.user)
    return {
        "edition": edition,
        "hall": found,
        "version": version,
        "waiting": len(groups[0][1]),
        "groups": [(title, listed) for title, listed in groups if listed],
        "why_not_run": runs,
    }


def _questions() -> Any:
    return HallQuestion.objects.select_related("hall__edition")
