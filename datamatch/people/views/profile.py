"""My profile."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.people import actions, queries, rules
from datamatch.people.forms import PeriodRows, ProfileForm, rows_of
from datamatch.people.models import SignedIn

PERIODS = "periods"


def profile(request: SignedIn) -> HttpResponse:
    """Show my profile, and keep what I change."""
    me = queries.profile_of(request.user)
    posted = request.POST if request.method == "POST" else None
    can, wants = queries.levels_of(me), queries.learning_of(me)
    units = queries.units_on(timezone.localdate())
    form = ProfileForm(posted, profile=me, levels=can, learning=wants, units=units)
    stored = list(queries.periods_of(me))
    periods: Any = PeriodRows(posted, prefix=PERIODS, initial=rows_of(stored))
    if posted is not None and form.is_valid() & periods.is_valid():
        told = form.cleaned_data | {"periods": periods.periods()}
        actions.keep_profile(person=request.user, by=request.user, at=timezone.now(), **told)
        messages.success(request, _("Your profile is kept."))
        return redirect("people:profile")
    tellings = queries.tellings_of(me, can=len(can), wants=len(wants))
    page = {
        "form": form,
        "periods": periods,
        "has_periods": bool(stored),
        "profile": me,
        "has_photo": queries.has_photo(request.user),
        "told": [telling for telling in tellings if telling.is_told],
        "untold": [telling for telling in tellings if not telling.is_told],
        "tellings": tellings,
        "my_consent": queries.consent_of(request.user),
        "why_not_keep": rules.why_not_keep_profile(person=request.user, by=request.user),
    }
    return render(request, "people/profile.html", page, status=422 if posted is not None else 200)
