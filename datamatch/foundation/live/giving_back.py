"""Giving connections to the database back, as Django does when an answer ends; a stream does not end for long."""

from django.db import connections


def give_back() -> None:
    """Give back the connections of this thread, but for one in the middle of a transaction, which would be lost."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()
