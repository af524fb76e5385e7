"""The library of cases."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from datamatch.cases import queries
from datamatch.cases.forms import SearchForm
from datamatch.foundation.place import stand
from datamatch.people.models import SignedIn

ON_A_PAGE = 50


def cases(request: SignedIn) -> HttpResponse:
    """Show the published cases that fit what is looked for, result first."""
    stand(request)
    form = SearchForm(request.GET or None, themes=queries.themes_with_cases(to=request.user))
    asked = form.cleaned_data if form.is_valid() else {"q": "", "ending": "", "theme": ""}
    copies: dict[UUID, tuple[UUID, ...]] = {}
    found = queries.cases_found(
        to=request.user, text=asked["q"], ending=asked["ending"], theme=asked["theme"], copies=copies
    )
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    rest = request.GET.copy()
    rest.pop("page", None)
    context = {
        "form": form,
        "page": page,
        "rows": queries.with_copies(page, copies),
        "query": rest.urlencode(),
        "is_filtered": any(asked.values()),
    }
    return render(request, "cases/cases.html", context)
