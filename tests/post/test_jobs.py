"""Writing letters waits for the worker, a job per round, and the page tells how far it is."""

import pytest
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Job
from datamatch.post.models import Letter
from datamatch.screening.enums import Round
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.screening import make_decision

pytestmark = pytest.mark.django_db


def text_of(answer):
    return " ".join(answer.content.decode().split())


def letters_page(edition, round):
    return reverse("post:letters", args=[edition.slug]) + f"?round={round}"


def write_page(edition, round):
    return reverse("post:write", args=[edition.slug]) + f"?round={round}"


def make_decided(stage, *rounds):
    """Make an edition with one idea that was decided about in these rounds, and its manager."""
    edition = make_edition(stage=stage)
    idea = make_idea(edition=edition)
    for round in rounds:
        make_decision(idea=idea, round=round)
    return edition, make_manager(edition)


def test_letters_are_being_written_until_the_worker_is_done(sign_in, queue):
    edition, manager = make_decided(Stage.SCREENING, Round.SHORTLIST)
    client = sign_in(manager)
    for _press in range(2):
        page = text_of(client.post(write_page(edition, "shortlist"), follow=True))
        assert "Writing the letters" in page
        assert "Waits for its turn" in page
    assert (Job.objects.count(), Letter.objects.count()) == (1, 0)
    queue()
    assert "1 letter is written." in text_of(client.get(letters_page(edition, "shortlist")))
    assert Letter.objects.count() == 1


def test_letters_of_the_verdict_are_a_job_of_their_own(sign_in, queue):
    edition, manager = make_decided(Stage.PITCHING, Round.SHORTLIST, Round.VERDICT)
    client = sign_in(manager)
    client.post(write_page(edition, "verdict"))
    assert "Waits for its turn" not in text_of(client.get(letters_page(edition, "shortlist")))
    assert "Waits for its turn" in text_of(client.get(letters_page(edition, "verdict")))
    queue()
    assert Letter.objects.get().decision.round == Round.VERDICT


def test_sentence_of_a_refusal_in_the_worker_reaches_the_page(sign_in, queue):
    edition, manager = make_decided(Stage.SCREENING, Round.SHORTLIST)
    client = sign_in(manager)
    client.post(write_page(edition, "shortlist"))
    make_idea(edition=edition)
    queue()
    page = text_of(client.get(letters_page(edition, "shortlist")))
    assert "This was not done" in page
    assert "1 of 2 ideas has no decision yet." in page
    assert Letter.objects.count() == 0
