"""The minutes: reading, signing and adding; and the papers of the evening before."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from datamatch.editions.models import Edition
from datamatch.editions.queries import criteria_of, is_manager
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.jury import actions, queries, rules
from datamatch.jury.enums import Signatory
from datamatch.jury.forms import AddendumForm
from datamatch.people.models import SignedIn


@require_GET
def minutes(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the minutes of the jury, with who signed them."""
    return _page(request, _edition(request, edition_slug), AddendumForm())


@require_GET
def minutes_print(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the minutes as a document to print and keep."""
    return render(request, "jury/minutes_print.html", _context(request, _edition(request, edition_slug)))


@require_POST
def sign(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Sign the minutes."""
    edition = _edition(request, edition_slug)
    role = Signatory.CHAIR if request.POST.get("role") == Signatory.CHAIR else Signatory.SECRETARY
    actions.sign_minutes(edition=edition, role=role, by=request.user, at=timezone.now())
    messages.success(request, _("You signed the minutes."))
    return redirect("jury:minutes", edition_slug=edition.slug)


@require_POST
def add(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Put something right beside signed minutes."""
    edition = _edition(request, edition_slug)
    refuse_if(rules.why_not_add(edition=edition, by=request.user))
    form = AddendumForm(request.POST)
    if not form.is_valid():
        return _page(request, edition, form, code=422)
    actions.add_to_minutes(edition=edition, text=form.cleaned_data["text"], by=request.user, at=timezone.now())
    messages.success(request, _("Added to the minutes."))
    return redirect("jury:minutes", edition_slug=edition.slug)


@require_GET
def paper(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show everything the day needs on paper, to print the evening before."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_see_hall_desk(edition=edition, by=request.user))
    stand(request, edition=edition)
    context = {
        "edition": edition,
        "pitches": list(queries.pitches_in(edition)),
        "sheets": queries.sheets_for(edition),
        "criteria": list(criteria_of(edition)),
        "vote": queries.box_of(edition) or queries.rules_of(edition),
        "at": timezone.now(),
    }
    return render(request, "jury/paper.html", context)


def _page(request: SignedIn, edition: Edition, form: AddendumForm, code: int = 200) -> HttpResponse:
    """Return the minutes with this form under them."""
    stand(request, edition=edition)
    return render(request, "jury/minutes.html", _context(request, edition) | {"form": form}, status=code)


def _context(request: SignedIn, edition: Edition) -> dict[str, Any]:
    """Return what the minutes show this reader."""
    signed = queries.signed_minutes(edition)
    who = queries.roles_signed(signed)
    signatures = list(signed.signatures.all()) if signed else []
    return {
        "edition": edition,
        "lines": queries.lines_of(edition, signed),
        "minutes": signed,
        "is_whole": signed is None or queries.is_whole(signed),
        "signed_off": queries.is_signed_off(signed),
        "manages": is_manager(request.user, edition),
        "why_not_export": rules.why_not_export_records(edition=edition, by=request.user),
        "why_not_add": rules.why_not_add(edition=edition, by=request.user),
        "roles": [
            {
                "role": role,
                "label": label,
                "signature": next((one for one in signatures if one.role == role), None),
                "why_not": None if role in who else rules.why_not_sign(edition=edition, role=role, by=request.user),
            }
            for role, label in Signatory.choices
        ],
    }


def _edition(request: SignedIn, edition_slug: str) -> Edition:
    """Return an edition for who may read its minutes. :raises Refused: another reader"""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_see_jury(edition=edition, by=request.user))
    return edition
