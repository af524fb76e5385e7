"""Why a ballot box may not be opened, filled or closed."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed, duties_of, is_manager
from datamatch.jury import queries
from datamatch.jury.models import BallotBox, Pitch
from datamatch.jury.rules.stage import why_not_run, why_still_to_come
from datamatch.people.models import Person


def why_not_choose_rules(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not choose how the jury votes, or None when they may."""
    if not is_manager(by, edition):
        return _("Only the programme manager chooses how the jury votes.")
    if edition.has_come(Stage.DELIVERY):
        return _("The verdict is published; the vote is over.")
    if queries.box_of(edition) is not None:
        return _("The ballot was opened; its rules stay as they are.")
    return None


def why_not_rules(*, edition: Edition, secret: bool, quorum: int, pass_share: int) -> str | None:
    """Return what is wrong with these rules of a vote, or None when they can hold."""
    if quorum < 1 or not 0 <= pass_share <= 100:
        return _("The quorum is at least 1, and the share a percentage.")
    if secret and quorum < queries.LEAST_SECRET:
        words = _("A secret vote needs a quorum of at least %(least)s; with fewer the result tells who voted what.")
        return words % {"least": queries.LEAST_SECRET}
    jurors = appointed(edition, Duty.JUROR).count()
    if jurors and quorum > jurors:
        words = ngettext("There is only %(count)s juror.", "There are only %(count)s jurors.", jurors)
        return words % {"count": jurors}
    return None


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
    if ballot_box.secret and queries.has_voted(by, ballot_box):
        return _("Your ballot is in the box. A secret ballot cannot be taken out any more.")
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


def why_not_line(*, ballot_box: BallotBox, approved: int, ranked: int) -> str | None:
    """Return what is wrong with the place of the line on a ballot, or None when it has one."""
    if not 0 <= approved <= ranked:
        return _("Put the line somewhere on your ballot.")
    if not ballot_box.pass_share and approved != ranked:
        return _("There is no line in this vote.")
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
