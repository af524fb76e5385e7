"""A screener asks the makers something, and the makers answer; neither page says who the other is."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn
from datamatch.screening import actions, queries, rules
from datamatch.screening.forms import AnswerForm, AskBackForm
from datamatch.screening.models import AskBack
from datamatch.screening.views.reviews import asked as asked_of


def ask_back(request: SignedIn, assignment_id: UUID) -> HttpResponse:
    """Ask what a screener wants to know, and send it to the makers."""
    assignment = asked_of(request, assignment_id)
    refuse_if(rules.why_not_ask_back_now(assignment=assignment, by=request.user))
    form = AskBackForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = form.cleaned_data
        if why_not := rules.why_not_ask_back(assignment=assignment, question=given["question"], by=request.user):
            form.add_error("question", why_not)
        else:
            actions.ask_back(assignment=assignment, by=request.user, at=timezone.now(), **given)
            messages.success(request, _("Your question went to the makers, without your name."))
            return redirect("screening:review", assignment_id=assignment.public_id)
    shown = {"assignment": assignment, "idea": assignment.idea, "form": form}
    return render(request, "screening/ask_back.html", shown, status=422 if form.errors else 200)


def answer(request: SignedIn, question_id: UUID) -> HttpResponse:
    """Show a question to the makers of an idea, and take their answer."""
    asked = get_object_or_404(AskBack.objects.select_related("idea__edition"), public_id=question_id)
    stand(request, edition=asked.idea.edition)
    refuse_if(rules.why_not_see_question(asked=asked, by=request.user))
    why_not = rules.why_not_answer_now(asked=asked, by=request.user)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        refuse_if(why_not)
    if form.is_valid():
        words = form.cleaned_data["answer"]
        if why_not_so := rules.why_not_answer(asked=asked, answer=words, by=request.user):
            form.add_error("answer", why_not_so)
        else:
            actions.answer_ask_back(asked=asked, answer=words, by=request.user, at=timezone.now())
            messages.success(request, _("Your answer is with everybody who reads your idea."))
            return redirect("screening:answer", question_id=asked.public_id)
    shown = {"asked": asked, "idea": asked.idea, "form": form, "why_not": why_not}
    shown["blacked"] = queries.is_blacked_out(asked)
    return render(request, "screening/answer.html", shown, status=422 if form.errors else 200)


@require_POST
def hold_answer_back(request: SignedIn, question_id: UUID) -> HttpResponse:
    """Hold an answer back that tells who made the idea, or let its readers have it again."""
    asked = get_object_or_404(AskBack.objects.select_related("idea__edition"), public_id=question_id)
    stand(request, edition=asked.idea.edition)
    held = request.POST.get("held") == "yes"
    actions.hold_answer_back(asked=asked, held=held, by=request.user, at=timezone.now())
    messages.success(request, _("The answer is held back.") if held else _("Screeners read the answer again."))
    page = reverse("screening:share_idea", args=[asked.idea.public_id])
    return redirect(f"{page}#answer-{asked.public_id}")
