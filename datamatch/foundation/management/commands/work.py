"""`datamatch work`: the second process, which sends the mail, carries out the jobs and does what comes back."""

import logging
import os
import signal
import time
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections
from django.utils import timezone

from datamatch.foundation import jobs, mail
from datamatch.foundation.jobs.chores import do_due
from datamatch.foundation.jobs.repair import tidy
from datamatch.foundation.jobs.worker import Hands, work_off

logger = logging.getLogger(__name__)
PATIENCE = 3.0


class Command(BaseCommand):
    """Send what is due and do what was asked for, for ever or once."""

    help = (
        "Send the mail that is due, carry out the jobs that wait and do what comes back by the clock; "
        "runs until it is stopped (or once, with --once)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what may be given."""
        parser.add_argument("--once", action="store_true", help="do what is due now, then stop")
        parser.add_argument("--every", type=float, default=2.0, help="seconds between two looks (default 2)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what is due once, or until a signal comes."""
        tidy(at=timezone.now())
        if options["once"]:
            self.look()
            self.turn()
            work_off()
            return
        hands = Hands()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, leave)
        hands.start()
        try:
            self.look_for_ever(every=options["every"])
        finally:
            if not hands.stop(patience=PATIENCE):
                self.abandon()

    def look_for_ever(self, *, every: float) -> None:
        """Look again and again; a database that is busy or away is tried again."""
        while True:
            try:
                self.look()
            except Error:
                logger.warning("The database did not answer; trying again.")
                close_old_connections()
            time.sleep(every)

    def look(self) -> None:
        """Give dead workers' jobs back and send what is due."""
        repaired = jobs.reap(at=timezone.now())
        if repaired:
            self.say(f"{repaired} jobs of a dead worker repaired")
        sent = mail.deliver_due(at=timezone.now())
        if sent:
            self.say(f"{sent} sent")

    def turn(self) -> None:
        """Do what comes back, as far as its turn has come."""
        for name, count in do_due(at=timezone.now()).items():
            self.say(f"{name}: {count}")

    def say(self, line: str) -> None:
        """Print one line at once, also when the output is a file."""
        self.stdout.write(line)
        self.stdout.flush()

    def abandon(self) -> None:
        """Leave in the middle of a job: its transaction is undone, and the next worker begins it anew."""
        self.say("Stopped in the middle of a job; the next worker begins it anew.")
        os._exit(0)


def leave(number: int, frame: FrameType | None) -> None:
    """Stop as asked by a signal. :raises SystemExit: always"""
    raise SystemExit(0)
