"""What the account pages (allauth) do our way; named in the settings."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from datamatch.people import actions
from datamatch.people.models import Person


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Makes a person with a profile of whoever registers, and shows them that profile first."""

    def save_user(self, request: HttpRequest, user: Person, form: Any, commit: bool = True) -> Person:
        """Store who registers.

        :raises Refused: the address was taken meanwhile
        """
        person: Person = super().save_user(request, user, form, commit=False)
        given = form.cleaned_data
        return actions.join(
            person=person,
            name=given["name"],
            unit=given["unit"],
            language=(get_language() or "nl")[:2],
            at=timezone.now(),
        )

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Return the profile page: there a new person tells what they can."""
        return reverse("people:profile")

    def post_login(self, request: HttpRequest, user: Person, **given: Any) -> HttpResponse:
        """Let the pages speak the language of who signed in, unless this browser was told another one."""
        answer: HttpResponse = super().post_login(request, user, **given)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            answer.set_cookie(
                settings.LANGUAGE_COOKIE_NAME, user.language, max_age=settings.LANGUAGE_COOKIE_AGE,
                secure=request.is_secure(), samesite="Lax",
            )  # fmt: skip
        return answer

    def format_email_subject(self, subject: str) -> str:
        """Return the subject as it was written, without the name of the site before it."""
        return subject
