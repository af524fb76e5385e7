"""Asking for a job, and finding the one that was asked for last."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import get_language
from django_tasks.base import Task

from datamatch.foundation.models import Job
from datamatch.foundation.public import Public
from datamatch.foundation.trail import Actor

QUEUE, NOW = "default", "now"


def ask(kind: str, subject: Public, by: Actor | None, at: datetime) -> Job:
    """Ask for a job, named by the dotted name of its task; as long as one is unfinished, return that one.

    The ticket for the worker is part of this transaction: it is there when the job is, and never without it.
    Where the setting JOBS says `now`, the job is carried out before this function returns.
    :raises ValueError: there is no such task
    """
    task = task_named(kind)
    asked = {
        "asked_by": getattr(by, "public_id", None),
        "asked_at": at,
        "language": (get_language() or settings.LANGUAGE_CODE)[:2],
    }
    with transaction.atomic():
        job, new = Job.objects.get_or_create(
            kind=kind, subject=subject.public_id, state__in=Job.UNFINISHED, defaults=asked
        )
        if new and settings.JOBS != NOW:
            hand_over(job)
    if new and settings.JOBS == NOW:
        task.using(backend=NOW).enqueue(str(job.public_id))
        job.refresh_from_db()
    return job


def latest(kind: str, subject: Public) -> Job | None:
    """Return the job of this kind about this subject that was asked for last."""
    return Job.objects.filter(kind=kind, subject=subject.public_id).first()


def hand_over(job: Job) -> None:
    """Put a ticket for this job in the queue, from which a worker takes it."""
    job.ticket = task_named(job.kind).using(backend=QUEUE).enqueue(str(job.public_id)).id
    job.save(update_fields=["ticket"])


def task_named(kind: str) -> Task[Any, Any]:
    """Return the task with this dotted name. :raises ValueError: there is none"""
    try:
        task = import_string(kind)
    except ImportError as missing:
        raise ValueError(f"There is no task {kind}.") from missing
    if not isinstance(task, Task):
        raise ValueError(f"{kind} is no task.")
    return task
