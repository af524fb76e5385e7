"""How often something changed, kept in the database: every process sees the same number."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import F

from datamatch.foundation.models import LiveTopic


@transaction.atomic
def changed(key: str) -> None:
    """Tell whoever follows this that something changed; they hear it once the deed around it is committed."""
    mine = LiveTopic.objects.filter(key=key)
    if mine.update(version=F("version") + 1):
        return
    _topic, made = LiveTopic.objects.get_or_create(key=key, defaults={"version": 1})
    if not made:
        mine.update(version=F("version") + 1)


def versions(keys: Collection[str]) -> dict[str, int]:
    """Return the version of each; what never changed is at 0."""
    found = dict(LiveTopic.objects.filter(key__in=keys).values_list("key", "version"))
    return {key: found.get(key, 0) for key in keys}


def version_of(*keys: str) -> int:
    """Return one number for all of these together, which grows with every change of any."""
    return sum(versions(keys).values())
