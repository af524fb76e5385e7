"""How a run is shared out over processes and databases."""

from types import SimpleNamespace

import pytest

from datamatch.people.models import Person
from tests import sharing_out


def test_every_long_file_is_there():
    assert [name for name in sharing_out.LONG if not (sharing_out.HERE / name).exists()] == []


def test_long_files_have_their_turn_before_all_others():
    asked = ["architecture/test_keys.py", "blindness/test_blindness.py", "browser/test_every_page.py"]
    items = [SimpleNamespace(path=sharing_out.HERE / name) for name in asked]
    assert [items.index(one) for one in sorted(items, key=sharing_out.turn_of)] == [2, 1, 0]


def test_test_that_does_not_ask_the_database_cannot_reach_it(request):
    """Leaving such tests out on a second database loses nothing."""
    assert not sharing_out.asks_database(request.node)
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        Person.objects.exists()


@pytest.mark.django_db
def test_test_that_asks_the_database_is_known(request):
    assert sharing_out.asks_database(request.node)
    assert request.node.get_closest_marker("database")
