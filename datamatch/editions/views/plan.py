"""The plan of an edition and the themes of its call."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.editions import actions, queries, rules
from datamatch.editions.forms import PlanForm, ThemeForm
from datamatch.editions.models import Edition, Theme
from datamatch.editions.views.loading import edition_of_manager
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn


def plan(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the plan of an edition, and change it."""
    edition = get_object_or_404(queries.editions_shown(to=request.user), slug=edition_slug)
    stand(request, edition=edition)
    refuse_if(rules.why_not_plan(edition=edition, by=request.user))
    form = PlanForm(request.POST or None, instance=get_object_or_404(Edition, pk=edition.pk))
    if request.method == "POST" and form.is_valid():
        actions.plan_edition(edition=edition, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The plan is kept."))
        return redirect("editions:plan", edition_slug=edition.slug)
    return plan_page(request, edition, form=form, theme_form=ThemeForm())


@require_POST
def add_theme(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Add a theme to the call."""
    edition = get_object_or_404(queries.editions_shown(to=request.user), slug=edition_slug)
    stand(request, edition=edition)
    refuse_if(rules.why_not_set_themes(edition=edition, by=request.user))
    form = ThemeForm(request.POST, instance=Theme(edition=edition))
    if form.is_valid():
        actions.add_theme(edition=edition, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The theme is added."))
        return redirect("editions:plan", edition_slug=edition.slug)
    return plan_page(request, edition, form=PlanForm(instance=edition), theme_form=form)


def change_theme(request: SignedIn, edition_slug: str, theme_slug: str) -> HttpResponse:
    """Show the words of a theme, and change them."""
    edition = edition_of_manager(request, edition_slug)
    refuse_if(rules.why_not_set_themes(edition=edition, by=request.user))
    theme = get_object_or_404(Theme.objects.select_related("edition"), edition=edition, slug=theme_slug)
    form = ThemeForm(request.POST or None, instance=theme)
    if form.is_valid():
        actions.change_theme(theme=theme, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The theme is kept."))
        return redirect(f"{reverse('editions:plan', args=[edition.slug])}#themes")
    page = {"edition": edition, "form": form}
    return render(request, "editions/theme.html", page, status=422 if form.errors else 200)


@require_POST
def move_theme(request: SignedIn, edition_slug: str, theme_slug: str) -> HttpResponse:
    """Move a theme up or down."""
    edition = edition_of_manager(request, edition_slug)
    theme = get_object_or_404(Theme.objects.select_related("edition"), edition=edition, slug=theme_slug)
    actions.move_theme(theme=theme, up=request.POST.get("to") == "up", by=request.user, at=timezone.now())
    return redirect(f"{reverse('editions:plan', args=[edition.slug])}#themes")


@require_POST
def remove_theme(request: SignedIn, edition_slug: str, theme_slug: str) -> HttpResponse:
    """Remove a theme from the call."""
    edition = get_object_or_404(queries.editions_shown(to=request.user), slug=edition_slug)
    theme = get_object_or_404(Theme.objects.select_related("edition"), edition=edition, slug=theme_slug)
    actions.remove_theme(theme=theme, by=request.user, at=timezone.now())
    messages.success(request, _("The theme is gone."))
    return redirect("editions:plan", edition_slug=edition_slug)


def plan_page(request: SignedIn, edition: Edition, *, form: PlanForm, theme_form: ThemeForm) -> HttpResponse:
    """Answer with the plan page, holding both forms as they were filled in."""
    page = {
        "edition": edition,
        "form": form,
        "theme_form": theme_form,
        "themes": queries.themes_of(edition),
        "criteria": queries.criteria_of(edition),
        "why_not_set_themes": rules.why_not_set_themes(edition=edition, by=request.user),
        "why_not_remove_themes": rules.why_not_remove_themes(edition=edition, by=request.user),
    }
    return render(request, "editions/plan.html", page, status=422 if form.errors or theme_form.errors else 200)
