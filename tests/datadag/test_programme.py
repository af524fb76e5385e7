"""Planning the day."""

from datetime import UTC, datetime, time, timedelta

import pytest

from datamatch.datadag import actions, queries
from datamatch.datadag.enums import RegistrationState, SessionKind
from datamatch.datadag.models import DataDag, Session
from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from tests.factories.datadag import make_datadag, make_registration, make_session
from tests.factories.editions import make_edition, make_manager
from tests.factories.moments import DAY, MOMENT
from tests.factories.people import make_person
from tests.factories.projects import make_finished_project

pytestmark = pytest.mark.django_db


def plan(edition, **given):
    words = {"held_on": DAY, "place": "The old library", "capacity": 3, "by": make_manager(edition), "at": MOMENT}
    return actions.plan_datadag(edition=edition, **words | given)


def programme(datadag):
    return [(f"{part.starts_at:%H:%M}", part.kind, part.minutes) for part in queries.sessions_of(datadag)]


def test_planning_makes_a_programme_with_every_project_and_a_break_halfway():
    edition = make_edition(stage=Stage.DELIVERY)
    projects = [make_finished_project(edition=edition) for _ in range(3)]
    datadag = plan(edition)
    assert programme(datadag) == [
        ("12:00", "opening", 20),
        ("12:20", "result", 25),
        ("12:45", "result", 25),
        ("13:10", "break", 30),
        ("13:40", "result", 25),
        ("14:05", "closing", 30),
    ]
    assert [part.project for part in queries.sessions_of(datadag) if part.project] == projects


def test_planning_names_the_parts_in_the_language_of_the_planner():
    edition = make_edition(stage=Stage.DELIVERY)
    manager = make_manager(edition, make_person(language="en"))
    datadag = plan(edition, by=manager)
    assert [part.title for part in queries.sessions_of(datadag)] == ["Opening", "Break", "Closing and drinks"]


def test_planning_is_refused_to_a_visitor():
    edition = make_edition(stage=Stage.DELIVERY)
    with pytest.raises(Refused):
        plan(edition, by=make_person())
    assert DataDag.objects.count() == 0


def test_changing_the_day_moves_the_programme_along():
    edition = make_edition(stage=Stage.DELIVERY)
    datadag = plan(edition)
    manager = make_manager(edition)
    day = DAY + timedelta(days=1)
    actions.change_datadag(
        datadag=datadag, held_on=day, place="Hall", capacity=9, starts_at=time(10), by=manager, at=MOMENT
    )
    datadag.refresh_from_db()
    assert (datadag.held_on, datadag.place, datadag.capacity) == (day, "Hall", 9)
    assert queries.sessions_of(datadag).first().starts_at == datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


def test_changing_to_more_seats_seats_who_waits_longest():
    datadag = make_datadag(capacity=1)
    make_registration(datadag=datadag)
    first, second = [make_registration(datadag=datadag, state=RegistrationState.WAITING) for _ in range(2)]
    actions.change_datadag(
        datadag=datadag, held_on=DAY, place="Hall", capacity=2, starts_at=time(10),
        by=make_manager(datadag.edition), at=MOMENT,
    )  # fmt: skip
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("seated", "waiting")


def test_changing_is_refused_to_a_visitor():
    datadag = make_datadag()
    with pytest.raises(Refused):
        actions.change_datadag(
            datadag=datadag, held_on=DAY, place="Hall", capacity=2, starts_at=time(10), by=make_person(), at=MOMENT
        )


def test_added_part_comes_before_the_closing():
    edition = make_edition(stage=Stage.DELIVERY)
    datadag = plan(edition)
    manager = make_manager(edition)
    actions.add_session(datadag=datadag, kind=SessionKind.WORKSHOP, title="Maps", minutes=10, by=manager, at=MOMENT)
    assert programme(datadag)[-2:] == [("12:50", "workshop", 10), ("13:00", "closing", 30)]


def test_part_added_to_an_empty_programme_starts_the_day():
    datadag = make_datadag(held_on=DAY)
    manager = make_manager(datadag.edition)
    actions.add_session(datadag=datadag, kind=SessionKind.OPENING, title="Welcome", by=manager, at=MOMENT)
    assert programme(datadag) == [("12:00", "opening", 20)]


def test_adding_is_refused_to_visitors_and_for_a_project_on_stage():
    project = make_finished_project()
    datadag = make_datadag(edition=project.idea.edition)
    make_session(datadag=datadag, project=project)
    for by, about in [(make_person(), None), (make_manager(datadag.edition), project)]:
        with pytest.raises(Refused):
            actions.add_session(
                datadag=datadag, kind=SessionKind.RESULT, title="Again", project=about, by=by, at=MOMENT
            )


def test_moving_changes_places_and_times():
    datadag = make_datadag()
    manager = make_manager(datadag.edition)
    first = make_session(datadag=datadag, title="First", minutes=30)
    make_session(datadag=datadag, title="Second", minutes=10, starts_at=MOMENT + timedelta(minutes=30))
    actions.move_session(session=first, up=False, by=manager, at=MOMENT)
    order = [(part.title, part.starts_at - MOMENT) for part in queries.sessions_of(datadag)]
    assert order == [("Second", timedelta(0)), ("First", timedelta(minutes=10))]


def test_moving_is_refused_beyond_the_ends():
    session = make_session(datadag=make_datadag())
    with pytest.raises(Refused):
        actions.move_session(session=session, up=True, by=make_manager(session.datadag.edition), at=MOMENT)


def test_removing_closes_the_gap():
    datadag = make_datadag()
    first = make_session(datadag=datadag)
    make_session(datadag=datadag, title="Second", starts_at=MOMENT + timedelta(minutes=30))
    actions.remove_session(session=first, by=make_manager(datadag.edition), at=MOMENT)
    assert list(Session.objects.values_list("title", "starts_at")) == [("Second", MOMENT)]


def test_removing_is_refused_to_a_visitor():
    with pytest.raises(Refused):
        actions.remove_session(session=make_session(datadag=make_datadag()), by=make_person(), at=MOMENT)


def test_publishing_shows_the_programme_and_is_refused_twice():
    datadag = make_datadag(published=False)
    make_session(datadag=datadag)
    manager = make_manager(datadag.edition)
    actions.publish_programme(datadag=datadag, by=manager, at=MOMENT)
    assert queries.datadag_of(datadag.edition).published_at == MOMENT
    with pytest.raises(Refused):
        actions.publish_programme(datadag=datadag, by=manager, at=MOMENT)
    assert list(TrailEntry.objects.values_list("deed", flat=True)) == ["datadag.publish"]
