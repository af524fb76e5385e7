"""Why a juror may not judge a pitch, give a card or step out."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from datamatch.editions.enums import Duty
from datamatch.editions.models.call import LOWEST
from datamatch.editions.queries import criteria_of, duties_of
from datamatch.jury import queries
from datamatch.jury.enums import PitchState
from datamatch.jury.models import Pitch
from datamatch.people.models import Person


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
    if {criterion.slug for criterion in criteria_of(pitch.idea.edition)} - set(scores):
        return _("Give every criterion a score.")
    return why_not_jot(pitch=pitch, scores=scores)


def why_not_jot(*, pitch: Pitch, scores: Mapping[str, int]) -> str | None:
    """Return what is wrong with the scores on a card that is not complete yet, or None when they can be kept."""
    asked = {criterion.slug: criterion for criterion in criteria_of(pitch.idea.edition)}
    if set(scores) - set(asked):
        return _("This edition has no such criterion.")
    for slug, value in scores.items():
        if not LOWEST <= value <= asked[slug].top:
            return _("A score goes from %(low)s to %(high)s.") % {"low": LOWEST, "high": asked[slug].top}
    return None


def why_not_step_out(*, pitch: Pitch, by: Person) -> str | None:
    """Return why this person cannot step out for a pitch now, or None when they can."""
    if (reason := why_not_judge(pitch=pitch, by=by)) is not None:
        return reason
    box = queries.box_of(pitch.idea.edition)
    if box is not None and not box.is_open:
        return _("The ballot is closed.")
    if box is not None and box.secret and queries.has_voted(by, box):
        return _("Your ballot is in the box. A secret ballot cannot be taken out any more.")
    return None
