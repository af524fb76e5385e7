"""What ideas are judged on, as its manager makes it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from datamatch.editions import actions, queries, rules
from datamatch.editions.forms import CopyCriteriaForm, CriterionForm
from datamatch.editions.models import Criterion, Edition
from datamatch.editions.views.loading import edition_of_manager, edition_to_read
from datamatch.editions.views.standing import may
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn


def criteria(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show what ideas are judged on, and how much each criterion counts."""
    edition = edition_to_read(request, edition_slug)
    return criteria_page(request, edition, form=copy_form(request, edition))


def add_criterion(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask what the new criterion is, and add it."""
    edition = edition_of_manager(request, edition_slug)
    refuse_if(rules.why_not_set_criteria(edition=edition, by=request.user))
    refuse_if(rules.why_not_one_more(edition=edition))
    form = CriterionForm(request.POST or None, instance=Criterion(edition=edition), initial={"weight": 1})
    if form.is_valid() and may(
        form, rules.why_not_add_criterion(edition=edition, by=request.user, **form.cleaned_data)
    ):
        slug = form.free_slug()
        actions.add_criterion(edition=edition, slug=slug, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The criterion is added."))
        return redirect("editions:criteria", edition_slug=edition.slug)
    return criterion_page(request, edition, form=form)


def change_criterion(request: SignedIn, edition_slug: str, criterion_slug: str) -> HttpResponse:
    """Show a criterion, and change it."""
    edition = edition_of_manager(request, edition_slug)
    refuse_if(rules.why_not_set_criteria(edition=edition, by=request.user))
    criterion = criterion_in(edition, criterion_slug)
    form = CriterionForm(request.POST or None, instance=criterion_in(edition, criterion_slug))
    deed: dict[str, Any] = {"criterion": criterion, "by": request.user}
    if form.is_valid() and may(form, rules.why_not_change_criterion(**deed, **form.cleaned_data)):
        actions.change_criterion(**deed, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The criterion is changed."))
        return redirect("editions:criteria", edition_slug=edition.slug)
    why_not_remove = rules.why_not_remove_criterion(**deed)
    return criterion_page(request, edition, form=form, criterion=criterion, why_not_remove=why_not_remove)


@require_POST
def move_criterion(request: SignedIn, edition_slug: str, criterion_slug: str) -> HttpResponse:
    """Move a criterion up or down."""
    edition = edition_of_manager(request, edition_slug)
    criterion, up = criterion_in(edition, criterion_slug), request.POST.get("to") == "up"
    actions.move_criterion(criterion=criterion, up=up, by=request.user, at=timezone.now())
    return redirect("editions:criteria", edition_slug=edition.slug)


@require_POST
def remove_criterion(request: SignedIn, edition_slug: str, criterion_slug: str) -> HttpResponse:
    """Remove a criterion."""
    edition = edition_of_manager(request, edition_slug)
    criterion = criterion_in(edition, criterion_slug)
    actions.remove_criterion(criterion=criterion, by=request.user, at=timezone.now())
    messages.success(request, _("The criterion is gone."))
    return redirect("editions:criteria", edition_slug=edition.slug)


@require_POST
def copy_criteria(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Put the criteria of another edition in the place of these."""
    edition = edition_of_manager(request, edition_slug)
    form = copy_form(request, edition)
    if not form.is_valid():
        return criteria_page(request, edition, form=form)
    source = form.cleaned_data["source"]
    count = actions.copy_criteria(edition=edition, source=source, by=request.user, at=timezone.now())
    taken = ngettext("%(count)s criterion is taken over.", "%(count)s criteria are taken over.", count)
    messages.success(request, taken % {"count": count})
    return redirect("editions:criteria", edition_slug=edition.slug)


def copy_form(request: SignedIn, edition: Edition) -> CopyCriteriaForm:
    """Return the form that asks from where criteria are taken over."""
    editions = queries.editions_with_criteria(edition, to=request.user)
    return CopyCriteriaForm(request.POST if request.method == "POST" else None, editions=editions)


def criterion_in(edition: Edition, slug: str) -> Criterion:
    """Return a criterion of this edition."""
    return get_object_or_404(queries.criteria_of(edition).select_related("edition"), slug=slug)


def criteria_page(request: SignedIn, edition: Edition, *, form: CopyCriteriaForm) -> HttpResponse:
    """Answer with all criteria."""
    criteria = queries.weighed_criteria(edition)
    page = {
        "edition": edition,
        "criteria": criteria,
        "whole": sum(one.criterion.weight for one in criteria),
        "form": form,
        "why_not": rules.why_not_set_criteria(edition=edition, by=request.user),
        "why_not_plan": rules.why_not_plan(edition=edition, by=request.user),
        "why_not_add": rules.why_not_one_more(edition=edition),
    }
    return render(request, "editions/criteria.html", page, status=422 if form.errors else 200)


def criterion_page(request: SignedIn, edition: Edition, *, form: CriterionForm, **more: Any) -> HttpResponse:
    """Answer with the page of one criterion, holding the form as it was filled in."""
    page = {"edition": edition, "form": form} | more
    return render(request, "editions/criterion.html", page, status=422 if form.errors else 200)
