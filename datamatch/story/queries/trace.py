"""The trace of a replay as data; docs/reference/trace.md documents it.

Ideas are named I001, I002 ... by their number; screeners S01 ..., without names; ballots carry no juror at all.
"""

import json
from collections.abc import Sequence

from datamatch.editions.models import Edition
from datamatch.story.queries import choosing, working
from datamatch.story.queries.names import Told, ideas_in, names_of

SCHEMA = "datamatch-trace/1"


def trace_of(
    edition: Edition, *, seed: int, simulated: Sequence[str], notes: Sequence[str], following: Edition | None = None
) -> Told:
    """Return everything that happened in an edition, ready for JSON; the same deeds give the same words."""
    names = names_of(ideas_in(edition))
    return {
        "schema": SCHEMA,
        "seed": seed,
        "simulated": sorted(set(simulated)),
        "notes": list(notes),
        "edition": choosing.told_edition(edition),
        "ideas": choosing.told_ideas(edition, names),
        "reviews": choosing.told_reviews(edition, names),
        "ranking": choosing.told_ranking(edition, names),
        "decisions": choosing.told_decisions(edition, names),
        "teams": working.told_teams(edition, names),
        "pitches": working.told_pitches(edition, names),
        "ballots": working.told_ballots(edition, names),
        "gates": working.told_gates(edition, names),
        "projects": working.told_projects(edition, names),
        "datadag": working.told_datadag(edition),
        "cases": working.told_cases(edition, names),
        "next_call": choosing.told_edition(following) if following else None,
    }


def as_text(trace: Told) -> str:
    """Return the trace as JSON, always the same bytes for the same trace."""
    return json.dumps(trace, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
