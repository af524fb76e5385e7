"""The desk of a manager: all ideas of an edition, chosen, written about, kept as views, taken out and brought in."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from datamatch.editions.models import Edition
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.foundation.tables import as_csv, as_excel
from datamatch.foundation.tables.writing import CSV, EXCEL
from datamatch.ideas import actions
from datamatch.ideas.forms.desk import BulkForm, DeskFilter
from datamatch.ideas.models import SavedView
from datamatch.ideas.queries import desk as queries
from datamatch.ideas.rules import desk as rules
from datamatch.ideas.views.loading import edition_here
from datamatch.people.models import SignedIn

PER_PAGE = 50


def desk(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the ideas of an edition as a table to work in, narrowed as this manager last asked."""
    edition = desk_here(request, edition_slug)
    return render(request, "ideas/desk.html", desk_page(request, edition, bulk=BulkForm(edition=edition)))


def desk_page(request: SignedIn, edition: Edition, *, bulk: BulkForm) -> dict[str, Any]:
    """Return what the desk shows."""
    wishes = remembered(request, edition)
    form = DeskFilter(wishes, edition=edition)
    found = queries.desk_ideas(edition, form.wishes())
    kept = QueryDict(mutable=True)
    kept.update(wishes)
    return {
        "edition": edition,
        "form": form,
        "bulk": bulk,
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "query": kept.urlencode(),
        "narrowed": any(wishes.get(name) for name in ("text", "theme", "unit", "joined", "lane")),
        "views": queries.views_of(request.user, edition),
        "why_not_import": rules.why_not_import(edition=edition, by=request.user),
        "chosen": set(request.POST.getlist("idea")),
        "all_chosen": "all" in request.GET,
    }


def desk_here(request: SignedIn, edition_slug: str) -> Edition:
    """Return the edition of this desk.

    :raises Refused: not a manager of it
    """
    edition = edition_here(request, edition_slug)
    refuse_if(rules.why_not_see_desk(edition=edition, by=request.user))
    return edition


def remembered(request: SignedIn, edition: Edition) -> dict[str, str]:
    """Return what this manager asks for now, or else asked for last on this desk."""
    place = f"desk-{edition.pk}"
    if any(name in request.GET for name in DeskFilter.NAMES):
        request.session[place] = {name: request.GET.get(name, "")[:100] for name in DeskFilter.NAMES}
    kept: dict[str, str] = request.session.get(place, {})
    return kept


@require_POST
def bulk(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Do one thing with every chosen idea, or take them out as a file."""
    edition = desk_here(request, edition_slug)
    form = BulkForm(request.POST, edition=edition)
    if not form.is_valid():
        return render(request, "ideas/desk.html", desk_page(request, edition, bulk=form), status=422)
    given, now = form.cleaned_data, timezone.now()
    try:
        if given["deed"] == "write":
            told = actions.write_to_authors(
                edition=edition, ideas=given["ideas"], text=given["text"], by=request.user, at=now
            )
            words = ngettext("%(count)s author is told by mail.", "%(count)s authors are told by mail.", told)
        else:
            told = actions.change_theme(
                edition=edition, ideas=given["ideas"], theme=given["theme"], by=request.user, at=now
            )
            words = ngettext("%(count)s idea has another theme.", "%(count)s ideas have another theme.", told)
    except Refused as refusal:
        form.add_error(None, refusal.reason)
        return render(request, "ideas/desk.html", desk_page(request, edition, bulk=form), status=422)
    messages.success(request, words % {"count": told})
    return redirect("ideas:desk", edition.slug)


def export(request: SignedIn, edition_slug: str, kind: str) -> HttpResponse:
    """Hand out the ideas that the desk shows now, as a file that is safe to open in a spreadsheet."""
    edition = desk_here(request, edition_slug)
    if kind not in ("csv", "xlsx"):
        raise Http404
    form = DeskFilter(remembered(request, edition), edition=edition)
    rows = queries.export_rows(queries.desk_ideas(edition, form.wishes()))
    content = as_csv(queries.EXPORTED, rows) if kind == "csv" else as_excel(queries.EXPORTED, rows, sheet=_("Ideas"))
    answer = HttpResponse(content, content_type=CSV if kind == "csv" else EXCEL)
    answer["Content-Disposition"] = f'attachment; filename="{edition.slug}-ideas.{kind}"'
    return answer


@require_POST
def keep_view(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Keep how the desk looks now under a name."""
    edition = desk_here(request, edition_slug)
    kept = QueryDict(mutable=True)
    kept.update(remembered(request, edition))
    name = request.POST.get("name", "")
    actions.keep_view(edition=edition, by=request.user, name=name, query=kept.urlencode(), at=timezone.now())
    messages.success(request, _("This view is kept."))
    return redirect("ideas:desk", edition.slug)


@require_POST
def forget_view(request: SignedIn, edition_slug: str, view_id: UUID) -> HttpResponse:
    """Remove a view."""
    edition = desk_here(request, edition_slug)
    view = get_object_or_404(SavedView, public_id=view_id, edition=edition)
    actions.forget_view(view=view, by=request.user, at=timezone.now())
    messages.success(request, _("This view is removed."))
    return redirect(reverse("ideas:desk", args=[edition.slug]))
