"""Finding other people, and what one of them shows."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from datamatch.people import queries, rules
from datamatch.people.forms import PeopleFilter
from datamatch.people.forms.filter import WISHES
from datamatch.people.models import Person, SignedIn

PER_PAGE = 30
PLACE = "people"


def people(request: SignedIn) -> HttpResponse:
    """Show the people who can be asked, narrowed as this reader asks now or asked last."""
    wishes = remembered(request)
    filters = PeopleFilter(wishes)
    reader, day = queries.reader_of(request.user), filters.day_asked(timezone.localdate())
    words = queries.words_meant(filters.text_asked, to=reader)
    found = queries.people_found(to=reader, on=day, words=words, **filters.wishes())
    filters.offer(queries.facets_of(found, to=reader, on=day))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    query = QueryDict(mutable=True)
    query.update(wishes)
    told = {
        "filters": filters,
        "page": page,
        "sights": [queries.Sight(profile, reader) for profile in page],
        "mended": [word for word in words if word.is_mended],
        "query": query.urlencode(),
        "narrowed": bool(wishes),
        "on_day": day if wishes.get("day") else None,
        "everybody": f"?{'&'.join(f'{name}=' for name in WISHES)}",
    }
    return render(request, "people/people.html", told)


def remembered(request: SignedIn) -> dict[str, str]:
    """Return what this reader asks for now, or else asked for last."""
    if any(name in request.GET for name in WISHES):
        request.session[PLACE] = {name: request.GET.get(name, "").strip()[:100] for name in WISHES}
    kept: dict[str, str] = request.session.get(PLACE, {})
    return {name: value for name, value in kept.items() if value}


def person(request: SignedIn, person_id: UUID) -> HttpResponse:
    """Show one person, as far as they want to be seen by this reader."""
    somebody = get_object_or_404(Person, public_id=person_id, is_active=True)
    page = {
        "person": somebody,
        "sight": queries.sight_of(somebody, to=queries.reader_of(request.user), on=timezone.localdate()),
        "profile": queries.profile_of(somebody),
        "why_not_ask": rules.why_not_ask(person=somebody, by=request.user),
        "is_me": somebody.pk == request.user.pk,
    }
    return render(request, "people/person.html", page)
