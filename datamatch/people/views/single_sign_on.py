"""Signing in with the organisation's own account (OpenID Connect); named in the settings.

The library checks the token: issuer, audience, expiry. Here stands what we add: whom we let in, and as what.
"""

from collections.abc import Mapping
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from datamatch.foundation import sign_on
from datamatch.people import actions, rules
from datamatch.people.forms import invitation_of
from datamatch.people.models import Person


class SingleSignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Lets in whom the claims let in; an account is found by issuer and subject, never by its address."""

    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "disconnect_last": _("This is your only way to sign in. Choose a password first, then unlink it."),
        "no_password": _("This is your only way to sign in. Choose a password first, then unlink it."),
        "connected_other": _("This account is linked to another profile already."),
    }

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Look at the claims before anything happens; keep none of them.

        :raises ImmediateHttpResponse: the person may not come in, with a page that says why
        """
        told, trusted = sociallogin.account.extra_data, settings.SINGLE_SIGN_ON
        assert trusted is not None  # noqa: S101  without the setting there is no provider, and nobody comes here
        claims = (told.get("userinfo") or {}) | (told.get("id_token") or {})
        request.sign_on_roles = trusted.roles_in(claims)  # type: ignore[attr-defined]
        request.sign_on_duties = trusted.duties_in(claims)  # type: ignore[attr-defined]
        request.sign_on_name = name_in(claims)  # type: ignore[attr-defined]
        sociallogin.account.extra_data = {}
        if sociallogin.is_existing:
            sociallogin.account.save(update_fields=["extra_data"])
        self.refuse_if(request, rules.why_not_trust(told, issuer=trusted.issuer))
        if sociallogin.is_existing:
            self.follow(request, sociallogin.user)
        joins = sociallogin.state.get("process") != AuthProcess.CONNECT and not sociallogin.is_existing
        addresses = {address.email: address.verified for address in sociallogin.email_addresses} if joins else None
        self.refuse_if(request, rules.why_not_enter(roles=request.sign_on_roles, addresses=addresses))  # type: ignore[attr-defined]
        if addresses is not None and not invitation_of(request):
            self.refuse_if(request, rules.why_not_use_addresses(addresses))

    def refuse_if(self, request: HttpRequest, reason: str | None) -> None:
        """Show a page that says why somebody may not come in, when there is a reason.

        :raises ImmediateHttpResponse: there is one
        """
        if reason is not None:
            page = {"reason": reason, "name": settings.SINGLE_SIGN_ON and settings.SINGLE_SIGN_ON.name}
            raise ImmediateHttpResponse(render(request, "people/sign_on_refused.html", page, status=403))

    def follow(self, request: HttpRequest, person: Person) -> None:
        """Let roles and duties follow the claims, where the settings say which claims open which."""
        if settings.SINGLE_SIGN_ON and settings.SINGLE_SIGN_ON.roles:
            actions.follow_claims(person=person, roles=request.sign_on_roles, at=timezone.now())  # type: ignore[attr-defined]
        if settings.SINGLE_SIGN_ON and settings.SINGLE_SIGN_ON.duties:
            sign_on.follow(person, request.sign_on_duties, timezone.now())  # type: ignore[attr-defined]

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Let everybody register whom the claims and the mail domains let in; both were looked at before."""
        return True

    @transaction.atomic
    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> Person:
        """Store who comes in for the first time, bound to issuer and subject.

        :raises Refused: the address was taken meanwhile
        """
        person: Person = sociallogin.user
        person.set_unusable_password()
        actions.join_by_single_sign_on(
            person=person,
            name=request.sign_on_name or person.email.partition("@")[0],  # type: ignore[attr-defined]
            language=(get_language() or "nl")[:2],
            at=timezone.now(),
        )
        sociallogin.save(request)
        self.follow(request, person)
        return person


def name_in(claims: Mapping[str, Any]) -> str:
    """Return how the claims call somebody; empty where they do not."""
    parts = [str(claims.get(part) or "") for part in ("given_name", "family_name")]
    return str(claims.get("name") or " ".join(filter(None, parts))).strip()
