"""Tables of the foundation: the trail, the mail outbox, the jobs, the chores and the texts to find."""

from datamatch.foundation.models.chore import Chore
from datamatch.foundation.models.job import Job
from datamatch.foundation.models.mail import Mail
from datamatch.foundation.models.text import KeptText
from datamatch.foundation.models.trail import TrailEntry, TrailHead

__all__ = ["Chore", "Job", "KeptText", "Mail", "TrailEntry", "TrailHead"]
