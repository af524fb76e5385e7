"""What others ask about teams: who is in them, what they lack, who can be asked."""

from datamatch.teams.queries.bench import Bench, Seeker, bench_of, hours_taken
from datamatch.teams.queries.candidates import Candidate
from datamatch.teams.queries.drafting import kept_out_of, set_aside_in, suggestions_in
from datamatch.teams.queries.gaps import Gap, Sheet, Staffability, gaps_of, sheets_of, staffability_of
from datamatch.teams.queries.lineups import (
    asks_of,
    changes_of,
    declines_of,
    history_of,
    latest_matching,
    lead_of,
    leads,
    members_of,
    team_of,
    teams_in,
    teams_of,
    teams_shown,
)
from datamatch.teams.queries.shortlist import Line, shortlist_of
from datamatch.teams.queries.terms import RENEW_WITHIN, last_day_of, seats_that_ended, seats_to_remind, who_hears

__all__ = [
    "RENEW_WITHIN",
    "Bench",
    "Candidate",
    "Gap",
    "Line",
    "Seeker",
    "Sheet",
    "Staffability",
    "asks_of",
    "bench_of",
    "changes_of",
    "declines_of",
    "gaps_of",
    "history_of",
    "hours_taken",
    "kept_out_of",
    "last_day_of",
    "latest_matching",
    "lead_of",
    "leads",
    "members_of",
    "seats_that_ended",
    "seats_to_remind",
    "set_aside_in",
    "sheets_of",
    "shortlist_of",
    "staffability_of",
    "suggestions_in",
    "team_of",
    "teams_in",
    "teams_of",
    "teams_shown",
    "who_hears",
]
