"""Why somebody may not say who sees whose name."""

from django.utils.translation import gettext as _

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.editions.rules.planning import why_not_manage
from datamatch.people.models import Person


def why_not_set_names(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not say who sees whose name when, or None when they may.

    Once the screening has begun people act on what they were told.
    """
    if why_not := why_not_manage(edition=edition, by=by):
        return why_not
    if edition.has_come(Stage.SCREENING):
        return _("The screening has begun. Who sees whose name stays as everybody was told.")
    return None
