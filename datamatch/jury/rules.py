"""Why not: one sentence per deed, for the page, the action and the test."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.editions.models.call import HIGHEST, LOWEST
from datamatch.editions.queries import criteria_of, duties_of, is_manager
from datamatch.ideas.models import Idea
from datamatch.jury import queries
from datamatch.jury.enums import PitchState
from datamatch.jury.models import BallotBox, Pitch
from datamatch.people.models import Person
from datamatch.screening.queries import shortlisted_ideas


def why_not_run(*, edition: Edition, by: Person) -> str | None:
    """Return why this person does not run pitch day, or None when they do."""
    if not is_manager(by, edition):
        return _("Only the programme manager runs pitch day.")
    if edition.stage != Stage.PITCHING:
        return _("Pitch day belongs to the stage of pitching.")
    return None


def why_not_plan_pitches(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not make the running order now, or None when they may."""
    if not is_manager(by, edition):
        return _("Only the programme manager makes the running order.")
    if edition.stage not in {Stage.MATCHING, Stage.PITCHING}:
        return _("The running order is made while matching and pitching.")
    if not shortlisted_ideas(edition).exists():
        return _("There is no shortlist to plan.")
    if queries.pitches_in(edition).exclude(state=PitchState.WAITING).exists():
        return _("The first pitch has begun; the running order stays as it is.")
    return None


def why_not_stage(*, pitch: Pitch, by: Person) -> str | None:
    """Return why this pitch cannot be called on stage now, or None when it can."""
    edition = pitch.idea.edition
    if (reason := why_not_run(edition=edition, by=by)) is not None:
        return reason
    if pitch.state == PitchState.DONE:
        return _("This pitch is done.")
    now = queries.on_stage(edition)
    if now is not None:
        return _("“%(idea)s” is on stage. End that pitch first.") % {"idea": now.idea.title}
    if queries.box_of(edition) is not None:
        return _("The ballot was opened; nobody pitches any more.")
    return None


def why_not_end(*, pitch: Pitch, by: Person) -> str | None:
    """Return why this pitch cannot be ended now, or None when it can."""
    if (reason := why_not_run(edition=pitch.idea.edition, by=by)) is not None:
        return reason
    return None if pitch.state == PitchState.ON_STAGE else _("This pitch is not on stage.")


def why_not_judge(*, pitch: Pitch, by: Person) -> str | None:
    """Return why this person has no say about a pitch, or None when they have."""
    if Duty.JUROR not in duties_of(by, pitch.idea.edition):
        return _("Only jurors judge the pitches.")
    if pitch.idea_id in queries.written_by(by, pitch.idea.edition):
        return _("This is your own idea; the others judge it.")
    if queries.recusal_of(by, pitch) is not None:
        return _("You stepped out for this pitch.")
    return None


def why_not_give_card(*, pitch: Pitch, by: Person) -> str | None:
    """Return why this person may not give a scorecard now, or None when they may."""
    if (reason := why_not_judge(pitch=pitch, by=by)) is not None:
        return reason
    if pitch.state == PitchState.WAITING:
        return _("The card opens when the pitch begins.")
    box = queries.box_of(pitch.idea.edition)
    if box is not None and not box.is_open:
        return _("The ballot is closed; the cards stay as they are.")
    return None


def why_not_score(*, pitch: Pitch, scores: Mapping[str, int]) -> str | None:
    """Return what is wrong with the scores on a card, or None when they are complete."""
    if set(scores) != {criterion.slug for criterion in criteria_of(pitch.idea.edition)}:
        return _("Give every criterion a score.")
    if not all(LOWEST <= value <= HIGHEST for value in scores.values()):
        return _("A score goes from 1 to 5.")
    return None


def why_not_step_out(*, pitch: Pitch, by: Person) -> str | None:
    """Return why this person cannot step out for a pitch now, or None when they can."""
    if (reason := why_not_judge(pitch=pitch, by=by)) is not None:
        return reason
    box = queries.box_of(pitch.idea.edition)
    return None if box is None or box.is_open else _("The ballot is closed.")


def why_not_open_box(*, edition: Edition, by: Person) -> str | None:
    """Return why the ballot cannot be opened now, or None when it can."""
    if (reason := why_not_run(edition=edition, by=by)) is not None:
        return reason
    if queries.box_of(edition) is not None:
        return _("The ballot was opened before; there is one per edition.")
    pitches = list(queries.pitches_in(edition))
    if not pitches:
        return _("There is no running order yet.")
    if (reason := _why_still_to_come(pitches)) is not None:
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


def why_not_settle(*, ballot_box: BallotBox, by: Person) -> str | None:
    """Return why the verdict cannot be settled now, or None when it can."""
    if (reason := why_not_run(edition=ballot_box.edition, by=by)) is not None:
        return reason
    if ballot_box.is_open:
        return _("The ballot is still open.")
    if queries.verdict_of(ballot_box.edition) is not None:
        return _("The verdict is settled.")
    return None


def why_not_choose(*, ballot_box: BallotBox, chosen: Sequence[Idea], motive: str) -> str | None:
    """Return what is wrong with a choice of ideas, or None when it can be the verdict."""
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
    if departs(ballot_box=ballot_box, chosen=chosen) and not motive.strip():
        return _("This differs from the ballot. Say why, so that everybody can read it in the minutes.")
    return None


def departs(*, ballot_box: BallotBox, chosen: Sequence[Idea]) -> bool:
    """Tell whether a choice differs from what the ballot proposes."""
    result = queries.result_of(ballot_box)
    return result is None or {idea.pk for idea in chosen} != {idea.pk for idea in result.proposal}


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


def why_not_leave_pitching(*, edition: Edition) -> list[str]:
    """Return every reason why pitching is not finished."""
    pitches = list(queries.pitches_in(edition))
    box = queries.box_of(edition)
    if not pitches:
        return [_("There is no running order yet.")]
    reasons = [_why_still_to_come(pitches)]
    if box is None:
        reasons.append(_("The jury has not voted yet."))
    elif box.is_open:
        reasons.append(_("The ballot is still open."))
    elif queries.verdict_of(edition) is None:
        reasons.append(_("The verdict is not settled yet."))
    return [reason for reason in reasons if reason is not None]


def _why_still_to_come(pitches: Sequence[Pitch]) -> str | None:
    """Return how many pitches are not done."""
    left = sum(pitch.state != PitchState.DONE for pitch in pitches)
    words = ngettext("%(count)s of %(all)s pitches is not done.", "%(count)s of %(all)s pitches are not done.", left)
    return words % {"count": left, "all": len(pitches)} if left else None
