"""What the URL map answers where there is no page, and the title that every page has."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils.module_loading import import_string

from datamatch.config import urls
from tests.factories.people import make_person

PACKAGE = Path(__file__).parents[2] / "datamatch"
PAGES = [
    page
    for page in sorted(PACKAGE.glob("*/templates/**/*.html"))
    if not page.name.startswith(("_", "frame_")) and "{% extends" in page.read_text(encoding="utf-8")
]


def text_of(answer):
    return answer.content.decode()


@pytest.mark.django_db
def test_address_that_leads_nowhere_says_so_to_a_colleague(sign_in):
    answer = sign_in(make_person()).get("/nergens/")
    assert answer.status_code == 404
    assert answer.templates[0].name == "design/404.html"
    assert "<title>" in text_of(answer)


@pytest.mark.django_db
def test_address_that_leads_nowhere_says_so_to_a_stranger(client):
    assert client.get("/nergens/").status_code == 404


@pytest.mark.django_db
def test_page_that_breaks_says_that_it_is_our_fault(settings):
    client = Client(raise_request_exception=False)
    settings.ROOT_URLCONF = "tests.config.breaking"
    answer = client.get("/breaks/")
    assert answer.status_code == 500
    assert "<title>" in text_of(answer)
    assert "boom" not in text_of(answer)


@pytest.mark.django_db
def test_page_that_is_not_for_the_reader_says_so(client, settings):
    settings.ROOT_URLCONF = "tests.config.breaking"
    answer = client.get("/closed/")
    assert answer.status_code == 403
    assert "<title>" in text_of(answer)


@pytest.mark.parametrize("name", ["handler403", "handler404", "handler500"])
def test_handler_of_the_url_map_exists(name):
    assert callable(import_string(getattr(urls, name)))
    assert get_resolver().resolve_error_handler(int(name[-3:])) is import_string(getattr(urls, name))


def test_server_loads_the_application():
    assert callable(import_module("datamatch.config.asgi").application)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_page_has_a_title_of_its_own(page):
    title = re.search(r"{% block title %}(.*?){% endblock", page.read_text(encoding="utf-8"), re.DOTALL)
    assert title, "give the page a title block"
    assert title[1].strip() != ""
