"""`datamatch demo`: one command from nothing to a running product with a world in it."""

import signal
import socket
import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from datamatch.story.actions import demo
from datamatch.story.forms.demo import demo_files


class Command(BaseCommand):
    """Migrate, load the demo world once, print the ways in, serve."""

    help = "Load the demo world (once) and serve it on this machine."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what may be given."""
        parser.add_argument("--port", type=int, default=8000, help="where to serve (default 8000)")
        parser.add_argument("--no-serve", action="store_true", help="load the demo world and stop")
        parser.add_argument("--language", choices=["nl", "en"], default="nl", help="language of the output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it all, saying what is being done."""
        with translation.override(options["language"]):
            if not options["no_serve"]:
                self.check_port(options["port"])
            self.say(_("Bringing the database up to date"))
            call_command("migrate", verbosity=0, interactive=False)
            self.load()
            self.print_ways_in(options["port"])
        if not options["no_serve"]:
            self.serve(options["port"])

    def check_port(self, port: int) -> None:
        """Look first whether the port is free, so that nobody waits for a world that cannot be served."""
        with socket.socket() as ear:
            # As the server does: a port that was left a moment ago is free.
            ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                ear.bind(("127.0.0.1", port))
            except (OSError, OverflowError):
                words = _("Port %(port)s cannot be used: something else may run there. Choose another: %(command)s")
                raise CommandError(words % {"port": port, "command": "make run PORT=8001"}) from None

    def say(self, line: str) -> None:
        """Print one line at once, also when the output is a file."""
        self.stdout.write(f"==> {line}")
        self.stdout.flush()

    def load(self) -> None:
        """Load the demo world, unless there is a world already."""
        if demo.is_there():
            self.say(_("The demo world is there already"))
            return
        self.say(_("Loading the demo world: a closed edition, one in its call and four in between (about a minute)"))
        files = demo_files(now=timezone.localtime(), tell=lambda line: self.stdout.write(f"    {line}"))
        following = demo.load(
            files.first, plan=files.plan, ideas=files.ideas, world=files.world, reuses=files.reuses, again=files.again,
            beside=files.beside,
        )  # fmt: skip
        lines = [f"{one.email}\t{one.role}" for one in demo.sign_ins(following)]
        (settings.ENVIRONMENT.home / "demo-sign-ins.txt").write_text("\n".join(lines), encoding="utf-8")

    def print_ways_in(self, port: int) -> None:
        """Print the address and the sign-in of one person per role."""
        kept = settings.ENVIRONMENT.home / "demo-sign-ins.txt"
        if not kept.exists():
            raise CommandError(_("This database holds an edition that is not the demo. Set DATAMATCH_HOME elsewhere."))
        self.say(_("Open %(address)s and sign in") % {"address": f"http://localhost:{port}/"})
        for line in kept.read_text(encoding="utf-8").splitlines():
            email, role = line.split("\t")
            self.stdout.write(f"    {role:<24}{email}")
        self.stdout.write("    " + _("Password: %(password)s") % {"password": demo.PASSWORD})
        self.stdout.write(
            "    " + _("Every mail that is sent: %(address)s") % {"address": f"http://localhost:{port}/post/"}
        )
        self.say(_("Stop with Ctrl+C"))
        self.stdout.flush()

    def serve(self, port: int) -> None:
        """Serve, with a second process that sends the mail and carries out the jobs."""
        import uvicorn

        # The server hands SIGTERM on when it is done; as an exception it ends the worker too.
        signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
        # What it sends is read in the mailbox; here the sign-ins must stay in sight. Faults still come by stderr.
        worker = subprocess.Popen([sys.executable, "-m", "datamatch.config.cli", "work"], stdout=subprocess.DEVNULL)
        try:
            uvicorn.run(
                "datamatch.config.asgi:application", host="127.0.0.1", port=port, log_level="warning",
                timeout_graceful_shutdown=3,
            )  # fmt: skip
        finally:
            worker.terminate()
            worker.wait(timeout=10)
