"""How a run is shared out over processes: what takes long begins first, and what is costly is made once for all."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# The files of tests that take longest, longest first. The first two begin side by side: one makes the demo world that
# others need later, the other needs none.
LONG = (
    "browser/test_every_page.py", "browser/test_seed_edition.py", "browser/test_without_javascript.py",
    "browser/test_harm.py", "browser/test_chain.py", "blindness/test_blindness.py", "permissions/test_table.py",
    "browser/test_sending.py", "story/test_command.py", "journeys/test_story.py", "story/test_demo_world.py",
    "browser/test_accounts.py", "browser/test_talk.py", "browser/test_juror_by_ear.py", "browser/test_live_room.py",
    "hostile/test_mails.py", "hostile/test_redirects.py", "hostile/test_markup.py", "jury/test_records.py",
)  # fmt: skip
HERE = Path(__file__).parent


def turn_of(item: pytest.Item) -> int:
    """Return when a test has its turn: those of a long file before all others, which stay as they were found."""
    name = item.path.relative_to(HERE).as_posix()
    return LONG.index(name) if name in LONG else len(LONG)


def asks_database(item: pytest.Item) -> bool:
    """Tell whether a test may ask the database that is tested; no other can reach it from this process."""
    return item.get_closest_marker("django_db") is not None or "django_db_setup" in getattr(item, "fixturenames", ())


def for_all(base: Path) -> Path:
    """Return the folder of a whole run, given that of this process."""
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Let one process of a run at a time do what is in the block."""
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
