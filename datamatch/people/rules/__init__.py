"""Why somebody may not do something with a person, or let one in; None when they may."""

from datamatch.people.rules.admission import why_not_add_domain, why_not_keep_domains
from datamatch.people.rules.profile import (
    why_not_add_person,
    why_not_add_to_lists,
    why_not_ask,
    why_not_join,
    why_not_keep_profile,
    why_not_know,
)

__all__ = [
    "why_not_add_domain",
    "why_not_add_person",
    "why_not_add_to_lists",
    "why_not_ask",
    "why_not_join",
    "why_not_keep_domains",
    "why_not_keep_profile",
    "why_not_know",
]
