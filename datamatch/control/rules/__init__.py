"""Why an edition stays in its stage, asked of every room; None, or nothing, when it may move."""

from datamatch.control.rules.guards import GUARDS, reasons_to_stay
from datamatch.control.rules.move import why_not_leave, why_not_move, why_not_see
from datamatch.control.rules.reference import stage_reference

__all__ = ["GUARDS", "reasons_to_stay", "stage_reference", "why_not_leave", "why_not_move", "why_not_see"]
