"""Carrying a job out: what the worker does with a ticket."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django.db.models import F, Model
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task
from django_tasks.base import Task

from datamatch.foundation.jobs.lease import LEASE
from datamatch.foundation.models import Job
from datamatch.foundation.origin import coming_from
from datamatch.foundation.refusal import Refused

logger = logging.getLogger(__name__)
Thing = TypeVar("Thing", bound=Model)
HOLDER = uuid4().hex
in_hand: set[int] = set()
"""The jobs that this process carries out at this moment, by row."""


class LetGo(Exception):
    """This job is no longer ours: it was given to another worker, or ended."""


@dataclass(frozen=True)
class Doing:
    """A job in the hands of a worker: about whom, for whom, since when."""

    job: int
    subject: UUID
    asked_by: UUID | None
    at: datetime
    attempt: int
    language: str

    def about(self, model: type[Thing]) -> Thing:
        """Return what the job is about. :raises ObjectDoesNotExist: it is gone"""
        return model._default_manager.get(public_id=self.subject)

    def by(self, model: type[Thing]) -> Thing:
        """Return who asked for it. :raises ObjectDoesNotExist: they are gone"""
        return model._default_manager.get(public_id=self.asked_by)

    def tell(self, share: int, saying: str) -> None:
        """Tell the reader how far the work is, 0 to 100, and in words; seen once the transaction around it is over.

        :raises LetGo: another worker does this now, so stop
        """
        self._keep(share=share, saying=saying, held_until=timezone.now() + LEASE)

    def end(self, state: Job.State, *, saying: str = "", problem: str = "") -> None:
        """Write down what came of it. :raises LetGo: another worker does this now, so its answer counts"""
        share = 100 if state == Job.State.DONE else 0
        self._keep(
            state=state,
            share=share,
            saying=saying,
            problem=problem,
            ended_at=timezone.now(),
            held_until=None,
            holder="",
        )

    def _keep(self, **told: Any) -> None:
        """Write this down as long as the job is ours. :raises LetGo: it is not"""
        ours = Job.objects.filter(pk=self.job, state=Job.State.RUNNING, holder=HOLDER, attempts=self.attempt)
        if not ours.update(**told):
            raise LetGo


def job(deed: Callable[[Doing], str]) -> Task[Any, None]:
    """Make a task of a function that takes a `Doing`, does one action, and returns what came of it in words."""

    @wraps(deed)
    def carried_out(public_id: str) -> None:
        carry_out(deed, UUID(public_id))

    return task(carried_out)


def carry_out(deed: Callable[[Doing], str], public_id: UUID) -> None:
    """Do the work of a job that waits; a job that somebody has or had is left alone."""
    doing = begin(public_id, at=timezone.now())
    if doing is None:
        return
    in_hand.add(doing.job)
    try:
        with translation.override(doing.language), coming_from("job"):
            doing.end(**outcome(deed, doing))
    except LetGo:
        logger.warning("Job %s was given to another worker.", public_id)
    finally:
        in_hand.discard(doing.job)


def outcome(deed: Callable[[Doing], str], doing: Doing) -> dict[str, Any]:
    """Return how the work ended, in words for the reader; what went wrong inside goes to the log only."""
    try:
        return {"state": Job.State.DONE, "saying": deed(doing)}
    except Refused as refusal:
        return {"state": Job.State.REFUSED, "problem": refusal.reason}
    except LetGo:
        raise
    except Exception:
        logger.exception("Job %s failed.", doing.job)
        return {"state": Job.State.FAILED, "problem": _("Something went wrong on our side.")}


def begin(public_id: UUID, *, at: datetime) -> Doing | None:
    """Take a job that waits into our hands; None when there is none, or somebody else was first."""
    waiting = Job.objects.filter(public_id=public_id, state=Job.State.WAITING)
    taken = {"state": Job.State.RUNNING, "began_at": at, "holder": HOLDER, "held_until": at + LEASE}
    if not waiting.update(**taken, attempts=F("attempts") + 1, share=0, saying=""):
        return None
    ours = Job.objects.get(public_id=public_id)
    return Doing(ours.pk, ours.subject, ours.asked_by, at, ours.attempts, ours.language)
