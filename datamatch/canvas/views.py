"""The canvas of an idea: to read, and to fill."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.canvas import actions, queries, rules
from datamatch.canvas.enums import STANDARD_NEEDS
from datamatch.canvas.forms import CanvasForm, NeedRows, answers_of, rows_of, rows_typed
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import original_of, redaction_of
from datamatch.people.models import SignedIn

ROWS = "needs"


def canvas(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show the canvas of an idea."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_see(idea=idea, by=request.user))
    needs = queries.needs_of(idea)
    page = {
        "idea": idea,
        "canvas": queries.canvas_shown(idea, to=request.user),
        "needs": needs,
        "hours": sum(need.hours_per_week for need in needs),
        "why_not_fill": rules.why_not_fill_canvas(idea=idea, by=request.user),
    }
    return render(request, "canvas/canvas.html", page)


def fill(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show the form of the canvas, and keep what is filled in; "add a row" only adds one."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_fill_canvas(idea=idea, by=request.user))
    if request.method == "POST" and "add" in request.POST:
        typed = {name: request.POST.get(name, "") for name in CanvasForm.base_fields}
        rows = NeedRows(initial=rows_typed(request.POST.dict(), prefix=ROWS), prefix=ROWS)
        return show(request, idea, CanvasForm(initial=typed), rows)
    if request.method == "POST":
        return keep(request, idea, CanvasForm(request.POST), NeedRows(request.POST, prefix=ROWS))
    return show(request, idea, CanvasForm(initial=begun(idea)), NeedRows(initial=rows_begun(idea), prefix=ROWS))


def keep(request: SignedIn, idea: Idea, form: CanvasForm, rows: Any) -> HttpResponse:
    """Keep the canvas when everything is right, or show what has to be mended."""
    if not (form.is_valid() & rows.is_valid()):
        return show(request, idea, form, rows, status=422)
    actions.fill_canvas(idea=idea, by=request.user, at=timezone.now(), needs=rows.needs(), **form.cleaned_data)
    messages.success(request, _("The canvas is kept."))
    return redirect("canvas:canvas", idea.public_id)


def show(request: SignedIn, idea: Idea, form: CanvasForm, rows: Any, *, status: int = 200) -> HttpResponse:
    """Show the form."""
    return render(request, "canvas/fill.html", {"idea": idea, "form": form, "rows": rows}, status=status)


def begun(idea: Idea) -> dict[str, Any]:
    """Return what the form begins with: the canvas, or else the words of the idea as its makers wrote them."""
    canvas = queries.canvas_of(idea)
    if canvas is not None:
        return answers_of(canvas)
    wrote = original_of(idea, redaction_of(idea))
    said = {"demand": wrote["demand"], "sources": wrote["data"], "result": wrote["result"]}
    return said | {"weeks": idea.edition.delivery_weeks}


def rows_begun(idea: Idea) -> list[dict[str, Any]]:
    """Return the rows the form begins with: the roles of the canvas, or else the usual ones."""
    return rows_of(queries.needs_of(idea) if queries.canvas_of(idea) else STANDARD_NEEDS)


def idea_here(request: SignedIn, idea_id: UUID) -> Idea:
    """Return the idea of this page."""
    rows = Idea.objects.select_related("edition__programme", "theme", "submitter")
    idea = get_object_or_404(rows, public_id=idea_id)
    stand(request, edition=idea.edition, idea=idea)
    return idea
