"""Extending a call, and telling those who are still writing."""

from datetime import date, datetime, time

from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from datamatch.editions import actions as editions
from datamatch.editions.models import Edition, Extension
from datamatch.editions.queries import moment_in_words
from datamatch.foundation import mail
from datamatch.foundation.addresses import whole_address
from datamatch.ideas.queries import drafting_in
from datamatch.people.models import Person


@transaction.atomic
def extend_call(
    *, edition: Edition, closes_on: date, closes_time: time, reason: str, by: Person, at: datetime
) -> Extension:
    """Let the call close later, and mail everybody who has a draft.

    :raises Refused: not you, the call is not open, the moment is not later, or no reason
    """
    extension = editions.extend_call(
        edition=edition, closes_on=closes_on, closes_time=closes_time, reason=reason, by=by, at=at
    )
    for person in drafting_in(edition):
        tell_of_extension(extension, to=person, at=at)
    return extension


def tell_of_extension(extension: Extension, *, to: Person, at: datetime) -> None:
    """Queue the mail to somebody who is still writing."""
    edition = extension.edition
    with translation.override(to.language):
        words = {
            "name": to.name,
            "edition": edition.name,
            "moment": moment_in_words(extension.closes_at, at=at),
            "reason": extension.reason,
            "url": whole_address(reverse("ideas:drafts")),
        }
        subject = _("You have until %(moment)s to send your idea") % words
        body = _(
            "Hello %(name)s,\n\n"
            "The call of %(edition)s is open longer, until %(moment)s. The reason: %(reason)s\n\n"
            "Your draft is here; others read it once you send it:\n%(url)s\n"
        ) % words  # fmt: skip
    key = f"call.extended:{edition.public_id}:{extension.closes_at.isoformat()}:{to.public_id}"
    mail.queue(key=key, to=to.email, subject=subject, body=body, language=to.language, at=at)
