"""How long a job stays in the hands of a worker that does not stir."""

from datetime import timedelta

LEASE = timedelta(seconds=30)
"""A worker renews its hold far more often than this; after it, the worker is taken for dead."""

MOST_ATTEMPTS = 3
