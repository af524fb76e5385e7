"""Why somebody may not come in with the organisation's own account; None when they may."""

from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import gettext as _

from datamatch.people import queries
from datamatch.people.rules.admission import why_not_have_address


def why_not_trust(told: Mapping[str, Any], *, issuer: str) -> str | None:
    """Return what does not add up in an answer of the provider: another issuer, or two people in one answer."""
    token, more = told.get("id_token") or {}, told.get("userinfo") or {}
    same_person = token.get("sub") and more.get("sub", token["sub"]) == token["sub"]
    if str(token.get("iss", "")).rstrip("/") != issuer or not same_person:
        return _("The answer of your organisation does not add up. Try again; if it stays so, tell the administrator.")
    return None


def why_not_use_addresses(addresses: Mapping[str, bool]) -> str | None:
    """Return why nobody new comes in with these addresses, or None when a verified one is at a listed mail domain."""
    verified = [address for address, is_verified in addresses.items() if is_verified]
    reasons = [why_not_have_address(email=address) for address in verified]
    return None if None in reasons else next(iter(reasons), None)


def why_not_enter(*, roles: Collection[str], addresses: Mapping[str, bool] | None) -> str | None:
    """Return why somebody may not come in, or None when they may.

    `addresses` holds, for somebody new, each address with whether the provider vouches for it.
    """
    if not roles:
        return _("Your account has no access to DataMatch yet. Ask your administrator for it; then sign in again.")
    if addresses is None:
        return None
    if not any(addresses.values()):
        return _("Your organisation did not tell us a verified e-mail address, and we need one to write to you.")
    if any(queries.is_known_address(address) for address, verified in addresses.items() if verified):
        return _(
            "There is a profile with your address already. Sign in the way you are used to, and link it once under "
            "“Account and security”. From then on one click is enough."
        )
    return None
