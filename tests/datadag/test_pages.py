"""Pages of the DataDag."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.datadag import queries
from datamatch.datadag.enums import RegistrationState, SessionKind
from datamatch.datadag.models import Registration, Session
from datamatch.editions.enums import Stage
from datamatch.projects.enums import Ending
from tests.factories.datadag import make_datadag, make_registration, make_session
from tests.factories.editions import make_edition, make_manager
from tests.factories.moments import DAY, MOMENT
from tests.factories.people import make_person, make_unit
from tests.factories.projects import make_finished_project

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _before_the_day():
    with time_machine.travel(MOMENT, tick=False):
        yield


def page(name, edition):
    return reverse(f"datadag:{name}", args=[edition.slug])


def reads(client, address):
    with CaptureQueriesContext(connection) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


def test_page_says_when_the_programme_is_not_there_yet(sign_in):
    edition = make_edition(stage=Stage.DELIVERY)
    html = sign_in(make_person()).get(page("datadag", edition)).content.decode()
    assert "Keep Monday 17 August 2026 free." in html


def test_page_hides_a_programme_that_is_not_published(sign_in):
    datadag = make_datadag(published=False)
    make_session(datadag=datadag, title="Secret part")
    people = (make_person(), make_manager(datadag.edition))
    seen = ["Secret part" in sign_in(p).get(datadag.get_absolute_url()).content.decode() for p in people]
    assert seen == [False, True]


def test_page_shows_results_by_time_and_why_something_did_not_work(sign_in):
    project = make_finished_project(ending=Ending.DID_NOT_WORK)
    datadag = make_datadag(edition=project.idea.edition)
    make_session(datadag=datadag, kind=SessionKind.RESULT, title="What we tried", project=project, room="Hall")
    html = sign_in(make_person()).get(datadag.get_absolute_url()).content.decode()
    said = ["11:00", "What we tried", "Hall", "The data came too late.", "2 of 2 seats are free.", "The old library"]
    assert [words for words in said if words not in html] == []


def test_reader_registers_and_cancels(sign_in):
    datadag = make_datadag()
    client = sign_in(make_person())
    html = client.post(page("register", datadag.edition), follow=True).content.decode()
    assert "You have a seat." in html
    client.post(page("cancel", datadag.edition))
    assert Registration.objects.get().state == RegistrationState.CANCELLED


def test_reader_sees_the_place_on_the_waiting_list(sign_in):
    datadag = make_datadag(capacity=1)
    make_registration(datadag=datadag)
    client = sign_in(make_person())
    assert "Join the waiting list" in client.get(datadag.get_absolute_url()).content.decode()
    html = client.post(page("register", datadag.edition), follow=True).content.decode()
    assert "You are number 1 on the waiting list." in html


def test_reader_registers_once(sign_in):
    registration = make_registration(datadag=make_datadag())
    response = sign_in(registration.person).post(page("register", registration.datadag.edition))
    assert response.status_code == 403


@pytest.mark.parametrize("name", ["plan", "registrations"])
def test_pages_of_the_manager_are_refused_to_visitors(sign_in, name):
    datadag = make_datadag()
    assert sign_in(make_person()).get(page(name, datadag.edition)).status_code == 403


def test_manager_plans_the_day(sign_in):
    edition = make_edition(stage=Stage.DELIVERY)
    make_finished_project(edition=edition)
    client = sign_in(make_manager(edition))
    assert client.get(page("plan", edition)).context["form"].initial == {"held_on": edition.datadag_on}
    words = {"held_on": "2026-08-17", "starts_at": "10:00", "place": "Hall", "capacity": 80}
    client.post(page("plan", edition), words)
    datadag = queries.datadag_of(edition)
    assert (datadag.place, datadag.capacity, datadag.sessions.count()) == ("Hall", 80, 4)
    client.post(page("plan", edition), words | {"capacity": 90})
    datadag.refresh_from_db()
    assert datadag.capacity == 90


def test_plan_form_asks_again_when_something_misses(sign_in):
    edition = make_edition(stage=Stage.DELIVERY)
    response = sign_in(make_manager(edition)).post(page("plan", edition), {"place": "Hall"})
    assert response.status_code == 422
    assert "Hall" in response.content.decode()


def test_manager_adds_moves_removes_and_publishes(sign_in):
    datadag = make_datadag(published=False)
    client = sign_in(make_manager(datadag.edition))
    for title in ("First", "Second"):
        words = {"kind": "workshop", "title": title, "minutes": 30}
        client.post(page("add_session", datadag.edition), words)
    second = Session.objects.get(title="Second")
    client.post(reverse("datadag:move_session", args=[second.public_id]), {"move": "up"})
    assert [part.title for part in queries.sessions_of(datadag)] == ["Second", "First"]
    client.post(reverse("datadag:remove_session", args=[second.public_id]))
    client.post(page("publish", datadag.edition))
    datadag.refresh_from_db()
    assert (datadag.published_at, datadag.sessions.count()) == (MOMENT, 1)


def test_manager_puts_a_missing_project_on_stage(sign_in):
    project = make_finished_project()
    datadag = make_datadag(edition=project.idea.edition)
    client = sign_in(make_manager(datadag.edition))
    assert "is not on stage" in client.get(page("plan", datadag.edition)).content.decode()
    words = {"kind": "result", "title": "Our map", "minutes": 25, "project": project.public_id}
    client.post(page("add_session", datadag.edition), words)
    assert Session.objects.get().project == project


def test_part_without_title_is_asked_again(sign_in):
    datadag = make_datadag()
    words = {"kind": "workshop", "title": "", "minutes": 30}
    response = sign_in(make_manager(datadag.edition)).post(page("add_session", datadag.edition), words)
    assert (response.status_code, Session.objects.count()) == (422, 0)


def test_door_finds_a_name_and_lets_in_with_one_tap(sign_in):
    datadag = make_datadag()
    ann = make_registration(datadag=datadag, person=make_person(name="Ann de Wit", unit=make_unit(name="Water")))
    make_registration(datadag=datadag, person=make_person(name="Bob"))
    client = sign_in(make_manager(datadag.edition))
    html = client.get(page("registrations", datadag.edition), {"q": "ann"}).content.decode()
    assert ("Ann de Wit" in html, "Water" in html, "Let in: Bob" in html) == (True, True, False)
    address = reverse("datadag:check_in", args=[ann.public_id])
    assert "Ann de Wit is in." in client.post(address, follow=True).content.decode()


def test_door_is_closed_to_visitors(sign_in):
    registration = make_registration(datadag=make_datadag())
    address = reverse("datadag:check_in", args=[registration.public_id])
    assert sign_in(registration.person).post(address).status_code == 403


def test_pages_take_the_same_number_of_reads_for_one_and_three(sign_in):
    edition = make_edition(stage=Stage.SHOWCASE)
    datadag = make_datadag(edition=edition, capacity=9)
    client = sign_in(make_manager(edition))
    addresses = [page(name, edition) for name in ("datadag", "plan", "registrations")]
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_session(datadag=datadag, project=make_finished_project(edition=edition))
            make_registration(datadag=datadag, person=make_person(unit=make_unit()))
        counts.append([reads(client, address) for address in addresses])
    assert counts[0] == counts[1]


def test_pages_ask_for_signing_in(client):
    datadag = make_datadag(held_on=DAY + timedelta(days=3))
    assert client.get(datadag.get_absolute_url()).status_code == 302
