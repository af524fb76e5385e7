"""What can be read about ideas and the energy behind them."""

from datamatch.ideas.queries.coauthors import (
    coauthors_of,
    invitation_to,
    invitations_to,
    people_to_invite,
    units_to_send_for,
)
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
    "coauthors_of",
    "drafts_of",
    "energy_counts",
    "energy_from",
    "energy_in",
    "energy_of",
    "fair_place",
    "ideas_of",
    "ideas_shown",
    "in_order",
    "invitation_to",
    "invitations_to",
    "is_author",
    "people_to_invite",
    "sees_authors",
    "sees_energy",
    "sent_ideas",
    "theme_counts",
    "units_to_send_for",
]
