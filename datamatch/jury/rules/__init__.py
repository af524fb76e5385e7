"""Why not: one sentence per deed, for the page, the action and the test."""

from datamatch.jury.rules.ballots import (
    why_not_cast,
    why_not_choose_rules,
    why_not_close_box,
    why_not_line,
    why_not_open_box,
    why_not_rank,
    why_not_rules,
)
from datamatch.jury.rules.cards import why_not_give_card, why_not_jot, why_not_judge, why_not_score, why_not_step_out
from datamatch.jury.rules.hall import (
    why_not_change_hall,
    why_not_close_vote,
    why_not_open_hall,
    why_not_open_vote,
    why_not_pick,
    why_not_see_hall_desk,
    why_not_take_part,
    why_not_vote,
)
from datamatch.jury.rules.minutes import why_not_add, why_not_sign, why_not_text
from datamatch.jury.rules.questions import why_not_ask, why_not_because, why_not_moderate, why_not_want
from datamatch.jury.rules.records import why_not_export_records
from datamatch.jury.rules.reserve import why_not_keep_reserve, why_not_reserve
from datamatch.jury.rules.schedule import (
    why_not_move_pitch,
    why_not_note_absence,
    why_not_see_schedule,
    why_not_tell_times,
)
from datamatch.jury.rules.stage import (
    why_not_call_next,
    why_not_end,
    why_not_pause,
    why_not_plan_pitches,
    why_not_resume,
    why_not_run,
    why_not_stage,
    why_not_step_back,
)
from datamatch.jury.rules.verdict import (
    departs,
    departs_from,
    why_not_choose,
    why_not_leave_pitching,
    why_not_see_ballots,
    why_not_see_jury,
    why_not_see_result,
    why_not_settle,
)
from datamatch.jury.rules.whatif import why_not_compare, why_not_figure, why_not_value

__all__ = [
    "departs", "departs_from", "why_not_add", "why_not_ask", "why_not_because", "why_not_call_next", "why_not_cast",
    "why_not_change_hall", "why_not_choose", "why_not_choose_rules", "why_not_close_box", "why_not_close_vote",
    "why_not_compare", "why_not_end", "why_not_export_records", "why_not_figure", "why_not_give_card", "why_not_jot",
    "why_not_judge", "why_not_keep_reserve", "why_not_leave_pitching", "why_not_line", "why_not_moderate",
    "why_not_move_pitch", "why_not_note_absence", "why_not_open_box", "why_not_open_hall", "why_not_open_vote",
    "why_not_pause", "why_not_pick", "why_not_plan_pitches", "why_not_rank", "why_not_reserve", "why_not_resume",
    "why_not_rules", "why_not_run", "why_not_score", "why_not_see_ballots", "why_not_see_hall_desk",
    "why_not_see_jury", "why_not_see_result", "why_not_see_schedule", "why_not_settle", "why_not_sign",
    "why_not_stage", "why_not_step_back", "why_not_step_out", "why_not_take_part", "why_not_tell_times",
    "why_not_text", "why_not_value", "why_not_vote", "why_not_want",
]  # fmt: skip
