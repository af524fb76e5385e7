"""`datamatch index_texts`: make what can be found anew, after another language model or a new version came in."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from datamatch.foundation import search


class Command(BaseCommand):
    """Keep and analyse every text that may be found."""

    help = "Look at every idea and case that may be found, with the language model that is installed now."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer to leave alone what is up to date."""
        parser.add_argument("--only-old", action="store_true", help="only what another model or version looked at")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say how many."""
        if options["only_old"]:
            self.stdout.write(f"{search.index_again(only_old=True)} texts were looked at again.")
        else:
            self.stdout.write(f"{search.fill(at=timezone.now())} texts can be found.")
