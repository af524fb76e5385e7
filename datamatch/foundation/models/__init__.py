"""Tables of the foundation: the trail and the mail outbox."""

from datamatch.foundation.models.mail import Mail
from datamatch.foundation.models.trail import TrailEntry, TrailHead

__all__ = ["Mail", "TrailEntry", "TrailHead"]
