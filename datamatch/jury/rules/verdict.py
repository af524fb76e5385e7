"""Why the verdict may not be settled or seen, and why pitching may not be left."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import duties_of, is_manager
from datamatch.ideas.models import Idea
from datamatch.jury import queries
from datamatch.jury.models import BallotBox
from datamatch.jury.rules.stage import why_not_run, why_still_to_come
from datamatch.people.models import Person


def why_not_settle(*, ballot_box: BallotBox, by: Person) -> str | None:
    """Return why the verdict cannot be settled now, or None when it can."""
    if (reason := why_not_run(edition=ballot_box.edition, by=by)) is not None:
        return reason
    if ballot_box.is_open:
        return _("The ballot is still open.")
    if queries.verdict_of(ballot_box.edition) is not None:
        return _("The verdict is settled.")
    return None


def why_not_choose(
    *, ballot_box: BallotBox, chosen: Sequence[Idea], motive: str, proposed: Collection[Idea]
) -> str | None:
    """Return what is wrong with a choice of ideas, or None when it can be the verdict.

    `proposed` is the best set that the engine finds; empty when it finds none.
    """
    result = queries.result_of(ballot_box)
    pitched = {place.pitch.idea_id for place in result.places} if result else set()
    most = ballot_box.edition.chosen_count
    picked = {idea.pk for idea in chosen}
    if picked - pitched:
        return _("Choose among the ideas that were pitched.")
    if not picked:
        return _("Choose at least one idea.")
    if len(picked) > most:
        words = ngettext("Choose at most %(count)s idea.", "Choose at most %(count)s ideas.", most)
        return words % {"count": most}
    return None if motive.strip() else _why_motive(ballot_box, chosen, proposed)


def _why_motive(ballot_box: BallotBox, chosen: Sequence[Idea], proposed: Collection[Idea]) -> str | None:
    """Return why a choice asks for a motive, or None when it follows the ballot and the best set."""
    if departs(ballot_box=ballot_box, chosen=chosen):
        return _("This differs from the ballot. Say why, so that everybody can read it in the minutes.")
    if departs_from(chosen=chosen, proposed=proposed):
        words = _("This differs from the best set: %(ideas)s. Say why, so that everybody can read it in the minutes.")
        return words % {"ideas": queries.titles_of(proposed)}
    return None


def departs(*, ballot_box: BallotBox, chosen: Sequence[Idea]) -> bool:
    """Tell whether a choice differs from what the ballot proposes."""
    result = queries.result_of(ballot_box)
    return result is None or {idea.pk for idea in chosen} != {idea.pk for idea in result.proposal}


def departs_from(*, chosen: Collection[Idea], proposed: Collection[Idea]) -> bool:
    """Tell whether a choice differs from the best set that the engine finds; not when it finds none."""
    return bool(proposed) and {idea.pk for idea in chosen} != {idea.pk for idea in proposed}


def why_not_see_jury(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not see result and minutes, or None when they may: all once delivery begins."""
    if edition.has_come(Stage.DELIVERY) or is_manager(by, edition) or Duty.JUROR in duties_of(by, edition):
        return None
    return _("The result and the minutes can be read once the verdict is published.")


def why_not_see_result(*, ballot_box: BallotBox, by: Person) -> str | None:
    """Return why this person may not see the result, or None when they may; nobody sees it while the box is open."""
    if (reason := why_not_see_jury(edition=ballot_box.edition, by=by)) is not None:
        return reason
    return _("The result is counted when the ballot closes.") if ballot_box.is_open else None


def why_not_see_ballots(*, ballot_box: BallotBox, by: Person) -> str | None:
    """Return why this person may not see who voted what, or None when they may: in a named vote, the jury itself."""
    if ballot_box.secret:
        return _("This vote was secret.")
    if ballot_box.is_open:
        return _("The ballots can be read when the ballot closes.")
    if is_manager(by, ballot_box.edition) or Duty.JUROR in duties_of(by, ballot_box.edition):
        return None
    return _("Only the jury and the programme manager see who voted what.")


def why_not_leave_pitching(*, edition: Edition) -> list[str]:
    """Return every reason why pitching is not finished."""
    pitches = list(queries.pitches_in(edition))
    box = queries.box_of(edition)
    if not pitches:
        return [_("There is no running order yet.")]
    reasons = [why_still_to_come(pitches)]
    if box is None:
        reasons.append(_("The jury has not voted yet."))
    elif box.is_open:
        reasons.append(_("The ballot is still open."))
    elif queries.verdict_of(edition) is None:
        reasons.append(_("The verdict is not settled yet."))
    return [reason for reason in reasons if reason is not None]
