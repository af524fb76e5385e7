"""Pages about people."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.people.models import Profile
from tests.factories.people import make_person, make_skill, make_unit

pytestmark = pytest.mark.django_db


def told(**given):
    return {"discipline": "jurist", "hours_per_week": "6", "languages": ["nl"], "open_to_ask": "on"} | given


def test_profile_page_shows_every_skill_with_its_level(sign_in):
    person, skill = make_person(name="Anna"), make_skill(name_en="Statistics")
    person.profile.levels.create(skill=skill, level=3)
    page = sign_in(person).get(reverse("people:profile")).content.decode()
    assert f'name="skill-{skill.slug}"' in page
    assert '<option value="3" selected>I am experienced</option>' in page


def test_profile_is_kept_with_chosen_skills(sign_in):
    person, skill, unit = make_person(), make_skill(), make_unit()
    make_skill()
    answer = sign_in(person).post(
        reverse("people:profile"), told(unit=unit.pk, about="Maps", **{f"skill-{skill.slug}": "4"})
    )
    assert (answer.status_code, answer.url) == (302, reverse("people:profile"))
    profile = Profile.objects.get(person=person)
    assert (profile.unit, profile.discipline, profile.about) == (unit, "jurist", "Maps")
    assert [(level.skill, level.level) for level in profile.levels.all()] == [(skill, 4)]


def test_profile_with_too_many_hours_comes_back_as_typed(sign_in):
    person = make_person()
    answer = sign_in(person).post(reverse("people:profile"), told(hours_per_week="60", about="Maps"))
    assert answer.status_code == 422
    assert "Maps" in answer.content.decode()
    assert Profile.objects.get(person=person).hours_per_week == 4


def test_people_page_narrows_and_counts(sign_in):
    make_person(name="Anna", discipline="jurist")
    me = make_person(name="Bob", discipline="architect")
    page = sign_in(me).get(reverse("people:people"), {"discipline": "jurist"}).content.decode()
    assert "Anna" in page
    assert "1 person" in page
    assert "Lawyer (1)" in page


def test_people_page_says_what_to_do_when_nobody_is_found(sign_in):
    answer = sign_in(make_person()).get(
        reverse("people:people"), {"text": "zzz", "discipline": "jurist", "unit": "no", "skill": "no"}
    )
    page = answer.content.decode()
    assert "Nobody found" in page
    assert "Lawyer (0)" in page


def test_people_page_asks_as_much_for_three_people_as_for_one(sign_in):
    skill, unit = make_skill(), make_unit()
    me = make_person(unit=unit)
    me.profile.levels.create(skill=skill)
    client = sign_in(me)

    def count():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("people:people")).status_code == 200
        return len(queries)

    first = count()
    for _ in range(3):
        make_person(unit=unit).profile.levels.create(skill=skill)
    assert count() == first


def test_person_page_shows_address_only_of_who_may_be_asked(sign_in):
    anna, me = make_person(name="Anna", email="anna@example.org"), make_person()
    url = reverse("people:person", args=[anna.public_id])
    assert "anna@example.org" in sign_in(me).get(url).content.decode()
    Profile.objects.filter(person=anna).update(open_to_ask=False)
    page = sign_in(me).get(url).content.decode()
    assert "anna@example.org" not in page
    assert "Anna would rather not be asked now." in page


def test_person_who_is_gone_has_no_page(sign_in):
    gone = make_person(is_active=False)
    assert sign_in(make_person()).get(reverse("people:person", args=[gone.public_id])).status_code == 404


@pytest.mark.parametrize("name", ["people:profile", "people:people"])
def test_pages_ask_a_visitor_to_sign_in(client, name):
    url = reverse(name)
    answer = client.get(url)
    assert (answer.status_code, answer.url) == (302, f"{reverse('account_login')}?next={url}")
