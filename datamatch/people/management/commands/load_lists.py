"""The command `datamatch load_lists`."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from datamatch.people import actions


class Command(BaseCommand):
    """Loads the units and skills that ship with the product."""

    help = "Load the units and skills that ship with DataMatch; may be run again."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load both lists and say how long they are."""
        now = timezone.now()
        self.stdout.write(f"{actions.load_units(at=now)} units")
        self.stdout.write(f"{actions.load_skills(at=now)} skills")
