"""Four processes of eight threads press buttons on one SQLite file: one row each, no limit passed, no error."""

import json
import os
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing

import pytest
from django.db import connection

from datamatch.editions.enums import Access
from datamatch.editions.models import AccessCode
from datamatch.ideas.rules.coauthors import MOST_COAUTHORS
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="threads on PostgreSQL do this in test_many_at_once"),
]
PROCESSES, THREADS, ROUNDS, PLACES = 4, 8, 12, 5


def rounds(button, of, people):
    """Return for each process its rounds: in each, eight threads press one button."""
    crowd = [people[place : place + THREADS] for place in range(0, len(people), THREADS)]
    return [[[{"button": button, "by": one.pk, "of": of} for one in some]] for some in crowd]


def run(plans, database, home):
    """Let a process for each plan loose on the database, and return what they say together."""
    settings = {"DATAMATCH_DATABASE_URL": f"sqlite:///{database}", "DATAMATCH_HOME": str(home)}
    world = os.environ | settings | {"DJANGO_SETTINGS_MODULE": "datamatch.config.settings"}
    crowd = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.ideas.crowd"], env=world, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for _plan in plans
    ]  # fmt: skip
    for process, plan in zip(crowd, plans, strict=True):
        process.stdin.write(json.dumps(plan))
        process.stdin.close()
    said = []
    for process in crowd:
        words, faults = process.stdout.read(), process.stderr.read()
        assert process.wait() == 0, faults
        process.stdout.close()
        process.stderr.close()
        said.append(json.loads(words))
    return {name: [one for part in said for one in part[name]] for name in ("wrong", "done")}


def copy_for_a_crowd(folder):
    """Return a copy of the test's database that is in WAL mode, as migrating leaves every database of the product.

    Turning a file to WAL wants it alone: of two that do it at once SQLite refuses one without waiting.
    """
    database = folder / "crowd.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(database)])
    with closing(sqlite3.connect(database)) as alone:
        assert alone.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
    return database


def count(database, question):
    """Return a number from the file."""
    with closing(sqlite3.connect(database)) as reader:
        return reader.execute(question).fetchone()[0]


def test_crowd_of_thirty_two_in_rounds(tmp_path):
    people = [make_person() for _ in range(PROCESSES * THREADS)]
    edition, closed = make_edition(), make_edition(access=Access.CODE)
    code = AccessCode.objects.create(
        edition=closed, code="ABCDEFGHJK", most_uses=PLACES, made_by=make_manager(closed), made_at=MOMENT
    )
    plans = [[] for _ in range(PROCESSES)]
    ideas = [make_idea(edition=edition) for _ in range(ROUNDS)]
    for place, idea in enumerate(ideas):
        button = ("support", "join", "invite")[place % 3]
        for plan, more in zip(plans, rounds(button, idea.pk, people), strict=True):
            plan.extend(more * 2)
    for plan, more in zip(plans, rounds("enter", code.pk, people), strict=True):
        plan.extend(more)
    database = copy_for_a_crowd(tmp_path)
    said = run(plans, database, tmp_path)
    assert said["wrong"] == []
    pressed = Counter(deed["button"] for deed in said["done"])
    each = len(people) * ROUNDS // 3
    assert (pressed["support"], pressed["join"]) == (each * 2, each * 2)
    assert pressed["invite"] == MOST_COAUTHORS * ROUNDS // 3
    assert pressed["enter"] == PLACES
    assert count(database, "SELECT count(*) FROM ideas_energy") == each * 2
    assert count(database, "SELECT count(*) FROM ideas_joinrequest") == each
    assert count(database, "SELECT count(*) FROM ideas_coauthor") == MOST_COAUTHORS * ROUNDS // 3
    assert count(database, "SELECT used FROM editions_accesscode") == PLACES
    assert count(database, "SELECT count(*) FROM editions_editionmember") == PLACES
