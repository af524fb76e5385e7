"""Giving back what a dead worker held; a job is tried three times at most."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from datamatch.foundation.jobs.asking import hand_over, task_named
from datamatch.foundation.jobs.carrying import in_hand
from datamatch.foundation.jobs.lease import LEASE, MOST_ATTEMPTS
from datamatch.foundation.models import Job

KEPT = timedelta(days=1)


def renew(*, at: datetime) -> int:
    """Say that this process still holds what it has in hand, and return how many jobs that are."""
    return Job.objects.filter(pk__in=tuple(in_hand), state=Job.State.RUNNING).update(held_until=at + LEASE)


def reap(*, at: datetime) -> int:
    """Give every job whose worker died to the queue again, or end it after three attempts; return how many."""
    # Look before locking: on SQLite every transaction takes the write lock.
    if not lost(at=at).exists():
        return 0
    with transaction.atomic():
        found = list(lost(at=at).select_for_update(skip_locked=True, of=("self",)))
        for job in found:
            repair(job, at=at)
    return len(found)


def lost(*, at: datetime) -> QuerySet[Job]:
    """Return the jobs that nobody does: held for too long, or waiting without a ticket that somebody can take."""
    tickets = DBTaskResult.objects.filter(pk=OuterRef("ticket"))
    taken = Q(status=TaskResultStatus.RUNNING, started_at__gt=at - LEASE)
    alive = Exists(tickets.filter(Q(status=TaskResultStatus.READY) | taken))
    nobodys = Q(state=Job.State.RUNNING, held_until__lt=at) | (Q(state=Job.State.WAITING) & ~alive)
    return Job.objects.filter(nobodys).exclude(pk__in=tuple(in_hand)).order_by("pk")


def repair(job: Job, *, at: datetime) -> None:
    """Let a lost job wait again with a new ticket, or fail for good."""
    if job.ticket:
        DBTaskResult.objects.filter(pk=job.ticket).update(status=TaskResultStatus.FAILED, finished_at=at)
    if job.state == Job.State.WAITING:
        job.attempts += 1  # Its worker died, or its task is gone, before it began.
    job.state, job.holder, job.held_until, job.share, job.saying = Job.State.WAITING, "", None, 0, ""
    try:
        again = job.attempts < MOST_ATTEMPTS and task_named(job.kind)
    except ValueError:
        again = False  # A newer version of the product has no such task any more.
    if again:
        hand_over(job)
    else:
        give_up(job, at=at)
    job.save()


def give_up(job: Job, *, at: datetime) -> None:
    """End a job that stopped half-way too often, in words for the reader."""
    job.state, job.ended_at = Job.State.FAILED, at
    with translation.override(job.language):
        job.problem = _("This was begun %(count)s times and never reached its end.") % {"count": job.attempts}


def tidy(*, at: datetime) -> int:
    """Throw away tickets that were used up a day ago, and return how many."""
    return DBTaskResult.objects.finished().filter(finished_at__lt=at - KEPT).delete()[0]
