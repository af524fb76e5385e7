"""Addresses: of a page as it stands in a mail or on a wall, and slugs that nothing else has."""

from collections.abc import Collection

from django.conf import settings


def whole_address(path: str) -> str:
    """Return the address of a page with the name of our host before it, for a reader who is not on our pages."""
    return f"{settings.BASE_URL.rstrip('/')}{path}"


def free_slug(stem: str, taken: Collection[str]) -> str:
    """Return the stem, with the lowest number from 2 behind it when it is taken."""
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(slug for slug in numbered if slug not in taken)
