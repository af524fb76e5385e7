"""Pages of editions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition, Programme
from datamatch.editions.queries import duties_of
from tests.factories.editions import make_edition, make_manager, make_programme, make_screener
from tests.factories.people import make_administrator, make_person

pytestmark = pytest.mark.django_db


def plan_of(edition, **changes):
    names = (
        "name", "call_opens_on", "call_closes_on", "pitch_on", "delivery_starts_on", "datadag_on", "delivery_weeks",
        "reviews_per_idea", "shortlist_size", "chosen_count", "quorum", "means_euros", "means_hours",
    )  # fmt: skip
    return {name: getattr(edition, name) for name in names} | changes


def test_list_shows_editions_with_their_stage(sign_in):
    edition = make_edition(name="DataMatch 2027")
    page = sign_in(make_person()).get(reverse("editions:editions")).content.decode()
    assert "DataMatch 2027" in page
    assert "Call from 23 February 2026 until 23 March 2026." in page
    assert reverse("editions:plan", args=[edition.slug]) not in page


def test_list_leads_managers_to_plan_and_people(sign_in):
    edition = make_edition()
    page = sign_in(make_manager(edition)).get(reverse("editions:editions")).content.decode()
    assert reverse("editions:plan", args=[edition.slug]) in page
    assert reverse("editions:appointments", args=[edition.slug]) in page


def test_list_asks_as_much_for_three_editions_as_for_one(sign_in):
    client = sign_in(make_person())

    def count():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("editions:editions")).status_code == 200
        return len(queries)

    make_edition()
    first = count()
    make_edition()
    make_edition()
    assert count() == first


def test_empty_list_says_what_comes(sign_in):
    assert "No editions yet" in sign_in(make_person()).get(reverse("editions:editions")).content.decode()


def test_programme_is_opened_with_a_free_address(sign_in):
    make_programme(slug="data")
    answer = sign_in(make_administrator()).post(reverse("editions:open_programme"), {"name": "Data", "purpose": ""})
    assert (answer.status_code, answer.url) == (302, reverse("editions:prepare"))
    assert set(Programme.objects.values_list("slug", flat=True)) == {"data", "data-2"}


@pytest.mark.parametrize("name", ["editions:open_programme", "editions:prepare"])
def test_new_programme_and_edition_are_not_for_everybody(sign_in, name):
    assert sign_in(make_person()).get(reverse(name)).status_code == 403
    assert sign_in(make_administrator()).get(reverse(name)).status_code == 200


def test_edition_is_prepared_with_themes_as_lines(sign_in):
    programme = make_programme()
    answer = sign_in(make_administrator()).post(
        reverse("editions:prepare"),
        {
            "programme": programme.pk,
            "name": "Nieuw",
            "number": 1,
            "themes": "Natuur | Nature | Wat groeit er? | What grows?\n\nWater | Water",
        },
    )
    edition = Edition.objects.get()
    assert (answer.status_code, answer.url) == (302, reverse("editions:plan", args=["nieuw-2"]))
    assert [(theme.slug, theme.question_en) for theme in edition.themes.all()] == [
        ("natuur", "What grows?"),
        ("water", ""),
    ]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("themes", "Natuur", "A line needs a Dutch and an English name"),
        ("themes", "Natuur | Nature\nNatuur | Nature", "Two lines have the same theme."),
        ("themes", f"{'a' * 81} | b", "A name has at most 80 characters"),
        ("number", "1", "This programme already has an edition with this number."),
        ("call_closes_on", "2020-01-01", "The days must follow each other"),
        ("name", "", "Name of the edition"),
    ],
)
def test_edition_that_cannot_be_prepared_comes_back_as_typed(sign_in, field, value, words):
    programme = make_programme()
    make_edition(programme=programme, number=1)
    typed = {"programme": programme.pk, "name": "Second", "number": 2, "call_opens_on": "2026-01-01"}
    answer = sign_in(make_administrator()).post(reverse("editions:prepare"), typed | {field: value})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Edition.objects.count() == 1


def test_plan_is_kept(sign_in):
    edition = make_edition()
    url = reverse("editions:plan", args=[edition.slug])
    client = sign_in(make_manager(edition))
    assert "Keep the plan" in client.get(url).content.decode()
    answer = client.post(url, plan_of(edition, means_euros=5000))
    assert (answer.status_code, answer.url) == (302, url)
    edition.refresh_from_db()
    assert edition.means_euros == 5000


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"shortlist_size": 9}, "it stays as it is"),
        ({"datadag_on": "2020-01-01"}, "The days must follow each other"),
    ],
)
def test_plan_that_cannot_be_comes_back_with_the_reason(sign_in, changes, words):
    edition = make_edition(stage=Stage.SCREENING)
    url = reverse("editions:plan", args=[edition.slug])
    answer = sign_in(make_manager(edition)).post(url, plan_of(edition, **changes))
    assert answer.status_code == 422
    assert words in answer.content.decode()


@pytest.mark.parametrize("name", ["editions:plan", "editions:appointments"])
def test_plan_and_appointments_are_for_managers(sign_in, name):
    edition = make_edition()
    assert sign_in(make_screener(edition)).get(reverse(name, args=[edition.slug])).status_code == 403


def test_theme_is_added_once_and_removed(sign_in):
    edition = make_edition(stage=Stage.PREPARING, themes=0)
    client = sign_in(make_manager(edition))
    add = reverse("editions:add_theme", args=[edition.slug])
    words = {"name_nl": "Natuur", "name_en": "Nature", "question_nl": "", "question_en": ""}
    assert client.post(add, words).status_code == 302
    again = client.post(add, words)
    assert again.status_code == 422
    assert "This theme is there already." in again.content.decode()
    assert client.post(reverse("editions:remove_theme", args=[edition.slug, "natuur"])).status_code == 302
    assert not edition.themes.exists()


def test_person_is_found_appointed_and_dismissed(sign_in):
    edition, anna = make_edition(), make_person(name="Anna de Vries")
    client = sign_in(make_manager(edition))
    page = client.get(reverse("editions:appointments", args=[edition.slug]), {"text": "vries"}).content.decode()
    assert "Anna de Vries" in page
    given = {"person": str(anna.public_id), "duty": "screener"}
    assert client.post(reverse("editions:appoint", args=[edition.slug]), given).status_code == 302
    assert duties_of(anna, edition) == {Duty.SCREENER}
    assert client.post(reverse("editions:dismiss", args=[edition.slug]), given).status_code == 302
    assert duties_of(anna, edition) == set()


def test_unknown_duty_is_refused(sign_in):
    edition = make_edition()
    given = {"person": str(make_person().public_id), "duty": "king"}
    answer = sign_in(make_manager(edition)).post(reverse("editions:appoint", args=[edition.slug]), given)
    assert answer.status_code == 403
    assert "We do not know this person or this duty." in answer.content.decode()


def test_appointments_ask_as_much_for_three_people_as_for_one(sign_in):
    edition = make_edition()
    client = sign_in(make_manager(edition))
    url = reverse("editions:appointments", args=[edition.slug])

    def count():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url, {"text": "person"}).status_code == 200
        return len(queries)

    make_screener(edition)
    first = count()
    make_screener(edition)
    make_screener(edition)
    assert count() == first


def test_manager_changes_and_moves_a_theme_on_the_page(sign_in):
    edition = make_edition()
    browser, theme = sign_in(make_manager(edition)), edition.themes.first()
    url = reverse("editions:change_theme", args=[edition.slug, theme.slug])
    assert theme.name_en in browser.get(url).content.decode()
    assert browser.post(url, {"name_nl": "", "name_en": "Water"}).status_code == 422
    answer = browser.post(url, {"name_nl": theme.name_nl, "name_en": "Waterways", "question_en": "Where?"})
    assert answer.status_code == 302
    browser.post(reverse("editions:move_theme", args=[edition.slug, theme.slug]), {"to": "down"})
    assert [one.name_en for one in edition.themes.all()][-1] == "Waterways"
    assert sign_in(make_person()).get(url).status_code == 403
