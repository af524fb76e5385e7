"""Django's own mail (sign-in codes, verification) goes through the same outbox."""

import uuid
from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django.utils.translation import get_language

from datamatch.foundation.mail.outbox import queue


class OutboxBackend(BaseEmailBackend):
    """Turns each message that a library sends into a row of the outbox."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Queue the messages and return how many there were."""
        for message in email_messages:
            for address in message.to:
                queue(
                    key=f"library:{uuid.uuid4()}",
                    to=address,
                    subject=str(message.subject),
                    body=str(message.body),
                    language=(get_language() or "nl")[:2],
                    at=timezone.now(),
                )
        return len(email_messages)
