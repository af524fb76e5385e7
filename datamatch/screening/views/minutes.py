"""The minutes of the screening, ready to print, with what managers note in them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.editions.models import Edition
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn
from datamatch.screening import actions, queries, rules
from datamatch.screening.forms import MinutesForm


def minutes(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show the minutes, and keep who was present."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    stand(request, edition=edition)
    refuse_if(rules.why_not_see_minutes(edition=edition, by=request.user))
    why_not_note, told = rules.why_not_note_minutes(edition=edition, by=request.user), queries.minutes_in(edition)
    so_far = {name: getattr(told.note, name) for name in MinutesForm.base_fields} if told.note else {}
    form = MinutesForm(request.POST if request.method == "POST" else None, initial=so_far)
    if request.method == "POST":
        refuse_if(why_not_note)
        if form.is_valid():
            actions.note_minutes(edition=edition, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Kept in the minutes."))
            return redirect("screening:minutes", edition_slug=edition.slug)
    shown = {"edition": edition, "minutes": told, "form": form, "why_not_note": why_not_note}
    return render(request, "screening/minutes.html", shown, status=422 if form.errors else 200)
