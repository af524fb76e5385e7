"""Writing and checking the trail (logboek): append-only, each line sealed with the one before."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Protocol
from uuid import UUID

from django.db import models, transaction

from datamatch.foundation.models import TrailEntry, TrailHead
from datamatch.foundation.origin import current_origin

START = "0" * 64


class Actor(Protocol):
    """Whoever does something: a person with a public identity."""

    public_id: UUID


def record(
    deed: str, *, of: models.Model, by: Actor | None, at: datetime, result: str = "done", **details: Any
) -> TrailEntry:
    """Add one line to the trail, inside the transaction of the deed itself.

    `details` holds plain words and numbers; never a name, an address or a text that a person wrote.
    """
    with transaction.atomic(savepoint=False):
        head, _ = TrailHead.objects.select_for_update().get_or_create(pk=1, defaults={"digest": START})
        entry = TrailEntry(
            position=head.length + 1,
            at=at,
            deed=deed,
            of_type=of._meta.label_lower,
            of_id=str(getattr(of, "public_id", of.pk)),
            actor_id=getattr(by, "public_id", None),
            origin=current_origin()[:80],
            result=result,
            details=details,
            previous=head.digest,
        )
        entry.digest = seal(entry)
        entry.save(force_insert=True)
        TrailHead.objects.filter(pk=1).update(digest=entry.digest, length=entry.position)
    return entry


def has_line(*, of: models.Model, by: Actor, since: datetime) -> bool:
    """Tell whether this person did something to this after a moment."""
    lines = TrailEntry.objects.filter(of_type=of._meta.label_lower, of_id=str(getattr(of, "public_id", of.pk)))
    return lines.filter(actor_id=by.public_id, at__gte=since).exists()


def seal(entry: TrailEntry) -> str:
    """Return the SHA-256 (hexadecimal) over the line before and everything this line says."""
    said = [
        entry.previous, entry.position, entry.at.astimezone(UTC).isoformat(), entry.deed, entry.of_type, entry.of_id,
        str(entry.actor_id or ""), entry.origin, entry.result, entry.details,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def faults() -> Iterator[str]:
    """Yield what is wrong with the trail: a changed, missing, added or reordered line; nothing when it is whole."""
    previous, position = START, 0
    for entry in TrailEntry.objects.order_by("position").iterator():
        position += 1
        if entry.position != position:
            yield f"line {position} is missing (found {entry.position})"
            position = entry.position
        if entry.previous != previous or entry.digest != seal(entry):
            yield f"line {entry.position} was changed"
        previous = entry.digest
    head = TrailHead.objects.filter(pk=1).first()
    if head is not None and (head.length, head.digest) != (position, previous):
        yield f"the trail ends at line {position}, but {head.length} were written"
