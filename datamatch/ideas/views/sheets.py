"""The page on which an idea, or one step of it, is written."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from datamatch.editions.enums import IDEA_FIELDS
from datamatch.editions.models import Edition
from datamatch.editions.queries import call_until, themes_of
from datamatch.ideas import queries, rules
from datamatch.ideas.enums import ASKED_IN, WORDS, Step
from datamatch.ideas.forms import AttachmentForm, Sheet, words_of
from datamatch.ideas.models import Idea
from datamatch.people.models import Person, SignedIn

FILE = "file"
# The buttons with which a draft may stay incomplete: only going on asks for what is missing.
UNFINISHED = ("later", "back", "look", "whole", "attach")


def sheet_for(request: SignedIn, edition: Edition, *, step: Step | None, idea: Idea | None = None) -> Sheet:
    """Return the fields of a step; without one, of everything at once."""
    posted = request.POST if request.method == "POST" else None
    sent = idea is not None and idea.number is not None
    asks_questions = step in (None, Step.QUESTIONS)
    sheet = Sheet(
        posted,
        themes=themes_of(edition),
        only=words_asked(request, step),
        questions=queries.call_form_of(edition).asked_on_page if asks_questions else (),
        complete=sent or request.POST.get("next", "") not in UNFINISHED,
        words=words_of(idea) if idea else first_words(request),
        answers=queries.answers_of(idea) if idea and asks_questions else {},
    )
    for name in set(IDEA_FIELDS) & set(sheet.words.fields):
        if own_words := edition.help_for(name):
            sheet.words.fields[name].help_text = escape(own_words)
    return sheet


def words_asked(request: SignedIn, step: Step | None) -> tuple[str, ...]:
    """Return which words of the idea a step asks; a link to a theme of the call asks for that one at once."""
    if step is None:
        return WORDS
    with_theme = step == Step.TITLE and ("theme" in request.GET or "theme" in request.POST)
    return (*ASKED_IN[step], "theme") if with_theme else ASKED_IN[step]


def first_words(request: SignedIn) -> dict[str, Any]:
    """Return what an empty form begins with: the language of the page, and the theme of the link."""
    return {"language": (get_language() or "nl")[:2], "theme": request.GET.get("theme")}


def show_sheet(
    request: SignedIn,
    edition: Edition,
    *,
    step: Step | None,
    sheet: Sheet,
    idea: Idea | None = None,
    theirs: Mapping[str, str] | None = None,
    file_form: AttachmentForm | None = None,
    **more: Any,
) -> HttpResponse:
    """Show the fields as they were typed: 409 beside what others wrote there, 422 with what has to be mended."""
    page = {
        "edition": edition,
        "idea": idea,
        "sheet": sheet,
        "asked": list(sheet.asked(hints=hints_on(sheet), theirs=theirs or {})),
        "step": step,
        "head": head_of(step, idea),
        "steps": step_bar(idea, step) if idea is None or idea.number is None else [],
        "theirs": theirs,
        **(files_beside(idea, step=step, form=file_form, by=request.user) if idea and step != Step.TITLE else {}),
        "until": call_until(edition, at=timezone.now()),
        "sent": idea is not None and idea.number is not None,
    }
    status = 409 if theirs else 422 if sheet.words.is_bound or (file_form and file_form.errors) else 200
    return render(request, "ideas/write.html", page | more, status=status)


def files_beside(idea: Idea, *, step: Step | None, form: AttachmentForm | None, by: Person) -> dict[str, Any]:
    """Return what is shown about the files with an idea while it is written, and what a file is asked for."""
    return {
        "files": queries.call_form_of(idea.edition).files if step in (None, Step.QUESTIONS) else [],
        "attachments": queries.attachments_of(idea),
        "file_form": form or AttachmentForm(prefix=FILE),
        "why_not_attach": rules.why_not_attach(idea=idea, by=by),
    }


def chosen_file(request: SignedIn) -> AttachmentForm | None:
    """Return the form of a file that was chosen, or asked to be added without one; None when neither."""
    pressed = request.POST.get("next") == "attach"
    return AttachmentForm(request.POST, request.FILES, prefix=FILE) if pressed or request.FILES else None


def hints_on(sheet: Sheet) -> dict[str, list[str]]:
    """Return what the coach says about the words on the page, by their name."""
    words = {name: str(sheet.words[name].value() or "") for name in sheet.words.fields}
    language = words.get("language") or sheet.language
    return {name: rules.hints(name, text, language=language) for name, text in words.items()}


def head_of(step: Step | None, idea: Idea | None) -> dict[str, str]:
    """Return the head and the first line of a step."""
    if step == Step.TITLE:
        return {"title": _("Begin with a title"), "intro": _("Three minutes is enough. You may stop half-way.")}
    if step == Step.IDEA:
        return {"title": _("Tell your idea"), "intro": _("You do not have to know it all: others will help.")}
    if step == Step.QUESTIONS:
        words = _("“I do not know” is as good an answer: somebody will look at it with you. You may skip all of it.")
        return {"title": _("A few quick questions"), "intro": words}
    if idea is None:
        return {"title": _("Send an idea"), "intro": _("Three minutes is enough. You may stop half-way.")}
    if idea.number is None:
        return {"title": _("Change your idea"), "intro": _("This is a draft. Only its authors see it.")}
    return {"title": _("Change your idea"), "intro": _("Others read your changes at once.")}


def step_bar(idea: Idea | None, now: Step | None) -> list[dict[str, str]]:
    """Return the steps, each with its address once there is a draft; done and next follow from the one of now."""
    order = list(Step)
    place = order.index(now) if now else -1
    return [
        {
            "label": str(step.label),
            "state": "current" if at == place else "done" if at < place else "next",
            "url": address_of_step(idea, step) if idea and at != place else "",
        }
        for at, step in enumerate(order)
    ]


def address_of_step(idea: Idea, step: Step) -> str:
    """Return the address of a step; the last one is the preview before sending."""
    if step == Step.PREVIEW:
        return reverse("ideas:send", args=[idea.public_id])
    return reverse("ideas:write", args=[idea.public_id, step.value])
