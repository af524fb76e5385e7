"""The list of editions, and preparing a new programme or edition."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.editions import actions, queries, rules
from datamatch.editions.forms import CloneForm, PrepareForm, ProgrammeForm
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn


def editions(request: SignedIn) -> HttpResponse:
    """Show every edition this reader may know of."""
    page = {
        "editions": queries.editions_shown(to=request.user),
        "managed": set(queries.editions_managed(request.user).values_list("pk", flat=True)),
        "has_programme": queries.programmes().exists(),
        "why_not_prepare": rules.why_not_prepare_edition(by=request.user),
        "why_not_open_programme": rules.why_not_open_programme(by=request.user),
    }
    return render(request, "editions/editions.html", page)


def open_programme(request: SignedIn) -> HttpResponse:
    """Ask for a new programme, and open it."""
    refuse_if(rules.why_not_open_programme(by=request.user))
    form = ProgrammeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        programme = actions.open_programme(by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The programme %(name)s is open.") % {"name": programme})
        return redirect("editions:prepare")
    return render(request, "editions/open_programme.html", {"form": form}, status=422 if form.errors else 200)


def clone(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Ask for the name and the first day of an edition like this one, and prepare it."""
    source = get_object_or_404(queries.editions_shown(to=request.user), slug=edition_slug)
    stand(request, edition=source)
    refuse_if(rules.why_not_clone(source=source, by=request.user))
    form = CloneForm(request.POST or None, source=source, initial={"number": queries.next_number(source)})
    if form.is_valid():
        edition = actions.clone_edition(source=source, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("%(name)s is being prepared. Look at its days and sizes.") % {"name": edition})
        return redirect("editions:plan", edition_slug=edition.slug)
    page = {"edition": source, "form": form}
    return render(request, "editions/clone.html", page, status=422 if form.errors else 200)


def prepare(request: SignedIn) -> HttpResponse:
    """Ask for a new edition, and prepare it."""
    refuse_if(rules.why_not_prepare_edition(by=request.user))
    form = PrepareForm(request.POST or None, initial=queries.next_edition())
    if request.method == "POST" and form.is_valid():
        edition = actions.prepare_edition(by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("%(name)s is being prepared. Now plan its days and sizes.") % {"name": edition})
        return redirect("editions:plan", edition_slug=edition.slug)
    page = {"form": form, "has_programme": queries.programmes().exists()}
    return render(request, "editions/prepare.html", page, status=422 if form.errors else 200)
