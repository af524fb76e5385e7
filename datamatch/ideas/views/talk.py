"""Saying something about an idea: placing, changing and removing a comment, finding whom to mention."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, rules
from datamatch.ideas.forms import CommentForm, FindForm
from datamatch.ideas.models import Comment, Idea
from datamatch.ideas.queries.mentions import known_ids
from datamatch.ideas.views.loading import idea_here
from datamatch.ideas.views.reading import about
from datamatch.ideas.views.talk_page import Typed, people_found
from datamatch.people.models import Person, SignedIn


@require_POST
def comment(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Place a comment or an answer; or look for somebody to mention, with what was typed kept."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_talk(idea=idea, by=request.user))
    above = request.POST.get("answer")
    answers_to = get_object_or_404(Comment, idea=idea, public_id__in=known_ids([above])) if above else None
    typed = typed_by(request, idea)
    typed.answers_to = answers_to
    if looks_for_somebody(request) or not typed.form.is_valid():
        return show(request, idea, typed)
    said = actions.comment_on(
        idea=idea, by=request.user, at=timezone.now(), words=typed.form.cleaned_data["words"], answers_to=answers_to,
        mentioned=typed.mentioned, public_id=typed.form.cleaned_data["comment"],
    )  # fmt: skip
    messages.success(request, _("Your comment is placed. You can change it for 15 minutes."))
    return redirect(said)


@require_POST
def edit_comment(request: SignedIn, comment_id: UUID) -> HttpResponse:
    """Keep other words for one's own comment."""
    said = get_object_or_404(Comment.objects.select_related("idea"), public_id=comment_id)
    idea = idea_here(request, said.idea.public_id)
    refuse_if(rules.why_not_edit(comment=said, by=request.user, at=timezone.now()))
    typed = typed_by(request, idea)
    typed.edits = said
    if looks_for_somebody(request) or not typed.form.is_valid():
        return show(request, idea, typed)
    actions.edit_comment(
        comment=said, by=request.user, at=timezone.now(), words=typed.form.cleaned_data["words"],
        mentioned=typed.mentioned,
    )  # fmt: skip
    messages.success(request, _("Your changes are kept."))
    return redirect(said)


@require_POST
def remove_comment(request: SignedIn, comment_id: UUID) -> HttpResponse:
    """Take one's own comment away."""
    said = get_object_or_404(Comment.objects.select_related("idea"), public_id=comment_id)
    idea = idea_here(request, said.idea.public_id)
    actions.remove_comment(comment=said, by=request.user, at=timezone.now())
    messages.success(request, _("Your comment is removed."))
    return redirect(f"{idea.get_absolute_url()}#talk")


def mentionable(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show whom one can mention, while a name is being typed."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_talk(idea=idea, by=request.user))
    text = request.GET.get("find", "")[:60]
    typed = Typed(found=people_found(idea, text), searched=bool(text.strip()))
    return render(request, "ideas/_people_found.html", {"typed": typed})


def looks_for_somebody(request: SignedIn) -> bool:
    """Tell whether a button was pressed that looks for somebody, or calls somebody who was found."""
    return "search" in request.POST or "call" in request.POST


def typed_by(request: SignedIn, idea: Idea) -> Typed:
    """Return what was typed, with whom it mentions; who was called just now stands at the end of the words."""
    called = known_ids([request.POST.get("call", "")])
    ids = {*known_ids(request.POST.getlist("mention")[:20]), *called}
    people = list(Person.objects.filter(public_id__in=ids, is_active=True))
    given = request.POST.copy()
    for person in people:
        if person.public_id in called:
            given["words"] = f"{given.get('words', '').rstrip()} @{person.name} ".lstrip()
    find = FindForm(QueryDict("") if called else request.POST)
    text = str(find.data.get("find", ""))[:60]
    form = CommentForm(None if looks_for_somebody(request) else given, initial=given.dict())
    return Typed(form, find, people, people_found(idea, text), searched=bool(text.strip()))


def show(request: SignedIn, idea: Idea, typed: Typed) -> HttpResponse:
    """Show the page of the idea with what was typed."""
    page = about(idea, reader=request.user, typed=typed)
    return render(request, "ideas/idea.html", page, status=422 if typed.form.errors else 200)
