"""Finding ideas, and my drafts."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.editions.models import Edition, Theme
from datamatch.editions.queries import call_until, is_manager, themes_of
from datamatch.ideas import queries, rules
from datamatch.ideas.enums import Look, Order
from datamatch.ideas.forms import IdeasFilter
from datamatch.ideas.models import Idea
from datamatch.ideas.queries.desk import units_of
from datamatch.ideas.views.loading import edition_here
from datamatch.people.models import Person, SignedIn

PER_PAGE = 24
WISHES = ("text", "theme", "role", "unit", "lane", "joined", "order", "look")


def ideas(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the ideas of an edition, narrowed and ordered as this reader last asked."""
    edition = edition_here(request, edition_slug)
    wishes = {} if edition.is_sealed else remembered(request, edition)
    why_not_see_energy = rules.why_not_see_energy(edition=edition, by=request.user)
    units = units_of(edition) if queries.sees_units(edition, request.user) else []
    lanes = queries.lane_counts(edition, to=request.user)
    form = IdeasFilter(
        {"order": Order.FAIR, "look": Look.TABLE} | wishes,
        energy=why_not_see_energy is None,
        roles=queries.roles_wanted(edition, to=request.user),
        units=units,
        lanes=lanes,
    )
    asked = form.understood()
    themes = list(themes_of(edition))
    theme = next((theme for theme in themes if theme.slug == wishes.get("theme")), None)
    narrowing = {name: asked[name] for name in ("text", "role", "unit", "lane", "joined")}
    found = queries.ideas_shown(edition=edition, to=request.user, theme=theme, order=asked["order"], **narrowing)
    page = {
        "edition": edition,
        "form": form,
        "theme": theme,
        "chips": chips(edition, to=request.user, themes=themes, chosen=theme, **asked),
        "page": page_near(found, request.GET),
        "query": query_of(theme=theme.slug if theme else "", **asked),
        "looks": looks(theme=theme.slug if theme else "", **asked),
        "shown_as": asked["look"],
        "narrowed": bool(theme or any(narrowing.values())),
        "mine": set(queries.ideas_of(request.user).values_list("pk", flat=True)),
        "energised": set(queries.energy_in(edition).filter(person=request.user).values_list("idea", flat=True)),
        "sealed": edition.is_sealed,
        "sealed_count": sealed_count(edition, to=request.user),
        "until": call_until(edition, at=timezone.now()),
        "why_not_start": rules.why_not_start(edition=edition, by=request.user, at=timezone.now()),
        "why_not_see_energy": why_not_see_energy,
        "sees_lanes": bool(lanes),
    }
    return render(request, "ideas/ideas.html", page)


def sealed_count(edition: Edition, *, to: Person) -> int | None:
    """Return how many ideas are sealed, for managers only; for others there is no such number."""
    return queries.sent_ideas(edition).count() if edition.is_sealed and is_manager(to, edition) else None


def page_near(found: QuerySet[Idea], asked: Mapping[str, str]) -> Page[Idea]:
    """Return the page asked for; or the one that holds the idea `near`, from which the reader comes back."""
    pages, near = Paginator(found, PER_PAGE), asked.get("near", "")
    if not near.isdecimal():
        return pages.get_page(asked.get("page"))
    numbers = list(found.values_list("number", flat=True))
    place = numbers.index(int(near)) if int(near) in numbers else 0
    return pages.get_page(place // PER_PAGE + 1)


def remembered(request: SignedIn, edition: Edition) -> dict[str, str]:
    """Return what this reader asks for now, or else asked for last in this edition."""
    place = f"ideas-{edition.pk}"
    if any(name in request.GET for name in WISHES):
        request.session[place] = {name: request.GET.get(name, "")[:100] for name in WISHES}
    kept: dict[str, str] = request.session.get(place, {})
    return {name: value for name, value in kept.items() if value}


def chips(
    edition: Edition, *, to: Person, themes: list[Theme], chosen: Theme | None, **wishes: str
) -> list[dict[str, Any]]:
    """Return a chip for all ideas and one per theme, each with its number of ideas and its address."""
    counts = queries.theme_counts(edition, to=to)
    total = queries.readable_ideas(edition, to=to).count()
    first = {"label": _("All"), "number": total, "query": query_of(theme="", **wishes), "chosen": chosen is None}
    return [first] + [
        {
            "label": str(theme),
            "number": counts.get(theme.pk, 0),
            "query": query_of(theme=theme.slug, **wishes),
            "chosen": theme == chosen,
            "tint": theme.tint,
        }
        for theme in themes
    ]


def looks(*, look: str, **wishes: str) -> list[dict[str, Any]]:
    """Return the ways to look at the list, each with its address."""
    return [
        {"label": one.label, "query": query_of(look=one.value, **wishes), "chosen": one.value == look} for one in Look
    ]


def query_of(**wishes: str) -> str:
    """Return the wishes as the query of an address."""
    query = QueryDict(mutable=True)
    query.update(wishes)
    return query.urlencode()
