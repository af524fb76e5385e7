"""The hands of `datamatch work`: one thread carries jobs out, one does what comes back, one says what is held."""

import logging
from threading import Event, Thread
from time import monotonic

from django.db import Error, close_old_connections, connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from datamatch.foundation.jobs.asking import QUEUE
from datamatch.foundation.jobs.carrying import HOLDER
from datamatch.foundation.jobs.chores import do_due, hold
from datamatch.foundation.jobs.lease import LEASE
from datamatch.foundation.jobs.repair import renew

logger = logging.getLogger(__name__)
LOOK = 10.0
"""Seconds between two looks at the clock; no chore comes back more often than every minute."""

LIBRARY = Worker(
    queue_names=["default"], interval=1, batch=False, backend_name=QUEUE, startup_delay=False, max_tasks=None,
    worker_id=HOLDER, excluded_queue_names=[],
)  # fmt: skip


def work_off() -> int:
    """Carry out every job that waits, in this thread, and return how many."""
    count = 0
    while carry_next():
        count += 1
    return count


def carry_next() -> bool:
    """Take the ticket that waits longest and do what it asks; False when none waits."""
    waiting = DBTaskResult.objects.ready().filter(backend_name=QUEUE)
    if not waiting.exists():  # Looking takes no lock; taking does.
        return False
    with exclusive_transaction():
        ticket = waiting.get_locked()
        if ticket is not None:
            ticket.claim(HOLDER)
    if ticket is not None:
        LIBRARY.run_task(ticket)
    return ticket is not None


class Hands:
    """Three threads beside the one that sends mail, so that no long job, chore or slow mail server stops the rest."""

    def __init__(self) -> None:
        """Make the threads; nothing runs yet."""
        self.stopping = Event()
        self.carrier = Thread(target=self._carry, name="jobs", daemon=True)
        self.clock = Thread(target=self._turn, name="chores", daemon=True)
        self.keeper = Thread(target=self._keep, name="lease", daemon=True)

    def start(self) -> None:
        """Begin."""
        self.carrier.start()
        self.clock.start()
        self.keeper.start()

    def stop(self, *, patience: float) -> bool:
        """Take nothing new, wait this many seconds for what is in hand, and tell whether it came to its end."""
        self.stopping.set()
        began = monotonic()
        for thread in (self.carrier, self.clock):
            thread.join(max(0.0, patience - (monotonic() - began)))
        return not (self.carrier.is_alive() or self.clock.is_alive())

    def _carry(self) -> None:
        """Carry jobs out until told to stop; whatever goes wrong with one must not keep the others waiting."""
        while not self.stopping.is_set():
            close_old_connections()
            try:
                went_on = carry_next()
            except Exception:
                logger.exception("A job could not be taken; trying again.")
                went_on = False
            close_old_connections()
            if not went_on:
                self.stopping.wait(1)
        connections.close_all()

    def _turn(self) -> None:
        """Do what comes back when its turn has come, until told to stop."""
        while not self.stopping.is_set():
            close_old_connections()
            try:
                do_due(at=timezone.now())
            except Exception:
                logger.exception("The chores could not be looked at; trying again.")
            close_old_connections()
            self.stopping.wait(LOOK)
        connections.close_all()

    def _keep(self) -> None:
        """Renew what this process holds, six times before the lease would end."""
        while not self.stopping.wait(LEASE.total_seconds() / 6):
            try:
                renew(at=timezone.now())
                hold(at=timezone.now())
            except Error:
                # On SQLite the job itself may hold the write lock; then nobody can take it over either.
                logger.info("The hold could not be renewed.")
            close_old_connections()
        connections.close_all()
