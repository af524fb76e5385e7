"""From rows to the engine and back: the running order, the count of the ballots, and what any choice would bring."""

from datamatch.engine.choose import Wish
from datamatch.jury.weighing.counting import counted
from datamatch.jury.weighing.ordering import Compared, compared, running_order
from datamatch.jury.weighing.whatif import Board, Difference, Facts, Interval, Proposal, proposal_of

__all__ = [
    "Board",
    "Compared",
    "Difference",
    "Facts",
    "Interval",
    "Proposal",
    "Wish",
    "compared",
    "counted",
    "proposal_of",
    "running_order",
]
