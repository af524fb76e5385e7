"""What people do in screening."""

from datamatch.screening.actions.asking import answer_ask_back, ask_back, hold_answer_back
from datamatch.screening.actions.comparing import close_comparing, compare, open_comparing, take_back_comparison
from datamatch.screening.actions.confirming import ask_to_confirm, confirm, decline, release
from datamatch.screening.actions.decisions import decide, prepare_decisions, publish_decisions
from datamatch.screening.actions.fairness import (
    copy_ground_rules,
    declare_conflict,
    name_deputy,
    set_ground_rules,
    take_back_conflict,
)
from datamatch.screening.actions.minutes import note_minutes
from datamatch.screening.actions.offline import forget_review_files, keep_review_file, take_reviews
from datamatch.screening.actions.opinions import give_opinion, take_back_opinion
from datamatch.screening.actions.ranking import ask_advised, calibrate, calibrate_changed, forget_severities
from datamatch.screening.actions.reminding import remind_screeners
from datamatch.screening.actions.reviews import Assigned, assign_reviews, give_review, keep_draft, step_back
from datamatch.screening.actions.settling import (
    decide_many,
    move_line,
    move_up,
    order_reserve,
    plan_publication,
    take_back_decisions,
)
from datamatch.screening.actions.sharing import (
    add_reader,
    ask_proposed,
    move_reader,
    propose_reviews,
    set_limit,
    take_reader,
)

__all__ = [
    "Assigned", "add_reader", "answer_ask_back", "ask_advised", "ask_back", "ask_proposed", "ask_to_confirm",
    "assign_reviews", "calibrate", "calibrate_changed", "close_comparing", "compare", "confirm", "copy_ground_rules",
    "decide", "decide_many", "declare_conflict", "decline", "forget_review_files", "forget_severities", "give_opinion",
    "give_review", "hold_answer_back", "keep_draft", "keep_review_file", "move_line", "move_reader", "move_up",
    "name_deputy", "note_minutes", "open_comparing", "order_reserve", "plan_publication", "prepare_decisions",
    "propose_reviews", "publish_decisions", "release", "remind_screeners", "set_ground_rules", "set_limit",
    "step_back", "take_back_comparison", "take_back_conflict", "take_back_decisions", "take_back_opinion",
    "take_reader", "take_reviews",
]  # fmt: skip
