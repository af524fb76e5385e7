"""Appointing the owner of a safeguard."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn
from datamatch.safeguards import actions, queries, rules
from datamatch.safeguards.forms import OwnerForm
from datamatch.safeguards.views.loading import safeguard_here


def appoint(request: SignedIn, safeguard_id: UUID) -> HttpResponse:
    """Show whose discipline fits, and appoint one of them."""
    safeguard = safeguard_here(request, safeguard_id)
    refuse_if(rules.why_not_appoint_owner(safeguard=safeguard, by=request.user))
    people = queries.fitting_owners(safeguard)
    initial = {"owner": safeguard.owner.public_id if safeguard.owner else None}
    form = OwnerForm(request.POST if request.method == "POST" else None, people=people, initial=initial)
    if form.is_bound and form.is_valid():
        owner = form.cleaned_data["owner"]
        actions.appoint_owner(safeguard=safeguard, owner=owner, by=request.user, at=timezone.now())
        messages.success(request, _("%(name)s owns this safeguard.") % {"name": owner.name})
        return redirect("safeguards:gate", safeguard.gate.idea.public_id, safeguard.gate.moment)
    page = {"form": form, "safeguard": safeguard, "idea": safeguard.gate.idea}
    return render(request, "safeguards/appoint.html", page, status=422 if form.errors else 200)
