"""The letters of a replay as mail files, the same bytes for the same letters."""

from collections.abc import Iterator
from datetime import UTC
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from django.conf import settings

from datamatch.editions.models import Edition
from datamatch.foundation.models import Mail
from datamatch.post.models import Letter


def letters_in(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield file name and content of every letter that was sent, by idea and round."""
    sent = Letter.objects.filter(decision__idea__edition=edition, sent_at__isnull=False)
    places: dict[str, int] = {}
    for letter in sent.select_related("decision__idea", "to").order_by("decision__idea__number", "pk"):
        stem = f"I{letter.decision.idea.number:03d}-{letter.decision.round}"
        places[stem] = places.get(stem, 0) + 1
        yield f"{stem}-{places[stem]}.eml", as_mail(letter)


def as_mail(letter: Letter) -> bytes:
    """Return one letter as it was queued for the post."""
    queued = Mail.objects.get(key=f"letter:{letter.public_id}")
    message = EmailMessage(policy=SMTP)
    message["From"] = settings.DEFAULT_FROM_EMAIL
    message["To"] = queued.to
    message["Subject"] = queued.subject
    message["Date"] = format_datetime(queued.queued_at.astimezone(UTC))
    message["Message-ID"] = f"<{sha256(queued.key.encode()).hexdigest()[:32]}@datamatch>"
    message.set_content(queued.body)
    message["Content-Language"] = queued.language
    return message.as_bytes()
