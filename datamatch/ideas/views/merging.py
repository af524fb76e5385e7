"""Merging ideas: choosing them and the words, answering, undoing, and whether energy goes along."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.editions.enums import Audience
from datamatch.editions.queries import questions_of
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.enums import MergeState
from datamatch.ideas.forms import MergeForm, MergeNoForm
from datamatch.ideas.models import Idea, Merge
from datamatch.ideas.models.merge import UNDO_WITHIN
from datamatch.ideas.views.loading import idea_here
from datamatch.people.enums import discipline_name
from datamatch.people.models import Person, SignedIn

SHOWN = 8


def propose_merge(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Choose ideas that become one, and for each question whose words the new idea has."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_begin_merge(idea=idea, by=request.user))
    ideas = [idea, *others(request, idea)]
    differing = queries.answers_that_differ(ideas, by=request.user)
    form = MergeForm(request.POST or None, ideas=ideas, differing=differing)
    if request.method == "POST" and form.is_valid():
        chosen = {name: form.cleaned_data[name] for name in ("words", "answers")}
        merge = actions.propose_merge(ideas=ideas, by=request.user, at=timezone.now(), **chosen)
        messages.success(request, _("Your proposal is kept. Every submitter gets the question by mail."))
        return redirect(merge)
    text = request.GET.get("text", "").strip()[:100]
    page = {
        "idea": idea,
        "others": ideas[1:],
        "form": form,
        "text": text,
        "found": queries.ideas_to_merge_with(idea, text=text, chosen=ideas[1:])[:SHOWN],
        "why_not_propose": rules.why_not_propose_merge(ideas=ideas, by=request.user),
    }
    return render(request, "ideas/propose_merge.html", page, status=422 if form.errors else 200)


def others(request: SignedIn, idea: Idea) -> list[Idea]:
    """Return the other ideas that were chosen, by number; unknown ones and drafts are left out."""
    asked = [number for number in request.GET.getlist("met") if number.isdecimal() and len(number) < 9]
    sent = Idea.objects.sent().filter(edition=idea.edition, number__in=asked).exclude(pk=idea.pk)
    return list(sent.select_related("edition", "theme", "submitter").order_by("number")[: rules.MOST_ORIGINALS])


def merge(request: SignedIn, merge_id: UUID) -> HttpResponse:
    """Show a proposal to merge: the words, the originals, the answers, and what this reader can do."""
    return render(request, "ideas/merge.html", about(merge_here(request, merge_id), request.user))


def about(found: Merge, reader: Person, form: MergeNoForm | None = None) -> dict[str, Any]:
    """Return what the page of a merge tells this reader; `form` is a no that has to be mended."""
    now, parts = timezone.now(), list(queries.parts_of(found))
    return {
        "merge": found,
        "new": found.idea or Idea(edition=found.edition, **{k: v for k, v in found.words.items() if k != "theme"}),
        "parts": parts,
        "mine": [part for part in parts if part.idea.submitter_id == reader.pk],
        "form": form or MergeNoForm(),
        "along": along(found) if rules.why_not_see_along(merge=found, by=reader) is None else None,
        "asked": found.state == MergeState.ASKED,
        "done": found.state == MergeState.DONE,
        "undo_until": found.ended_at + UNDO_WITHIN if found.ended_at else None,
        "question": found.questions.filter(person=reader).first(),
        "own_energy": [energy for part in parts for energy in queries.energy_from(part.idea, reader).values()],
        "why_not_answer": rules.why_not_answer_merge(merge=found, by=reader),
        "why_not_merge": rules.why_not_merge(ideas=[part.idea for part in parts]),
        "why_not_stop": rules.why_not_stop_merge(merge=found, by=reader),
        "why_not_undo": rules.why_not_undo_merge(merge=found, by=reader, at=now),
        "why_not_take_along": rules.why_not_take_energy_along(merge=found, by=reader),
    }


def along(found: Merge) -> dict[str, Any]:
    """Return what the new idea gets of the originals beside their words; of the answers those that everybody reads."""
    ideas, answers = list(queries.originals_of(found)), queries.answers_along(found)
    asked = [question for question in questions_of(found.edition) if question.slug in answers]
    open_ones = [question for question in asked if question.shown_to == Audience.EVERYONE]
    return {
        "answers": [
            {"question": question, "words": question.words_of(answers[question.slug])} for question in open_ones
        ],
        "closed": len(asked) - len(open_ones),
        "files": queries.files_along(ideas),
        "roles": [discipline_name(role) for role in queries.roles_along(ideas)],
    }


@require_POST
def answer_merge(request: SignedIn, merge_id: UUID) -> HttpResponse:
    """Keep the yes or the no of a submitter, or take the proposal back."""
    found, now, answer = merge_here(request, merge_id), timezone.now(), request.POST.get("answer")
    if answer == "yes":
        actions.agree_to_merge(merge=found, by=request.user, at=now)
        messages.success(request, _("Your yes is kept."))
    elif answer == "stop":
        actions.stop_merge(merge=found, by=request.user, at=now)
        messages.success(request, _("The proposal is taken back."))
    else:
        form = MergeNoForm(request.POST)
        if not form.is_valid():
            return render(request, "ideas/merge.html", about(found, request.user, form), status=422)
        actions.decline_merge(merge=found, by=request.user, at=now, **form.cleaned_data)
        messages.success(request, _("Your no is kept. The ideas take part as they are."))
    return redirect(found)


@require_POST
def undo_merge(request: SignedIn, merge_id: UUID) -> HttpResponse:
    """Let the originals take part again."""
    found = merge_here(request, merge_id)
    actions.undo_merge(merge=found, by=request.user, at=timezone.now())
    messages.success(request, _("It is undone. The ideas take part as they were, with their energy."))
    return redirect(found)


@require_POST
def energy_along(request: SignedIn, merge_id: UUID) -> HttpResponse:
    """Keep whether somebody's energy goes along to the new idea."""
    found, along = merge_here(request, merge_id), request.POST.get("answer") == "yes"
    actions.answer_energy_question(merge=found, goes_along=along, by=request.user, at=timezone.now())
    told = _("Your energy goes along.") if along else _("Your energy stays where it is.")
    messages.success(request, told)
    return redirect(found)


def merge_here(request: SignedIn, merge_id: UUID) -> Merge:
    """Return the merge of this page. :raises Refused: this reader may not see it"""
    rows = Merge.objects.select_related("edition", "lead__submitter", "idea__theme", "idea__edition", "proposed_by")
    found = get_object_or_404(rows, public_id=merge_id)
    refuse_if(rules.why_not_see_merge(merge=found, by=request.user))
    stand(request, edition=found.edition, idea=found.idea)
    return found
