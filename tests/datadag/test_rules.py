"""Who may do what with the DataDag, and when not."""

from datetime import timedelta

import pytest

from datamatch.datadag import rules
from datamatch.datadag.enums import RegistrationState
from datamatch.editions.enums import Stage
from tests.factories.datadag import make_datadag, make_registration, make_session
from tests.factories.editions import make_edition, make_manager
from tests.factories.moments import DAY, MOMENT
from tests.factories.people import make_administrator, make_person
from tests.factories.projects import make_finished_project

pytestmark = pytest.mark.django_db
ONLY_MANAGER = "Only the programme manager can do this."
HELD_ON = DAY + timedelta(days=10)


def test_planning_is_for_the_manager_once():
    edition = make_edition(stage=Stage.DELIVERY)
    manager = make_manager(edition)
    assert rules.why_not_plan(edition=edition, by=make_person()) == ONLY_MANAGER
    assert rules.why_not_plan(edition=edition, by=manager) is None
    make_datadag(edition=edition)
    assert rules.why_not_plan(edition=edition, by=manager) == "The DataDag is planned already."


def test_planning_stops_when_the_edition_is_closed():
    edition = make_edition(stage=Stage.CLOSED)
    assert rules.why_not_change(edition=edition, by=make_manager(edition)) == "This edition is closed."


def test_project_is_put_on_stage_once():
    project = make_finished_project()
    datadag = make_datadag(edition=project.idea.edition)
    assert rules.why_not_add_project(datadag=datadag, project=project) is None
    make_session(datadag=datadag, project=project)
    reason = rules.why_not_add_project(datadag=datadag, project=project)
    assert reason == "This project has its place in the programme already."
    assert rules.why_not_add_project(datadag=datadag, project=None) is None


def test_first_part_does_not_move_up_and_last_not_down():
    datadag = make_datadag()
    manager = make_manager(datadag.edition)
    first, last = [make_session(datadag=datadag) for _ in range(2)]
    told = [rules.why_not_move(session=part, up=up, by=manager) for part in (first, last) for up in (True, False)]
    assert told == ["This part is the first already.", None, None, "This part is the last already."]
    assert rules.why_not_move(session=first, up=False, by=make_person()) == ONLY_MANAGER


def test_publishing_asks_for_a_programme_and_happens_once():
    datadag = make_datadag(published=False)
    manager = make_manager(datadag.edition)
    assert rules.why_not_publish(datadag=datadag, by=make_person()) == ONLY_MANAGER
    assert rules.why_not_publish(datadag=datadag, by=manager) == "The programme is empty."
    make_session(datadag=datadag)
    assert rules.why_not_publish(datadag=datadag, by=manager) is None
    datadag.published_at = MOMENT
    assert rules.why_not_publish(datadag=datadag, by=manager) == "The programme is published already."


def test_registering_waits_for_the_programme():
    reason = rules.why_not_register(datadag=make_datadag(published=False), by=make_person(), on=DAY)
    assert reason == "You can register as soon as the programme is published."


def test_registering_ends_with_the_day():
    datadag, person = make_datadag(), make_person()
    assert rules.why_not_register(datadag=datadag, by=person, on=HELD_ON) is None
    reason = rules.why_not_register(datadag=datadag, by=person, on=HELD_ON + timedelta(days=1))
    assert reason == "The DataDag was on March 12, 2026."


def test_registering_happens_once_unless_it_was_cancelled():
    datadag = make_datadag()
    registration = make_registration(datadag=datadag)
    person = registration.person
    assert rules.why_not_register(datadag=datadag, by=person, on=DAY) == "You are registered already."
    registration.state = RegistrationState.CANCELLED
    registration.save()
    assert rules.why_not_register(datadag=datadag, by=person, on=DAY) is None


def test_cancelling_is_for_yourself_and_the_manager():
    registration = make_registration(datadag=make_datadag())
    manager = make_manager(registration.datadag.edition)
    allowed = [rules.why_not_cancel(registration=registration, by=by) for by in (registration.person, manager)]
    assert allowed == [None, None]
    reason = rules.why_not_cancel(registration=registration, by=make_person())
    assert reason == "You can only cancel your own registration."


def test_cancelling_ends_at_the_door():
    registration = make_registration(datadag=make_datadag(), checked_in_at=MOMENT)
    assert rules.why_not_cancel(registration=registration, by=registration.person) == "You are in already."
    registration.state = RegistrationState.CANCELLED
    reason = rules.why_not_cancel(registration=registration, by=registration.person)
    assert reason == "This registration was cancelled already."


@pytest.mark.parametrize(
    ("state", "since", "reason"),
    [
        (RegistrationState.SEATED, None, None),
        (RegistrationState.SEATED, MOMENT, "Ann is in already."),
        (RegistrationState.WAITING, None, "Ann is on the waiting list."),
        (RegistrationState.CANCELLED, None, "Ann cancelled."),
    ],
)
def test_door_opens_for_who_has_a_seat(state, since, reason):
    ann = make_person(name="Ann")
    registration = make_registration(datadag=make_datadag(), person=ann, state=state, checked_in_at=since)
    assert rules.why_not_check_in(registration=registration, by=make_administrator()) == reason


def test_door_is_kept_by_the_manager():
    registration = make_registration(datadag=make_datadag())
    assert rules.why_not_check_in(registration=registration, by=registration.person) == ONLY_MANAGER


def test_showcase_is_left_when_the_programme_is_published_with_every_project():
    project = make_finished_project()
    edition = project.idea.edition
    unpublished = "The programme of the DataDag is not published."
    absent = f"The project “{project}” is not on stage."
    assert rules.why_not_leave_showcase(edition=edition) == [unpublished, absent]
    datadag = make_datadag(edition=edition)
    assert rules.why_not_leave_showcase(edition=edition) == [absent]
    make_session(datadag=datadag, project=project)
    assert rules.why_not_leave_showcase(edition=edition) == []
