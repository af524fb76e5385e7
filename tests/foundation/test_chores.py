"""What comes back is done when its turn has come, by one worker, and again after a fault."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils.module_loading import autodiscover_modules

from datamatch.foundation.jobs import chores, every
from datamatch.foundation.jobs.lease import LEASE
from datamatch.foundation.jobs.rhythm import REGISTERED, Rhythm
from datamatch.foundation.models import Chore
from datamatch.foundation.origin import current_origin
from tests.factories.moments import MOMENT, later
from tests.factories.together import together

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def turns():
    """No chores but those of the test; the moments at which they were done, and whether they break down."""
    autodiscover_modules("tasks")
    kept = dict(REGISTERED)
    REGISTERED.clear()
    yield []
    REGISTERED.clear()
    REGISTERED.update(kept)


def register(turns, fault=None, **rhythm):
    """Let a chore come back that notes its turn, and breaks down while a fault is in the list."""

    @every(**rhythm)
    def note(at):
        turns.append(at)
        if fault:
            raise fault[0]
        return len(turns)

    return next(iter(REGISTERED))


def test_chore_comes_back_after_its_time(turns):
    name = register(turns, hours=1)
    assert chores.do_due(at=MOMENT) == {name: 1}
    assert chores.do_due(at=later(minutes=59)) == {}
    assert chores.do_due(at=later(minutes=60)) == {name: 2}
    assert turns == [MOMENT, later(hours=1)]
    chore = Chore.objects.get()
    assert (chore.begun_at, chore.count, chore.failures, chore.held_until) == (later(hours=1), 2, 0, None)


def test_turns_that_were_missed_are_made_up_for_once(turns):
    name = register(turns, hours=1)
    chores.do_due(at=MOMENT)
    assert chores.do_due(at=later(hours=9, minutes=30)) == {name: 2}
    assert chores.do_due(at=later(hours=10)) == {}


@pytest.mark.parametrize(
    ("begun", "days", "hour", "turn"),
    [
        (datetime(2026, 3, 2, 5, 0, tzinfo=UTC), 1, 6, datetime(2026, 3, 3, 5, 0, tzinfo=UTC)),
        (datetime(2026, 3, 2, 18, 0, tzinfo=UTC), 1, 6, datetime(2026, 3, 3, 5, 0, tzinfo=UTC)),
        (datetime(2026, 3, 2, 3, 0, tzinfo=UTC), 1, 6, datetime(2026, 3, 2, 5, 0, tzinfo=UTC)),
        (datetime(2026, 3, 2, 5, 0, tzinfo=UTC), 7, 6, datetime(2026, 3, 9, 5, 0, tzinfo=UTC)),
        (datetime(2026, 3, 28, 5, 0, tzinfo=UTC), 1, 6, datetime(2026, 3, 29, 4, 0, tzinfo=UTC)),
        (datetime(2026, 10, 24, 4, 0, tzinfo=UTC), 1, 6, datetime(2026, 10, 25, 5, 0, tzinfo=UTC)),
    ],
)
def test_hour_of_the_day_is_that_of_the_local_clock(begun, days, hour, turn):
    assert Rhythm(timedelta(days=days), hour).next_after(begun) == turn


@pytest.mark.parametrize("rhythm", [{}, {"hours": 1, "at_hour": 6}, {"days": 1, "at_hour": 24}])
def test_rhythm_that_cannot_be_is_an_error(rhythm):
    with pytest.raises(ValueError, match="Say how many"):
        every(**rhythm)


def test_fault_is_logged_and_tried_again_ever_later(turns, caplog):
    fault = [RuntimeError("broken")]
    name = register(turns, fault, days=1)
    assert chores.do_due(at=MOMENT) == {}
    assert "RuntimeError" in caplog.text
    for minutes in (0.5, 1, 2, 3, 6, 7):
        chores.do_due(at=later(minutes=minutes))
    assert turns == [MOMENT, later(minutes=1), later(minutes=3), later(minutes=7)]
    fault.clear()
    assert chores.do_due(at=later(hours=1)) == {name: 5}
    assert chores.do_due(at=later(hours=24)) == {}
    assert Chore.objects.get().failures == 0


def test_one_broken_chore_does_not_stop_the_others(turns):
    register(turns, [RuntimeError("broken")], hours=1)

    @every(hours=1)
    def zero(at):
        return 0

    assert list(chores.do_due(at=MOMENT).values()) == [0]


def test_chore_in_the_hands_of_another_is_left_alone_until_that_worker_is_dead(turns):
    name = register(turns, hours=1)
    chores.do_due(at=MOMENT)
    Chore.objects.update(holder="another", held_until=later(hours=2) + LEASE)
    assert chores.do_due(at=later(hours=2)) == {}
    assert chores.do_due(at=later(hours=2) + 2 * LEASE) == {name: 2}


def test_worker_that_looked_before_another_was_ready_does_nothing(turns):
    name = register(turns, hours=1)
    chores.do_due(at=MOMENT)
    seen = Chore.objects.get()
    assert chores.do_due(at=later(hours=1)) == {name: 2}
    assert not chores.take(name, at=later(hours=1), seen=seen)


def test_worker_that_saw_nothing_before_another_was_ready_does_nothing(turns):
    name = register(turns, hours=1)
    assert chores.do_due(at=MOMENT) == {name: 1}
    assert not chores.take(name, at=MOMENT, seen=None)
    assert Chore.objects.get().failures == 0


def test_chore_in_hand_is_held_on_to(turns, monkeypatch):
    name = register(turns, hours=1)
    assert chores.take(name, at=MOMENT, seen=None)
    monkeypatch.setattr(chores, "doing", {name})
    assert chores.hold(at=later(days=900)) == 1
    assert Chore.objects.get().held_until == later(days=900) + LEASE


def test_worker_does_what_comes_back(queue, turns):
    register(turns, hours=1)
    queue()
    queue()
    assert len(turns) == 1


def test_chore_is_done_in_the_language_of_the_product_and_says_where_it_came_from(capsys):
    @every(hours=1)
    def tell(at):
        assert current_origin() == "clock"
        return 7

    call_command("work", "--once")
    assert "tell: 7" in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="one writer at a time: nothing happens at once")
def test_of_many_workers_at_once_one_does_it(turns):
    register(turns, hours=1)
    assert together(*[lambda: chores.do_due(at=MOMENT)] * 5) == []
    assert turns == [MOMENT]
