"""Drafting teams waits for the worker, and the page tells how far it is."""

import pytest
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Job
from datamatch.teams.models import Suggestion
from tests.factories.editions import make_edition, make_manager
from tests.factories.people import make_person
from tests.factories.teams import make_shortlisted

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    edition = make_edition(stage=Stage.MATCHING)
    make_shortlisted(edition=edition)
    return edition


@pytest.fixture
def manager(edition):
    return make_manager(edition, make_person(hours_per_week=0))


def text_of(answer):
    return " ".join(answer.content.decode().split())


def teams_page(edition):
    return reverse("teams:teams", args=[edition.slug])


def test_teams_are_being_drafted_until_the_worker_is_done(sign_in, edition, manager, queue):
    client = sign_in(manager)
    for _press in range(2):
        page = text_of(client.post(reverse("teams:draft", args=[edition.slug]), follow=True))
        assert "Drafting the teams" in page
        assert "Waits for its turn" in page
    assert (Job.objects.count(), Suggestion.objects.count()) == (1, 0)
    queue()
    assert "The teams are drafted. 0 roles are still open." in text_of(client.get(teams_page(edition)))
    assert Suggestion.objects.count() == 1


def test_sentence_of_a_refusal_in_the_worker_reaches_the_page(sign_in, edition, manager, queue):
    client = sign_in(manager)
    client.post(reverse("teams:draft", args=[edition.slug]))
    edition.stage = Stage.SCREENING
    edition.save()
    queue()
    page = text_of(client.get(teams_page(edition)))
    assert "This was not done" in page
    assert Job.objects.get().problem in page


def test_job_is_shown_to_managers_only(sign_in, edition, manager, queue):
    sign_in(manager).post(reverse("teams:draft", args=[edition.slug]))
    assert "Drafting the teams" not in text_of(sign_in(make_person()).get(teams_page(edition)))
