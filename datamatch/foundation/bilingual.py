"""Words that an organisation stores in both languages."""

from typing import TypeVar

from django.utils.translation import get_language

Words = TypeVar("Words", str, list[str])


def in_language(dutch: Words, english: Words, language: str | None = None) -> Words:
    """Return the words in this language (default: the reader's); the other ones where these were left empty."""
    wanted = (language or get_language() or "nl")[:2]
    return (english or dutch) if wanted == "en" else (dutch or english)
