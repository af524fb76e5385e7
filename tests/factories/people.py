"""Persons, units and skills for tests; every call makes a new one."""

from itertools import count

from datamatch.people.models import Person, Profile, Skill, Unit

_numbers = count(1)


def make_unit(**given):
    """Make a unit."""
    number = next(_numbers)
    return Unit.objects.create(**{"slug": f"unit-{number}", "name": f"Unit {number}"} | given)


def make_skill(**given):
    """Make a skill."""
    number = next(_numbers)
    words = {"slug": f"skill-{number}", "name_nl": f"vaardigheid {number}", "name_en": f"skill {number}"}
    return Skill.objects.create(**words | {"group": "data"} | given)


def make_person(*, unit=None, discipline="data-scientist", hours_per_week=4, **given):
    """Make a person with a profile."""
    number = next(_numbers)
    person = Person.objects.create_user(**{"email": f"person{number}@example.org", "name": f"Person {number}"} | given)
    Profile.objects.create(
        person=person, unit=unit, discipline=discipline, hours_per_week=hours_per_week, languages=["nl"]
    )
    return person


def make_administrator(**given):
    """Make an administrator."""
    return make_person(is_staff=True, is_superuser=True, **given)
