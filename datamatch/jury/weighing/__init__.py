"""From rows to the engine and back: the running order, the count of the ballots, and what any choice would bring."""

from datamatch.engine.choose import Wish
from datamatch.jury.weighing.counting import Doors, counted, doors_in, running_order
from datamatch.jury.weighing.whatif import Board, Difference, Facts, Interval, Proposal, proposal_of

__all__ = [
    "Board",
    "Difference",
    "Doors",
    "Facts",
    "Interval",
    "Proposal",
    "Wish",
    "counted",
    "doors_in",
    "proposal_of",
    "running_order",
]
