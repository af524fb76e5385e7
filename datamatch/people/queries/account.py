"""What belongs to an account: ways to sign in, devices, and everything that is kept about somebody."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet

from datamatch.foundation.models import Mail
from datamatch.people.models import Person, Profile


@dataclass(frozen=True)
class Security:
    """How somebody signs in, and where they are signed in now."""

    addresses: list[EmailAddress]
    passkeys: list[Authenticator]
    app: Authenticator | None
    codes_left: int
    devices: int
    linked: bool

    @property
    def second_factor(self) -> bool:
        """Tell whether a password or a mailed code alone is not enough."""
        return bool(self.passkeys or self.app)


def security_of(person: Person) -> Security:
    """Return how this person signs in, and on how many devices they are signed in."""
    keys = list(Authenticator.objects.filter(user=person).order_by("created_at"))
    codes = next((key for key in keys if key.type == Authenticator.Type.RECOVERY_CODES), None)
    return Security(
        addresses=list(EmailAddress.objects.filter(user=person).order_by("-primary", "email")),
        passkeys=[key for key in keys if key.type == Authenticator.Type.WEBAUTHN],
        app=next((key for key in keys if key.type == Authenticator.Type.TOTP), None),
        codes_left=len(codes.wrap().get_unused_codes()) if codes else 0,
        devices=UserSession.objects.filter(user=person).count(),
        linked=SocialAccount.objects.filter(user=person).exists(),
    )


def other_administrators(person: Person) -> QuerySet[Person]:
    """Return the administrators beside this person."""
    return Person.objects.filter(is_staff=True, is_active=True).exclude(pk=person.pk)


def addresses_of(person: Person) -> set[str]:
    """Return every address of a person, in lower case."""
    others = EmailAddress.objects.filter(user=person).values_list("email", flat=True)
    return {person.email.lower(), *(email.lower() for email in others)}


def is_known_address(email: str) -> bool:
    """Tell whether this address belongs to somebody, as their first or as another one."""
    known = Person.objects.filter(email__iexact=email).exists()
    return known or EmailAddress.objects.filter(email__iexact=email, verified=True).exists()


def mail_to(person: Person) -> QuerySet[Mail]:
    """Return the mail that went or will go to this person."""
    wanted = Q()
    for address in addresses_of(person):
        wanted |= Q(to__iexact=address)
    return Mail.objects.filter(wanted)


def written_columns() -> Iterator[tuple[type[models.Model], str, bool]]:
    """Yield every column of our own tables in which words can stand: table, column, and whether it holds JSON."""
    for table in apps.get_models(include_auto_created=True):
        if not table.__module__.startswith("datamatch.") or table is Person:
            continue
        for column in table._meta.concrete_fields:
            is_json = isinstance(column, models.JSONField)
            free = not (column.choices or column.unique or column.is_relation)
            if is_json or (free and isinstance(column, models.CharField | models.TextField)):
                yield table, column.name, is_json


def belongings() -> Iterator[tuple[type[models.Model], str]]:
    """Yield the tables of this room whose rows belong to one person and to nobody else, each with its key."""
    for table in apps.get_app_config("people").get_models():
        for column in table._meta.concrete_fields:
            own = column.remote_field is not None and column.remote_field.on_delete is models.CASCADE
            if own and column.related_model in {Person, Profile} and table._meta.pk is not column:
                yield table, column.name if column.related_model is Person else f"{column.name}__person"


def own_account(person: Person) -> dict[str, list[dict[str, Any]]]:
    """Return what is kept about somebody in the room people and in the outbox, to hand to them."""
    told = {
        "name": person.name, "email": person.email, "language": person.language,
        "joined_at": person.joined_at, "administrator": person.is_staff,
    }  # fmt: skip
    keys = Authenticator.objects.filter(user=person).values("type", "created_at", "last_used_at")
    mine = {
        table._meta.model_name or "": [_row(row) for row in table._default_manager.filter(**{key: person})]
        for table, key in belongings()
    }
    return {
        "account": [told],
        "addresses": list(EmailAddress.objects.filter(user=person).values("email", "primary", "verified")),
        **mine,
        "ways to sign in": list(keys),
        "devices": list(UserSession.objects.filter(user=person).values("ip", "user_agent", "created_at")),
        "mail": list(mail_to(person).values("to", "subject", "body", "queued_at", "sent_at")),
    }


def _row(row: models.Model) -> dict[str, Any]:
    """Return the columns of a row, with what they point at in words; a picture as its size."""
    told: dict[str, Any] = {}
    for column in row._meta.concrete_fields:
        value = getattr(row, column.name)
        if isinstance(column, models.BinaryField):
            told[column.name] = f"{len(value)} bytes"
        elif column.related_model not in {Person, Profile} and not column.primary_key:
            told[column.name] = str(value) if column.is_relation else value
    return told
