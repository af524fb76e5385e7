"""The settings of single sign-on (OpenID Connect), read once from environment variables."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

ROLES = ("participant", "administrator")
DUTY = re.compile(r"(manager|screener|juror|director):(edition|programme)/[a-z0-9-]+")
HERE = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True)
class SingleSignOn:
    """Whom we trust to say who somebody is, and which words of theirs open which role."""

    issuer: str
    client_id: str
    client_secret: str
    name: str
    claim: str
    roles: dict[str, str]
    duties: dict[str, str]
    trust_email: bool

    @classmethod
    def read(cls, given: Mapping[str, str]) -> "SingleSignOn | None":
        """Return the settings, or None where no provider is named.

        :raises ValueError: half of it is missing, the provider is not reached over HTTPS, or a role is unknown
        """
        issuer = given.get("DATAMATCH_OIDC_ISSUER", "")
        if not issuer:
            return None
        client_id = given.get("DATAMATCH_OIDC_CLIENT_ID", "")
        if not client_id:
            raise ValueError("DATAMATCH_OIDC_ISSUER needs a DATAMATCH_OIDC_CLIENT_ID beside it")
        if urlsplit(issuer).scheme != "https" and urlsplit(issuer).hostname not in HERE:
            raise ValueError("DATAMATCH_OIDC_ISSUER must start with https://")
        return cls(
            issuer=issuer.rstrip("/"),
            client_id=client_id,
            client_secret=given.get("DATAMATCH_OIDC_CLIENT_SECRET", ""),
            name=given.get("DATAMATCH_OIDC_NAME", ""),
            claim=given.get("DATAMATCH_OIDC_ROLES_CLAIM", "roles"),
            roles=role_map(given.get("DATAMATCH_OIDC_ROLES", "{}")),
            duties=duty_map(given.get("DATAMATCH_OIDC_DUTIES", "{}")),
            trust_email=given.get("DATAMATCH_OIDC_TRUST_EMAIL", "0") == "1",
        )

    @property
    def provider_id(self) -> str:
        """Return a name that belongs to this issuer only: an identity is bound to it together with the subject."""
        return f"{urlsplit(self.issuer).hostname}-{sha256(self.issuer.encode()).hexdigest()[:8]}"

    @property
    def origin(self) -> str:
        """Return the address to which a sign-in form may lead."""
        return "{0.scheme}://{0.netloc}".format(urlsplit(self.issuer))

    def roles_in(self, claims: Mapping[str, Any]) -> set[str]:
        """Return the roles that these claims open; without a map everybody who signs in takes part.

        Who has a duty by their claims takes part as well.
        """
        if not self.roles:
            return {"participant"}
        opened = {self.roles[word] for word in words_at(self.claim, claims) if word in self.roles}
        return opened | {"participant"} if opened or self.duties_in(claims) else set()

    def duties_in(self, claims: Mapping[str, Any]) -> set[str]:
        """Return the duties that these claims give, as `juror:edition/datamatch-2`."""
        return {self.duties[word] for word in words_at(self.claim, claims) if word in self.duties}

    def for_allauth(self) -> dict[str, Any]:
        """Return the settings in the words of the library."""
        app = {
            "provider_id": self.provider_id,
            "name": self.name,
            "client_id": self.client_id,
            "secret": self.client_secret,
            "settings": {
                "server_url": self.issuer,
                "oauth_pkce_enabled": True,
                "verified_email": self.trust_email,
            },
        }
        return {"APPS": [app]}


def role_map(written: str) -> dict[str, str]:
    """Return per word of the provider the role it opens here.

    :raises ValueError: this is no JSON object, or it names another role than ours
    """
    try:
        read = json.loads(written)
    except json.JSONDecodeError as problem:
        raise ValueError("DATAMATCH_OIDC_ROLES must be a JSON object") from problem
    if not isinstance(read, dict) or not set(map(str, read.values())) <= set(ROLES):
        raise ValueError(f"DATAMATCH_OIDC_ROLES must be a JSON object with the roles {' and '.join(ROLES)}")
    return {str(word): str(role) for word, role in read.items()}


def duty_map(written: str) -> dict[str, str]:
    """Return per word of the provider the duty it gives, in an edition or in every running one of a programme.

    :raises ValueError: this is no JSON object, or a duty is not written as `juror:edition/datamatch-2`
    """
    try:
        read = json.loads(written)
    except json.JSONDecodeError as problem:
        raise ValueError("DATAMATCH_OIDC_DUTIES must be a JSON object") from problem
    if not isinstance(read, dict) or not all(DUTY.fullmatch(str(duty)) for duty in read.values()):
        raise ValueError("DATAMATCH_OIDC_DUTIES must be a JSON object with duties like juror:edition/datamatch-2")
    return {str(word): str(duty) for word, duty in read.items()}


def words_at(claim: str, claims: Mapping[str, Any]) -> list[str]:
    """Return the words of a claim; with points it may lie deeper, as in `realm_access.roles`. None is none."""
    found: Any = claims
    for part in [claim] if claim in claims else claim.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    if isinstance(found, str):
        return found.replace(",", " ").split()
    return [str(word) for word in found] if isinstance(found, list) else []
