"""Pages about people."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.people.models import Profile
from tests.factories.people import make_person, make_skill, make_unit

pytestmark = pytest.mark.django_db


def told(**given):
    rows = {"periods-TOTAL_FORMS": "0", "periods-INITIAL_FORMS": "0"}
    return {"discipline": "jurist", "hours_per_week": "6", "languages": ["nl"], "open_to_ask": "on"} | rows | given


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


def periods(*rows):
    """Return rows of periods as a browser sends them."""
    sent = {"periods-TOTAL_FORMS": str(len(rows)), "periods-INITIAL_FORMS": "0"}
    names = ("from_on", "until_on", "hours_per_week")
    return sent | {
        f"periods-{at}-{name}": word for at, row in enumerate(rows) for name, word in zip(names, row, strict=True)
    }


def test_profile_is_kept_with_learning_aspects_periods_and_who_sees_what(sign_in):
    person, skill = make_person(), make_skill(name_en="Statistics")
    rows = periods(("2026-07-01", "2026-08-15", "0"), ("", "", ""))
    words = {f"learn-{skill.slug}": "on", "safeguards": ["ethical"], "sees-about": "me"}
    browser = sign_in(person)
    assert browser.post(reverse("people:profile"), told(**words, **rows)).status_code == 302
    profile = Profile.objects.get(person=person)
    assert [one.skill for one in profile.learning.all()] == [skill]
    assert (profile.safeguards, profile.about_for, profile.unit_for) == (["ethical"], "me", "everyone")
    assert [(str(one.from_on), str(one.until_on), one.hours_per_week) for one in profile.periods.all()] == [
        ("2026-07-01", "2026-08-15", 0)
    ]
    page = browser.get(reverse("people:profile")).content.decode()
    assert 'value="2026-08-15"' in page
    assert "What helps to find work that fits you" in page


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([("2026-07-01", "", "")], "Say until which day."),
        ([("", "2026-07-01", "3")], "Say from which day."),
        ([("2026-07-02", "2026-07-01", "3")], "A period ends on or after the day on which it begins."),
        ([("2026-07-01", "2026-07-09", "3"), ("2026-07-09", "2026-07-12", "3")], "Two of your periods overlap."),
    ],
)
def test_periods_that_are_not_right_come_back_as_typed_with_the_rest(sign_in, rows, reason):
    answer = sign_in(make_person()).post(reverse("people:profile"), told(about="Maps", **periods(*rows)))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert reason in page
    assert "Maps" in page
    assert f'value="{next(filter(None, rows[0]))}"' in page


def test_profile_says_what_still_helps_and_when_all_is_told(sign_in):
    person = make_person(unit=make_unit(), hours_per_week=0)
    browser = sign_in(person)
    page = browser.get(reverse("people:profile")).content.decode()
    assert "3 of 6" in page
    assert '<a class="utrecht-link" href="#id_hours_per_week">your hours</a>' in page
    person.profile.levels.create(skill=make_skill())
    Profile.objects.filter(person=person).update(hours_per_week=4, about="Maps")
    assert "You told everything that helps" in browser.get(reverse("people:profile")).content.decode()


def test_people_page_remembers_what_was_asked_until_everybody_is_asked_for(sign_in):
    make_person(name="Anna", discipline="jurist")
    browser = sign_in(make_person(name="Bob", discipline="architect"))
    browser.get(reverse("people:people"), {"discipline": "jurist"})
    page = browser.get(reverse("people:people")).content.decode()
    assert "1 person" in page
    assert "Show everybody" in page
    assert "2 people" in browser.get(reverse("people:people"), {"text": ""}).content.decode()
    page = browser.get(reverse("people:people")).content.decode()
    assert "2 people" in page
    assert "Show everybody" not in page


def test_people_page_forgives_a_typing_error_and_says_so(sign_in):
    me = make_person(name="Anna")
    me.profile.levels.create(skill=make_skill(name_en="Statistics"))
    page = sign_in(me).get(reverse("people:people"), {"text": "statistcis"}).content.decode()
    assert "Nobody says “statistcis”. Shown: statistics." in page
    assert "1 person" in page


@pytest.mark.parametrize("wish", ["hours=many", "day=soon", "safeguard=x", "language=%22", "unit=x", "page=x"])
def test_people_page_takes_what_it_does_not_know(sign_in, wish):
    assert sign_in(make_person()).get(f"{reverse('people:people')}?{wish}").status_code == 200


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
