"""What others ask about screening."""

from datamatch.screening.queries.assignments import (
    FLOOR,
    Progress,
    Share,
    assignments_of,
    counting_assignments,
    counting_reviews,
    next_assignment,
    progress_in,
    review_of,
    reviews_of,
    share_of,
    thinly_reviewed,
)
from datamatch.screening.queries.decisions import (
    Line,
    Tally,
    chosen_ideas,
    decision_on,
    decisions_in,
    lines_in,
    shortlisted_ideas,
    tally_of,
    undecided_ideas,
)
from datamatch.screening.queries.notices import Notice, notices_about, notices_about_decisions
from datamatch.screening.queries.ranking import (
    Summary,
    chart_ends,
    chart_rows,
    latest_calibration,
    proposed_outcome,
    reviews_since,
    standing_of,
    standings_of,
    summary_of,
)
from datamatch.screening.queries.rehearsing import Variances, variances_so_far
from datamatch.screening.queries.ties import Ties, ties_in
from datamatch.screening.queries.wording import composed_reason
from datamatch.screening.queries.words import CriterionWords, remarks_in, remarks_on, words_in, words_on

__all__ = [
    "FLOOR", "CriterionWords", "Line", "Notice", "Progress", "Share", "Summary", "Tally", "Ties", "Variances",
    "assignments_of", "chart_ends", "chart_rows", "chosen_ideas", "composed_reason", "counting_assignments",
    "counting_reviews", "decision_on", "decisions_in", "latest_calibration", "lines_in", "next_assignment",
    "notices_about", "notices_about_decisions", "progress_in", "proposed_outcome", "remarks_in",
    "remarks_on", "review_of", "reviews_of", "reviews_since", "share_of", "shortlisted_ideas", "standing_of",
    "standings_of", "summary_of", "tally_of", "thinly_reviewed", "ties_in", "undecided_ideas",
    "variances_so_far", "words_in", "words_on",
]  # fmt: skip
