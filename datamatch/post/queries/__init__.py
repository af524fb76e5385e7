"""What others ask about letters and mail."""

from datamatch.post.queries.letters import (
    Coverage,
    authors_in,
    contradicted_ideas,
    coverage_of,
    current_round,
    ideas_of_round,
    letters_in,
    letters_of,
    letters_to,
    mails,
    outdated_letters,
)
from datamatch.post.queries.travel import Leg, is_undelivered, legs_of, legs_of_letter, undelivered_in, with_last_leg
from datamatch.post.queries.wording import Told, Wording, address_of, confirm_address, worded
from datamatch.post.queries.writing import confirm_by_in, wordings, wordings_about

__all__ = [
    "Coverage", "Leg", "Told", "Wording", "address_of", "authors_in", "confirm_address", "confirm_by_in",
    "contradicted_ideas", "coverage_of", "current_round", "ideas_of_round", "is_undelivered", "legs_of",
    "legs_of_letter", "letters_in", "letters_of", "letters_to", "mails", "outdated_letters", "undelivered_in",
    "with_last_leg", "worded", "wordings", "wordings_about",
]  # fmt: skip
