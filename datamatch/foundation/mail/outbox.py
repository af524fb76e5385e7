"""The outbox: a message is a row first, a mail later."""

from datetime import datetime, timedelta

from django.core.mail import EmailMessage
from django.db import transaction

from datamatch.foundation.mail.carrier import open_carrier
from datamatch.foundation.models import Mail

GIVE_UP_AFTER = 8


def queue(*, key: str, to: str, subject: str, body: str, language: str, at: datetime) -> Mail:
    """Queue one plain-text message; the same key queues it once, however often it is asked."""
    one_line = " ".join(subject.split())[:200]
    nobody = to.endswith(".invalid")  # Who closed their account has such an address, and no mailbox.
    mail = Mail(key=key, to=to, subject=one_line, body=body, language=language, queued_at=at, due_at=at)
    mail.state = Mail.State.FAILED if nobody else Mail.State.WAITING
    mail.problem = "closed account" if nobody else ""
    Mail.objects.bulk_create([mail], ignore_conflicts=True)
    return Mail.objects.get(key=key)


def deliver_due(*, at: datetime, limit: int = 100) -> int:
    """Send what is due and return how many messages went out; a refused one is tried again later."""
    due = Mail.objects.filter(state=Mail.State.WAITING, due_at__lte=at).values_list("pk", flat=True)[:limit]
    return sum(deliver(pk, at=at) for pk in list(due))


@transaction.atomic
def deliver(pk: int, *, at: datetime) -> bool:
    """Send one message, holding its row so that no second worker sends it too."""
    mail = Mail.objects.select_for_update().filter(pk=pk, state=Mail.State.WAITING).first()
    if mail is None:
        return False
    mail.attempts += 1
    try:
        carry(mail)
        mail.state, mail.sent_at, mail.problem = Mail.State.SENT, at, ""
    except OSError as problem:
        put_off(mail, at=at, problem=type(problem).__name__)
    mail.save()
    return mail.state == Mail.State.SENT


def carry(mail: Mail) -> None:
    """Hand the message to the carrier of this installation.

    :raises OSError: the carrier did not take it
    """
    message = EmailMessage(mail.subject, mail.body, to=[mail.to], connection=open_carrier())
    message.extra_headers["Content-Language"] = mail.language
    message.send()


def put_off(mail: Mail, *, at: datetime, problem: str) -> None:
    """Try again after 1, 2, 4 ... minutes; give up after eight times and say why."""
    mail.problem = problem
    mail.due_at = at + timedelta(minutes=2 ** (mail.attempts - 1))
    if mail.attempts >= GIVE_UP_AFTER:
        mail.state = Mail.State.FAILED
