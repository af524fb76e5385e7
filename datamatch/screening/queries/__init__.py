"""What others ask about screening."""

from datamatch.screening.enums import FLOOR
from datamatch.screening.queries.assignments import (
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
from datamatch.screening.queries.fairness import (
    Unjudged,
    conflict_between,
    conflicts_in,
    declarable_ideas,
    deputised_to,
    deputy_of,
    ground_rules_of,
    is_deputy,
    judges,
    unjudged_by,
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
from datamatch.screening.queries.shortlist import (
    advice_of,
    editions_closed_before,
    editions_in_screening,
    in_zone,
    is_behind,
    open_advice,
    ordered,
    severities_of,
    severity_rows,
)
from datamatch.screening.queries.ties import Ties, ties_in
from datamatch.screening.queries.wording import composed_reason
from datamatch.screening.queries.words import CriterionWords, remarks_in, remarks_on, words_in, words_on

__all__ = [
    "FLOOR", "CriterionWords", "Line", "Notice", "Progress", "Share", "Summary", "Tally", "Ties", "Unjudged",
    "Variances", "advice_of", "assignments_of", "chart_ends", "chart_rows", "chosen_ideas", "composed_reason",
    "conflict_between", "conflicts_in", "counting_assignments", "counting_reviews", "decision_on", "decisions_in",
    "declarable_ideas", "deputised_to", "deputy_of", "editions_closed_before", "editions_in_screening",
    "ground_rules_of", "in_zone", "is_behind", "is_deputy", "judges", "latest_calibration", "lines_in",
    "next_assignment", "notices_about", "notices_about_decisions", "open_advice", "ordered", "progress_in",
    "proposed_outcome", "remarks_in", "remarks_on", "review_of", "reviews_of", "reviews_since", "severities_of",
    "severity_rows", "share_of", "shortlisted_ideas", "standing_of", "standings_of", "summary_of", "tally_of",
    "thinly_reviewed", "ties_in", "undecided_ideas", "unjudged_by", "variances_so_far", "words_in", "words_on",
]  # fmt: skip
