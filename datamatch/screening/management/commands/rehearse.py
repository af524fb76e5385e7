"""`datamatch rehearse`: what to expect of a screening, before the call opens."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import translation

from datamatch.foundation.refusal import Refused
from datamatch.screening import queries
from datamatch.screening.weighing import rehearsal
from datamatch.screening.weighing.telling import told


class Command(BaseCommand):
    """Simulate the screening of an edition, and what steered rounds or more reviews would add."""

    help = "Tell what a screening brings: reviews and hours per person, and how many of the true best go on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what may be given."""
        parser.add_argument("--ideas", type=int, default=111, help="how many ideas are sent (default 111)")
        parser.add_argument("--screeners", type=int, default=12, help="how many people review (default 12)")
        parser.add_argument("--reviews-per-idea", type=int, default=3, help="reviews per idea (default 3)")
        parser.add_argument("--pick", type=int, default=10, help="how many ideas go on (default 10)")
        parser.add_argument("--adaptive", type=int, default=1, help="steered rounds to compare with; 0 for none")
        parser.add_argument("--minutes", type=int, default=12, help="minutes per review (default 12)")
        parser.add_argument("--worlds", type=int, default=100, help="simulated editions (default 100)")
        parser.add_argument("--seed", type=int, default=2016, help="everything simulated is drawn from it")
        parser.add_argument("--language", choices=["nl", "en"], default="nl", help="language of the output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Simulate and print."""
        with translation.override(options["language"]):
            plan = rehearsal.Plan(
                options["ideas"], options["screeners"], options["reviews_per_idea"], options["pick"],
                minutes=options["minutes"],
            )  # fmt: skip
            try:
                found = rehearsal.rehearsed(
                    plan=plan, adaptive=options["adaptive"], variances=self.variances(),
                    worlds=options["worlds"], seed=options["seed"],
                )  # fmt: skip
            except Refused as refusal:
                raise CommandError(str(refusal.reason), returncode=1) from refusal
            for line in told(found):
                self.stdout.write(line)

    def variances(self) -> queries.Variances | None:
        """Return what earlier editions showed; a place without a database has none."""
        try:
            return queries.variances_so_far()
        except DatabaseError:
            return None
