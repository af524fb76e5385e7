"""Asking: which texts are alike, and which hold these words."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast

from datamatch.foundation import weighing
from datamatch.foundation.models import KeptText
from datamatch.foundation.models.text import group_of
from datamatch.foundation.search.memory import current
from datamatch.foundation.search.words import holding, holding_each
from datamatch.foundation.weighing import Purpose, Synonyms, key_of

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
    copies: tuple[KeptText, ...] = ()  # near copies of this text, found right after it

    def each(self) -> "Iterator[Match]":
        """Yield this text, and then its near copies as matches of their own."""
        yield self
        for row in self.copies:
            yield Match(row.kind, row.of, row.scope, row.title, row.address, row.language, self.level, self.why)


def similar(
    text: str,
    *,
    kinds: Collection[str],
    scopes: Scopes = None,
    among: Among = None,
    exclude: Collection[UUID] = (),
    k: int = 5,
    language: str | None = None,
    purpose: Purpose = "alike",
    synonyms: Synonyms = (),
    home: UUID | None = None,
    one_of_copies: bool = False,
) -> list[Match]:
    """Return at most `k` kept texts alike this one, the most alike first.

    :param kinds: only texts of these kinds; the first is that of the text itself
    :param scopes: only texts of these editions; left out, of all
    :param among: only texts of things with these ids (a QuerySet of ids, or a set); left out, all
    :param exclude: ids of things to leave out, such as the idea that is being written
    :param language: "nl" or "en" where it is known
    :param purpose: "profile" when one side says what somebody can
    :param synonyms: groups of words and phrases that stand for the same
    :param home: the edition of the text: what nearly every text of its kind there says, tells nothing
    :param one_of_copies: show near copies as one
    """
    keys = None if among is None else keys_of(seen(kinds, scopes, among))
    groups = None if scopes is None else [group_of(kind, scope) for kind in kinds for scope in scopes]
    with current() as index:
        if keys is None and groups is None:
            keys = keys_of(seen(kinds, None, None))
        found = index.similar(
            text, k, lang=language, groups=groups, among=keys,
            exclude=[key_of(kind, of) for kind in kinds for of in exclude], worth_showing=True, purpose=purpose,
            synonyms=synonyms, home=group_of(next(iter(kinds), ""), home) if home else None,
            one_of_copies=one_of_copies,
        )  # fmt: skip
    return told(found, seen(kinds, None, among), scopes)


def find(
    query: str,
    *,
    kinds: Collection[str],
    scopes: Scopes = None,
    among: Among = None,
    limit: int = 50,
    synonyms: Synonyms = (),
) -> list[UUID]:
    """Return the public ids of the texts that hold the words of a query, best first.

    Forms of a word, parts of compounds, beginnings and slips count too. The full text of the database narrows down to
    what may be seen and holds one of the words; the engine orders.
    """
    found = matches(query, seen(kinds, scopes, among), limit=limit, synonyms=synonyms, one_of_copies=False)
    return [id_in(match.id) for match in found]


def find_once(
    query: str,
    *,
    kinds: Collection[str],
    scopes: Scopes = None,
    among: Among = None,
    limit: int = 50,
    synonyms: Synonyms = (),
) -> Mapping[UUID, tuple[UUID, ...]]:
    """Return the same with near copies as one: the best of them, and with it the others."""
    found = matches(query, seen(kinds, scopes, among), limit=limit, synonyms=synonyms, one_of_copies=True)
    return {id_in(match.id): tuple(map(id_in, match.copies)) for match in found}


def matches(
    query: str, allowed: QuerySet[KeptText], *, limit: int, synonyms: Synonyms, one_of_copies: bool
) -> list[weighing.Match]:
    """Return which of these texts hold the words of a query, else which are alike in meaning."""
    with current() as index:
        words = index.stems_for(query, synonyms)
        ways = [(holding_each(words), True)] if 1 < len(words) <= weighing.FEW_WORDS else []
        for held, every_word in [*ways, (holding(frozenset().union(*words)), False)]:
            found = index.search(
                query, limit, among=keys_of(allowed.filter(held)), synonyms=synonyms, one_of_copies=one_of_copies,
                every_word=every_word,
            )  # fmt: skip
            if found:
                return found
        return by_meaning(index, query, limit, allowed)


def kept(*, kinds: Collection[str], scopes: Scopes = None, among: Among = None) -> dict[tuple[str, UUID], KeptText]:
    """Return the kept texts with their titles and addresses, by kind and id."""
    rows = seen(kinds, scopes, among).defer("body", "analysed", "vector")
    return {(row.kind, row.of): row for row in rows}


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
    # As text: of many thousands of ids, making a UUID of each takes longer than the whole question.
    told = rows.order_by().values_list("kind", Cast("of", CharField(max_length=36)))
    return {f"{kind}:{of if '-' in of else dashed(of)}" for kind, of in told}


def dashed(digits: str) -> str:
    """Return 32 digits as a UUID is written."""
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def id_in(key: str) -> UUID:
    """Return the public id in the name of a text in the index."""
    return UUID(key.partition(":")[2])


def told(found: Iterable[weighing.Match], allowed: QuerySet[KeptText], scopes: Scopes) -> list[Match]:
    """Return the matches with title and address, in the same order; only what may still be seen at this moment."""
    found = list(found)
    ids = [id_in(key) for match in found for key in (match.id, *match.copies)]
    # By id alone: a condition on the scopes too would let a database walk through everything in them.
    rows = {
        row.key: row
        for row in allowed.filter(of__in=ids).defer("body", "analysed", "vector")
        if scopes is None or row.scope in scopes
    }
    return [
        Match(
            row.kind, row.of, row.scope, row.title, row.address, row.language, match.level, match.why,
            tuple(rows[copy] for copy in match.copies if copy in rows),
        )
        for match in found
        if (row := rows.get(match.id)) is not None
    ]  # fmt: skip
