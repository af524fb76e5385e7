"""Keeping the lane of an idea beside its answers, so that a list can be narrowed by it.

How answers put an idea in a lane is known above: the room safeguards names its rule in `ready` of its `apps.py`.
"""

from collections.abc import Callable, Iterable, Mapping

from datamatch.ideas import queries
from datamatch.ideas.enums import LANE_QUESTIONS
from datamatch.ideas.models import Idea

LaneOf = Callable[[Mapping[str, str]], str | None]

_rules: list[LaneOf] = []


def lanes_follow(rule: LaneOf) -> None:
    """Say by which rule an idea comes in a lane; it reads the answers by the slug of their question."""
    _rules[:] = [rule]


def keep_lane(idea: Idea, *, changed: Iterable[str]) -> None:
    """Put an idea that is held in the lane of the answers it has now, when one that counts for it changed."""
    if not _rules or not set(changed) & set(LANE_QUESTIONS):
        return
    lane = _rules[0](queries.answers_of(idea)) or ""
    if lane != idea.lane:
        idea.lane = lane
        Idea.objects.filter(pk=idea.pk).update(lane=lane)
