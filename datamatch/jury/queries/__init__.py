"""What others ask about pitch day, ballot and verdict."""

from datamatch.jury.queries.ballots import (
    Attendance,
    attendance_in,
    ballot_of,
    box_of,
    choice_of,
    verdict_of,
)
from datamatch.jury.queries.cards import (
    CriterionMean,
    card_of,
    cards_done,
    cards_of,
    means_in,
    own_means,
    scores_on,
)
from datamatch.jury.queries.minutes import Line, minutes_of
from datamatch.jury.queries.pitches import (
    conflicts_of,
    last_done,
    next_pitch,
    on_stage,
    open_conflicts,
    pitches_in,
    pitches_judged_by,
    recusal_of,
    recusals_in,
    recusals_of,
    written_by,
)
from datamatch.jury.queries.results import Duel, Place, Result, result_of
from datamatch.jury.queries.room import Base, base_of, desk_of, room_of
from datamatch.jury.queries.wording import reason_for

__all__ = [
    "Attendance", "Base", "CriterionMean", "Duel", "Line", "Place", "Result", "attendance_in", "ballot_of", "base_of",
    "box_of", "card_of", "cards_done", "cards_of", "choice_of", "conflicts_of", "desk_of", "last_done", "means_in",
    "minutes_of", "next_pitch", "on_stage", "open_conflicts", "own_means", "pitches_in", "pitches_judged_by",
    "reason_for", "recusal_of", "recusals_in", "recusals_of", "result_of", "room_of", "scores_on", "verdict_of",
    "written_by",
]  # fmt: skip
