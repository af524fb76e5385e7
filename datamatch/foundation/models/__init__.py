"""Tables of the foundation: trail, mail outbox, jobs, chores, texts to find, and what pages follow."""

from datamatch.foundation.models.chore import Chore
from datamatch.foundation.models.job import Job
from datamatch.foundation.models.live import LiveTopic
from datamatch.foundation.models.mail import Mail
from datamatch.foundation.models.text import KeptText
from datamatch.foundation.models.trail import TrailEntry, TrailHead

__all__ = ["Chore", "Job", "KeptText", "LiveTopic", "Mail", "TrailEntry", "TrailHead"]
