"""Why somebody may not compare sets of ideas, or not see yet what they are worth."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import duties_of, is_manager
from datamatch.jury import queries
from datamatch.people.models import Person


def why_not_compare(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not compare sets of ideas now, or None when they may."""
    if not is_manager(by, edition) and Duty.JUROR not in duties_of(by, edition):
        return _("Only the jury and the programme manager compare sets of ideas.")
    if not edition.has_come(Stage.PITCHING):
        return _("Sets of ideas can be compared from pitch day on.")
    if not queries.pitches_in(edition).exists():
        return _("There is no running order yet.")
    return None


def why_not_value(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not see yet what ideas are worth, or None when they may: everybody judges alone."""
    if (reason := why_not_compare(edition=edition, by=by)) is not None:
        return reason
    box = queries.box_of(edition)
    if box is None or box.is_open:
        return _("Values and the best set come when the ballot has closed. Until then each juror judges alone.")
    return None


def why_not_figure(*, edition: Edition, by: Person, ideas: Collection[int]) -> str | None:
    """Return why this person may not see the value of a set (row numbers of ideas), or None when they may."""
    if (reason := why_not_value(edition=edition, by=by)) is not None:
        return reason
    if queries.not_judged_by(by, edition) & set(ideas):
        return _("You have no say in an idea of this set, so its value is not shown to you.")
    return None
