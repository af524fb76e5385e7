"""Which lane an idea is in, derived from what its makers answered when they sent it.

The rules are D1 to D8 of the gate questions. When an idea is sent only the questions of phase A are answered, so D2 and
D3 (the AI Act, effects on people) and D7 (datasets made) wait for later phases, and no idea is red yet. The strictest
rule decides. An answer that is missing counts as "I do not know", as everywhere; D1 and D4 ask for an assessment before
the start of the work, D5 and D6 for an expert before that.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from datamatch.editions.enums import UNKNOWN, YES
from datamatch.editions.models import Edition
from datamatch.ideas.enums import LANE_QUESTIONS, Lane
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import answers_in, sees_lanes

SIGNALS = (YES, UNKNOWN)
DECIDES_FOR_PEOPLE = ("prediction", "selection", "automation")
TOO_OPEN = ("confidential", UNKNOWN)


class Step(NamedTuple):
    """Something to do because of the answers: the rule that asks for it, the lane it puts the idea in, and what."""

    rule: str
    lane: Lane
    words: str | Promise


D1 = Step("D1", Lane.ORANGE, gettext_lazy("Fill in the pre-scan DPIA before the work starts."))
D4 = Step("D4", Lane.ORANGE, gettext_lazy("Go through the decision aid of the AI Act before the work starts."))
D5 = Step("D5", Lane.YELLOW, gettext_lazy("Let the security officer classify the information before anybody gets it."))
D6 = Step("D6", Lane.YELLOW, gettext_lazy("Hold an ethics session with a jurist and an ethicist before the pitch."))
LOOK = Step("D8", Lane.YELLOW, gettext_lazy("Let an expert look at the answers before the pitch."))


def steps_for(answers: Mapping[str, str]) -> list[Step]:
    """Return what has to be done because of these answers (by the slug of the question), by number of the rule."""
    people, leak, harm = (answers.get(slug) or UNKNOWN for slug in ("J1", "T1", "E1"))
    sensitive = (answers.get("J2") or UNKNOWN) if people in SIGNALS else "no"
    worrying = [answer in SIGNALS for answer in (harm, sensitive)]
    asked = [
        (D1, people in SIGNALS),
        (D4, answers.get("V4") in DECIDES_FOR_PEOPLE),
        (D5, leak in TOO_OPEN),
        (D6, all(worrying)),
        (LOOK, any(worrying) and not all(worrying)),
    ]
    return [step for step, applies in asked if applies]


def lane_of(answers: Mapping[str, str]) -> Lane | None:
    """Return the lane of an idea: the strictest of its steps, green without any; None when nothing was answered."""
    if not any(answers.get(slug) for slug in LANE_QUESTIONS):
        return None
    lanes = {step.lane for step in steps_for(answers)}
    return next((lane for lane in (Lane.ORANGE, Lane.YELLOW) if lane in lanes), Lane.GREEN)


class Shown(NamedTuple):
    """The lane of one idea, and why it is in it."""

    lane: Lane
    steps: list[Step]


def lanes_shown(ideas: Iterable[Idea], *, edition: Edition, to: Any) -> dict[int, Shown]:
    """Return the lanes of these ideas of one edition by their key; none for who may not see them, or has no answers."""
    if why_not_see_lane(edition=edition, by=to):
        return {}
    found = {key: (lane_of(answers), steps_for(answers)) for key, answers in answers_in(ideas).items()}
    return {key: Shown(lane, steps) for key, (lane, steps) in found.items() if lane}


def why_not_see_lane(*, edition: Edition, by: Any) -> str | None:
    """Return why this person does not see lanes, or None for managers and screeners.

    A lane tells something of the answers: where one of them is for managers only, so is the lane.
    """
    return None if sees_lanes(edition, by) else _("Lanes are for managers and screeners.")
