"""Who entered a closed edition, and who was invited and did not come yet."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.editions import actions, queries, rules
from datamatch.editions.models import EditionInvite
from datamatch.editions.views.loading import edition_of_manager
from datamatch.people.models import Invitation, SignedIn
from datamatch.people.queries import photos_seen

PER_PAGE = 50


def members(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show who entered an edition, and the invitations that nobody used yet."""
    edition, now = edition_of_manager(request, edition_slug), timezone.now()
    invites = Paginator(queries.open_invites(edition), PER_PAGE).get_page(request.GET.get("open"))
    inside = Paginator(queries.members_of(edition), PER_PAGE).get_page(request.GET.get("page"))
    registered = Paginator(queries.registered_by_invite(edition), PER_PAGE).get_page(request.GET.get("new"))
    named = [*(one.person for one in inside), *(one.invitation.used_by for one in registered if one.invitation.used_by)]
    page = {
        "edition": edition,
        "page": inside,
        "registered": registered,
        "photos": photos_seen(named, to=request.user),
        "count": queries.member_count(edition),
        "invites": invites,
        "rows": [row_of(one.invitation, at=now) for one in invites],
    }
    return render(request, "editions/members.html", page)


def row_of(invitation: Invitation, *, at: datetime) -> dict[str, Any]:
    """Return one open invitation with whether it still works, and can be sent again."""
    return {
        "invitation": invitation,
        "is_over": not invitation.is_open(at),
        "why_not_again": rules.why_not_again_so_soon(invitation=invitation, at=at),
    }


@require_POST
def invite_again(request: SignedIn, invitation_id: UUID) -> HttpResponse:
    """Send an invitation again."""
    found = invite_of_manager(request, invitation_id)
    actions.invite_again(invite_sent=found, by=request.user, at=timezone.now())
    messages.success(request, _("The invitation is on its way again. The old link no longer works."))
    return redirect("editions:members", found.edition.slug)


@require_POST
def withdraw_invite(request: SignedIn, invitation_id: UUID) -> HttpResponse:
    """Withdraw an invitation."""
    found = invite_of_manager(request, invitation_id)
    actions.withdraw_invite(invite_sent=found, by=request.user, at=timezone.now())
    messages.success(request, _("The invitation is withdrawn; its link no longer works."))
    return redirect("editions:members", found.edition.slug)


def invite_of_manager(request: SignedIn, invitation_id: UUID) -> EditionInvite:
    """Return the invitation, for who manages its edition."""
    found = get_object_or_404(EditionInvite.objects.select_related("edition"), invitation__public_id=invitation_id)
    edition_of_manager(request, found.edition.slug)
    return found
