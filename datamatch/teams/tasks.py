"""Work of the teams outside the page: heavy work that somebody asked for, and what the clock does."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.models import Edition
from datamatch.foundation.jobs import Doing, every, job
from datamatch.people.models import Person
from datamatch.teams import actions


@job
def draft_teams(doing: Doing) -> str:
    """Propose teams for the shortlist, or propose again what was not asked or pinned."""
    doing.tell(10, _("The teams are being drafted."))
    matching = actions.draft_teams(edition=doing.about(Edition), by=doing.by(Person), at=doing.at)
    said = ngettext(
        "The teams are drafted. %(count)s role is still open.",
        "The teams are drafted. %(count)s roles are still open.",
        matching.unfilled,
    )
    return said % {"count": matching.unfilled}


@every(days=1, at_hour=7)
def remind_of_renewal(at: datetime) -> int:
    """Ask people whose seat ends soon to renew or stop."""
    return actions.remind_of_renewal(at=at)


@every(days=1, at_hour=2)
def end_seats(at: datetime) -> int:
    """End the seats whose last day is over."""
    return actions.end_seats(at=at)
