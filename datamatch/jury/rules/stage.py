"""Why the stage of pitch day may not be planned, filled, paused or emptied."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.jury import queries
from datamatch.jury.enums import PitchState
from datamatch.jury.models import Pitch
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


def why_not_move_on(*, edition: Edition, by: Person, seen: Pitch | None) -> str | None:
    """Return why this person may not change what is on stage, or None when they may.

    `seen` is what they saw on stage when they pressed the button; a second press must not skip a pitch.
    """
    if (reason := why_not_run(edition=edition, by=by)) is not None:
        return reason
    if queries.box_of(edition) is not None:
        return _("The ballot was opened; nobody pitches any more.")
    if queries.on_stage(edition) != seen:
        return _("Meanwhile something else is on stage. Look again.")
    return None


def why_not_call_next(*, edition: Edition, by: Person, seen: Pitch | None) -> str | None:
    """Return why the day cannot go on to the next pitch, or None when it can."""
    if (reason := why_not_move_on(edition=edition, by=by, seen=seen)) is not None:
        return reason
    if seen is None and queries.next_pitch(edition) is None:
        return _("All pitches are done.")
    return None


def why_not_step_back(*, edition: Edition, by: Person, seen: Pitch | None) -> str | None:
    """Return why the last step cannot be taken back, or None when it can."""
    if (reason := why_not_move_on(edition=edition, by=by, seen=seen)) is not None:
        return reason
    if seen is None and queries.last_done(edition) is None:
        return _("No pitch has begun yet.")
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


def why_not_pause(*, pitch: Pitch, by: Person) -> str | None:
    """Return why the clock of this pitch cannot be stopped now, or None when it can."""
    if (reason := why_not_end(pitch=pitch, by=by)) is not None:
        return reason
    return None if pitch.paused_at is None else _("The clock stands still already.")


def why_not_resume(*, pitch: Pitch, by: Person) -> str | None:
    """Return why the clock of this pitch cannot go on now, or None when it can."""
    if (reason := why_not_end(pitch=pitch, by=by)) is not None:
        return reason
    return _("The clock is running.") if pitch.paused_at is None else None


def why_still_to_come(pitches: Sequence[Pitch]) -> str | None:
    """Return how many pitches are not done."""
    left = sum(pitch.state != PitchState.DONE for pitch in pitches)
    words = ngettext("%(count)s of %(all)s pitches is not done.", "%(count)s of %(all)s pitches are not done.", left)
    return words % {"count": left, "all": len(pitches)} if left else None
