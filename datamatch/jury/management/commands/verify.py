"""`datamatch verify EDITION.zip`: does the outcome follow from its records?"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from datamatch.jury.weighing import verifying


class Command(BaseCommand):
    """Make ranking, ballot and means again from the records of an outcome; needs no database."""

    help = "Make the outcome of an edition again from its records, and say yes or where not."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what may be given."""
        parser.add_argument("file", type=Path, help="the zip with the records of an outcome")
        parser.add_argument("--language", choices=["nl", "en"], default="nl", help="language of the output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, and tell per part; end with code 1 when something does not follow."""
        with translation.override(options["language"]):
            found = self.found(options["file"])
            for finding in found:
                answer = _("no") if finding.faults else _("yes")
                self.stdout.write(f"{finding.part}: {answer}" + (f" ({finding.told})" if finding.told else ""))
                for fault in finding.faults:
                    self.stdout.write(f"  - {fault}")
            if any(finding.faults for finding in found):
                raise CommandError(_("The outcome does not follow from these records."), returncode=1)
            self.stdout.write(_("Yes: the outcome follows from these records."))

    def found(self, path: Path) -> list[verifying.Finding]:
        """Return what each check found.

        :raises CommandError: the file cannot be read
        """
        try:
            with path.open("rb") as file:
                return verifying.verified(verifying.read(file))
        except (OSError, verifying.Unreadable) as error:
            raise CommandError(str(error), returncode=1) from error
