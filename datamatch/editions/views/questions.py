"""The form of a call, as its manager makes it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.editions import actions, queries, rules
from datamatch.editions.forms import AnswersForm, HelpsForm, QuestionForm
from datamatch.editions.models import Edition, Question
from datamatch.editions.views.loading import edition_of_manager
from datamatch.editions.views.standing import may
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn


def questions(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show what the form of the call asks, in order."""
    edition = edition_of_manager(request, edition_slug)
    now = timezone.now()
    page = {
        "edition": edition,
        "questions": queries.every_question_of(edition),
        "answered": queries.answered_questions(edition),
        "why_not_set_questions": rules.why_not_set_questions(edition=edition, by=request.user, at=now),
    }
    return render(request, "editions/questions.html", page)


def add_question(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask what the new question is, and add it."""
    edition = edition_of_manager(request, edition_slug)
    now = timezone.now()
    refuse_if(rules.why_not_set_questions(edition=edition, by=request.user, at=now))
    form = QuestionForm(request.POST or None, instance=Question(edition=edition))
    if form.is_valid() and may(
        form, rules.why_not_add_question(edition=edition, by=request.user, at=now, **form.cleaned_data)
    ):
        actions.add_question(edition=edition, slug=form.free_slug(), by=request.user, at=now, **form.cleaned_data)
        messages.success(request, _("The question is added."))
        return redirect("editions:questions", edition_slug=edition.slug)
    return question_page(request, edition, form=form)


def change_question(request: SignedIn, edition_slug: str, question_slug: str) -> HttpResponse:
    """Show a question, and change it."""
    edition = edition_of_manager(request, edition_slug)
    now, question = timezone.now(), question_in(edition, question_slug)
    deed: dict[str, Any] = {"question": question, "by": request.user, "at": now}
    refuse_if(rules.why_not_set_questions(edition=edition, by=request.user, at=now))
    form = QuestionForm(request.POST or None, instance=question_in(edition, question_slug), fixed=question.is_standard)
    if form.is_valid() and may(form, rules.why_not_change_question(**deed, **form.cleaned_data)):
        actions.change_question(**deed, **form.cleaned_data)
        messages.success(request, _("The question is changed."))
        return redirect("editions:questions", edition_slug=edition.slug)
    why_not_remove = rules.why_not_remove_question(**deed)
    return question_page(request, edition, form=form, question=question, why_not_remove=why_not_remove)


@require_POST
def move_question(request: SignedIn, edition_slug: str, question_slug: str) -> HttpResponse:
    """Move a question up or down."""
    edition = edition_of_manager(request, edition_slug)
    question, up = question_in(edition, question_slug), request.POST.get("to") == "up"
    actions.move_question(question=question, up=up, by=request.user, at=timezone.now())
    return redirect("editions:questions", edition_slug=edition.slug)


@require_POST
def switch_question(request: SignedIn, edition_slug: str, question_slug: str) -> HttpResponse:
    """Switch a question on or off."""
    edition = edition_of_manager(request, edition_slug)
    question, on = question_in(edition, question_slug), request.POST.get("to") == "on"
    actions.switch_question(question=question, on=on, by=request.user, at=timezone.now())
    return redirect("editions:questions", edition_slug=edition.slug)


@require_POST
def remove_question(request: SignedIn, edition_slug: str, question_slug: str) -> HttpResponse:
    """Remove a question."""
    edition = edition_of_manager(request, edition_slug)
    question = question_in(edition, question_slug)
    actions.remove_question(question=question, by=request.user, at=timezone.now())
    messages.success(request, _("The question is gone."))
    return redirect("editions:questions", edition_slug=edition.slug)


def preview(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the questions as somebody sees them who sends an idea, with the answers that were tried."""
    edition = edition_of_manager(request, edition_slug)
    tried = {name: value for name, value in request.GET.items() if isinstance(value, str)}
    asked = queries.asked(queries.questions_of(edition), tried)
    page = {"edition": edition, "form": AnswersForm(questions=asked, initial=tried), "asked": asked}
    return render(request, "editions/preview.html", page)


def explain(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show what the form says beside each part of an idea, and change it."""
    edition = edition_of_manager(request, edition_slug)
    now = timezone.now()
    refuse_if(rules.why_not_set_questions(edition=edition, by=request.user, at=now))
    form = HelpsForm(request.POST or None, edition=edition)
    if form.is_valid():
        actions.explain_fields(edition=edition, helps=form.helps(), by=request.user, at=now)
        messages.success(request, _("Your words are kept."))
        return redirect("editions:questions", edition_slug=edition.slug)
    page = {"edition": edition, "form": form}
    return render(request, "editions/explain.html", page, status=422 if form.errors else 200)


def question_in(edition: Edition, slug: str) -> Question:
    """Return a question of this edition."""
    return get_object_or_404(queries.every_question_of(edition), slug=slug)


def question_page(request: SignedIn, edition: Edition, *, form: QuestionForm, **more: Any) -> HttpResponse:
    """Answer with the page of one question, holding the form as it was filled in."""
    page = {"edition": edition, "form": form} | more
    return render(request, "editions/question.html", page, status=422 if form.errors else 200)
