"""What every test may lean on."""

from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as drawing

from tests import ready

# A test asks what comes out, and never how long it took on a machine that does other things too.
drawing.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
drawing.load_profile("patient")


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


@pytest.fixture(autouse=True)
def _product_settings(settings):
    """Keep our own outbox, jobs done at once, a quick hasher, and English, in which the sources are written."""
    settings.EMAIL_BACKEND = "datamatch.foundation.mail.backend.OutboxBackend"
    settings.MAIL_URL = "memory:"
    settings.JOBS = "now"
    settings.TEXT_MODEL = "none"
    settings.WARM_UP = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.LANGUAGE_CODE = "en"
    # Each test client makes the product anew; it need not look at every static file for that.
    settings.WHITENOISE_AUTOREFRESH = True
    with translation.override("en"):
        yield


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
def demo(tmp_path_factory):
    """The demo world, loaded once by the command as `make run` does: its folder, and what was said.

    Who wants to change it copies it first.
    """
    from tests.browser.served import World

    world = World(tmp_path_factory.mktemp("demo"))
    said = world.run("demo", "--no-serve", "--language", "en")
    return SimpleNamespace(home=world.home, database=world.database, out=said.stdout, err=said.stderr)
