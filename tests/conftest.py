"""What every test may lean on."""

import pytest
from django.core.management import call_command
from django.utils import translation


@pytest.fixture(autouse=True)
def _product_settings(settings):
    """Keep our own outbox, jobs done at once, a quick hasher, and English, in which the sources are written."""
    settings.EMAIL_BACKEND = "datamatch.foundation.mail.backend.OutboxBackend"
    settings.MAIL_URL = "memory:"
    settings.JOBS = "now"
    settings.TEXT_MODEL = "none"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.LANGUAGE_CODE = "en"
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
