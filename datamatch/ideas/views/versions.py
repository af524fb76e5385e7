"""What an idea said before: reading it, bringing it back, erasing it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.editions.models import Question
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.models import Idea, Version
from datamatch.ideas.views.loading import idea_here
from datamatch.people.models import SignedIn

PER_PAGE = 10


def versions(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show what the idea said, the newest first, with what changed each time."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_see_versions(idea=idea, by=request.user))
    page = Paginator(queries.versions_of(idea), PER_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    before = queries.versions_of(idea).filter(number__lt=shown[-1].number).first() if shown else None
    shared: dict[str, Any] = {
        "now": (queries.words_now(idea), queries.answers_of(idea)),
        "questions": queries.questions_told(idea, to=request.user),
        "themes": queries.theme_names(idea.edition),
        "why_not_change": rules.why_not_change(idea=idea, by=request.user),
        "erases": rules.why_not_erase_in(idea=idea, by=request.user) is None,
    }
    rows = [row_of(one, older, **shared) for one, older in zip(shown, [*shown[1:], before], strict=False)]
    return render(request, "ideas/versions.html", {"idea": idea, "page": page, "rows": rows})


def row_of(
    version: Version,
    before: Version | None,
    *,
    now: tuple[Mapping[str, str], Mapping[str, str]],
    themes: Mapping[str, str],
    questions: Sequence[Question],
    why_not_change: str | None,
    erases: bool,
) -> dict[str, Any]:
    """Return one version with what changed, and what this reader can do with it; asks the database nothing."""
    is_now = queries.is_now(version, words=now[0], answers=now[1])
    old = not version.erased_at and not is_now
    changed = queries.changes_between(before=before, after=version, themes=themes, questions=questions)
    return {
        "version": version,
        "first": before is None,
        "now": is_now,
        "before_erased": bool(before and before.erased_at),
        "changes": [] if version.erased_at else changed,
        "restores": old and why_not_change is None,
        "erases": old and erases,
    }


@require_POST
def restore(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Let the idea say again what it said in an earlier version."""
    idea = idea_here(request, idea_id)
    version = actions.restore_version(version=version_meant(request, idea), by=request.user, at=timezone.now())
    messages.success(request, _("The idea says this again. It is version %(number)d now.") % {"number": version.number})
    return redirect("ideas:versions", idea.public_id)


@require_POST
def erase(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Erase the words of an earlier version."""
    idea = idea_here(request, idea_id)
    version = actions.erase_version(version=version_meant(request, idea), by=request.user, at=timezone.now())
    messages.success(request, _("The words of version %(number)d are erased.") % {"number": version.number})
    return redirect("ideas:versions", idea.public_id)


def version_meant(request: SignedIn, idea: Idea) -> Version:
    """Return the version this form is about. :raises Http404: none of this idea"""
    try:
        return get_object_or_404(queries.versions_of(idea), public_id=request.POST.get("version", ""))
    except ValidationError as unknown:
        raise Http404 from unknown
