"""What can be read about ideas and the energy behind them."""

from datamatch.ideas.queries.ideas import (
    authors_of,
    drafts_of,
    energy_counts,
    energy_from,
    energy_in,
    energy_of,
    fair_place,
    ideas_of,
    ideas_shown,
    in_order,
    is_author,
    sees_authors,
    sees_energy,
    sent_ideas,
    theme_counts,
)

__all__ = [
    "authors_of",
    "drafts_of",
    "energy_counts",
    "energy_from",
    "energy_in",
    "energy_of",
    "fair_place",
    "ideas_of",
    "ideas_shown",
    "in_order",
    "is_author",
    "sees_authors",
    "sees_energy",
    "sent_ideas",
    "theme_counts",
]
