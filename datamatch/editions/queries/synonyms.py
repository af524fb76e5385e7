"""Words that stand for the same."""

from collections.abc import Collection

from django.db.models import QuerySet

from datamatch.editions.models import Edition, Programme, Synonym


def synonyms_of(programme: Programme) -> QuerySet[Synonym]:
    """Return the pairs of a programme, by word."""
    return programme.synonyms.all()


def same_words(programmes: Collection[int]) -> list[tuple[str, ...]]:
    """Return groups of words and phrases that stand for the same in any of these programmes, for whoever searches."""
    groups: dict[str, list[str]] = {}
    for word, means in Synonym.objects.filter(programme__in=programmes).values_list("word", "means"):
        groups.setdefault(word.lower(), [word]).append(means)
    return [tuple(dict.fromkeys(group)) for group in groups.values()]


def same_words_in(edition: Edition) -> list[tuple[str, ...]]:
    """Return the groups of the programme of one edition."""
    return same_words([edition.programme_id])
