"""What tests about people share."""

import pytest

from tests.people.provider import provider


@pytest.fixture(scope="session")
def oidc():
    """A provider of the organisation's own sign-in, for the whole session."""
    with provider() as started:
        yield started
