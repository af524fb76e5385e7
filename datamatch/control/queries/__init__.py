"""What the control room shows: the bar of stages and the deeds of the stage that runs."""

from datamatch.control.queries.bar import Stop, planned_day, state_of, stops_of
from datamatch.control.queries.deeds import Deed, deeds_in

__all__ = ["Deed", "Stop", "deeds_in", "planned_day", "state_of", "stops_of"]
