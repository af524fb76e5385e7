"""Kept texts and the language side of the engine: rows become texts of an index, matches come back."""

import hashlib
from functools import cache
from uuid import UUID

from django.conf import settings

from datamatch.engine.text import (
    ANALYSER_VERSION,
    FEW_WORDS,
    Encoder,
    Index,
    Match,
    Purpose,
    Reason,
    Synonyms,
    Text,
    analyse,
    encoded,
    encoder,
)
from datamatch.foundation.models import KeptText

__all__ = [
    "ANALYSER_VERSION",
    "FEW_WORDS",
    "Index",
    "Match",
    "Purpose",
    "Reason",
    "Synonyms",
    "analysed",
    "mark_of",
    "model",
    "new_index",
    "text_of",
]


@cache
def _named(name: str) -> Encoder:
    return encoder(name)


def model() -> Encoder:
    """Return the language model of this installation, which may be none. :raises ValueError: it is not installed"""
    return _named(settings.TEXT_MODEL)


def new_index() -> Index:
    """Return an index without texts."""
    return Index(model())


def text_of(row: KeptText) -> Text:
    """Return a kept text for the index; a vector of another model counts as none, until the texts are indexed again."""
    ours = row.encoder == model().name
    vector = bytes(row.vector) if ours else bytes(2 * model().dim)
    return Text(row.key, row.title, row.body, row.language, row.group, vector)


def analysed(row: KeptText) -> None:
    """Fill in what the analyser and the model make of the words of a row."""
    words = text_of_words(row)
    row.analysed = " ".join(term.stem for term in analyse(words, row.language))
    row.vector = encoded(words, model())
    row.encoder, row.analyser_version = model().name, ANALYSER_VERSION


def text_of_words(row: KeptText) -> str:
    """Return title and body as the index compares them."""
    return Text("", row.title, row.body).words


def mark_of(row: KeptText) -> tuple[str, int]:
    """Return the SHA-256 over all that a row says, and a whole number of 40 bits made of it."""
    said = (row.kind, row.of, row.scope, row.language, row.title, row.body, row.address, model().name, ANALYSER_VERSION)
    digest = hashlib.sha256("\x1f".join(str(part) for part in said).encode()).hexdigest()
    return digest, int(digest[:10], 16)


def key_of(kind: str, of: UUID) -> str:
    """Return the name of a text in the index."""
    return f"{kind}:{of}"
