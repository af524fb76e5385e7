"""`datamatch import_units FILE.json`: read in a file of units."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from datamatch.foundation.refusal import Refused
from datamatch.foundation.tables.faults import FaultyFiles
from datamatch.people import actions, queries
from datamatch.people.forms import read_units


class Command(BaseCommand):
    """Reads in a file of units, or says what that would change."""

    help = "Read in units from a file of the open organisation registers, or of your own; all of it or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what may be given."""
        parser.add_argument("file", type=Path, help="JSON or JSON-LD, see the reference of the file of units")
        parser.add_argument("--preview", action="store_true", help="say what would change and change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print every change; end with code 2 for a file with faults, 1 when it cannot be carried out."""
        path, now = options["file"], timezone.now()
        try:
            lines = read_units(path.read_bytes(), name=path.name)
            plan = queries.plan_of(lines, day=timezone.localdate(now), file=path.name)
        except OSError as problem:
            raise CommandError(f"{path}: {problem.strerror}", returncode=2) from problem
        except FaultyFiles as faulty:
            raise CommandError(str(faulty), returncode=2) from faulty
        if plan.faults:
            raise CommandError("\n".join(str(fault) for fault in plan.faults), returncode=2)
        try:
            plan = plan if options["preview"] else actions.import_units(lines=lines, at=now)
        except Refused as refusal:
            raise CommandError(refusal.reason, returncode=1) from refusal
        self.tell(plan)

    def tell(self, plan: queries.UnitPlan) -> None:
        """Print the changes by kind, and what was left as it is."""
        for deed, changes in plan.groups:
            self.stdout.write(f"{len(changes)} {deed}")
            for change in changes:
                before = f"{change.before} > " if change.before else ""
                self.stdout.write(f"  {before}{change.after}")
        for kept in plan.kept:
            self.stdout.write(f"  {kept.unit}: {kept.after}")
        self.stdout.write(f"{plan.total} units read, {len(plan.changes)} changes, {len(plan.kept)} left as they are")
