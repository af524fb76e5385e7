"""Who does what in an edition."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.editions import actions, queries, rules
from datamatch.editions.enums import Duty
from datamatch.editions.forms import AppointmentForm
from datamatch.editions.models import Edition
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.people.models import SignedIn
from datamatch.people.queries import people_named, photos_seen

SHOWN = 20


def appointments(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show who does what, and find people to appoint."""
    edition = get_object_or_404(queries.editions_shown(to=request.user), slug=edition_slug)
    stand(request, edition=edition)
    refuse_if(rules.why_not_appoint(edition=edition, by=request.user))
    text = request.GET.get("text", "")[:100]
    groups = queries.duty_groups(edition)
    page = {
        "edition": edition,
        "groups": groups,
        "photos": photos_seen((one.person for _duty, held in groups for one in held), to=request.user),
        "duties": Duty,
        "text": text,
        "found": people_named(text)[:SHOWN],
    }
    return render(request, "editions/appointments.html", page)


@require_POST
def appoint(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Appoint somebody to a duty."""
    edition, given = asked(request, edition_slug)
    actions.appoint(edition=edition, by=request.user, at=timezone.now(), **given)
    words = {"name": given["person"].name, "duty": Duty(given["duty"]).label}
    messages.success(request, _("%(name)s is appointed: %(duty)s.") % words)
    return redirect("editions:appointments", edition_slug=edition.slug)


@require_POST
def dismiss(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Relieve somebody of a duty."""
    edition, given = asked(request, edition_slug)
    actions.dismiss(edition=edition, by=request.user, at=timezone.now(), **given)
    messages.success(request, _("%(name)s no longer has this duty.") % {"name": given["person"].name})
    return redirect("editions:appointments", edition_slug=edition.slug)


def asked(request: SignedIn, edition_slug: str) -> tuple[Edition, dict]:  # type: ignore[type-arg]
    """Return the edition, and which person and duty it is about.

    :raises Refused: we do not know this person or this duty
    """
    edition = get_object_or_404(queries.editions_shown(to=request.user), slug=edition_slug)
    form = AppointmentForm(request.POST)
    if not form.is_valid():
        raise Refused(_("We do not know this person or this duty."))
    return edition, form.cleaned_data
