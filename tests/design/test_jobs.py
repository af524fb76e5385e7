"""A page shows how far a job is, and looks again by itself until it has ended."""

from datetime import timedelta

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone

from datamatch.design.polling import polled
from datamatch.design.samples import jobs, samples
from datamatch.foundation.models import Job


def get(query: str = "", *, htmx: bool = True) -> HttpRequest:
    """Return a request for a page, as htmx sends it or as a browser does."""
    return RequestFactory().get(f"/page/{query}", headers={"HX-Request": "true"} if htmx else {})


def made(state: str, **given: object) -> Job:
    """Return a job in a state, asked for just now."""
    words: dict[str, object] = {"state": state, "asked_at": timezone.now(), "language": "en"}
    return Job(**words | given)


def draw(job: Job | None, query: str = "") -> str:
    """Return the component, white space folded."""
    context = {"job": job, "label": "Calculating the ranking"}
    return " ".join(render_to_string("design/_job.html", context, get(query)).split())


def test_no_job_shows_nothing() -> None:
    assert draw(None) == ""


def test_waiting_job_says_so_and_looks_again() -> None:
    job = made("waiting", asked_at=timezone.now() - timedelta(minutes=3))
    html = draw(job, "?page=2")
    assert "Calculating the ranking" in html
    assert "Waits for its turn, asked 3 minutes ago." in html
    assert f'hx-get="?page=2&amp;job={job.public_id}&amp;mark={job.mark}" hx-trigger="every 2s"' in html


def test_running_job_shows_progress_and_words_in_a_live_region() -> None:
    html = draw(made("running", share=40, saying="Reading the reviews"))
    assert 'role="status"' in html
    assert "<span>Reading the reviews</span>" in html
    assert 'value="40" max="100"' in html
    assert ">40 %</span>" in html


def test_running_job_without_words_is_being_calculated() -> None:
    assert "Is being calculated." in draw(made("running"))


def test_without_javascript_a_link_looks_again() -> None:
    assert '<a class="utrecht-link" href="?page=2">Look again</a>' in draw(made("waiting"), "?page=2&job=a&mark=b")


def test_done_job_shows_its_words_and_its_age() -> None:
    html = draw(made("done", saying="Shared out.\nOne is short.", ended_at=timezone.now() - timedelta(minutes=3)))
    assert "<span>Shared out.</span></p>" in html
    assert "<p><span>One is short.</span></p>" in html
    assert "Finished 3 minutes ago." in html
    assert "hx-get" not in html


def test_words_in_another_language_are_marked_as_such() -> None:
    html = draw(made("done", saying="Verdeeld.", language="nl", ended_at=timezone.now()))
    assert '<span lang="nl">Verdeeld.</span>' in html


@pytest.mark.parametrize(
    ("state", "words"), [("refused", "The call is open."), ("failed", "The call is open. Try again.")]
)
def test_job_that_came_to_nothing_says_what_to_do(state: str, words: str) -> None:
    html = draw(made(state, problem="The call is open."))
    assert words in html
    assert "hx-get" not in html


def test_request_for_the_page_is_not_a_look_at_a_job() -> None:
    job = made("running")
    assert polled(get(f"?job={job.public_id}", htmx=False), job) is None
    assert polled(get(), job) is None


def test_look_at_an_unchanged_job_has_no_content() -> None:
    job = made("running", share=40)
    answer = polled(get(f"?job={job.public_id}&mark={job.mark}"), None, job)
    assert (answer.status_code, answer.content) == (204, b"")


def test_look_at_a_changed_job_shows_the_live_part_only() -> None:
    job = made("running", share=40, saying="Reading the reviews")
    answer = polled(get(f"?job={job.public_id}&mark=before"), job)
    assert answer.status_code == 200
    assert "Reading the reviews" in answer.content.decode()
    assert 'role="status"' not in answer.content.decode()


@pytest.mark.parametrize("state", ["done", "refused", "failed"])
def test_look_at_an_ended_job_loads_the_page_anew(state: str) -> None:
    job = made(state)
    answer = polled(get(f"?job={job.public_id}&mark=before"), job)
    assert (answer.content, answer["HX-Refresh"]) == (b"", "true")


def test_look_at_another_job_tells_nothing_about_it() -> None:
    other = made("running", saying="Secret")
    answer = polled(get(f"?job={other.public_id}&mark=before"), made("running"), None)
    assert (answer.content, answer["HX-Refresh"]) == (b"", "true")


def test_style_page_shows_every_state_without_looking_again() -> None:
    html = render_to_string("design/style.html", samples(), get())
    assert [job.state for job in jobs() if f"dm-job--{job.state}" not in html] == []
    assert "every 2s" not in html
