"""Keeping a draft while somebody writes: asked by the page itself, answered in JSON."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.editions.models import Edition
from datamatch.editions.queries import themes_of
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.enums import WORDS, Step
from datamatch.ideas.forms import Sheet
from datamatch.ideas.models import Idea
from datamatch.ideas.views.loading import edition_here, idea_here
from datamatch.ideas.views.sheets import address_of_step, hints_on
from datamatch.ideas.views.writing import draft_of
from datamatch.people.models import SignedIn


@require_POST
def begin(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Begin a draft with the first words that are right, and say where it goes on."""
    edition, draft = edition_here(request, edition_slug), draft_of(request)
    if begun := queries.begun_as(draft, request.user):
        return kept(request, begun)
    sheet = changed_fields(request, edition)
    words = {"title": "", **sheet.given}
    try:
        idea = actions.start_idea(edition=edition, by=request.user, at=timezone.now(), draft=draft, **words)
    except Refused as refusal:
        return refused(refusal)
    return answer(idea, sheet)


@require_POST
def keep(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Keep the fields that changed; those that are wrong stay on the page, with what is wrong."""
    return kept(request, idea_here(request, idea_id))


def kept(request: SignedIn, idea: Idea) -> HttpResponse:
    """Keep what is right of the changed fields of a draft; a sent idea is changed with its button only."""
    sheet = changed_fields(request, idea.edition)
    try:
        refuse_if(rules.why_not_keep(idea=idea, by=request.user))
        actions.change_idea(idea=idea, by=request.user, at=timezone.now(), based_on=sheet.based_on, **sheet.given)
    except actions.Overtaken as overtaken:
        theirs = queries.words_by_name(idea, overtaken.names)
        return answer(idea, sheet, status=409, theirs=shown(theirs), said=overtaken.reason)
    except Refused as refusal:
        return refused(refusal)
    return answer(idea, sheet)


def changed_fields(request: SignedIn, edition: Edition) -> Sheet:
    """Return only the fields that the page sent along."""
    questions = [one for one in queries.call_form_of(edition).asked_on_page if f"answer-{one.slug}" in request.POST]
    only = [name for name in WORDS if name in request.POST]
    return Sheet(request.POST, themes=themes_of(edition), only=only, questions=questions, complete=False)


def answer(idea: Idea, sheet: Sheet, *, status: int = 200, **more: Any) -> JsonResponse:
    """Say which version is kept, when, where it goes on, what is wrong, and what the coach thinks."""
    sheet.language = idea.language
    said = {
        "version": idea.version,
        "said": _("Saved at %(time)s") % {"time": date_format(localtime(idea.changed_at), "H:i")},
        "keep": reverse("ideas:keep", args=[idea.public_id]),
        "address": address_of_step(idea, Step.TITLE),
        "whole": reverse("ideas:change", args=[idea.public_id]),
        "wrong": sheet.wrong,
        "hints": {
            name: render_to_string("ideas/_coach.html", {"hints": hints}) for name, hints in hints_on(sheet).items()
        },
    }
    return JsonResponse(said | more, status=status)


def shown(theirs: dict[str, str]) -> dict[str, str]:
    """Return what others wrote as the page shows it beside each field."""
    return {name: render_to_string("ideas/_theirs.html", {"theirs": text}) for name, text in theirs.items()}


def refused(refusal: Refused) -> JsonResponse:
    """Say why nothing can be kept."""
    return JsonResponse({"said": refusal.reason}, status=403)
