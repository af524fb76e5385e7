"""The order of what an edition has several of: themes, questions, criteria."""

from typing import Any

from django.db.models import QuerySet

from datamatch.editions.models import Edition


def hold(edition: Edition) -> None:
    """Hold the edition, so that two managers do not change the order of its parts at once."""
    Edition.objects.select_for_update().get(pk=edition.pk)


def change_places(rows: QuerySet[Any], one: Any, *, up: bool) -> None:
    """Let one of these rows change places with the one before (up) or after it, and number all of them anew."""
    order = list(rows)
    place = order.index(one)
    other = place - 1 if up else place + 1
    order[place], order[other] = order[other], order[place]
    for position, row in enumerate(order):
        row.position = position
    rows.model.objects.bulk_update(order, ["position"])
