"""Reads about signed minutes: their text as it was fixed, their seal, who signed, and what was added."""

import hashlib
import json
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, override

from datamatch.editions.models import Edition
from datamatch.jury.enums import Signatory
from datamatch.jury.models import Minutes
from datamatch.jury.queries.minutes import Line, minutes_of
from datamatch.people.models import Person

Fixed = dict[str, list[dict[str, str]]]


def signed_minutes(edition: Edition) -> Minutes | None:
    """Return the minutes that somebody signed, or None before that."""
    kept = Minutes.objects.filter(edition=edition).select_related("edition")
    return kept.prefetch_related("signatures__by", "addenda__by").first()


def lines_of(edition: Edition, minutes: Minutes | None) -> list[Line]:
    """Return the minutes to read: as they were fixed, or, before that, as they write themselves."""
    if minutes is None:
        return minutes_of(edition)
    told = minutes.lines.get(get_language() or "nl") or minutes.lines["nl"]
    return [Line(datetime.fromisoformat(one["at"]), one["title"], one["text"], one["icon"]) for one in told]


def lines_to_fix(edition: Edition) -> Fixed:
    """Return the minutes as they are now in every language, as plain words."""
    fixed: Fixed = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            told = minutes_of(edition)
            fixed[language] = [
                {"at": line.at.isoformat(), "title": line.title, "text": line.text, "icon": line.icon} for line in told
            ]
    return fixed


def seal_of(lines: Any) -> str:
    """Return the SHA-256 of fixed minutes, by which a change afterwards shows."""
    return hashlib.sha256(json.dumps(lines, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def is_whole(minutes: Minutes) -> bool:
    """Tell whether the minutes are still what was signed."""
    return seal_of(minutes.lines) == minutes.digest


def roles_signed(minutes: Minutes | None) -> dict[str, Person]:
    """Return who signed, by role."""
    return {one.role: one.by for one in minutes.signatures.all()} if minutes else {}


def is_signed_off(minutes: Minutes | None) -> bool:
    """Tell whether everybody signed who has to."""
    return set(roles_signed(minutes)) == set(Signatory.values)
