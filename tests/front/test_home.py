"""The front door, the edition page, and the two pages the law asks for."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from datamatch.editions.enums import ORDER, Stage
from datamatch.front.queries.funnel import Funnel, funnel_of
from datamatch.front.queries.stages import stage_bar
from tests.factories.cases import make_case
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.people import make_person
from tests.front.world import Way

pytestmark = pytest.mark.django_db
HOME = "/"


def text_of(answer):
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def stranger(client):
    client.cookies["django_language"] = "en"
    return client


@pytest.mark.parametrize("with_edition", [False, True])
def test_stranger_is_welcomed_with_two_ways_in(stranger, with_edition):
    if with_edition:
        make_edition()
    text = text_of(stranger.get(HOME))
    assert "Somebody here has an idea with data. Let us try it." in text
    assert f'href="{reverse("account_login")}"' in text
    assert f'href="{reverse("account_signup")}"' in text
    assert "This is how it went" not in text


def test_stranger_sees_what_came_of_the_last_edition(stranger):
    way = Way(Stage.CLOSED)
    text = text_of(stranger.get(HOME))
    assert f"This is how it went: {way.edition.name}" in text
    assert way.idea.title not in text


def test_colleague_without_any_edition_is_told_to_wait(sign_in):
    text = text_of(sign_in(make_person(name="Anna")).get(HOME))
    assert "Hello Anna" in text
    assert "No edition is open" in text


def test_colleague_may_send_an_idea_while_the_call_is_open(sign_in):
    edition = make_edition()
    text = text_of(sign_in(make_person()).get(HOME))
    assert edition.name in text
    assert f'href="{reverse("ideas:start", args=[edition.slug])}"' in text
    assert "Control room" not in text


def test_manager_finds_the_control_room_at_home(sign_in):
    edition = make_edition(stage=Stage.SCREENING)
    text = text_of(sign_in(make_manager(edition)).get(HOME))
    assert f'href="{reverse("control:control_room", args=[edition.slug])}"' in text
    assert reverse("ideas:start", args=[edition.slug]) not in text


def test_edition_in_preparation_is_shown_to_its_manager_only(sign_in):
    edition = make_edition(stage=Stage.PREPARING)
    manager = make_manager(edition)
    assert edition.name in text_of(sign_in(manager).get(HOME))
    assert "No edition is open" in text_of(sign_in(make_person()).get(HOME))


def test_home_shows_published_cases_only(sign_in):
    make_case(title="One map for all")
    make_case(title="Not ready yet", published=False)
    text = text_of(sign_in(make_person()).get(HOME))
    assert ("One map for all" in text, "Not ready yet" in text) == (True, False)


@pytest.mark.parametrize("stage", ORDER[1:])
def test_edition_page_shows_where_the_edition_is(stage, sign_in):
    way = Way(stage)
    text = text_of(sign_in(way.readers["stranger"]).get(reverse("front:edition", args=[way.edition.slug])))
    shown = {
        "send": reverse("ideas:start", args=[way.edition.slug]) in text,
        "pitched": ">Pitched</h2>" in text,
        "carried out": ">Carried out</h2>" in text,
    }
    place = ORDER.index(stage)
    assert shown == {
        "send": stage == Stage.CALL,
        "pitched": place >= ORDER.index(Stage.MATCHING),
        "carried out": place >= ORDER.index(Stage.DELIVERY),
    }
    assert [theme for theme in way.edition.themes.all() if escape(str(theme)) not in text] == []


def test_edition_page_before_its_time_is_for_its_manager(sign_in):
    edition = make_edition(stage=Stage.PREPARING)
    manager, url = make_manager(edition), reverse("front:edition", args=[edition.slug])
    assert sign_in(make_person()).get(url).status_code == 404
    assert sign_in(manager).get(url).status_code == 200


def test_edition_page_asks_to_sign_in(client):
    url = reverse("front:edition", args=[make_edition().slug])
    assert client.get(url).url == f"{reverse('account_login')}?next={url}"


def test_stage_bar_says_what_is_done_and_what_comes():
    states = [step["state"] for step in stage_bar(make_edition(stage=Stage.MATCHING))]
    assert states == ["done", "done", "done", "current", "next", "next", "next", "next"]


def test_stage_bar_leaves_days_out_that_are_not_planned():
    edition = make_edition(
        call_opens_on=None, call_closes_on=None, pitch_on=None, delivery_starts_on=None, datadag_on=None
    )
    assert {step["date"] for step in stage_bar(edition)} == {""}


def test_funnel_counts_only_what_was_published():
    way = Way(Stage.CLOSED)
    make_idea(edition=way.edition)
    assert funnel_of(way.edition) == Funnel(ideas=2, pitched=1, chosen=1, cases=1)
    way.edition.refresh_from_db()
    way.case.published_at = None
    way.case.save()
    assert funnel_of(way.edition).cases == 0


@pytest.mark.parametrize(
    ("name", "words"),
    [("accessibility", "We aim for WCAG 2.2, level AA."), ("privacy", "We keep only what you tell us yourself.")],
)
def test_page_that_the_law_asks_for_is_open_to_all(stranger, name, words):
    assert words in text_of(stranger.get(reverse(f"front:{name}")))


def test_other_editions_that_run_stand_on_the_home_page(sign_in):
    make_edition(name="Big round", number=2)
    make_edition(name="Small round", number=1, stage=Stage.SCREENING)
    make_edition(name="Old round", number=3, stage=Stage.CLOSED)
    make_edition(name="Coming round", number=4, stage=Stage.PREPARING)
    text = text_of(sign_in(make_person()).get(HOME))
    also = text.partition("Also running")[2]
    assert ("Small round" in also, "Screening" in also) == (True, True)
    assert [name for name in ("Big round", "Coming round") if name in also] == []


def test_one_edition_alone_has_none_beside_it(sign_in):
    make_edition()
    assert "Also running" not in text_of(sign_in(make_person()).get(HOME))


@pytest.mark.parametrize("page", ["home", "edition"])
def test_page_takes_as_many_queries_for_three_as_for_one(page, sign_in, django_assert_max_num_queries):
    way = Way(Stage.CLOSED)
    client = sign_in(way.readers["manager"])
    url = HOME if page == "home" else reverse("front:edition", args=[way.edition.slug])
    with django_assert_max_num_queries(99) as once:
        client.get(url)
    for _more in range(2):
        make_case()
        make_idea(edition=way.edition)
    with django_assert_max_num_queries(len(once)):
        client.get(url)


def test_page_of_a_sealed_call_does_not_tell_how_many_ideas_came_in(sign_in):
    edition = make_edition(sealed=True)
    make_idea(edition=edition)
    page = reverse("front:edition", args=[edition.slug])
    assert "ideas sent" not in sign_in(make_person()).get(page).content.decode()
    edition.stage = Stage.SCREENING
    edition.save()
    assert "ideas sent" in sign_in(make_person()).get(page).content.decode()
