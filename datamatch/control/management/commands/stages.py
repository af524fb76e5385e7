"""The command `datamatch stages`."""

from typing import Any

from django.core.management.base import BaseCommand

from datamatch.control.rules import stage_reference


class Command(BaseCommand):
    """Prints the reference page about stages."""

    help = "Print docs/reference/stages.md, made from the transition table and the guards."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the page."""
        self.stdout.write(stage_reference(), ending="")
