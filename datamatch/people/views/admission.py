"""Who may register: mail domains and invitations, kept by administrators; and the link in an invitation."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.people import actions, queries, rules
from datamatch.people.forms import INVITATION, DomainForm, InviteForm
from datamatch.people.models import Domain, Invitation, SignedIn

LINK = "people.invitation_link"
PER_PAGE = 20


def admission(request: SignedIn) -> HttpResponse:
    """Show an administrator at which domains people may register, and who was invited."""
    return page_of(request, DomainForm(), InviteForm())


def page_of(request: SignedIn, domain_form: DomainForm, invite_form: InviteForm) -> HttpResponse:
    """Return the page with these forms; a link that was just made stands on it once."""
    refuse_if(rules.why_not_keep_domains(by=request.user))
    faulty = domain_form.errors or invite_form.errors
    page = {
        "domains": queries.domains(),
        "domain_form": domain_form,
        "invite_form": invite_form,
        "page": Paginator(queries.invitations(), PER_PAGE).get_page(request.GET.get("page")),
        "link": request.session.pop(LINK, ""),
        "now": timezone.now(),
    }
    return render(request, "people/admission.html", page, status=422 if faulty else 200)


@require_POST
def add_domain(request: SignedIn) -> HttpResponse:
    """Let people with an address at this domain register."""
    form = DomainForm(request.POST)
    if form.is_valid():
        try:
            domain = actions.add_domain(name=form.cleaned_data["name"], by=request.user, at=timezone.now())
        except Refused as refused:
            form.add_error("name", refused.reason)
        else:
            messages.success(request, _("People at %(domain)s can register.") % {"domain": domain.name})
            return redirect("people:admission")
    return page_of(request, form, InviteForm())


@require_POST
def remove_domain(request: SignedIn) -> HttpResponse:
    """Take a domain from the list."""
    domain = get_object_or_404(Domain, name=request.POST.get("name", ""))
    actions.remove_domain(domain=domain, by=request.user, at=timezone.now())
    messages.success(request, _("%(domain)s is off the list.") % {"domain": domain.name})
    return redirect("people:admission")


@require_POST
def invite(request: SignedIn) -> HttpResponse:
    """Make an invitation, mail it where an address was given, and show its link once."""
    form = InviteForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            _invitation, request.session[LINK] = actions.invite(
                by=request.user, email=given["email"], valid_for=timedelta(days=given["days"]), at=timezone.now()
            )
        except Refused as refused:
            form.add_error("email", refused.reason)
        else:
            return redirect("people:admission")
    return page_of(request, DomainForm(), form)


@require_POST
def revoke(request: SignedIn, invitation_id: UUID) -> HttpResponse:
    """Withdraw an invitation."""
    invitation = get_object_or_404(Invitation, public_id=invitation_id)
    actions.revoke_invitation(invitation=invitation, by=request.user, at=timezone.now())
    messages.success(request, _("The invitation is withdrawn; its link no longer works."))
    return redirect("people:admission")


@login_not_required
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Take an invitation along to the page on which one registers, or say why it no longer works."""
    invitation = queries.invitation_with_token(token)
    reason = rules.why_not_use(invitation=invitation, at=timezone.now())
    if invitation is None or reason:
        return render(request, "people/invitation.html", {"reason": reason}, status=410)
    if request.user.is_authenticated:
        messages.info(request, _("You have a profile already. Give this invitation to whom it is for."))
        return redirect("people:profile")
    request.session[INVITATION] = str(invitation.public_id)
    return redirect("account_signup")
