"""Heavy work of the teams: the same action as ever, outside the page that asks for it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.models import Edition
from datamatch.foundation.jobs import Doing, job
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
