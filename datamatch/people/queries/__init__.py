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
    unit_with_slug,
    units_on,
)

__all__ = [
    "Facet",
    "Facets",
    "domain_of",
    "domains",
    "facets_of",
    "known_skills",
    "levels_of",
    "people_found",
    "people_named",
    "person_with_email",
    "profile_of",
    "unit_with_slug",
    "units_on",
]
