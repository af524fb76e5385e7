"""Full text over the analysed words of kept texts: FTS5 on SQLite, a GIN index over tsvector on PostgreSQL.

Triggers keep the FTS5 table in step. Django remakes a SQLite table when a column changes, and the triggers go with the
old one: a later migration that alters this table has to run `put_up` again. A test sees when they are gone.
"""

from django.db import migrations

OUT = "INSERT INTO foundation_kepttext_words(foundation_kepttext_words, rowid, analysed) VALUES ('delete', old.id, old.analysed);"
IN = "INSERT INTO foundation_kepttext_words(rowid, analysed) VALUES (new.id, new.analysed);"
PUT_UP = {
    "sqlite": [
        "CREATE VIRTUAL TABLE foundation_kepttext_words USING fts5("
        "analysed, content='foundation_kepttext', content_rowid='id', tokenize='unicode61')",
        "INSERT INTO foundation_kepttext_words(foundation_kepttext_words) VALUES ('rebuild')",
        f"CREATE TRIGGER foundation_kepttext_added AFTER INSERT ON foundation_kepttext BEGIN {IN} END",
        f"CREATE TRIGGER foundation_kepttext_gone AFTER DELETE ON foundation_kepttext BEGIN {OUT} END",
        f"CREATE TRIGGER foundation_kepttext_changed AFTER UPDATE ON foundation_kepttext BEGIN {OUT} {IN} END",
    ],
    "postgresql": [
        "CREATE INDEX foundation_kepttext_words ON foundation_kepttext USING gin (to_tsvector('simple', analysed))"
    ],
}
TAKE_DOWN = {
    "sqlite": [
        "DROP TRIGGER IF EXISTS foundation_kepttext_changed",
        "DROP TRIGGER IF EXISTS foundation_kepttext_gone",
        "DROP TRIGGER IF EXISTS foundation_kepttext_added",
        "DROP TABLE IF EXISTS foundation_kepttext_words",
    ],
    "postgresql": ["DROP INDEX IF EXISTS foundation_kepttext_words"],
}


def put_up(apps, schema_editor):
    """Make the full text of this database."""
    for statement in PUT_UP[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def take_down(apps, schema_editor):
    """Remove it."""
    for statement in TAKE_DOWN[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("foundation", "0002_shared_cache")]

    operations = [migrations.RunPython(put_up, take_down)]
