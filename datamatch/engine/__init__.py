"""Pure numbers: who reviews, what stands out, which are chosen, who works together, when on stage."""

from .assign import Assignment, assign
from .ballots import Verdict, schulze, schulze_pairs
from .calibrate import Posterior, calibrate
from .choose import Choice, Wishes, choose, wishes
from .compare import Compared, compare
from .criteria import CriteriaPosterior, calibrate_criteria
from .pairs import NextPairs, next_pairs
from .pitches import RunningOrder, order_pitches
from .rank import Ranking, rank
from .reviews import NextReviews, next_reviews
from .schedule import Schedule, schedule
from .shares import Shares, equal_shares
from .teams import Teams, teams

__all__ = [
    "Assignment",
    "Choice",
    "Compared",
    "CriteriaPosterior",
    "NextPairs",
    "NextReviews",
    "Posterior",
    "Ranking",
    "RunningOrder",
    "Schedule",
    "Shares",
    "Teams",
    "Verdict",
    "Wishes",
    "assign",
    "calibrate",
    "calibrate_criteria",
    "choose",
    "compare",
    "equal_shares",
    "next_pairs",
    "next_reviews",
    "order_pitches",
    "rank",
    "schedule",
    "schulze",
    "schulze_pairs",
    "teams",
    "wishes",
]
