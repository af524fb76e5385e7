"""What others ask about editions: which one runs, who does what, what it asks and judges on."""

from datamatch.editions.queries.editions import (
    appointed,
    appointments_in,
    criteria_of,
    current_edition,
    duties_of,
    duty_counts,
    duty_groups,
    editions_managed,
    editions_shown,
    is_manager,
    manages_something,
    moves_of,
    next_edition,
    programmes,
    themes_of,
)  # fmt: skip
from datamatch.editions.queries.questions import (
    answered_questions,
    asked,
    every_question_of,
    lacking,
    questions_of,
    signalled,
)  # fmt: skip

__all__ = [
    "answered_questions",
    "appointed", "appointments_in", "asked", "criteria_of", "current_edition", "duties_of", "duty_counts",
    "duty_groups", "editions_managed", "editions_shown", "every_question_of", "is_manager", "lacking",
    "manages_something", "moves_of", "next_edition", "programmes", "questions_of", "signalled", "themes_of",
]  # fmt: skip
