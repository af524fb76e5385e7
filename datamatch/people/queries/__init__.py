"""What others ask about people, units, skills, and who may register."""

from datamatch.people.queries.admission import domain_of, domains
from datamatch.people.queries.people import (
    Facet,
    Facets,
    facets_of,
    known_skills,
    levels_of,
    people_found,
    people_named,
    person_with_email,
    profile_of,
)
from datamatch.people.queries.unit_tree import Branch, Tree, only_here, stands_above, units_above, units_within
from datamatch.people.queries.units import (
    family_of,
    imports_waiting,
    live_unit,
    merges_to_undo,
    unit_with_slug,
    units_found,
    units_on,
)

__all__ = [
    "Branch",
    "Facet",
    "Facets",
    "Tree",
    "domain_of",
    "domains",
    "facets_of",
    "family_of",
    "imports_waiting",
    "known_skills",
    "levels_of",
    "live_unit",
    "merges_to_undo",
    "only_here",
    "people_found",
    "people_named",
    "person_with_email",
    "profile_of",
    "stands_above",
    "unit_with_slug",
    "units_above",
    "units_found",
    "units_on",
    "units_within",
]
