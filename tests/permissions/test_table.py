"""Every address of people, editions and ideas, asked as every role: the answers are those of the table.

Each answer is taken back at once. Who is refused has written nothing. Mismatches are printed line by line.
"""

import logging

import pytest

from datamatch.editions.enums import Access, Stage
from datamatch.ideas.enums import IdeaState
from tests.permissions.roles import OUTSIDE, ROLES
from tests.permissions.table import HEAD, PAGE, lines_in, lines_of_drafts, rows
from tests.permissions.walk import HIDDEN, NO, NOT_THAT_WAY, ROOMS, SIGN_IN, YES, Walk, routes
from tests.permissions.world import World

pytestmark = pytest.mark.django_db
WORDS = {YES, NO, HIDDEN, SIGN_IN}
SHUT = {NO, HIDDEN}


@pytest.fixture(autouse=True)
def _quiet(settings, tmp_path):
    """Keep files in a folder of this test, and do not log every refusal."""
    settings.FILES_FOLDER = tmp_path / "files"
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(before)


def route_at(room):
    """Return the routes of a room by address."""
    return {route.address: route for route in routes(room)}


def told(route, way, role, said, expected):
    """Return a mismatch as a line to read."""
    return f"{way:3} {route.address} as {role}: {said}, the table says {expected}"


def mismatches(walk, lines, roles):
    """Return every cell that answers otherwise than its line, and every refusal that wrote something."""
    wrong = []
    for row in lines:
        route = route_at(row.room)[row.address]
        for role in roles:
            said, written = walk.answer(route, row.ways[0], role)
            if said != row.cells[role]:
                wrong.append(told(route, row.ways[0], role, said, row.cells[role]))
            if written and said != YES:
                wrong.append(f"{route.address} as {role}: refused, but something was written")
    return wrong


def not_shut(walk, wanted, roles, allowed=SHUT):
    """Return every address of these that lets one of these roles in."""
    found = [(route, way) for room in ROOMS for route in routes(room) if wanted(route) for way in ("see", "do")]
    return [
        told(route, way, role, said, "/".join(sorted(allowed)))
        for route, way in found
        for role in roles
        for said, written in [walk.answer(route, way, role)]
        if written or said not in {*allowed, NOT_THAT_WAY}
    ]


def about_idea(route):
    """Tell whether an address is about one idea."""
    return route.room == "ideas" and any(
        part in route.address for part in ("{idea_id}", "{request_id}", "{ask_id}", "{comment_id}")
    )


def below_edition(route):
    """Tell whether an address is about one edition."""
    return "{edition_slug}" in route.address or "{code_id}" in route.address


def test_table_is_a_table():
    head = next(line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| address"))
    assert [cell.strip() for cell in head.strip("|").split("|")] == HEAD
    assert {word for row in rows() for word in row.cells.values()} <= WORDS
    assert {way for row in rows() for way in row.ways} == {"see", "do"}


@pytest.mark.parametrize("room", ROOMS)
def test_every_address_has_its_line(room):
    told_of = {row.address for row in rows() if row.room == room}
    there = set(route_at(room))
    assert (sorted(there - told_of), sorted(told_of - there)) == ([], [])


@pytest.mark.parametrize("room", ROOMS)
def test_every_way_that_is_not_in_the_table_does_nothing(room):
    """A page without a line for doing answers a sent form as it answers a look, and keeps nothing."""
    walk, wrong = Walk(World(), ("member", "administrator")), []
    known = {(row.address, way) for row in rows() if row.room == room for way in row.ways}
    for route in routes(room):
        seen = None
        for way in ("see", "do"):
            if (route.address, way) in known:
                continue
            for role in walk.browsers:
                said, written = walk.answer(route, way, role)
                seen = walk.answer(route, "see", role)[0]
                if written or said not in {NOT_THAT_WAY, seen if way == "do" else NOT_THAT_WAY}:
                    wrong.append(told(route, way, role, said, "nothing"))
    assert wrong == []


@pytest.mark.parametrize("room", ROOMS)
def test_answers_in_a_call_are_those_of_the_table(room):
    assert mismatches(Walk(World()), lines_in("call", room, only_new=False), ROLES) == []


@pytest.mark.parametrize("room", ["editions", "ideas"])
def test_answers_in_screening_are_those_of_the_table(room):
    lines = lines_in("screening", room, only_new=room == "editions")
    assert mismatches(Walk(World(stage=Stage.SCREENING)), lines, ROLES[1:]) == []


def test_answers_that_change_when_screening_is_done_are_those_of_the_table():
    lines = lines_in("matching", "ideas", only_new=True)
    assert mismatches(Walk(World(stage=Stage.MATCHING)), lines, ROLES[1:]) == []


def test_closed_edition_does_not_exist_for_who_may_not_enter():
    walk = Walk(World(access=Access.CODE), OUTSIDE[1:])
    asked = lambda route: (about_idea(route) or below_edition(route)) and "{ask_id}" not in route.address  # noqa: E731
    assert not_shut(walk, asked, OUTSIDE[1:]) == []


def test_sealed_idea_is_for_its_authors_only():
    roles = ("member", "screener", "manager", "administrator")
    assert not_shut(Walk(World(sealed=True), roles), about_idea, roles) == []


def test_idea_that_was_not_sent_is_for_its_authors_only():
    walk = Walk(World(state=IdeaState.DRAFT), ROLES[1:])
    asked = lambda route: about_idea(route) and walk.world.parts_of(f"ideas:{route.name}") == walk.parts  # noqa: E731
    assert not_shut(walk, asked, ("member", "manager", "administrator")) == []
    assert mismatches(walk, lines_of_drafts(), ROLES[1:]) == []


def test_edition_that_is_being_prepared_exists_for_its_managers_only():
    roles = ("member", "screener", "other manager")
    walk = Walk(World(stage=Stage.PREPARING), roles)
    asked = lambda route: "{edition_slug}" in route.address  # noqa: E731
    assert not_shut(walk, asked, roles, {HIDDEN}) == []
