"""Heavy work outside the page: asked for once, carried out by `datamatch work`, repaired when its worker dies."""

from datamatch.foundation.jobs.asking import ask, latest
from datamatch.foundation.jobs.carrying import Doing, job
from datamatch.foundation.jobs.repair import reap

__all__ = ["Doing", "ask", "job", "latest", "reap"]
