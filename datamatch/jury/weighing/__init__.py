"""From rows to the engine and back: the running order, the count of the ballots, and what any choice would bring."""

from datamatch.engine.choose import Wish
from datamatch.jury.weighing.counting import counted, running_order
from datamatch.jury.weighing.whatif import Board, Difference, Facts, Interval, Proposal, proposal_of

__all__ = ["Board", "Difference", "Facts", "Interval", "Proposal", "Wish", "counted", "proposal_of", "running_order"]
