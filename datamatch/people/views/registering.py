"""What the account pages (allauth) do our way; named in the settings."""

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from datamatch.foundation.addresses import whole_address
from datamatch.people import actions
from datamatch.people.forms import INVITATION, invitation_of
from datamatch.people.models import Person

FIRST_PAGE = "first_page"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Makes a person with a profile of whoever registers, and shows them that profile first."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("This address and this password do not belong together. Try again."),
        "cannot_remove_primary_email": _(
            "Your first address stays. Choose another first address, then remove this one."
        ),
        "duplicate_email": _("This address is already yours."),
        "incorrect_code": _("This code does not fit. Look at the newest mail."),
        "incorrect_password": _("This is not your password. Try again."),
        "too_many_login_attempts": _("That was too often. Wait a few minutes and try again."),
        "rate_limited": _("That was too often. Wait a few minutes and try again."),
        "unverified_primary_email": _("Verify this address first: type the code from the mail."),
    }

    def save_user(self, request: HttpRequest, user: Person, form: Any, commit: bool = True) -> Person:
        """Store who registers.

        :raises Refused: the address was taken, or the invitation used, meanwhile
        """
        person: Person = super().save_user(request, user, form, commit=False)
        given, invitation = form.cleaned_data, invitation_of(request)
        joined = actions.join(
            person=person,
            name=given["name"],
            unit=given["unit"],
            language=(get_language() or "nl")[:2],
            at=timezone.now(),
            invitation=invitation,
        )
        request.session.pop(INVITATION, None)
        request.session[FIRST_PAGE] = invitation.leads_to if invitation else ""
        return joined

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Return where the invitation leads to, or else the profile page: there a new person tells what they can."""
        return request.session.get(FIRST_PAGE) or reverse("people:profile")

    def post_login(self, request: HttpRequest, user: Person, **given: Any) -> HttpResponse:
        """Let the pages speak the language of who signed in, unless this browser was told another one."""
        answer: HttpResponse = super().post_login(request, user, **given)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            answer.set_cookie(
                settings.LANGUAGE_COOKIE_NAME, user.language, max_age=settings.LANGUAGE_COOKIE_AGE,
                secure=request.is_secure(), samesite="Lax",
            )  # fmt: skip
        return answer

    def is_safe_url(self, url: str | None) -> bool:
        """Tell whether somebody may be led there: to a path of ours, never to an address with a host."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail; its links lead to our own address, whatever host the request named."""
        links = {name: on_our_address(link) for name, link in context.items() if name.endswith("_url")}
        super().send_mail(template_prefix, email, context | links)

    def format_email_subject(self, subject: str) -> str:
        """Return the subject as it was written, without the name of the site before it."""
        return subject


def on_our_address(link: str) -> str:
    """Return a link to the same page on the address that the settings name."""
    return whole_address(urlsplit(link)._replace(scheme="", netloc="").geturl())
