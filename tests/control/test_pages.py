"""The control room."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import ORDER, Stage
from tests.factories.editions import make_edition, make_manager, make_screener
from tests.factories.ideas import make_idea

pytestmark = pytest.mark.django_db


def room(edition, name="control_room"):
    return reverse(f"control:{name}", args=[edition.slug])


@pytest.mark.parametrize("stage", ORDER)
def test_control_room_shows_what_to_do_in_every_stage(sign_in, stage):
    edition = make_edition(stage=stage)
    answer = sign_in(make_manager(edition)).get(room(edition))
    assert answer.status_code == 200
    assert [stop["state"] for stop in answer.context["stages"]].count("current") == 1
    assert answer.context["deeds"]
    for deed in answer.context["deeds"]:
        assert f'href="{deed.url}"' in answer.content.decode()


def test_control_room_tells_every_reason_to_stay(sign_in):
    edition = make_edition(stage=Stage.PREPARING, themes=0, criteria=0)
    page = sign_in(make_manager(edition)).get(room(edition)).content.decode()
    assert "2 things stand in the way:" in page
    assert "The call has no themes yet." in page
    assert room(edition, "move") not in page


def test_control_room_says_when_nothing_stands_in_the_way(sign_in):
    edition = make_edition(stage=Stage.PREPARING)
    page = sign_in(make_manager(edition)).get(room(edition)).content.decode()
    assert "Nothing stands in the way." in page
    assert f'href="{room(edition, "move")}"' in page


def test_control_room_counts_how_far_the_call_is(sign_in):
    edition = make_edition(shortlist_size=3)
    make_idea(edition=edition)
    deeds = sign_in(make_manager(edition)).get(room(edition)).context["deeds"]
    assert [(deed.title, deed.done, deed.total, deed.is_done) for deed in deeds] == [
        ("Collect ideas", 1, 3, False),
        ("Appoint screeners", 0, 2, False),
    ]


@pytest.mark.parametrize("stage", [Stage.CALL, Stage.SCREENING, Stage.MATCHING])
def test_control_room_asks_as_much_for_three_ideas_as_for_one(sign_in, stage):
    edition = make_edition(stage=stage)
    client = sign_in(make_manager(edition))

    def count():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(room(edition)).status_code == 200
        return len(queries)

    make_idea(edition=edition)
    first = count()
    make_idea(edition=edition)
    make_idea(edition=edition)
    assert count() == first


@pytest.mark.parametrize(("stage", "count"), [(Stage.CALL, 1), (Stage.CLOSED, 0)])
def test_control_room_leads_to_the_plan_until_it_is_closed(sign_in, stage, count):
    edition = make_edition(stage=stage)
    page = sign_in(make_manager(edition)).get(room(edition)).content.decode()
    assert [page.count("Plan, sizes and themes"), page.count("Who does what")] == [count, count]


@pytest.mark.parametrize("name", ["control_room", "move"])
def test_control_room_is_closed_to_others(sign_in, name):
    edition = make_edition()
    assert sign_in(make_screener(edition)).get(room(edition, name)).status_code == 403


def test_move_is_asked_first_and_then_done(sign_in):
    edition = make_edition(stage=Stage.PREPARING)
    client = sign_in(make_manager(edition))
    assert "Everybody can send ideas and give energy." in client.get(room(edition, "move")).content.decode()
    answer = client.post(room(edition, "move"), {"leaving": "preparing"}, follow=True)
    assert "The edition is now in this stage: Call." in answer.content.decode()
    edition.refresh_from_db()
    assert edition.stage == Stage.CALL


def test_move_clicked_twice_moves_once(sign_in):
    edition = make_edition()
    client = sign_in(make_manager(edition))
    for _ in range(2):
        make_idea(edition=edition)
        make_screener(edition)
    answer = client.post(room(edition, "move"), {"leaving": "preparing"})
    assert answer.status_code == 403
    edition.refresh_from_db()
    assert edition.stage == Stage.CALL


def test_move_is_refused_with_the_reasons(sign_in):
    edition = make_edition(stage=Stage.PREPARING, themes=0)
    answer = sign_in(make_manager(edition)).post(room(edition, "move"), {"leaving": "preparing"})
    assert answer.status_code == 403
    assert "The call has no themes yet." in answer.content.decode()
