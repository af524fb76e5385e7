"""Pure numbers: assign, calibrate, rank, choose, staff and count ballots on NumPy arrays."""

from .assign import Assignment, assign
from .ballots import Verdict, schulze
from .calibrate import Posterior, calibrate
from .choose import Choice, choose
from .rank import Ranking, rank
from .teams import Teams, teams

__all__ = [
    "Assignment",
    "Choice",
    "Posterior",
    "Ranking",
    "Teams",
    "Verdict",
    "assign",
    "calibrate",
    "choose",
    "rank",
    "schulze",
    "teams",
]
