"""Reminding the chosen to confirm, before it is too late."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from datamatch.foundation import mail
from datamatch.ideas.queries import authors_of
from datamatch.people.models import Person
from datamatch.post import queries
from datamatch.screening.models import Confirmation
from datamatch.screening.queries import day_in_words, waiting_confirmations
from datamatch.screening.rules import why_answered

DAYS_BEFORE = (7, 3, 1, 0)


@transaction.atomic
def remind_to_confirm(*, at: datetime) -> int:
    """Queue a reminder for every maker who has a week, three days, a day or only today left; return how many."""
    count = 0
    for confirmation in waiting_confirmations():
        left = (confirmation.confirm_by - timezone.localdate(at)).days
        if left in DAYS_BEFORE and why_answered(confirmation=confirmation) is None:
            for reader in authors_of(confirmation.decision.idea):
                remind(confirmation, reader, left, at)
                count += 1
    return count


def remind(confirmation: Confirmation, reader: Person, left: int, at: datetime) -> None:
    """Queue one reminder, whose subject says what to do and by when; the same one is never queued twice."""
    idea = confirmation.decision.idea
    with override(reader.language):
        day = day_in_words(confirmation.confirm_by)
        subject = _("Confirm by %(day)s: “%(idea)s”") if left else _("Last day to confirm, %(day)s: “%(idea)s”")
        body = _(
            "Dear %(name)s,\n\nYour idea was chosen, and we do not know yet whether you take part. Confirm by %(day)s, "
            "or give your place to the next idea. Both take one click:\n%(address)s"
        )
        words = {"name": reader.name, "day": day, "idea": idea.title, "address": queries.confirm_address(idea)}
        mail.queue(
            key=f"confirm:{confirmation.public_id}:{reader.public_id}:{left}",
            to=reader.email,
            subject=subject % words,
            body=body % words,
            language=reader.language,
            at=at,
        )
