"""The full text of the database: FTS5 on SQLite, tsvector on PostgreSQL, both on words that our own analyser made."""

from collections.abc import Collection

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

FTS5 = "SELECT rowid FROM foundation_kepttext_words WHERE foundation_kepttext_words MATCH %s"
TSVECTOR = "SELECT id FROM foundation_kepttext WHERE to_tsvector('simple', analysed) @@ to_tsquery('simple', %s)"


def holding(stems: Collection[str]) -> Q:
    """Return the condition that a kept text holds at least one of these stems; none holds one of no stems."""
    return holding_each([stems])


def holding_each(words: Collection[Collection[str]]) -> Q:
    """Return the condition that a kept text holds at least one stem of each of these words."""
    if not all(words):
        return Q(pk__in=[])
    asked, quote, either, both = (FTS5, '"', " OR ", " AND ") if _is_sqlite() else (TSVECTOR, "'", " | ", " & ")
    # Stems are letters and digits only, and go as a parameter.
    query = both.join("(" + either.join(f"{quote}{stem}{quote}" for stem in sorted(word)) + ")" for word in words)
    return Q(pk__in=RawSQL(asked, [query]))  # noqa: S611


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"
