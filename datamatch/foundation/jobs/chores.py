"""Doing the work that comes back when its turn has come: one worker at a time, and again after a fault."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.module_loading import autodiscover_modules

from datamatch.foundation.jobs.carrying import HOLDER
from datamatch.foundation.jobs.lease import LEASE
from datamatch.foundation.jobs.rhythm import REGISTERED, Rhythm
from datamatch.foundation.models import Chore
from datamatch.foundation.origin import coming_from

logger = logging.getLogger(__name__)
LONGEST_WAIT = timedelta(hours=1)
doing: set[str] = set()
"""The chores that this process does at this moment, by name."""


def do_due(*, at: datetime) -> dict[str, int]:
    """Do every chore whose turn has come, and return how much each did; what failed is left out."""
    autodiscover_modules("tasks")
    known = {chore.name: chore for chore in Chore.objects.all()}
    turns = [name for name, (_deed, rhythm) in REGISTERED.items() if has_come(known.get(name), rhythm, at=at)]
    done = {name: do(name, at=at) for name in sorted(turns) if take(name, at=at, seen=known.get(name))}
    return {name: count for name, count in done.items() if count is not None}


def has_come(chore: Chore | None, rhythm: Rhythm, *, at: datetime) -> bool:
    """Tell whether it is time: never done before, due again, or to be tried again after a fault."""
    if chore is None or chore.begun_at is None:
        return True
    return at >= (chore.retry_at or rhythm.next_after(chore.begun_at))


def take(name: str, *, at: datetime, seen: Chore | None) -> bool:
    """Take a chore in hand; False when another worker has it, or was first.

    The row is changed only while it still says what we saw: of two workers the database lets one through. It counts as
    failed until it ends well, so that a worker that dies of it does not begin it anew without a pause.
    """
    if seen is None:
        # Where we saw no row, another may have done it meanwhile: only a chore that nobody began is ours.
        Chore.objects.get_or_create(name=name)
    begun_at, failures = (seen.begun_at, seen.failures) if seen else (None, 0)
    unheld = Q(held_until=None) | Q(held_until__lt=at)
    same = Chore.objects.filter(unheld, name=name, begun_at=begun_at, failures=failures)
    wait = min(timedelta(minutes=2 ** min(failures, 10)), LONGEST_WAIT)
    held = {"holder": HOLDER, "held_until": max(at, timezone.now()) + LEASE}
    return bool(same.update(**held, begun_at=at, failures=F("failures") + 1, retry_at=at + wait))


def do(name: str, *, at: datetime) -> int | None:
    """Do a chore that is in our hands, and put it down; None when it failed and is tried again later."""
    deed: Callable[[datetime], int] = REGISTERED[name][0]
    down: dict[str, Any] = {"holder": "", "held_until": None}
    doing.add(name)
    try:
        with translation.override(settings.LANGUAGE_CODE), coming_from("clock"):
            count = deed(at)
    except Exception:
        logger.exception("The chore %s failed.", name)
        count = None
    else:
        down |= {"ended_at": timezone.now(), "count": count, "failures": 0, "retry_at": None}
    finally:
        doing.discard(name)
    Chore.objects.filter(name=name, holder=HOLDER).update(**down)
    return count


def hold(*, at: datetime) -> int:
    """Say that this process still does what it has in hand, and return how many chores that are."""
    return Chore.objects.filter(name__in=tuple(doing), holder=HOLDER).update(held_until=at + LEASE)
