"""Deeds of the control room: moving an edition on, by hand or by the clock, and extending its call."""

from datamatch.control.actions.clock import move_due
from datamatch.control.actions.extending import extend_call
from datamatch.control.actions.moving import move_by_clock, move_stage

__all__ = ["extend_call", "move_by_clock", "move_due", "move_stage"]
