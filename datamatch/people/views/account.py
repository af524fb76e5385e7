"""What the account pages (allauth) do our way; named in the settings."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
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

    def format_email_subject(self, subject: str) -> str:
        """Return the subject as it was written, without the name of the site before it."""
        return subject
