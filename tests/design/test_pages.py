"""Pages of the design room: the switch, the refusals, and everything at once."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory

from datamatch.design import views
from datamatch.design.refusal_page import RefusalPageMiddleware
from datamatch.design.samples import samples
from datamatch.foundation.refusal import Refused


def post(theme: str, back: str = "/somewhere/") -> HttpResponse:
    """Choose a theme and return the answer."""
    return views.choose_theme(RequestFactory().post("/design/theme/", {"theme": theme, "next": back}))


def refuse(request: HttpRequest, error: Exception) -> HttpResponse | None:
    """Return what the middleware makes of an error."""
    return RefusalPageMiddleware(lambda _: HttpResponse()).process_exception(request, error)


def test_theme_is_remembered_in_a_cookie() -> None:
    answer = post("dark")
    assert (answer.status_code, answer["Location"]) == (302, "/somewhere/")
    assert answer.cookies["theme"].value == "dark"
    assert answer.cookies["theme"]["httponly"] is True


@pytest.mark.parametrize("theme", ["", "pink"])
def test_any_other_theme_leaves_it_to_the_device(theme: str) -> None:
    assert post(theme).cookies["theme"]["max-age"] == 0


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_theme_never_sends_the_visitor_elsewhere(back: str) -> None:
    assert post("dark", back)["Location"] == "/"


def test_style_page_shows_every_component() -> None:
    html = render_to_string("design/style.html", samples(), RequestFactory().get("/design/"))
    assert html.count('class="dm-swatch"') == 29
    assert "utrecht-alert--error" in html


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "words", "answer"),
    [
        (404, "There is nothing here", lambda request: views.not_found(request, Http404())),
        (403, "This page is not for you", lambda request: views.forbidden(request, PermissionDenied())),
        (403, "This form was open for too long", views.form_expired),
        (500, "Something went wrong on our side", views.broken),
    ],
)
def test_page_of_an_error_says_what_to_do(status: int, words: str, answer: object, rf: RequestFactory) -> None:
    request = rf.get("/somewhere/")
    response = answer(request)  # type: ignore[operator]
    assert response.status_code == status
    assert words in response.content.decode()


@pytest.mark.django_db
def test_refusal_becomes_a_page_with_the_reason(rf: RequestFactory) -> None:
    answer = refuse(rf.get("/"), Refused("The ballot is not open."))
    assert answer is not None
    assert answer.status_code == 403
    assert "<html" in answer.content.decode()
    assert "The ballot is not open." in answer.content.decode()


def test_refusal_becomes_a_notice_for_htmx(rf: RequestFactory) -> None:
    answer = refuse(rf.get("/", headers={"HX-Request": "true"}), Refused("The <ballot> is not open."))
    assert answer is not None
    assert "<html" not in answer.content.decode()
    assert "The &lt;ballot&gt; is not open." in answer.content.decode()


def test_other_errors_are_left_alone(rf: RequestFactory) -> None:
    assert refuse(rf.get("/"), ValueError("no")) is None
