"""Deeds about people: joining, adding, keeping a profile, loading the lists that ship with the product."""

from datamatch.people.actions.adding import add_administrator, add_skill, add_unit
from datamatch.people.actions.admission import add_domain, remove_domain
from datamatch.people.actions.joining import add_person, join
from datamatch.people.actions.lists import load_skills, load_units
from datamatch.people.actions.profile import keep_profile

__all__ = [
    "add_administrator",
    "add_domain",
    "add_person",
    "add_skill",
    "add_unit",
    "join",
    "keep_profile",
    "load_skills",
    "load_units",
    "remove_domain",
]
