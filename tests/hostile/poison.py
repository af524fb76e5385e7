"""Words that mean harm, put in every text that people, editions and ideas keep."""

import re
from contextlib import suppress

from django.apps import apps
from django.db import IntegrityError, models, transaction

ROOMS = ("people", "editions", "ideas")
CANARY = "canary"
MARKUP = re.compile(r"<img src=x")

# What is no text of a person: words of ours, identities, addresses, places of files, secrets.
NOT_TEXT = {
    "people.person.password", "people.person.email", "people.invitation.token_hash", "editions.accesscode.code",
    "ideas.savedview.query", "ideas.attachment.file", "people.domain.name", "people.unit.roo_id", "people.unit.oin",
    "people.unit.file_id", "people.profile.discipline", "ideas.energy.role", "ideas.rolewanted.role",
    "ideas.joinrequest.answer", "people.skill.group",
}  # fmt: skip


def harm(mark: str, longest: int | None = None) -> str:
    """Return a formula with markup in it that would leave a mark, cut to fit."""
    return f'=1+1"><img src=x onerror="window.{CANARY}=1"> {mark}'[:longest]


def text_fields():
    """Yield every field of the rooms in which somebody may write what they like, with its model."""
    for room in ROOMS:
        for model in apps.get_app_config(room).get_models():
            for field in model._meta.concrete_fields:
                kinds = (models.SlugField, models.EmailField, models.URLField, models.FileField)
                plain = isinstance(field, models.CharField | models.TextField) and not isinstance(field, kinds)
                if plain and not field.choices and str(field).lower() not in NOT_TEXT:
                    yield model, field


def poison() -> dict[str, str]:
    """Put harmful words in every text of every row, and return which words stand in which field."""
    put = {}
    for model, field in text_fields():
        words = harm(str(field).lower(), field.max_length)
        if field.max_length and field.max_length < 12:
            continue
        for place, row in enumerate(model.objects.all()):
            unique = f"{place} "[: field.max_length] if field.unique or in_constraint(model, field) else ""
            # Where a row may say nothing (an objection that nobody made), the database keeps it so.
            with suppress(IntegrityError), transaction.atomic():
                model.objects.filter(pk=row.pk).update(**{field.name: (unique + words)[: field.max_length]})
        put[str(field).lower()] = words
    return put


def in_constraint(model, field) -> bool:
    """Tell whether two rows may not say the same here."""
    constraints = [one for one in model._meta.constraints if isinstance(one, models.UniqueConstraint)]
    return any(field.name in one.fields for one in constraints)


__all__ = ["CANARY", "MARKUP", "NOT_TEXT", "harm", "poison", "text_fields"]
