"""Real workers in processes of their own: one is stopped, one is killed, and the next mends what they left."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from uuid import uuid4

import pytest
from django.db import connection

from tests.architecture.house import ROOT
from tests.foundation.deeds import HERE

# Its workers ask the database that is tested, each from a process of its own.
pytestmark = pytest.mark.database
COMMAND = [sys.executable, "-m", "datamatch.config.cli"]
ASK = f"""
from django.core.management import call_command
from django.utils import timezone
from datamatch.foundation import jobs
from datamatch.people.models import Person
call_command("migrate", verbosity=0)
person = Person.objects.create_user(email="an@example.org", name="An")
jobs.ask("{HERE}.outlast", person, by=person, at=timezone.now())
"""
TELL = "SELECT state, attempts, share, saying FROM foundation_job"
AGE = "UPDATE foundation_job SET held_until = '2026-01-01 00:00:00+00:00' WHERE state = 'running'"


class Place:
    """A database that several processes share, and the workers on it."""

    def __init__(self, home, database_url, connect):
        """Make its tables and ask for a job that takes a minute."""
        ours = {"DATAMATCH_HOME": str(home), "DATAMATCH_DATABASE_URL": database_url}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DATAMATCH_")}
        self.environment, self.connect, self.workers = kept | ours, connect, []
        subprocess.run([*COMMAND, "shell", "-v0", "-c", ASK], env=self.environment, cwd=ROOT, check=True)

    def start_worker(self):
        """Start a worker and return it."""
        self.workers.append(subprocess.Popen([*COMMAND, "work"], env=self.environment, cwd=ROOT))
        return self.workers[-1]

    def told(self):
        """Return what the reader of the job would see."""
        with closing(self.connect()) as database:
            return database.execute(TELL).fetchone()

    def wait_for(self, *told):
        """Wait until the reader sees this."""
        for _look in range(200):
            if self.told() == told:
                return
            time.sleep(0.2)
        pytest.fail(f"The job never said {told}, but {self.told()}.")

    def let_time_pass(self):
        """Let the lease of the running job end."""
        with closing(self.connect()) as database:
            database.execute(AGE)
            database.commit()


@pytest.fixture
def database(tmp_path, request):
    """The address of a database of our own, of the kind that is tested now, and how to look into it."""
    if connection.vendor == "sqlite":
        file = tmp_path / "datamatch.sqlite3"
        yield f"sqlite:///{file}", lambda: sqlite3.connect(file, timeout=20)
        return
    import psycopg

    address, schema = os.environ["DATAMATCH_DATABASE_URL"], f"worker_{uuid4().hex}"
    own = f"{address}?options=-c%20search_path%3D{schema}"
    # A schema, not a database: to drop a database PostgreSQL waits for every other process without end.
    with psycopg.connect(address, autocommit=True) as control:
        control.execute(f'CREATE SCHEMA "{schema}"')
    yield own, lambda: psycopg.connect(own)
    with psycopg.connect(address, autocommit=True) as control:
        control.execute("SET lock_timeout = '20s'")
        control.execute(f'DROP SCHEMA "{schema}" CASCADE')


@pytest.fixture
def place(tmp_path, database):
    """A place with a job that takes a minute; whatever worker is left is ended afterwards."""
    shared = Place(tmp_path, *database)
    yield shared
    for worker in shared.workers:
        if worker.poll() is None:
            worker.kill()
            worker.wait()


def test_stopped_and_killed_workers_are_mended_by_the_next(place):
    stopped = place.start_worker()
    place.wait_for("running", 1, 10, "Begun")
    asked = time.monotonic()
    stopped.send_signal(signal.SIGTERM)
    assert stopped.wait(timeout=10) == 0
    assert time.monotonic() - asked < 6

    place.let_time_pass()
    killed = place.start_worker()
    place.wait_for("running", 2, 10, "Begun")
    killed.kill()
    killed.wait()
    assert place.told() == ("running", 2, 10, "Begun")

    place.let_time_pass()
    place.start_worker()
    place.wait_for("done", 3, 100, "Done at attempt 3")
