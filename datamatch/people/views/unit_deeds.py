"""What an administrator does to one unit: each is a form on its page."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.people import actions, queries, rules
from datamatch.people.forms import DayForm, MergeForm, NameForm, PlaceForm, TakeForm
from datamatch.people.models import SignedIn, Unit, UnitMerge, UnitParent
from datamatch.people.views.units import parents_of, unit_named, unit_page


@require_POST
def rename_unit(request: SignedIn, unit_slug: str) -> HttpResponse:
    """Give a unit another name from a day on."""
    shown = _changeable(request, unit_slug)
    form = NameForm(request.POST)
    return _done(
        request, shown, "name", form, said=_("The new name is kept."),
        deed=lambda: actions.rename_unit(unit=shown, **form.cleaned_data, by=request.user, at=timezone.now()),
    )  # fmt: skip


@require_POST
def place_unit(request: SignedIn, unit_slug: str) -> HttpResponse:
    """Put a unit under another, beside or instead of where it stands."""
    shown = _changeable(request, unit_slug)
    tree = queries.Tree(timezone.localdate())
    form = PlaceForm(request.POST, tree=tree, unit=shown, parents=parents_of(shown))

    def deed() -> object:
        given = form.cleaned_data
        link = _link(shown, given["instead_of"]) if given["instead_of"] else None
        return actions.place_unit(
            unit=shown, parent=given["parent"], on=given["on"], instead_of=link, by=request.user, at=timezone.now()
        )

    return _done(request, shown, "place", form, deed=deed, said=_("The new place is kept."))


@require_POST
def take_unit(request: SignedIn, unit_slug: str) -> HttpResponse:
    """Take a unit from under another."""
    shown = _changeable(request, unit_slug)
    form = TakeForm(request.POST, parents=parents_of(shown))

    def deed() -> object:
        given = form.cleaned_data
        link = _link(shown, given["parent"])
        return actions.take_unit(link=link, on=given["on"], by=request.user, at=timezone.now())

    return _done(request, shown, "take", form, deed=deed, said=_("It no longer stands there."))


@require_POST
def merge_unit(request: SignedIn, unit_slug: str) -> HttpResponse:
    """Let a unit go up in another."""
    shown = _changeable(request, unit_slug)
    form = MergeForm(request.POST, tree=queries.Tree(timezone.localdate()), unit=shown)
    return _done(
        request, shown, "merge", form, said=_("The two are one now. You can undo this for 14 days."),
        deed=lambda: actions.merge_unit(unit=shown, **form.cleaned_data, by=request.user, at=timezone.now()),
    )  # fmt: skip


@require_POST
def undo_merge(request: SignedIn, merge_id: UUID) -> HttpResponse:
    """Part two units again."""
    merge = get_object_or_404(UnitMerge, public_id=merge_id)
    parted = actions.undo_merge(merge=merge, by=request.user, at=timezone.now())
    messages.success(request, _("%(unit)s stands by itself again.") % {"unit": parted})
    return redirect(parted)


@require_POST
def end_unit(request: SignedIn, unit_slug: str) -> HttpResponse:
    """Let a unit exist until a day."""
    shown, form = _changeable(request, unit_slug), DayForm(request.POST)
    return _done(
        request, shown, "end", form, said=_("The last day is kept."),
        deed=lambda: actions.end_unit(unit=shown, **form.cleaned_data, by=request.user, at=timezone.now()),
    )  # fmt: skip


@require_POST
def resume_unit(request: SignedIn, unit_slug: str) -> HttpResponse:
    """Let a unit go on after all."""
    shown = actions.resume_unit(unit=unit_named(unit_slug), by=request.user, at=timezone.now())
    messages.success(request, _("%(unit)s goes on.") % {"unit": shown})
    return redirect(shown)


def _changeable(request: SignedIn, slug: str) -> Unit:
    """Return the unit of an address. :raises Refused: this reader may not change it"""
    shown = unit_named(slug)
    refuse_if(rules.why_not_change_unit(unit=shown, by=request.user))
    return shown


def _link(shown: Unit, parent_slug: str) -> UnitParent:
    """Return the lasting place of a unit under this parent. :raises Http404: it has none"""
    found: UnitParent = get_object_or_404(
        shown.above.select_related("unit", "parent"), parent__slug=parent_slug, valid_until=None
    )
    return found


def _done(
    request: SignedIn, shown: Unit, name: str, form: Form, *, deed: Callable[[], object], said: str
) -> HttpResponse:
    """Do a deed when its form is right, and go to the page; else show the page with what is not right."""
    if form.is_valid():
        try:
            deed()
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            messages.success(request, said)
            return redirect(shown)
    return unit_page(request, shown, **{name: form})
