"""Deeds for the DataDag: planning the day, and coming to it."""

from datamatch.datadag.actions.programme import (
    add_session,
    change_datadag,
    move_session,
    plan_datadag,
    publish_programme,
    remove_session,
)
from datamatch.datadag.actions.seats import cancel, check_in, register

__all__ = [
    "add_session",
    "cancel",
    "change_datadag",
    "check_in",
    "move_session",
    "plan_datadag",
    "publish_programme",
    "register",
    "remove_session",
]
