"""What others ask about screening."""

from datamatch.screening.enums import FLOOR
from datamatch.screening.queries.asking import answers_to_weigh, is_blacked_out, questions_about
from datamatch.screening.queries.assignments import (
    Progress,
    Share,
    assignments_of,
    counting_assignments,
    counting_reviews,
    progress_in,
    review_of,
    reviews_of,
    share_of,
    thinly_reviewed,
)
from datamatch.screening.queries.comparing import (
    ComparingSoFar,
    OwnPairs,
    close_calls_of,
    comparers_in,
    comparing_of,
    comparing_so_far,
    comparisons_between,
    comparisons_of,
    is_comparing,
    own_pairs,
    pairs_asked_of,
    pairs_each,
    standings_to_compare,
    taken_back_by,
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
from datamatch.screening.queries.earlier import Before, before_of
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
from datamatch.screening.queries.minutes import Minutes, minutes_in, note_of
from datamatch.screening.queries.notices import Notice, notices_about, notices_about_decisions
from datamatch.screening.queries.offline import (
    REVIEWS,
    YES,
    OfflineLine,
    columns_in,
    offline_assignments,
    offline_lines,
    offline_sheets,
    review_file_of,
    slug_column,
)
from datamatch.screening.queries.opinions import (
    Heard,
    Voice,
    fellows_count,
    heard_in,
    heard_of,
    heard_on,
    ideas_with_words_to_mend,
    opinion_of,
    others_with_mine,
    own_assignment,
)
from datamatch.screening.queries.ranking import (
    Summary,
    chart_ends,
    chart_rows,
    latest_calibration,
    proposed_outcome,
    reviews_since,
    seats_left,
    standing_of,
    standings_of,
    summary_of,
)
from datamatch.screening.queries.reading import (
    draft_of,
    minutes_left,
    names_of_readers,
    next_assignment,
    open_before,
    open_question,
    questions_to,
    reviews_by_others,
    rules_due_after,
    waiting_count,
)
from datamatch.screening.queries.rehearsing import Variances, variances_so_far
from datamatch.screening.queries.settling import (
    Contradiction,
    confirmation_of,
    confirmations_in,
    contradictions_in,
    cuts_in,
    day_in_words,
    free_places,
    given_up_in,
    newest_confirmation_of,
    publication_of,
    reserve_in,
    waiting_confirmations,
)
from datamatch.screening.queries.sharing import (
    Candidate,
    Load,
    Sharing,
    candidates_for,
    ideas_shared,
    limit_of,
    limits_in,
    loads_in,
    missing_in,
    proposals_in,
    readers_of,
    sharing_in,
)
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
    "FLOOR", "REVIEWS", "YES", "Before", "Candidate", "ComparingSoFar", "Contradiction", "CriterionWords", "Heard",
    "Line", "Load", "Minutes", "Notice", "OfflineLine", "OwnPairs", "Progress", "Share", "Sharing", "Summary", "Tally",
    "Ties", "Unjudged", "Variances", "Voice", "advice_of", "answers_to_weigh", "assignments_of", "before_of",
    "candidates_for", "chart_ends", "chart_rows", "chosen_ideas", "close_calls_of", "columns_in", "comparers_in",
    "comparing_of", "comparing_so_far", "comparisons_between", "comparisons_of", "composed_reason", "confirmation_of",
    "confirmations_in", "conflict_between", "conflicts_in", "contradictions_in", "counting_assignments",
    "counting_reviews", "cuts_in", "day_in_words", "decision_on", "decisions_in", "declarable_ideas", "deputised_to",
    "deputy_of", "draft_of", "editions_closed_before", "editions_in_screening", "fellows_count", "free_places",
    "given_up_in", "ground_rules_of", "heard_in", "heard_of", "heard_on", "ideas_shared", "ideas_with_words_to_mend",
    "in_zone", "is_behind", "is_blacked_out", "is_comparing", "is_deputy", "judges", "latest_calibration", "limit_of",
    "limits_in", "lines_in", "loads_in", "minutes_in", "minutes_left", "missing_in", "names_of_readers",
    "newest_confirmation_of", "next_assignment", "note_of", "notices_about", "notices_about_decisions",
    "offline_assignments", "offline_lines", "offline_sheets", "open_advice", "open_before", "open_question",
    "opinion_of", "ordered", "others_with_mine", "own_assignment", "own_pairs", "pairs_asked_of", "pairs_each",
    "progress_in", "proposals_in", "proposed_outcome", "publication_of", "questions_about", "questions_to",
    "readers_of", "remarks_in", "remarks_on", "reserve_in", "review_file_of", "review_of", "reviews_by_others",
    "reviews_of", "reviews_since", "rules_due_after", "seats_left", "severities_of", "severity_rows", "share_of",
    "sharing_in", "shortlisted_ideas", "slug_column", "standing_of", "standings_of", "standings_to_compare",
    "summary_of", "taken_back_by", "tally_of", "thinly_reviewed", "ties_in", "undecided_ideas", "unjudged_by",
    "variances_so_far", "waiting_confirmations", "waiting_count", "words_in", "words_on",
]  # fmt: skip
