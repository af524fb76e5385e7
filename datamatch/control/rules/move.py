"""Why this person may not look into the control room, or move the edition on."""

from django.utils.translation import gettext as _

from datamatch.control.rules.guards import reasons_to_stay
from datamatch.editions.enums import NEXT, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.people.models import Person


def why_not_see(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not see the control room of an edition, or None when they may."""
    return None if is_manager(by, edition) else _("The control room is for the managers of this edition.")


def why_not_leave(*, edition: Edition, stage: str) -> str | None:
    """Return why a stage cannot be left because the edition is no longer in it, or None when it is."""
    return None if edition.stage == stage else _("Somebody already moved this edition on. Look again.")


def why_not_move(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not move the edition to its next stage, or None when they may."""
    if why_not := why_not_see(edition=edition, by=by):
        return why_not
    if Stage(edition.stage) not in NEXT:
        return _("This edition is closed; it is the last stage.")
    return " ".join(reasons_to_stay(edition)) or None
