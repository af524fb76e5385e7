"""Who sees which part of a profile. What is hidden leaves no trace: not in lists, counts, searches or pages."""

import re

import pytest
from django.db import transaction
from django.urls import reverse

from datamatch.people import queries
from datamatch.people.enums import Audience, Part
from datamatch.people.models import Learning, Photo, Profile
from tests.factories.editions import make_edition, make_manager
from tests.factories.moments import DAY, MOMENT
from tests.factories.people import make_administrator, make_person, make_skill, make_unit

pytestmark = pytest.mark.django_db
QUESTIONS = [
    {}, {"text": "mining"}, {"text": "jurist"}, {"text": "Nature"}, {"text": "Statistics"}, {"text": "Fishery"},
    {"discipline": "jurist"}, {"skill": "statistics"}, {"unit": "nature"}, {"learning": "fishery"},
    {"safeguard": "legal"}, {"language": "de"}, {"hours": "16"}, {"hours": "2", "day": "2026-03-02"},
]  # fmt: skip


@pytest.fixture
def world():
    """Anna, about whom everything can be told; Bob, who works beside her; Carl, who works elsewhere."""
    nature, sea = make_unit(name="Nature", slug="nature"), make_unit(name="Sea", slug="sea")
    skill = make_skill(slug="statistics", name_en="Statistics")
    wish = make_skill(slug="fishery", name_en="Fishery")
    anna = make_person(name="Anna", discipline="", hours_per_week=0)
    bob, carl = make_person(name="Bob", unit=nature), make_person(name="Carl", unit=sea)
    return {"anna": anna, "bob": bob, "carl": carl, "unit": nature, "skill": skill, "wish": wish}


def tell(world, part):
    """Let Anna tell one part."""
    profile = world["anna"].profile
    if part == Part.SKILLS:
        profile.levels.create(skill=world["skill"], level=4)
    elif part == Part.LEARNING:
        Learning.objects.create(profile=profile, skill=world["wish"])
    elif part == Part.PHOTO:
        Photo.objects.create(person=world["anna"], picture=b"picture", kept_at=MOMENT)
    elif part == Part.HOURS:
        profile.periods.create(from_on=DAY, until_on=DAY, hours_per_week=20)
        Profile.objects.filter(pk=profile.pk).update(hours_per_week=20)
    else:
        words = {"unit": world["unit"], "discipline": "jurist", "about": "I know mining."}
        value = words | {"safeguards": ["legal"], "languages": ["nl", "de"]}
        Profile.objects.filter(pk=profile.pk).update(**{part: value[part]})


def hide(world, part, audience):
    Profile.objects.filter(person=world["anna"]).update(**{f"{part}_for": audience})


def pages(browser, world):
    """Return every page about people that this reader can open, without what differs at each request."""
    browser.get(reverse("people:people"), {"text": ""})
    answers = [browser.get(reverse("people:people"), question) for question in QUESTIONS]
    answers.append(browser.get(reverse("people:person", args=[world["anna"].public_id])))
    shown = [re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", one.content.decode()) for one in answers]
    photo = browser.get(reverse("people:photo", args=[world["anna"].public_id]))
    return [*shown, photo.status_code]


@pytest.mark.parametrize("audience", [Audience.UNIT, Audience.ME])
def test_what_is_hidden_leaves_every_page_as_if_it_was_never_told(sign_in, world, audience):
    """All parts are told at once: if any of them left a trace, a page would differ."""
    for part in Part:
        hide(world, part, audience)
    browser = sign_in(world["carl"])
    before = pages(browser, world)
    for part in Part:
        tell(world, part)
    assert pages(browser, world) == before


def test_each_part_that_is_for_everyone_is_seen_by_everyone(sign_in, world):
    browser = sign_in(world["carl"])
    before = pages(browser, world)
    for part in Part:
        with transaction.atomic():
            tell(world, part)
            assert pages(browser, world) != before, part
            transaction.set_rollback(True)


@pytest.mark.parametrize("part", list(Part))
def test_what_is_for_the_unit_is_seen_by_colleagues_and_managers_only(world, part):
    tell(world, Part.UNIT)
    hide(world, part, Audience.UNIT)
    manager, gone = make_manager(make_edition()), make_manager(make_edition(stage="closed"))
    seeing = [world["anna"], world["bob"], manager, make_administrator()]
    profile = Profile.objects.get(person=world["anna"])
    for person in [*seeing, world["carl"], gone]:
        reader = queries.reader_of(person)
        rows = Profile.objects.filter(queries.is_shown(part, reader), pk=profile.pk)
        assert queries.shows(profile, part, to=reader) is (person in seeing)
        assert rows.exists() is (person in seeing)


@pytest.mark.parametrize("part", list(Part))
def test_what_is_for_me_is_seen_by_nobody_else(world, part):
    tell(world, Part.UNIT)
    hide(world, part, Audience.ME)
    profile = Profile.objects.get(person=world["anna"])
    for person in (world["anna"], world["bob"], make_administrator()):
        reader = queries.reader_of(person)
        assert queries.shows(profile, part, to=reader) is (person == world["anna"])
        rows = Profile.objects.filter(queries.is_shown(part, reader), pk=profile.pk)
        assert rows.exists() is (person == world["anna"])


def test_colleagues_do_not_learn_a_hidden_unit_from_what_is_for_the_unit(world):
    tell(world, Part.UNIT)
    hide(world, Part.UNIT, Audience.ME)
    hide(world, Part.ABOUT, Audience.UNIT)
    profile = Profile.objects.get(person=world["anna"])
    bob = queries.reader_of(world["bob"])
    assert not queries.shows(profile, Part.ABOUT, to=bob)
    assert not Profile.objects.filter(queries.is_shown(Part.ABOUT, bob), pk=profile.pk).exists()


def test_pages_for_all_name_a_unit_only_when_it_is_for_all(world):
    tell(world, Part.UNIT)
    for audience, for_all, for_managers in (
        (Audience.EVERYONE, world["unit"], world["unit"]),
        (Audience.UNIT, None, world["unit"]),
        (Audience.ME, None, None),
    ):
        hide(world, Part.UNIT, audience)
        profile = Profile.objects.get(person=world["anna"])
        assert (profile.unit_for_all, profile.unit_for_managers) == (for_all, for_managers)
