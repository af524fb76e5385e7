"""The test database on SQLite, migrated once for a set of migrations and copied afterwards."""

import hashlib
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import django
from django.apps import apps
from django.db import connection


def template() -> Path:
    """Return where a migrated database stands, or will, named after everything that decides how it looks."""
    said = hashlib.sha256(django.__version__.encode())
    for app in apps.get_app_configs():
        for path in sorted(Path(app.path).glob("migrations/*.py")):
            said.update(path.read_bytes())
    return Path(tempfile.gettempdir()) / f"datamatch-tests-{said.hexdigest()[:20]}.sqlite3"


def begin_with(path: Path) -> None:
    """Let the test database begin as a copy, when there is one: then migrating finds nothing to do."""
    creation, create = connection.creation, connection.creation._create_test_db

    def copied(*asked, **wishes):
        name = create(*asked, **wishes)
        if path.exists():
            connection.settings_dict["NAME"] = name
            connection.ensure_connection()
            with closing(sqlite3.connect(path)) as kept:
                kept.backup(connection.connection)
        return name

    creation._create_test_db = copied


def keep(path: Path) -> None:
    """Keep the test database as it is now, unless another process did."""
    if path.exists():
        return
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".sqlite3", delete=False) as drawn:
        half = Path(drawn.name)
    with closing(sqlite3.connect(half)) as kept:
        connection.ensure_connection()
        connection.connection.backup(kept)
    half.replace(path)


def give(path: Path) -> None:
    """Let a file that is to become a database begin as a copy: then migrating finds nothing to do."""
    shutil.copy(template(), path)
