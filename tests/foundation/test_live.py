"""Pages that follow: one look at the database for all listeners, and a stream that says a number."""

import asyncio
from contextlib import aclosing

import pytest
from asgiref.sync import sync_to_async
from django.db import DatabaseError, connection, connections
from django.test import RequestFactory

from datamatch.config.environment import sqlite
from datamatch.foundation import live
from datamatch.foundation.live.events import numbers, without_connection
from datamatch.foundation.live.hub import Hub


class Store:
    """Versions that a test changes, and how often they were read."""

    def __init__(self, **versions):
        self.versions, self.reads, self.away = versions, 0, False

    async def read(self, keys):
        self.reads += 1
        if self.away:
            self.away = False
            raise DatabaseError("away")
        return {key: self.versions.get(key, 0) for key in keys}


async def events(store, *, seen=None, count=1, hub=None, keys=("room",), ping=5.0):
    """Return the first so many events of a stream, and what is sent in between."""
    told = numbers(keys, seen, at=hub or Hub(store.read, pause_seconds=0.01), ping_seconds=ping, longest_seconds=5)
    found = []
    async with aclosing(told) as stream:
        assert await anext(stream) == b"retry: 2000\n\n"
        while len(found) < count:
            found.append(await anext(stream))
    return found


def test_stream_begins_with_what_the_page_has_not_seen():
    assert asyncio.run(events(Store(room=4), seen=3)) == [b"id: 4\ndata: 4\n\n"]


def test_stream_says_nothing_of_what_was_seen_but_lives():
    assert asyncio.run(events(Store(room=4), seen=4, ping=0.05)) == [b": still here\n\n"]


def test_stream_tells_each_change():
    async def story():
        store = Store(room=1)
        hearing = asyncio.create_task(events(store, seen=0, count=2))
        await asyncio.sleep(0.05)
        store.versions["room"] = 2
        return await hearing

    assert asyncio.run(story()) == [b"id: 1\ndata: 1\n\n", b"id: 2\ndata: 2\n\n"]


def test_stream_of_two_topics_tells_one_number():
    assert asyncio.run(events(Store(room=4, desk=3), keys=("room", "desk"))) == [b"id: 7\ndata: 7\n\n"]


def test_three_hundred_listeners_cost_as_many_looks_as_one():
    async def reads(listeners):
        store = Store(room=1)
        hub = Hub(store.read, pause_seconds=10)
        await asyncio.gather(*(events(store, hub=hub) for _number in range(listeners)))
        return store.reads

    assert (asyncio.run(reads(1)), asyncio.run(reads(300))) == (1, 1)


def test_hub_rests_while_nobody_listens():
    async def story():
        store = Store(room=1)
        await events(store)
        await asyncio.sleep(0.03)
        before = store.reads
        await asyncio.sleep(0.05)
        return store.reads - before

    assert asyncio.run(story()) == 0


def test_hub_asks_again_when_the_database_was_away(caplog):
    store = Store(room=1)
    store.away = True
    assert asyncio.run(events(store)) == [b"id: 1\ndata: 1\n\n"]
    assert "could not be read" in caplog.text


def test_stream_ends_after_a_while_so_that_the_browser_is_asked_again_who_it_is():
    async def story():
        told = numbers(("room",), 0, at=Hub(Store().read, pause_seconds=0.01), ping_seconds=0.02, longest_seconds=0.05)
        return [line async for line in told]

    assert set(asyncio.run(story())) == {b"retry: 2000\n\n", b": still here\n\n"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("header", "query", "expected"),
    [
        ("3", "", b"id: 4"),
        ("4", "3", b": still"),
        ("", "4", b": still"),
        ("x", "4", b"id: 4"),
        ("9" * 30, "", b"id:"),
    ],
)
def test_stream_goes_on_after_the_last_event_of_the_browser(header, query, expected, monkeypatch):
    monkeypatch.setattr("datamatch.foundation.live.events.hub", lambda: Hub(Store(room=4).read, pause_seconds=0.01))
    monkeypatch.setattr("datamatch.foundation.live.events.PING_SECONDS", 0.05)
    request = RequestFactory().get("/", {"seen": query}, headers={"Last-Event-ID": header} if header else {})
    answer = live.stream(request, "room")

    async def second():
        lines = aiter(answer.streaming_content)
        await anext(lines)
        return await asyncio.wait_for(anext(lines), 20)

    assert asyncio.run(second()).startswith(expected)
    assert (answer["Content-Type"], answer["X-Accel-Buffering"]) == ("text/event-stream", "no")


@pytest.mark.django_db
def test_version_grows_with_every_change_of_its_own_topic():
    live.changed("room")
    live.changed("room")
    live.changed("desk")
    assert (live.version_of("room"), live.version_of("room", "desk"), live.version_of("other")) == (2, 3, 0)


def held(path):
    """Ask a database on disk something, and return how to see whether its connection is held."""
    connections["default"] = connections.create_connection("default")
    connections["default"].settings_dict = {**connections.settings["default"], **sqlite(str(path))}
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT 1")
    return lambda: connections["default"].connection is not None


async def is_held_before_and_after_the_first_part(path):
    """Return whether the database is held when the page was made, and when its stream runs."""
    told = numbers(("room",), None, at=Hub(Store().read), ping_seconds=5, longest_seconds=5)
    look = await sync_to_async(held)(path)
    before = await sync_to_async(look)()
    async with aclosing(without_connection(told)) as stream:
        assert await anext(stream) == b"retry: 2000\n\n"
        after = await sync_to_async(look)()
    await sync_to_async(connections.__delitem__)("default")
    return before, after


@pytest.mark.skipif(connection.vendor != "sqlite", reason="it opens a database of its own, a file of SQLite")
@pytest.mark.django_db
def test_open_stream_holds_no_connection(tmp_path):
    assert asyncio.run(is_held_before_and_after_the_first_part(tmp_path / "some.sqlite3")) == (True, False)
