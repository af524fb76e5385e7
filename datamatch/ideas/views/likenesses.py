"""What authors said about texts like their idea, for the programme management."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from datamatch.foundation.refusal import refuse_if
from datamatch.foundation.tables import as_csv
from datamatch.foundation.tables.writing import CSV
from datamatch.ideas import queries, rules
from datamatch.ideas.enums import Alikeness
from datamatch.ideas.views.loading import edition_here
from datamatch.people.models import SignedIn

PER_PAGE = 20


def likenesses(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show what authors said about texts like theirs."""
    edition = edition_here(request, edition_slug)
    refuse_if(rules.why_not_see_doubles(edition=edition, by=request.user))
    page = Paginator(queries.likenesses_in(edition), PER_PAGE).get_page(request.GET.get("page"))
    rows = [
        {"said": said, "other": other, "level": Alikeness(said.level).label}
        for said, other in queries.with_others(list(page), to=request.user)
    ]
    return render(request, "ideas/likenesses.html", {"edition": edition, "page": page, "rows": rows, "query": ""})


def export_likenesses(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Hand out the same as a file that is safe to open in a spreadsheet."""
    edition = edition_here(request, edition_slug)
    refuse_if(rules.why_not_see_doubles(edition=edition, by=request.user))
    content = as_csv(queries.LIKENESS_COLUMNS, queries.likeness_rows(edition, to=request.user))
    answer = HttpResponse(content, content_type=CSV)
    answer["Content-Disposition"] = f'attachment; filename="{edition.slug}-likeness.csv"'
    return answer
