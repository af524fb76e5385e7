"""Who may enter an edition; codes to let people in; entering with one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.editions import actions, queries, rules
from datamatch.editions.forms import AccessForm, CodeForm, DomainsForm, EnterForm, InvitePeopleForm
from datamatch.editions.models import AccessCode, Edition
from datamatch.editions.views.loading import edition_of_manager
from datamatch.foundation.addresses import whole_address
from datamatch.people.models import SignedIn


def access(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show who may enter an edition, and change it."""
    edition = edition_of_manager(request, edition_slug)
    form = AccessForm(request.POST or None, initial={"access": edition.access, "sealed": edition.sealed})
    if form.is_valid():
        given = form.cleaned_data
        if why_not := rules.why_not_set_access(edition=edition, by=request.user, **given):
            form.add_error(None, why_not)
        else:
            actions.set_access(edition=edition, by=request.user, at=timezone.now(), **given)
            messages.success(request, _("Kept: who may enter this edition."))
            return redirect("editions:access", edition_slug=edition.slug)
    return access_page(request, edition, form=form)


@require_POST
def choose_domains(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Say which mail domains belong to the programme."""
    edition = edition_of_manager(request, edition_slug)
    form = DomainsForm(request.POST)
    if form.is_valid():
        chosen = list(form.cleaned_data["domains"])
        actions.choose_domains(edition=edition, domains=chosen, by=request.user, at=timezone.now())
        messages.success(request, _("The mail domains are kept."))
        return redirect("editions:access", edition_slug=edition.slug)
    return access_page(request, edition, domains_form=form)


@require_POST
def make_code(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Make an access code."""
    edition = edition_of_manager(request, edition_slug)
    now, form = timezone.now(), CodeForm(request.POST)
    if form.is_valid():
        expires_at = form.cleaned_data["expires_at"]
        if why_not := rules.why_not_make_code(edition=edition, by=request.user, expires_at=expires_at, at=now):
            form.add_error("expires_at", why_not)
        else:
            actions.make_code(edition=edition, by=request.user, at=now, **form.cleaned_data)
            messages.success(request, _("The code is ready to share."))
            return redirect("editions:access", edition_slug=edition.slug)
    return access_page(request, edition, code_form=form)


@require_POST
def invite_people(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Invite people to the edition."""
    edition, form = edition_of_manager(request, edition_slug), InvitePeopleForm(request.POST)
    if form.is_valid():
        addresses = form.cleaned_data["addresses"]
        if why_not := rules.why_not_invite_people(edition=edition, addresses=addresses, by=request.user):
            form.add_error("addresses", why_not)
        else:
            actions.invite_people(edition=edition, addresses=addresses, by=request.user, at=timezone.now())
            messages.success(request, _("The invitations are on their way."))
            return redirect("editions:access", edition_slug=edition.slug)
    return access_page(request, edition, invite_form=form)


@require_POST
def revoke_code(request: SignedIn, code_id: UUID) -> HttpResponse:
    """Withdraw an access code."""
    code = get_object_or_404(AccessCode.objects.select_related("edition"), public_id=code_id)
    edition = edition_of_manager(request, code.edition.slug)
    actions.revoke_code(code=code, by=request.user, at=timezone.now())
    messages.success(request, _("The code no longer works."))
    return redirect("editions:access", edition_slug=edition.slug)


def enter(request: SignedIn) -> HttpResponse:
    """Ask for an access code, and let its holder in."""
    now, form = timezone.now(), EnterForm(request.POST or None, initial={"code": request.GET.get("code", "")[:40]})
    why_not_try = rules.why_not_try_code(by=request.user, at=now)
    if form.is_valid() and not why_not_try:
        code = queries.code_typed(form.cleaned_data["code"])
        if not (why_not := rules.why_not_enter_with(code=code, by=request.user, at=now)):
            member = actions.enter_with_code(code=code, by=request.user, at=now)
            messages.success(request, _("Welcome to %(edition)s.") % {"edition": member.edition})
            return redirect("editions:editions")
        actions.note_wrong_code(by=request.user, at=now)
        form.add_error("code", why_not)
    page = {"form": form, "why_not_try": why_not_try}
    has_failed = form.errors or (form.is_bound and why_not_try)
    return render(request, "editions/enter.html", page, status=422 if has_failed else 200)


def access_page(request: SignedIn, edition: Edition, **forms: Any) -> HttpResponse:
    """Answer with the page about access, holding the form that has to be mended."""
    now, wrong = timezone.now(), any(form.errors for form in forms.values())
    domains = queries.domains_of(edition)
    page = {
        "edition": edition,
        "form": forms.get("form") or AccessForm(initial={"access": edition.access, "sealed": edition.sealed}),
        "code_form": forms.get("code_form") or CodeForm(),
        "domains_form": forms.get("domains_form") or DomainsForm(initial={"domains": domains}),
        "invite_form": forms.get("invite_form") or InvitePeopleForm(),
        "domains": domains,
        "codes": [(code, code.is_valid(now)) for code in queries.codes_of(edition)],
        "members": queries.member_count(edition),
        "enter_url": whole_address(reverse("editions:enter")),
    }
    return render(request, "editions/access.html", page, status=422 if wrong else 200)
