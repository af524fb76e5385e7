"""`datamatch work`: the second process, which sends the mail."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from datamatch.foundation import mail


class Command(BaseCommand):
    """Send what is due, for ever or once."""

    help = "Send the mail that is due; runs until it is stopped (or once, with --once)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what may be given."""
        parser.add_argument("--once", action="store_true", help="send what is due now, then stop")
        parser.add_argument("--every", type=float, default=2.0, help="seconds between two looks (default 2)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Look, send, wait."""
        while True:
            sent = mail.deliver_due(at=timezone.now())
            if sent:
                self.stdout.write(f"{sent} sent")
            if options["once"]:
                return
            time.sleep(options["every"])
