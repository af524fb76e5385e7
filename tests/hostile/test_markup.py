"""HTML and formulas in every text of people, editions and ideas: shown as words on every page and in every export."""

import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from datamatch.ideas.actions.findable import keep_edition_findable
from tests.factories.moments import MOMENT
from tests.hostile.poison import CANARY, MARKUP, harm, poison
from tests.permissions.walk import ROOMS, Walk, routes
from tests.permissions.world import World

pytestmark = pytest.mark.django_db
READERS = ("author", "member", "manager", "administrator")
ESCAPED = "&lt;img src=x"


@pytest.fixture
def world(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "files"
    return World()


def pages(walk, roles=READERS):
    """Yield every page of the rooms that these readers get, with its address."""
    for room in ROOMS:
        for route in routes(room):
            for role in roles:
                address = route.to(walk.parts)
                answer = walk.browsers[role].get(address)
                answer.close()
                if answer.status_code == 200 and "html" in answer.get("Content-Type", ""):
                    yield role, address, answer.content.decode()
    for role in roles:
        for address in ("/", "/mijn/", f"/edities/{walk.parts['edition_slug']}/"):
            yield role, address, walk.browsers[role].get(address).content.decode()


def test_what_is_kept_is_shown_as_words_on_every_page(world):
    put = poison()
    keep_edition_findable(world.edition, at=MOMENT)
    seen, raw, shown_on = set(), [], 0
    for role, address, page in pages(Walk(world, READERS)):
        if MARKUP.search(page):
            raw.append((role, address, MARKUP.search(page)[0]))
        shown_on += ESCAPED in page
        seen |= {mark for mark in put if mark in page}
    assert raw == []
    assert shown_on > 60
    must = {"ideas.idea.title", "ideas.idea.demand", "ideas.comment.words", "people.person.name", "people.unit.name"}
    assert must - seen == set()


def test_alike_panel_shows_words(world):
    poison()
    keep_edition_findable(world.edition, at=MOMENT)
    browser = Walk(world, ("member",)).browsers["member"]
    words = {"title": harm("ideas.idea.title", 120), "demand": harm("ideas.idea.demand"), "data": "", "result": ""}
    for headers in ({}, {"HX-Request": "true"}):
        answer = browser.post(reverse("ideas:alike", args=[world.edition.slug]), words, headers=headers)
        assert answer.status_code == 200
        assert MARKUP.search(answer.content.decode()) is None


def test_exports_hold_words_and_no_formulas(world):
    poison()
    browser = Walk(world, ("manager",)).browsers["manager"]
    address = reverse("ideas:export", args=[world.edition.slug, "csv"])
    rows = list(csv.reader(io.StringIO(browser.get(address).content.decode("utf-8-sig")), delimiter=";"))
    cells = [cell for row in rows for cell in row]
    assert any(CANARY in cell for cell in cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    address = reverse("ideas:export", args=[world.edition.slug, "xlsx"])
    book = load_workbook(io.BytesIO(browser.get(address).content))
    kinds = {cell.data_type for row in book.active.iter_rows() for cell in row if CANARY in str(cell.value)}
    assert kinds == {"s"}
