"""The trail seals every line with the one before."""

import pytest

from datamatch.foundation import trail
from datamatch.foundation.models import TrailEntry, TrailHead
from tests.factories.moments import later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def write_three_lines():
    person = make_person()
    for hours in range(3):
        trail.record("profile.kept", of=person, by=person, at=later(hours=hours), hours=hours)


def test_untouched_trail_is_whole():
    write_three_lines()
    assert list(trail.faults()) == []


def test_trail_line_names_the_six_things_of_a_log_line():
    person = make_person()
    entry = trail.record("profile.kept", of=person, by=person, at=later())
    told = (entry.deed, entry.of_id, entry.result, entry.origin, entry.actor_id, entry.at)
    assert told == ("profile.kept", str(person.public_id), "done", "command", person.public_id, later())


def test_changed_line_is_found():
    write_three_lines()
    TrailEntry.objects.filter(position=2).update(deed="profile.burnt")
    assert list(trail.faults()) == ["line 2 was changed"]


def test_removed_line_is_found():
    write_three_lines()
    TrailEntry.objects.filter(position=2).delete()
    assert "line 2 is missing (found 3)" in list(trail.faults())


def test_truncated_trail_is_found():
    write_three_lines()
    TrailEntry.objects.filter(position=3).delete()
    assert list(trail.faults()) == ["the trail ends at line 2, but 3 were written"]


def test_swapped_lines_are_found():
    write_three_lines()
    TrailEntry.objects.filter(position=1).update(position=9)
    TrailEntry.objects.filter(position=2).update(position=1)
    TrailEntry.objects.filter(position=9).update(position=2)
    assert "line 1 was changed" in list(trail.faults())


def test_rewritten_end_is_found():
    write_three_lines()
    TrailHead.objects.update(length=2)
    assert list(trail.faults()) == ["the trail ends at line 3, but 2 were written"]
