"""Why no ideas may be kept in reserve beside the verdict; None when they may."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.jury import queries
from datamatch.jury.models import BallotBox
from datamatch.jury.rules.stage import why_not_run
from datamatch.people.models import Person
from datamatch.screening.enums import RESERVES, Round
from datamatch.screening.queries import decisions_in


def why_not_reserve(*, ballot_box: BallotBox, by: Person) -> str | None:
    """Return why this person may not keep ideas in reserve now, or None when they may."""
    if reason := why_not_run(edition=ballot_box.edition, by=by):
        return reason
    if queries.verdict_of(ballot_box.edition) is None:
        return _("First the jury settles its verdict.")
    if decisions_in(ballot_box.edition, Round.VERDICT).filter(published_at__isnull=False).exists():
        return _("The decisions are published.")
    return None if queries.next_in_order(ballot_box) else _("The jury chose every idea that was pitched.")


def why_not_keep_reserve(*, ballot_box: BallotBox, count: int, by: Person) -> str | None:
    """Return why so many ideas may not be kept in reserve, or None when they may."""
    if reason := why_not_reserve(ballot_box=ballot_box, by=by):
        return reason
    most = min(RESERVES, len(queries.next_in_order(ballot_box)))
    if 0 <= count <= most:
        return None
    words = ngettext("Keep at most %(count)s idea in reserve.", "Keep at most %(count)s ideas in reserve.", most)
    return words % {"count": most}
