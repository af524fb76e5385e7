"""Makers give their place up, and every manager hears it at once."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from datamatch.editions.enums import Duty
from datamatch.editions.queries import appointed
from datamatch.foundation import mail
from datamatch.foundation.addresses import whole_address
from datamatch.people.models import Person
from datamatch.screening import actions as screening
from datamatch.screening.models import Confirmation


@transaction.atomic
def give_up(*, confirmation: Confirmation, reason: str, by: Person, at: datetime) -> Confirmation:
    """Give a place up, with a reason, and mail the managers. :raises Refused: not you, too late, or no reason"""
    confirmation = screening.decline(confirmation=confirmation, reason=reason, by=by, at=at)
    tell_managers(confirmation, at)
    return confirmation


def tell_managers(confirmation: Confirmation, at: datetime) -> None:
    """Mail every manager that a place came free, and where to fill it."""
    idea = confirmation.decision.idea
    page = whole_address(reverse("post:places", args=[idea.edition.slug]))
    for manager in appointed(idea.edition, Duty.MANAGER):
        with override(manager.language):
            mail.queue(
                key=f"place:{confirmation.public_id}:{manager.public_id}",
                to=manager.email,
                subject=_("A place came free: decide who moves up in %(edition)s") % {"edition": idea.edition.name},
                body=_("The makers of “%(idea)s” gave their place up. Read why, and let a reserve move up:\n%(page)s")
                % {"idea": idea.title, "page": page},
                language=manager.language,
                at=at,
            )
