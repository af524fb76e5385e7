"""The full text of the database: FTS5 on SQLite, tsvector on PostgreSQL, both on words that our own analyser made."""

from collections.abc import Collection

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

FTS5 = "SELECT rowid FROM foundation_kepttext_words WHERE foundation_kepttext_words MATCH %s"
TSVECTOR = "SELECT id FROM foundation_kepttext WHERE to_tsvector('simple', analysed) @@ to_tsquery('simple', %s)"


def holding(stems: Collection[str]) -> Q:
    """Return the condition that a kept text holds at least one of these stems; none holds one of no stems."""
    if not stems:
        return Q(pk__in=[])
    if connection.vendor == "sqlite":
        asked, query = FTS5, " OR ".join(f'"{stem}"' for stem in sorted(stems))
    else:
        asked, query = TSVECTOR, " | ".join(f"'{stem}'" for stem in sorted(stems))
    # Stems are letters and digits only, and go as a parameter.
    return Q(pk__in=RawSQL(asked, [query]))  # noqa: S611
