"""The product, served by the real server in a place of its own: with the demo world in it, or empty."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.db import connections

from datamatch.config.environment import sqlite

PASSWORD = "datamatch-demo"
COMMAND = [sys.executable, "-m", "datamatch.config.cli"]
SERVER = [sys.executable, "-m", "uvicorn", "datamatch.config.asgi:application", "--log-level", "warning"]


class World:
    """A running product: its address, and a look into its database for the addresses of pages."""

    def __init__(self, home: Path, **settings: str) -> None:
        self.home, self.port, self.database = home, free_port(), home / "datamatch.sqlite3"
        self.url = f"http://localhost:{self.port}"
        ours = {"DATAMATCH_HOME": str(home), "DATAMATCH_BASE_URL": self.url} | settings
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DATAMATCH_")}
        self.environment = kept | ours
        self.server: subprocess.Popen | None = None

    def copy(self, loaded: Path) -> None:
        """Begin with what stands in the folder of a demo world."""
        for name in ("datamatch.sqlite3", "demo-sign-ins.txt"):
            shutil.copy(loaded / name, self.home)
        shutil.copytree(loaded / "files", self.home / "files", dirs_exist_ok=True)

    def give_passwords(self) -> None:
        """Give everybody in the demo world the password that is printed for a few."""
        self.change(
            "UPDATE people_person SET password = "
            "(SELECT password FROM people_person WHERE email = 'beheer@datamatch.example')"
        )

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run one of our commands to its end, and return what it said."""
        return subprocess.run([*COMMAND, *words], env=self.environment, check=True, capture_output=True, text=True)

    def serve(self, *command: str) -> subprocess.Popen:
        """Start a server with this command and wait until it answers."""
        with (self.home / "server.log").open("wb") as log:
            server = subprocess.Popen(
                [*command, "--port", str(self.port)],
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        for _try in range(120):
            if server.poll() is not None or answers(self.url):
                break
            time.sleep(0.5)
        assert server.poll() is None, (self.home / "server.log").read_text(encoding="utf-8")
        self.server = server
        return server

    @contextmanager
    def away(self, *command: str) -> Iterator[None]:
        """Kill the server as a power cut does; start another one with this command when the block ends."""
        self.server.kill()
        self.server.wait()
        try:
            yield
        finally:
            self.serve(*command)

    def one(self, question: str) -> str:
        """Return the first cell of the answer, a UUID in the form that addresses have."""
        with sqlite3.connect(self.database, timeout=20) as database:
            row = database.execute(question).fetchone()
        assert row, f"The demo world has no row for: {question}"
        word = str(row[0])
        return str(UUID(word)) if len(word) == 32 and word.isalnum() else word

    def change(self, statement: str) -> None:
        """Change the database of this world."""
        with sqlite3.connect(self.database, timeout=20) as database:
            database.execute(statement)


@contextmanager
def our_database_is(path: Path) -> Iterator[None]:
    """Let this process speak to the database of a server instead of its own."""
    kept, other = connections["default"], connections.create_connection("default")
    other.settings_dict = {**connections.settings["default"], **sqlite(str(path))}
    connections["default"] = other
    try:
        yield
    finally:
        other.close()
        connections["default"] = kept


def stop(server: subprocess.Popen) -> None:
    """Stop the server as Ctrl+C does, and whatever it started with it."""
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=15)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait(timeout=5)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def answers(url: str) -> bool:
    """Tell whether somebody answers at this address."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
