"""Deeds with the canvas."""

import pytest

from datamatch.canvas import actions, queries
from datamatch.canvas.enums import STANDARD_NEEDS, Need
from datamatch.canvas.models import Canvas
from datamatch.editions.enums import Stage
from datamatch.foundation.refusal import Refused
from datamatch.people.enums import disciplines
from tests.factories.editions import make_edition
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def idea():
    return make_idea(edition=make_edition(stage=Stage.MATCHING, delivery_weeks=11))


def needs_of(idea):
    return [(need.role, need.hours_per_week, need.must) for need in queries.needs_of(idea)]


def test_canvas_begins_with_the_words_of_the_idea_and_the_usual_roles(idea):
    canvas = actions.start_canvas(idea=idea, by=idea.submitter, at=MOMENT)
    assert (canvas.demand, canvas.sources, canvas.result) == (idea.demand, idea.data, idea.result)
    assert canvas.weeks == 11
    assert needs_of(idea) == [(need.role, need.hours_per_week, need.must) for need in STANDARD_NEEDS]


def test_usual_roles_are_on_the_list_of_disciplines():
    assert {need.role for need in STANDARD_NEEDS} <= set(disciplines())


def test_canvas_is_started_once(idea):
    first = actions.start_canvas(idea=idea, by=idea.submitter, at=MOMENT)
    actions.fill_canvas(idea=idea, by=idea.submitter, at=MOMENT, needs=[], demand="Other words")
    again = actions.start_canvas(idea=idea, by=idea.submitter, at=later())
    assert (again, again.demand, needs_of(idea)) == (first, "Other words", [])


def test_filling_replaces_what_was_there(idea):
    actions.start_canvas(idea=idea, by=idea.submitter, at=MOMENT)
    needs = [Need("ethicus", 2, must=False), Need("jurist", 6)]
    actions.fill_canvas(idea=idea, by=idea.submitter, at=later(), needs=needs, measure="Ten users", euros=500)
    canvas = queries.canvas_of(idea)
    assert (canvas.demand, canvas.measure, canvas.euros, canvas.changed_at) == ("", "Ten users", 500, later())
    assert needs_of(idea) == [("jurist", 6, True), ("ethicus", 2, False)]


def test_stranger_neither_starts_nor_fills(idea):
    with pytest.raises(Refused):
        actions.start_canvas(idea=idea, by=make_person(), at=MOMENT)
    with pytest.raises(Refused):
        actions.fill_canvas(idea=idea, by=make_person(), at=MOMENT, needs=[])
    assert Canvas.objects.count() == 0


def test_refused_roles_leave_the_canvas_as_it_was(idea):
    actions.start_canvas(idea=idea, by=idea.submitter, at=MOMENT)
    with pytest.raises(Refused, match="Name each role once"):
        actions.fill_canvas(idea=idea, by=idea.submitter, at=MOMENT, needs=[Need("jurist", 4), Need("jurist", 4)])
    assert len(needs_of(idea)) == len(STANDARD_NEEDS)


def test_idea_without_canvas_has_none_and_no_needs(idea):
    assert (queries.canvas_of(idea), queries.needs_of(idea)) == (None, [])
