"""What others ask about people, units, skills, and who may register."""

from datamatch.people.queries.account import (
    Security,
    addresses_of,
    belongings,
    is_known_address,
    mail_to,
    other_administrators,
    own_account,
    security_of,
    written_columns,
)
from datamatch.people.queries.admission import (
    domain_of,
    domains,
    hash_of,
    invitation_with_id,
    invitation_with_token,
    invitations,
)
from datamatch.people.queries.audience import Reader, is_shown, reader_of, shows
from datamatch.people.queries.availability import availability_of, periods_of, with_hours
from datamatch.people.queries.facets import Facet, Facets, facets_of
from datamatch.people.queries.finding import findable, people_found, words_meant
from datamatch.people.queries.people import (
    has_photo,
    known_skills,
    learning_of,
    levels_of,
    people_named,
    person_with_email,
    photo_of,
    profile_of,
)
from datamatch.people.queries.sight import Sight, sight_of, with_all_parts
from datamatch.people.queries.spelling import Word
from datamatch.people.queries.telling import Telling, tellings_of
from datamatch.people.queries.unit_lines import UnitLine
from datamatch.people.queries.unit_plan import UnitChange, UnitPlan, plan_of
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
    "Reader",
    "Security",
    "Sight",
    "Telling",
    "Tree",
    "UnitChange",
    "UnitLine",
    "UnitPlan",
    "Word",
    "addresses_of",
    "availability_of",
    "belongings",
    "domain_of",
    "domains",
    "facets_of",
    "family_of",
    "findable",
    "has_photo",
    "hash_of",
    "imports_waiting",
    "invitation_with_id",
    "invitation_with_token",
    "invitations",
    "is_known_address",
    "is_shown",
    "known_skills",
    "learning_of",
    "levels_of",
    "live_unit",
    "mail_to",
    "merges_to_undo",
    "only_here",
    "other_administrators",
    "own_account",
    "people_found",
    "people_named",
    "periods_of",
    "person_with_email",
    "photo_of",
    "plan_of",
    "profile_of",
    "reader_of",
    "security_of",
    "shows",
    "sight_of",
    "stands_above",
    "tellings_of",
    "unit_with_slug",
    "units_above",
    "units_found",
    "units_on",
    "units_within",
    "with_all_parts",
    "with_hours",
    "words_meant",
    "written_columns",
]
