"""A small edition in screening."""

import pytest

from datamatch.editions.enums import Stage
from tests.factories.editions import make_edition, make_manager, make_screener
from tests.factories.ideas import make_idea


@pytest.fixture
def edition(db):
    """An edition of which two ideas go on."""
    return make_edition(stage=Stage.SCREENING)


@pytest.fixture
def manager(edition):
    """Its manager."""
    return make_manager(edition)


@pytest.fixture
def screeners(edition):
    """Its four screeners."""
    return [make_screener(edition) for _ in range(4)]


@pytest.fixture
def ideas(edition):
    """Seven ideas that take part."""
    return [make_idea(edition=edition) for _ in range(7)]
