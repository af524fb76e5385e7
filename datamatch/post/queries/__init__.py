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
from datamatch.post.queries.wording import Told, Wording, worded

__all__ = [
    "Coverage", "Told", "Wording", "authors_in", "contradicted_ideas", "coverage_of", "current_round", "ideas_of_round",
    "letters_in", "letters_of", "letters_to", "mails", "outdated_letters", "worded",
]  # fmt: skip
