"""My account: how I sign in and where, what is kept about me, and closing it."""

import json
import time

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.decorators import reauthentication_required
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation import privacy
from datamatch.people import actions, queries, rules
from datamatch.people.forms import CloseForm
from datamatch.people.models import SignedIn

RECENT = 15 * 60


def account(request: SignedIn) -> HttpResponse:
    """Show in one place how I sign in, where I am signed in, and what I can do with my account."""
    page = {
        "security": queries.security_of(request.user),
        "has_password": request.user.has_usable_password(),
        "sign_on": settings.SINGLE_SIGN_ON,
        "why_not_close": rules.why_not_close(person=request.user, by=request.user),
    }
    return render(request, "people/account.html", page)


@require_POST
def end_device(request: SignedIn) -> HttpResponse:
    """Sign out on one of my devices."""
    key = request.POST.get("device", "")
    device = get_object_or_404(UserSession, user=request.user, pk=int(key) if key.isdecimal() and len(key) < 19 else 0)
    actions.end_device(device=device, by=request.user, at=timezone.now())
    messages.success(request, _("That device is signed out."))
    return redirect("usersessions_list")


@reauthentication_required  # type: ignore[untyped-decorator]
def download(request: SignedIn) -> HttpResponse:
    """Hand over everything that is kept about me, as a file that people and programs can read."""
    told = queries.own_account(request.user) | privacy.tale_of(request.user)
    words = json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    answer = HttpResponse(words, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="datamatch-account.json"'
    return answer


@reauthentication_required(allow_get=True)  # type: ignore[untyped-decorator]
def close(request: SignedIn) -> HttpResponse:
    """Tell what stays and what goes, and close my account once I confirm it and show who I am."""
    form, recent = CloseForm(request.POST if request.method == "POST" else None), signed_in_recently(request)
    if request.method == "POST" and recent and form.is_valid():
        actions.close_account(person=request.user, by=request.user, at=timezone.now())
        logout(request)
        messages.success(request, _("Your account is closed. Thank you for taking part."))
        return redirect(settings.LOGIN_REDIRECT_URL)
    why_not = rules.why_not_close(person=request.user, by=request.user)
    page = {"form": form, "sign_in_again": not recent, "why_not_close": why_not}
    return render(request, "people/close.html", page, status=422 if form.errors else 200)


def signed_in_recently(request: HttpRequest) -> bool:
    """Tell whether this person showed who they are a moment ago: who has no password cannot be asked for it again."""
    if get_adapter().get_reauthentication_methods(request.user):
        return True
    shown = [record["at"] for record in get_authentication_records(request, request.user)]
    return bool(shown) and time.time() - max(shown) < RECENT
