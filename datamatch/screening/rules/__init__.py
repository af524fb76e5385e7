"""Why somebody may not do something in screening; None when they may."""

from datamatch.screening.rules.asking import (
    why_not_answer,
    why_not_answer_now,
    why_not_ask_back,
    why_not_ask_back_now,
    why_not_hold_back_answer,
    why_not_see_fellows,
    why_not_see_others,
    why_not_see_question,
    why_not_see_readers,
)
from datamatch.screening.rules.comparing import (
    why_not_close_comparing,
    why_not_compare,
    why_not_compare_now,
    why_not_open_comparing,
    why_not_see_compared,
    why_not_see_comparing,
    why_not_take_back_comparison,
)
from datamatch.screening.rules.conflicts import (
    conflict_of,
    why_not_declare,
    why_not_declare_in,
    why_not_hand_over,
    why_not_name_deputy,
    why_not_organise,
    why_not_see_ties,
    why_not_set_ground_rules,
    why_not_take_back,
    why_tied,
)
from datamatch.screening.rules.decisions import (
    STAGE_OF_ROUND,
    departs,
    why_not_calibrate,
    why_not_condition,
    why_not_decide,
    why_not_leave_screening,
    why_not_prepare,
    why_not_publish,
    why_not_see_decision,
    why_not_see_ranking,
    why_not_word,
    why_thin,
    why_undecided,
)
from datamatch.screening.rules.minutes import why_not_meet_on, why_not_note_minutes, why_not_see_minutes
from datamatch.screening.rules.offline import FILE_WAITS, why_not_review_offline, why_not_take_reviews
from datamatch.screening.rules.opinions import (
    why_not_hear,
    why_not_opine,
    why_not_opine_on,
    why_not_read_opinions,
    why_not_say,
    why_not_see_other,
    why_not_take_back_opinion,
)
from datamatch.screening.rules.reviews import (
    why_not_assign,
    why_not_manage,
    why_not_remark,
    why_not_review,
    why_not_review_in,
    why_not_score,
    why_not_see_assignment,
    why_not_step_back,
)
from datamatch.screening.rules.settling import (
    why_answered,
    why_contradicted,
    why_not_answer_for,
    why_not_by,
    why_not_confirm,
    why_not_decline,
    why_not_leave_matching,
    why_not_move_line,
    why_not_move_up,
    why_not_order_reserve,
    why_not_plan,
    why_not_release,
    why_not_see_confirmation,
    why_not_settle,
)
from datamatch.screening.rules.sharing import (
    warnings_about,
    why_not_add_reader,
    why_not_ask_proposed,
    why_not_limit,
    why_not_see_sharing,
    why_not_share,
    why_not_take_reader,
)
from datamatch.screening.rules.shortlist import why_not_ask_advised, why_not_see_severity

__all__ = [
    "FILE_WAITS", "STAGE_OF_ROUND", "conflict_of", "departs", "warnings_about", "why_answered", "why_contradicted",
    "why_not_add_reader", "why_not_answer", "why_not_answer_for", "why_not_answer_now", "why_not_ask_advised",
    "why_not_ask_back", "why_not_ask_back_now", "why_not_ask_proposed", "why_not_assign", "why_not_by",
    "why_not_calibrate", "why_not_close_comparing", "why_not_compare", "why_not_compare_now", "why_not_condition",
    "why_not_confirm", "why_not_decide", "why_not_declare", "why_not_declare_in", "why_not_decline",
    "why_not_hand_over", "why_not_hear", "why_not_hold_back_answer", "why_not_leave_matching",
    "why_not_leave_screening", "why_not_limit", "why_not_manage", "why_not_meet_on", "why_not_move_line",
    "why_not_move_up", "why_not_name_deputy", "why_not_note_minutes", "why_not_open_comparing", "why_not_opine",
    "why_not_opine_on", "why_not_order_reserve", "why_not_organise", "why_not_plan", "why_not_prepare",
    "why_not_publish", "why_not_read_opinions", "why_not_release", "why_not_remark", "why_not_review",
    "why_not_review_in", "why_not_review_offline", "why_not_say", "why_not_score", "why_not_see_assignment",
    "why_not_see_compared", "why_not_see_comparing", "why_not_see_confirmation", "why_not_see_decision",
    "why_not_see_fellows", "why_not_see_minutes", "why_not_see_other", "why_not_see_others", "why_not_see_question",
    "why_not_see_ranking", "why_not_see_readers", "why_not_see_severity", "why_not_see_sharing", "why_not_see_ties",
    "why_not_set_ground_rules", "why_not_settle", "why_not_share", "why_not_step_back", "why_not_take_back",
    "why_not_take_back_comparison", "why_not_take_back_opinion", "why_not_take_reader", "why_not_take_reviews",
    "why_not_word", "why_thin", "why_tied", "why_undecided",
]  # fmt: skip
