"""Who sees in which lane an idea is."""

from typing import Any

from datamatch.editions.enums import Audience, Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import duties_of, is_manager
from datamatch.ideas.enums import LANE_QUESTIONS


def sees_lanes(edition: Edition, person: Any) -> bool:
    """Tell whether lanes are shown: to managers, and to screeners unless one of the answers is for managers only."""
    if is_manager(person, edition):
        return True
    if Duty.SCREENER not in duties_of(person, edition):
        return False
    return not edition.questions.filter(slug__in=LANE_QUESTIONS, shown_to=Audience.MANAGERS).exists()
