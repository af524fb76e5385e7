"""The deeds of each stage, in the order in which a manager does them."""

from collections.abc import Callable

from datamatch.control.queries.deeds.choosing import in_matching, in_pitching
from datamatch.control.queries.deeds.deed import Deed
from datamatch.control.queries.deeds.harvesting import in_call, in_preparing, in_screening
from datamatch.control.queries.deeds.working import in_closed, in_delivery, in_showcase
from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition

__all__ = ["Deed", "deeds_in"]

DEEDS: dict[Stage, Callable[[Edition], list[Deed]]] = {
    Stage.PREPARING: in_preparing,
    Stage.CALL: in_call,
    Stage.SCREENING: in_screening,
    Stage.MATCHING: in_matching,
    Stage.PITCHING: in_pitching,
    Stage.DELIVERY: in_delivery,
    Stage.SHOWCASE: in_showcase,
    Stage.CLOSED: in_closed,
}


def deeds_in(edition: Edition) -> list[Deed]:
    """Return what a manager does in the stage that runs, in order, with how far each is."""
    return DEEDS[Stage(edition.stage)](edition)
