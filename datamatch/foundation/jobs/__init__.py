"""Work outside the page: heavy jobs that are asked for once, and chores that come back; `datamatch work` does both."""

from datamatch.foundation.jobs.asking import ask, latest
from datamatch.foundation.jobs.carrying import Doing, job
from datamatch.foundation.jobs.repair import reap
from datamatch.foundation.jobs.rhythm import every

__all__ = ["Doing", "ask", "every", "job", "latest", "reap"]
