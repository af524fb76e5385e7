"""The tables of a database that is thrown away afterwards, made from the models at once."""

from importlib import import_module

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection

# What migrations make that no model tells of: the table of the shared cache, and the full text.
BY_HAND = (
    ("datamatch.foundation.migrations.0002_shared_cache", "make_table"),
    ("datamatch.foundation.migrations.0003_full_text", "put_up"),
)


def make_tables() -> None:
    """Make every table in an empty database; where there are tables already, nothing is done.

    Migrating comes to the same tables along every change there ever was, in some twenty seconds. A database that stays
    is migrated, so that it can be migrated again; nobody comes back to this one.
    """
    if connection.introspection.table_names():
        return
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.managed and not model._meta.proxy:
                editor.create_model(model)
        for module, name in BY_HAND:
            getattr(import_module(module), name)(apps, editor)
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)
