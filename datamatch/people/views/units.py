"""The units: all of them as a tree, one of them with its names and places, and a new one."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.people import actions, queries, rules
from datamatch.people.forms import AddUnitForm, DayForm, MergeForm, NameForm, PlaceForm, TakeForm, UnitSearch
from datamatch.people.models import SignedIn, Unit

ROOTS_PER_PAGE, FOUND_PER_PAGE, LEVELS = 10, 30, 3


def units(request: SignedIn) -> HttpResponse:
    """Show the units as a tree, or those that were looked for."""
    search = UnitSearch(request.GET)
    asked: dict[str, Any] = search.cleaned_data if search.is_valid() else {"text": "", "ended": False}
    tree = queries.Tree(timezone.localdate(), ended=asked["ended"])
    kept = request.GET.copy()
    kept.pop("page", None)
    number = request.GET.get("page")
    page: dict[str, Any] = {
        "search": search,
        "text": asked["text"],
        "query": kept.urlencode(),
        "why_not_keep": rules.why_not_keep_units(by=request.user),
        "total": len(tree.units),
    }
    if asked["text"]:
        found = queries.units_found(asked["text"], day=tree.day, ended=asked["ended"])
        page["page"] = Paginator(found, FOUND_PER_PAGE).get_page(number)
        page["found"] = [(unit, tree.parents(unit)) for unit in page["page"]]
    else:
        page["page"] = Paginator(tree.roots(), ROOTS_PER_PAGE).get_page(number)
        page["branches"] = [tree.branch(unit, depth=2) for unit in page["page"]]
    return render(request, "people/units.html", page)


def unit(request: SignedIn, unit_slug: str) -> HttpResponse:
    """Show one unit: what it was called, where it stands and stood, what stands under it."""
    return unit_page(request, unit_named(unit_slug))


def unit_named(slug: str) -> Unit:
    """Return the unit of an address. :raises Http404: there is none"""
    found: Unit = get_object_or_404(Unit.objects.select_related("merged_into"), slug=slug)
    return found


def unit_page(request: SignedIn, shown: Unit, **tried: Form) -> HttpResponse:
    """Return the page of a unit; a form that was tried and refused stands there as it was typed."""
    now = timezone.now()
    tree = queries.Tree(timezone.localdate(now), ended=True)
    page: dict[str, Any] = {
        "unit": shown,
        "stands_for": queries.live_unit(shown),
        "names": shown.names.all(),
        "links": shown.above.select_related("parent"),
        "branch": tree.branch(shown, depth=LEVELS) if shown.pk in tree.units else None,
        "merged": shown.merged.all(),
        "merges": queries.merges_to_undo(shown, at=now),
        "why_not_keep": rules.why_not_keep_units(by=request.user),
        "why_not_change": rules.why_not_change_unit(unit=shown, by=request.user),
        "today": tree.day,
    }
    if not page["why_not_change"]:
        page |= {"people": shown.profiles.count(), "forms": forms_of(shown, queries.Tree(tree.day), tried)}
    return render(request, "people/unit.html", page, status=422 if tried else 200)


def forms_of(shown: Unit, tree: queries.Tree, tried: dict[str, Form]) -> dict[str, Form]:
    """Return the forms with which an administrator changes a unit, each with ids of its own."""
    today, parents = {"on": tree.day}, parents_of(shown)
    forms = {
        "name": NameForm(initial=today | {"name": shown.name, "abbreviation": shown.abbreviation}),
        "place": PlaceForm(tree=tree, unit=shown, parents=parents, initial=today),
        "take": TakeForm(parents=parents, initial=today),
        "merge": MergeForm(tree=tree, unit=shown),
        "end": DayForm(initial=today),
    } | tried
    for name, form in forms.items():
        form.auto_id = f"{name}_%s"
    return forms


def parents_of(shown: Unit) -> list[Unit]:
    """Return what a unit stands under without a last day."""
    return [link.parent for link in shown.above.filter(valid_until=None).select_related("parent")]


def add_unit(request: SignedIn) -> HttpResponse:
    """Add a unit."""
    refuse_if(rules.why_not_keep_units(by=request.user))
    form = AddUnitForm(request.POST if request.method == "POST" else None, tree=queries.Tree(timezone.localdate()))
    if form.is_valid() and (added := _added(request, form)) is not None:
        messages.success(request, _("%(unit)s was added.") % {"unit": added})
        return redirect(added)
    return render(request, "people/add_unit.html", {"form": form}, status=422 if form.errors else 200)


def _added(request: SignedIn, form: AddUnitForm) -> Unit | None:
    """Return the unit that was added; None when the form now says why not."""
    try:
        return actions.add_unit(**form.cleaned_data, by=request.user, at=timezone.now())
    except Refused as refusal:
        form.add_error(None, refusal.reason)
        return None
