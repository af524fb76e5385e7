"""Every page of the product before a real browser: in both languages, light and dark, on a phone and on a desk."""

import pytest
from django.urls import resolve

from tests.browser.eyes import (
    DESK,
    GOOD_BONES,
    PHONE,
    axe_violations,
    bones,
    dead_controls,
    english_words,
    leads,
    scrolls_sideways,
)
from tests.browser.places import (
    DEEDS,
    FILES,
    HALF_WAY,
    PARTIAL,
    PARTS,
    PLACES,
    SEEN_ON_THE_WAY,
    address_of,
    route_names,
)
from tests.factories.people import make_person

LOOKS = [
    (("nl", "light", PHONE), ("en", "dark", DESK)),
    (("en", "light", PHONE), ("nl", "dark", DESK)),
    (("nl", "dark", PHONE), ("en", "light", DESK)),
    (("en", "dark", PHONE), ("nl", "light", DESK)),
]
# Who looks in one language does so in one window, so their visits follow each other.
VISITS = [
    pytest.param((place.path, reader, look), id=f"{place.name}-{reader.strip('{}') or 'visitor'}-{look[0]}-{look[1]}")
    for number, place in enumerate(PLACES)
    for reader, look in zip(place.readers, LOOKS[number % len(LOOKS)], strict=True)
]
VISITS.sort(key=lambda visit: (visit.values[0][1], visit.values[0][2][0]))


@pytest.fixture(scope="session")
def parts(world):
    """The parts of addresses, and the readers, as they are in the demo world."""
    return {name: world.one(question) for name, question in PARTS.items()}


@pytest.fixture(scope="session")
def led():
    """Which routes a reader was led to already: one address of each is opened."""
    return set()


def doors(page, reader, led):
    """Return the paths on a page that lead this reader to a route they were not led to before; deeds are not done."""
    routes = {resolve(path).view_name: path for path in sorted(leads(page))}
    new = {path for route, path in routes.items() if route not in DEEDS and (reader, route) not in led}
    led |= {(reader, route) for route in routes}
    return sorted(new)


def test_every_route_has_its_place():
    placed = {place.name for place in PLACES} | SEEN_ON_THE_WAY | PARTIAL | FILES | HALF_WAY | DEEDS
    assert sorted(placed) == sorted(route_names())


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(DEEDS))
def test_a_deed_is_no_page(sign_in, name):
    answer = sign_in(make_person()).get(address_of(name))
    assert answer.status_code == (302 if name == "set_language" else 405)


@pytest.mark.browser
@pytest.mark.parametrize("visit", VISITS)
def test_a_page_is_good(window_of, parts, visit, led):
    path, reader, (language, scheme, width) = visit
    page = window_of(reader.format(**parts), language=language, width=width, color_scheme=scheme)
    answer = page.goto(path.format(**parts))
    assert answer.status == 200
    assert bones(page, language) == GOOD_BONES
    assert axe_violations(page) == []
    assert scrolls_sideways(page, PHONE, DESK) == []
    if language == "nl":
        assert english_words(page) == []
    if path.startswith("/design/"):
        return  # the page that shows how things look does nothing and leads nowhere
    assert dead_controls(page) == []
    closed = {door: page.request.get(door).status for door in doors(page, reader, led)}
    assert {door: status for door, status in closed.items() if status != 200} == {}
