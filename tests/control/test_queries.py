"""What the control room shows."""

import pytest
from django.utils.translation import override

from datamatch.control.queries import Deed, stops_of
from datamatch.editions.actions import enter_stage
from datamatch.editions.enums import Stage
from tests.factories.editions import make_edition, make_manager

pytestmark = pytest.mark.django_db


def test_stops_have_the_day_of_the_move_or_of_the_plan(moment):
    edition = make_edition(stage=Stage.PREPARING)
    enter_stage(edition=edition, stage=Stage.CALL, by=make_manager(edition), at=moment)
    assert [tuple(stop.values()) for stop in stops_of(edition)] == [
        ("Preparation", "done", ""),
        ("Call", "current", "2 March 2026"),
        ("Screening", "next", "23 March 2026"),
        ("Matching", "next", ""),
        ("Pitching", "next", "4 May 2026"),
        ("Delivery", "next", "11 May 2026"),
        ("DataDag", "next", "17 August 2026"),
        ("Closed", "next", ""),
    ]


def test_stops_are_told_in_the_language_of_the_reader():
    edition = make_edition(stage=Stage.PREPARING)
    with override("nl"):
        assert stops_of(edition)[4]["date"] == "4 mei 2026"


@pytest.mark.parametrize(("done", "total", "is_done"), [(0, 0, False), (0, 2, False), (2, 2, True), (3, 2, True)])
def test_deed_is_done_when_all_of_it_is(done, total, is_done):
    assert Deed("Do", "", "/", done, total).is_done == is_done
