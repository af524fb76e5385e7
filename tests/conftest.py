"""What every test may lean on."""

import json
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as drawing

from tests import ready, sharing_out

# A test asks what comes out, and never how long it took on a machine that does other things too.
drawing.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
drawing.load_profile("patient")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Put what takes long first, and mark what may ask the database: `-m database` runs nothing else."""
    items.sort(key=sharing_out.turn_of)
    for item in items:
        if sharing_out.asks_database(item):
            item.add_marker("database")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Let a test database on SQLite begin as a copy of one that was migrated before; each process has its own."""
    if connection.vendor == "sqlite":
        ready.begin_with(ready.template())


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Make the test database as ever, and keep it for the next time."""
    if connection.vendor == "sqlite":
        with django_db_blocker.unblock():
            ready.keep(ready.template())


# Our own outbox, jobs done at once, a quick hasher, and English, in which the sources are written.
IN_TESTS = {
    "EMAIL_BACKEND": "datamatch.foundation.mail.backend.OutboxBackend",
    "MAIL_URL": "memory:",
    "JOBS": "now",
    "TEXT_MODEL": "none",
    "WARM_UP": False,
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    "LANGUAGE_CODE": "en",
    # Each test client makes the product anew; it need not look at every static file for that.
    "WHITENOISE_AUTOREFRESH": True,
}


@pytest.fixture(autouse=True)
def _product_settings(settings):
    """Keep the settings in which tests are done."""
    for name, value in IN_TESTS.items():
        setattr(settings, name, value)
    with translation.override("en"):
        yield


@pytest.fixture(scope="module")
def for_all_here(django_db_setup, django_db_blocker):
    """Let what is made in the database stay for every test of a module; each takes back only what it did itself.

    What stands in memory is not taken back: a test that leans on it takes a copy.
    """
    with django_db_blocker.unblock(), override_settings(**IN_TESTS), translation.override("en"), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def queue(settings):
    """Let jobs wait for a worker, as in the product; calling the fixture is that worker."""
    settings.JOBS = "queue"
    return lambda: call_command("work", "--once", verbosity=0)


@pytest.fixture
def moment():
    """A fixed moment: clocks enter from above."""
    from tests.factories.moments import MOMENT

    return MOMENT


@pytest.fixture
def sign_in(client):
    """Sign a person in, in English, and give the client back."""

    def _sign_in(person):
        client.force_login(person)
        client.cookies["django_language"] = "en"
        return client

    return _sign_in


@pytest.fixture(scope="session")
def migrated(request):
    """Give the file of a world that is to come its tables, as migrating would; elsewhere than on SQLite nothing."""
    if connection.vendor == "sqlite":
        request.getfixturevalue("django_db_setup")
        return ready.give
    return lambda path: None


@pytest.fixture(scope="session")
def demo(tmp_path_factory, migrated):
    """The demo world, loaded once by the command as `make run` does: its folder, and what was said.

    All processes of a run share it. Who wants to change it copies it first.
    """
    from tests.browser.served import World

    folder = sharing_out.for_all(tmp_path_factory.getbasetemp()) / "demo"
    folder.mkdir(exist_ok=True)
    world, said = World(folder), folder / "said.json"
    with sharing_out.alone(folder / "lock"):
        if not said.exists():
            migrated(world.database)
            ran = world.run("demo", "--no-serve", "--language", "en")
            said.write_text(json.dumps({"out": ran.stdout, "err": ran.stderr}), encoding="utf-8")
    return SimpleNamespace(home=folder, database=world.database, **json.loads(said.read_text(encoding="utf-8")))
