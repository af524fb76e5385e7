"""`datamatch verify_trail`: is the trail as it was written?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from datamatch.foundation import trail
from datamatch.foundation.models import TrailEntry


class Command(BaseCommand):
    """Check every seal of the trail."""

    help = "Check that no line of the trail was changed, removed, added or moved."

    def handle(self, *args: Any, **options: Any) -> None:
        """Name every fault and end with code 1, or count the lines."""
        found = list(trail.faults())
        for fault in found:
            self.stderr.write(fault)
        if found:
            raise CommandError("The trail was tampered with.", returncode=1)
        last = TrailEntry.objects.order_by("position").last()
        seal = f", last seal {last.digest}" if last else ""
        self.stdout.write(f"The trail is whole: {TrailEntry.objects.count()} lines{seal}")
