"""`datamatch story`: replay an edition from files, on a database of its own, and show what came of it."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from datamatch.foundation.new_database import make_tables
from datamatch.foundation.refusal import Refused
from datamatch.story import actions
from datamatch.story.forms import FaultyFiles
from datamatch.story.forms.journeys import Asked, journey_from
from datamatch.story.queries.letters import letters_in
from datamatch.story.queries.summary import summary_of
from datamatch.story.queries.trace import as_text, trace_of

FIRST_DAY = date(2026, 1, 12)


class Command(BaseCommand):
    """Replay one edition and print the funnel, the shortlist, the teams, the letters, the gates and the cases."""

    help = "Replay an edition from files through the same deeds as the pages; without files: the demo edition."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what may be given."""
        parser.add_argument("--ideas", type=Path, help="CSV or .xlsx with ideas (columns: docs/reference/files.md)")
        parser.add_argument("--people", type=Path, help="CSV or .xlsx with people")
        parser.add_argument("--skills", type=Path, help="CSV or .xlsx with skills of your own")
        parser.add_argument("--seed", type=int, default=2016, help="everything simulated is drawn from it")
        parser.add_argument("--out", type=Path, help="folder for trace.json and the letters")
        parser.add_argument("--pitches", type=int, default=10, help="size of the shortlist (default 10)")
        parser.add_argument("--projects", type=int, default=3, help="how many the jury chooses (default 3)")
        parser.add_argument("--reviews", type=int, default=3, help="reviews per idea (default 3)")
        parser.add_argument("--starts-on", type=date.fromisoformat, default=FIRST_DAY, help="first day of the call")
        parser.add_argument("--language", choices=["nl", "en"], default="nl", help="language of the output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read the files, replay, print, write."""
        with translation.override(options["language"]):
            journey = self.read(options)
            self.stdout.write(_("Preparing a database of its own; yours is not touched"))
            make_tables()
            try:
                following = actions.replay(journey)
            except Refused as refusal:
                words = _("The replay stopped here, as it would have for people: %(reason)s")
                raise CommandError(words % {"reason": refusal.reason}, returncode=1) from refusal
            trace = trace_of(
                journey.edition, seed=journey.world.seed, simulated=journey.simulated, notes=journey.notes,
                following=following.edition,
            )  # fmt: skip
            for line in summary_of(trace):
                self.stdout.write(line)
            if options["out"]:
                self.write_files(options["out"], as_text(trace), journey)

    def read(self, options: dict[str, Any]) -> actions.Journey:
        """Return the journey that was asked for; every fault of the files is printed, with exit code 2."""
        asked = Asked(**{name: options[name] for name in Asked.__dataclass_fields__})
        try:
            return journey_from(asked, tell=self.stdout.write)
        except FaultyFiles as faulty:
            for fault in faulty.faults:
                self.stderr.write(str(fault))
            words = _("Nothing was done. Mend the files and try again.")
            raise CommandError(words, returncode=2) from faulty

    def write_files(self, folder: Path, trace: str, journey: actions.Journey) -> None:
        """Write the trace and the letters."""
        letters, sent = folder / "letters", dict(letters_in(journey.edition))
        try:
            letters.mkdir(parents=True, exist_ok=True)
            (folder / "trace.json").write_text(trace, encoding="utf-8")
            for name, content in sent.items():
                (letters / name).write_bytes(content)
        except OSError as problem:
            raise CommandError(_("Nothing can be written in %(folder)s.") % {"folder": folder}) from problem
        words = _("Written: %(trace)s and %(count)s letters in %(letters)s")
        self.stdout.write(words % {"trace": folder / "trace.json", "count": len(sent), "letters": letters})
