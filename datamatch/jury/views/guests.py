"""Who stands in the hall: a device is known by a cookie of its own, for which nobody needs an account."""

import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase

from datamatch.jury.queries import Guest
from datamatch.people.models import Person

COOKIE = "zaal"
KEPT_SECONDS = 3 * 24 * 3600
View = Callable[..., HttpResponseBase]


def by_code(view: View) -> View:
    """Let a page open by the code on the wall, and let nobody store or find it."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:
        response = view(request, *args, **given)
        response.headers.setdefault("Cache-Control", "private, no-store")
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return login_not_required(answer)


def guest_of(request: HttpRequest) -> Guest:
    """Return who asks: the device by its signed cookie, and the person where somebody signed in."""
    device = request.get_signed_cookie(COOKIE, default="", salt=COOKIE, max_age=KEPT_SECONDS) or ""
    return Guest(device, request.user if isinstance(request.user, Person) else None)


def met(request: HttpRequest) -> Guest:
    """Return who asks; a device that comes for the first time gets a name of its own, which its cookie will keep."""
    guest = guest_of(request)
    return guest if guest.device else Guest(secrets.token_urlsafe(16), guest.person)


def remembered(request: HttpRequest, response: HttpResponseBase, guest: Guest) -> HttpResponseBase:
    """Return the answer, with the cookie for a device that came for the first time."""
    if not guest_of(request).device:
        response.set_signed_cookie(
            COOKIE,
            guest.device,
            salt=COOKIE,
            max_age=KEPT_SECONDS,
            path="/zaal/",
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response
