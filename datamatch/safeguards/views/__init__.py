"""Pages of safeguards: the gate of an idea, my queue, settling one, and its owner."""

from datamatch.safeguards.views.gates import gate
from datamatch.safeguards.views.owning import appoint
from datamatch.safeguards.views.settling import meet, queue, settle

__all__ = ["appoint", "gate", "meet", "queue", "settle"]
