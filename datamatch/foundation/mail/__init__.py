"""Mail that is queued with the deed and sent after it: nothing is lost, nothing goes twice."""

from datamatch.foundation.mail.outbox import deliver_due, queue

__all__ = ["deliver_due", "queue"]
