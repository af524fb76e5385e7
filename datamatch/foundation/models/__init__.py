"""Tables of the foundation: the trail, the mail outbox and the jobs."""

from datamatch.foundation.models.job import Job
from datamatch.foundation.models.mail import Mail
from datamatch.foundation.models.trail import TrailEntry, TrailHead

__all__ = ["Job", "Mail", "TrailEntry", "TrailHead"]
