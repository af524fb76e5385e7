"""Why a ballot box may not be opened, filled or closed."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import duties_of
from datamatch.jury import queries
from datamatch.jury.models import BallotBox, Pitch
from datamatch.jury.rules.stage import why_not_run, why_still_to_come
from datamatch.people.models import Person


def why_not_open_box(*, edition: Edition, by: Person) -> str | None:
    """Return why the ballot cannot be opened now, or None when it can."""
    if (reason := why_not_run(edition=edition, by=by)) is not None:
        return reason
    if queries.box_of(edition) is not None:
        return _("The ballot was opened before; there is one per edition.")
    pitches = list(queries.pitches_in(edition))
    if not pitches:
        return _("There is no running order yet.")
    if (reason := why_still_to_come(pitches)) is not None:
        return reason
    return None


def why_not_cast(*, ballot_box: BallotBox, by: Person) -> str | None:
    """Return why this person may not cast a ballot now, or None when they may."""
    if Duty.JUROR not in duties_of(by, ballot_box.edition):
        return _("Only jurors vote.")
    if not ballot_box.is_open:
        return _("The ballot is closed.")
    if not queries.pitches_judged_by(by, ballot_box.edition):
        return _("You stepped out for every pitch.")
    return None


def why_not_rank(*, ballot_box: BallotBox, by: Person, choice: Sequence[Pitch]) -> str | None:
    """Return what is wrong with an order of pitches on a ballot, or None when it is complete."""
    ranked = [pitch.pk for pitch in choice]
    may = {pitch.pk for pitch in queries.pitches_judged_by(by, ballot_box.edition)}
    if set(ranked) - may:
        return _("You stepped out for a pitch on this ballot, or it is not part of this vote.")
    if len(ranked) != len(may) or set(ranked) != may:
        return _("Give every pitch that you may judge one place.")
    return None


def why_not_close_box(*, ballot_box: BallotBox, by: Person) -> str | None:
    """Return why the ballot cannot be closed now, or None when it can."""
    if (reason := why_not_run(edition=ballot_box.edition, by=by)) is not None:
        return reason
    if not ballot_box.is_open:
        return _("The ballot is closed.")
    count = queries.attendance_in(ballot_box)
    if not count.is_met:
        return _("%(ballots)s of %(jurors)s jurors voted, and at least %(quorum)s ballots are needed.") % {
            "ballots": count.ballots,
            "jurors": count.jurors,
            "quorum": count.quorum,
        }
    return None
