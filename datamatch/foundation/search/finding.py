"""Asking: which texts are alike, and which hold these words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from datamatch.foundation import weighing
from datamatch.foundation.models import KeptText
from datamatch.foundation.models.text import group_of
from datamatch.foundation.search.memory import current
from datamatch.foundation.search.words import holding
from datamatch.foundation.weighing import key_of

Scopes = Collection[UUID | None] | None
Among = QuerySet[Any] | Collection[UUID] | None


@dataclass(frozen=True)
class Match:
    """One text that is alike, with what a reader is told about it."""

    kind: str
    of: UUID
    scope: UUID | None
    title: str
    address: str
    language: str
    level: str  # "copy", "strong" or "related"
    why: tuple[weighing.Reason, ...]  # pairs of words: mine, theirs, and what they share


def similar(
    text: str,
    *,
    kinds: Collection[str],
    scopes: Scopes = None,
    among: Among = None,
    exclude: Collection[UUID] = (),
    k: int = 5,
    language: str | None = None,
) -> list[Match]:
    """Return at most `k` kept texts alike this one, the most alike first.

    :param kinds: only texts of these kinds
    :param scopes: only texts of these editions; left out, of all
    :param among: only texts of things with these ids (a QuerySet of ids, or a set); left out, all
    :param exclude: ids of things to leave out, such as the idea that is being written
    :param language: "nl" or "en" where it is known
    """
    keys = None if among is None else keys_of(seen(kinds, scopes, among))
    groups = None if scopes is None else [group_of(kind, scope) for kind in kinds for scope in scopes]
    with current() as index:
        if keys is None and groups is None:
            keys = keys_of(seen(kinds, None, None))
        found = index.similar(
            text, k, lang=language, groups=groups, among=keys,
            exclude=[key_of(kind, of) for kind in kinds for of in exclude], worth_showing=True,
        )  # fmt: skip
    return told(found, seen(kinds, scopes, among))


def find(
    query: str, *, kinds: Collection[str], scopes: Scopes = None, among: Among = None, limit: int = 50
) -> list[UUID]:
    """Return the public ids of the texts that hold the words of a query, best first.

    Forms of a word, parts of compounds, beginnings and slips count too. The full text of the database narrows down to
    what may be seen and holds one of the words; the engine orders.
    """
    allowed = seen(kinds, scopes, among)
    with current() as index:
        candidates = keys_of(allowed.filter(holding(index.stems_for(query))))
        found = index.search(query, limit, among=candidates) or by_meaning(index, query, limit, allowed)
    return [UUID(match.id.partition(":")[2]) for match in found]


def by_meaning(index: weighing.Index, query: str, limit: int, allowed: QuerySet[KeptText]) -> list[weighing.Match]:
    """Return what is alike in meaning to words that no text holds; nothing without a language model."""
    return index.similar(query, limit, among=keys_of(allowed), worth_showing=True) if weighing.model().dim else []


def seen(kinds: Collection[str], scopes: Scopes, among: Among) -> QuerySet[KeptText]:
    """Return the kept texts that the reader may see, by what the caller says of it."""
    rows = KeptText.objects.filter(kind__in=kinds)
    if scopes is not None:
        named = [scope for scope in scopes if scope is not None]
        rows = rows.filter(Q(scope__in=named) | Q(scope=None) if None in scopes else Q(scope__in=named))
    if among is not None:
        rows = rows.filter(of__in=among if isinstance(among, QuerySet) else list(among))
    return rows


def keys_of(rows: QuerySet[KeptText]) -> set[str]:
    """Return the names of these texts in the index."""
    return {key_of(kind, of) for kind, of in rows.order_by().values_list("kind", "of")}


def told(found: Iterable[weighing.Match], allowed: QuerySet[KeptText]) -> list[Match]:
    """Return the matches with title and address, in the same order; only what may still be seen at this moment."""
    found = list(found)
    ids = [UUID(match.id.partition(":")[2]) for match in found]
    rows = {row.key: row for row in allowed.filter(of__in=ids).defer("body", "analysed", "vector")}
    return [
        Match(row.kind, row.of, row.scope, row.title, row.address, row.language, match.level, match.why)
        for match in found
        if (row := rows.get(match.id)) is not None
    ]
