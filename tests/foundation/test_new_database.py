"""A database whose tables are made from the models is the one that migrating comes to."""

import pytest
from django.db import connection

from datamatch.foundation.new_database import make_tables
from tests.browser.served import our_database_is

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="what is thrown away is a file of SQLite"),
]
NOT_MADE = {"django_migrations"}
WHAT = ("columns", "primary_key", "unique", "foreign_key", "check", "index", "orders")


def tables():
    """Return every table with its columns and constraints, and every trigger, of the database as it is."""
    with connection.cursor() as cursor:
        names = sorted(one.name for one in connection.introspection.get_table_list(cursor) if one.name not in NOT_MADE)
        found = {name: (columns_of(cursor, name), constraints_of(cursor, name)) for name in names}
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
        return found | {"triggers": cursor.fetchall()}


def columns_of(cursor, table):
    """Return the columns of a table by name; their order is nobody's business."""
    said = connection.introspection.get_table_description(cursor, table)
    return sorted((one.name, one.type_code, one.null_ok, one.default, one.collation) for one in said)


def constraints_of(cursor, table):
    """Return what holds in a table, by name where it has one of its own; those without are counted along."""
    held = connection.introspection.get_constraints(cursor, table).items()
    return sorted(repr([name.rstrip("0123456789_"), *(one.get(key) for key in WHAT)]) for name, one in held)


def test_tables_are_those_of_the_migrations(tmp_path):
    migrated = tables()
    with our_database_is(tmp_path / "new.sqlite3"):
        make_tables()
        made = tables()
    assert sorted(made) == sorted(migrated)
    assert {name: (made[name], migrated[name]) for name in made if made[name] != migrated[name]} == {}


def test_where_there_are_tables_nothing_is_done(django_assert_num_queries):
    with django_assert_num_queries(1):
        make_tables()
