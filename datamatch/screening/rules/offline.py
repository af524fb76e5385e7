"""Why somebody may not take their reviews along as a file, or bring that file back; None when they may."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from datamatch.editions.models import Edition
from datamatch.people.models import Person
from datamatch.screening import queries
from datamatch.screening.models import ReviewFile
from datamatch.screening.rules.reviews import why_not_review_in

FILE_WAITS = timedelta(days=1)


def why_not_review_offline(*, edition: Edition, by: Person) -> str | None:
    """Return why this person has no file to fill in now, or None when they have."""
    if reason := why_not_review_in(edition=edition):
        return reason
    return None if queries.share_of(by, edition).asked else _("No reviews are asked of you.")


def why_not_take_reviews(*, file: ReviewFile, by: Person, at: datetime) -> str | None:
    """Return why the reviews of a file that was read cannot be kept, or None when they can."""
    if file.person_id != by.pk:
        return _("Somebody else brought this file.")
    if at - file.read_at > FILE_WAITS:
        return _("This file was read more than a day ago. Upload it again.")
    return why_not_review_offline(edition=file.edition, by=by)
