"""Writing an idea: begun as a draft, step by step or on one page, changed until the call closes."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.enums import IdeaState, Step
from datamatch.ideas.models import Idea
from datamatch.ideas.views.loading import edition_here, idea_here
from datamatch.ideas.views.sheets import address_of_step, chosen_file, sheet_for, show_sheet
from datamatch.people.models import SignedIn


def start(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask for a title first, or for everything on one page, and keep what is written as a draft."""
    edition, now = edition_here(request, edition_slug), timezone.now()
    step = None if "alles" in request.GET else Step.TITLE
    draft = draft_of(request)
    if request.method == "POST" and (begun := queries.begun_as(draft, request.user)):
        return written(request, begun, step=step)
    refuse_if(rules.why_not_start(edition=edition, by=request.user, at=now))
    sheet = sheet_for(request, edition, step=step)
    if sheet.is_valid:
        idea = actions.start_idea(edition=edition, by=request.user, at=now, draft=draft, **sheet.given)
        return go_on(request, idea, step=step)
    return show_sheet(request, edition, step=step, sheet=sheet, draft=draft)


def draft_of(request: SignedIn) -> UUID:
    """Return the identity that the draft on this form has or will get: pressed twice, it is begun once."""
    try:
        return UUID(request.POST.get("draft", ""))
    except ValueError:
        return uuid4()


def write(request: SignedIn, idea_id: UUID, step: str) -> HttpResponse:
    """Show one step of a draft, and keep what is written there; a sent idea is changed on one page."""
    if step not in (Step.TITLE, Step.IDEA, Step.QUESTIONS):
        raise Http404
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_change(idea=idea, by=request.user))
    if idea.number is not None:
        return redirect("ideas:change", idea.public_id)
    return written(request, idea, step=Step(step))


def change(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show the whole idea on one page, and keep what is changed."""
    return written(request, idea_here(request, idea_id), step=None)


def written(request: SignedIn, idea: Idea, *, step: Step | None) -> HttpResponse:
    """Keep what was written, unless something is wrong or somebody else wrote there in the meantime."""
    refuse_if(rules.why_not_change(idea=idea, by=request.user))
    sheet = sheet_for(request, idea.edition, step=step, idea=idea)
    file_form = chosen_file(request)
    if not sheet.is_valid or (file_form and not file_form.is_valid()):
        return show_sheet(request, idea.edition, step=step, sheet=sheet, idea=idea, file_form=file_form)
    try:
        actions.change_idea(idea=idea, by=request.user, at=timezone.now(), based_on=sheet.based_on, **sheet.given)
    except actions.Overtaken as overtaken:
        theirs = queries.words_by_name(idea, overtaken.names)
        return show_sheet(request, idea.edition, step=step, sheet=sheet, idea=idea, theirs=theirs)
    if file_form:
        try:
            actions.attach_file(idea=idea, by=request.user, at=timezone.now(), **file_form.cleaned_data)
        except Refused as refusal:
            file_form.add_error("file", refusal.reason)
            return show_sheet(request, idea.edition, step=step, sheet=sheet, idea=idea, file_form=file_form)
        messages.success(request, _("Your file is added."))
    return go_on(request, idea, step=step)


def go_on(request: SignedIn, idea: Idea, *, step: Step | None) -> HttpResponse:
    """Go where the pressed button leads: another step, my drafts, the preview, or the idea itself."""
    pressed = request.POST.get("next", "")
    if pressed == "attach":
        return redirect(f"{request.get_full_path()}#files")
    if idea.state == IdeaState.SENT:
        messages.success(request, _("Your changes are kept."))
        return redirect("ideas:idea", idea.public_id)
    if pressed == "later":
        messages.success(request, _("Your draft is kept. Only its authors see it."))
        return redirect("ideas:drafts")
    if pressed == "whole":
        return redirect("ideas:change", idea.public_id)
    moves = {"look": 0, "back": -1}
    order = list(Step)
    place = order.index(step) if step else order.index(Step.PREVIEW) - 1
    return redirect(address_of_step(idea, order[max(place + moves.get(pressed, 1), 0)]))
