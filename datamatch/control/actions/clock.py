"""Opening and closing calls at the moments of their plans; where a reason to stay is found, managers hear of it."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from datamatch.control import rules
from datamatch.control.actions.moving import move_by_clock
from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed
from datamatch.editions.rules import why_not_move_by_clock
from datamatch.foundation import mail
from datamatch.foundation.addresses import whole_address
from datamatch.foundation.refusal import Refused
from datamatch.people.models import Person


def move_due(*, at: datetime) -> int:
    """Open and close every call whose moment has come, and return how many; tell managers what stands in the way."""
    editions = Edition.objects.filter(stage__in=[Stage.PREPARING, Stage.CALL]).order_by("pk")
    due = [edition for edition in editions if why_not_move_by_clock(edition=edition, at=at) is None]
    return sum(moved_or_told(edition, at=at) for edition in due)


def moved_or_told(edition: Edition, *, at: datetime) -> bool:
    """Move an edition on, or tell its managers why it stays; tell whether it moved."""
    try:
        move_by_clock(edition=edition, at=at)
    except Refused:
        for manager in appointed(edition, Duty.MANAGER):
            tell_why_it_stays(edition, to=manager, at=at)
        return False
    return True


def tell_why_it_stays(edition: Edition, *, to: Person, at: datetime) -> None:
    """Queue one mail a day to a manager, with what keeps the edition in its stage."""
    with translation.override(to.language):
        reasons = rules.reasons_to_stay(edition)
        words = {
            "name": to.name,
            "edition": edition.name,
            "reasons": "\n".join(f"- {reason}" for reason in reasons),
            "url": whole_address(reverse("control:control_room", args=[edition.slug])),
        }
        subject, body = words_about(Stage(edition.stage))
    key = f"call.stays:{edition.public_id}:{edition.stage}:{timezone.localdate(at)}:{to.public_id}"
    if reasons:
        mail.queue(key=key, to=to.email, subject=subject % words, body=body % words, language=to.language, at=at)


def words_about(stage: Stage) -> tuple[str, str]:
    """Return subject and body of the mail about a call that cannot open, or an edition that cannot leave its call."""
    if stage == Stage.PREPARING:
        return _("Do this to open the call: %(edition)s"), _(
            "Hello %(name)s,\n\n"
            "The call of %(edition)s would open now, but this stands in the way:\n%(reasons)s\n\n"
            "It opens by itself as soon as nothing stands in the way:\n%(url)s\n"
        )  # fmt: skip
    return _("Do this to begin the screening: %(edition)s"), _(
        "Hello %(name)s,\n\n"
        "The call of %(edition)s is over: nobody can send or change an idea. The screening cannot begin yet:\n"
        "%(reasons)s\n\n"
        "It begins by itself as soon as nothing stands in the way. Do you want more ideas? Extend the call:\n%(url)s\n"
    )  # fmt: skip
