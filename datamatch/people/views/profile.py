"""My profile."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from datamatch.people import actions, queries, rules
from datamatch.people.forms import ProfileForm
from datamatch.people.models import SignedIn


def profile(request: SignedIn) -> HttpResponse:
    """Show my profile, and keep what I change."""
    me = queries.profile_of(request.user)
    form = ProfileForm(
        request.POST or None,
        profile=me,
        levels=queries.levels_of(me),
        units=queries.units_on(timezone.localdate()),
    )
    if request.method == "POST" and form.is_valid():
        actions.keep_profile(person=request.user, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Your profile is kept."))
        return redirect("people:profile")
    page = {
        "form": form,
        "profile": me,
        "why_not_keep": rules.why_not_keep_profile(person=request.user, by=request.user),
    }
    return render(request, "people/profile.html", page, status=422 if form.errors else 200)
