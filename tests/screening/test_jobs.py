"""Heavy work of screening waits for the worker, and its page tells how far it is."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.editions.queries import appointed
from datamatch.foundation.models import Job
from datamatch.ideas.queries import sent_ideas
from datamatch.screening.models import Assignment, Calibration, Decision
from tests.factories.editions import make_screener
from tests.factories.people import make_person
from tests.factories.screening import make_calibration, make_reviewed

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(sign_in, manager, screeners, ideas):
    """The browser of the manager of an edition with screeners and ideas."""
    return sign_in(manager)


def text_of(answer):
    return " ".join(answer.content.decode().split())


def address(name, edition):
    return reverse(f"screening:{name}", args=[edition.slug])


def look(client, page, job, mark=""):
    """Look at a job again, as the page does every two seconds."""
    return client.get(page, {"job": job.public_id, "mark": mark or job.mark}, headers={"HX-Request": "true"})


def test_ranking_is_being_calculated_until_the_worker_is_done(desk, edition, screeners, ideas, queue):
    make_reviewed(ideas, screeners)
    page = text_of(desk.post(address("calibrate", edition), follow=True))
    assert "Calculating the ranking" in page
    assert "Waits for its turn" in page
    assert Calibration.objects.count() == 0
    queue()
    page = text_of(desk.get(address("ranking", edition)))
    assert "The ranking is calculated." in page
    assert re.search(r"Finished (now|a second ago|\d+ seconds ago)\.", page)
    assert "Which 2 can go on" in page


def test_reviews_are_asked_for_by_the_worker(desk, edition, queue):
    desk.post(address("assign", edition))
    assert Assignment.objects.count() == 0
    queue()
    assert "14 reviews were asked." in text_of(desk.get(address("ranking", edition)))


def test_decisions_are_prepared_by_the_worker(desk, edition, manager, queue):
    make_reviewed(sent_ideas(edition), appointed(edition, "screener"))
    make_calibration(edition, manager)
    assert "Preparing the decisions" in text_of(desk.post(address("prepare", edition), follow=True))
    queue()
    assert "7 decisions are prepared." in text_of(desk.get(address("decisions", edition)))
    assert Decision.objects.count() == 7


def test_two_presses_make_one_job(desk, edition, queue):
    for _press in range(2):
        desk.post(address("assign", edition))
    assert Job.objects.count() == 1


def test_press_is_refused_before_a_job_is_made(desk, edition, queue):
    answer = desk.post(address("calibrate", edition))
    assert (answer.status_code, Job.objects.count()) == (403, 0)
    assert "There is no review yet to calculate with." in text_of(answer)


def test_others_cannot_ask_for_a_job(sign_in, edition, screeners, queue):
    answers = [sign_in(screeners[0]).post(address(name, edition)) for name in ("assign", "calibrate", "prepare")]
    assert ([answer.status_code for answer in answers], Job.objects.count()) == ([403, 403, 403], 0)


def test_sentence_of_a_refusal_in_the_worker_reaches_the_page(desk, edition, queue):
    desk.post(address("assign", edition))
    Assignment.objects.all().delete()
    Job.objects.update(asked_by=make_person().public_id)
    queue()
    page = text_of(desk.get(address("ranking", edition)))
    assert "This was not done" in page
    assert Job.objects.get().problem in page
    assert Job.objects.get().problem.startswith("Only a programme manager")


def test_stage_that_was_left_meanwhile_refuses_in_the_worker(desk, edition, queue):
    desk.post(address("assign", edition))
    edition.stage = Stage.MATCHING
    edition.save()
    queue()
    assert (Job.objects.get().problem, Assignment.objects.count()) == ("The screening is closed.", 0)


def test_looking_again_costs_little_until_something_changed(desk, edition, queue):
    page = address("ranking", edition)
    desk.post(address("assign", edition))
    job = Job.objects.get()
    with CaptureQueriesContext(connection) as looking:
        assert look(desk, page, job).status_code == 204
    assert len(looking) <= 8
    assert "Waits for its turn" in text_of(look(desk, page, job, mark="before"))
    queue()
    assert look(desk, page, job)["HX-Refresh"] == "true"


def test_looking_again_is_for_managers(desk, sign_in, edition, queue):
    desk.post(address("assign", edition))
    assert look(sign_in(make_screener(edition)), address("ranking", edition), Job.objects.get()).status_code == 403
