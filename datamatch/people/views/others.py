"""Finding other people, and what one of them shows."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from datamatch.people import queries, rules
from datamatch.people.forms import PeopleFilter
from datamatch.people.models import Person, SignedIn

PER_PAGE = 30


def people(request: SignedIn) -> HttpResponse:
    """Show the people who can be asked, narrowed by words, discipline, skill and unit."""
    filters = PeopleFilter(request.GET)
    found = queries.people_found(**filters.wishes())
    filters.offer(queries.facets_of(found))
    kept = request.GET.copy()
    kept.pop("page", None)
    page = {
        "filters": filters,
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "query": kept.urlencode(),
        "narrowed": any(filters.wishes().values()),
    }
    return render(request, "people/people.html", page)


def person(request: SignedIn, person_id: UUID) -> HttpResponse:
    """Show one person, as far as they want to be seen."""
    somebody = get_object_or_404(Person, public_id=person_id, is_active=True)
    profile = queries.profile_of(somebody)
    page = {
        "person": somebody,
        "profile": profile,
        "levels": queries.levels_of(profile),
        "why_not_ask": rules.why_not_ask(person=somebody, by=request.user),
        "is_me": somebody.pk == request.user.pk,
    }
    return render(request, "people/person.html", page)
