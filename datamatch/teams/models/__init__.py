"""Tables of teams: who carries an idea out, who is proposed for it, and who is left out."""

from datamatch.teams.models.changing import SeatChange
from datamatch.teams.models.drafting import Exclusion, Suggestion
from datamatch.teams.models.team import Matching, Member, Team

__all__ = ["Exclusion", "Matching", "Member", "SeatChange", "Suggestion", "Team"]
