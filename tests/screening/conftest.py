"""A small edition in screening."""

import pytest

from datamatch.editions.enums import Stage
from datamatch.screening.actions import set_ground_rules
from datamatch.screening.enums import Tie
from tests.factories.editions import make_edition, make_manager, make_screener
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.screening import make_review


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


@pytest.fixture
def shown(edition, manager):
    """The same edition, in which screeners read what others gave."""
    set_ground_rules(edition=edition, minded=Tie.values, shows_reviews=True, by=manager, at=MOMENT)
    return edition


@pytest.fixture
def mine(shown):
    """A review of an idea, with words for its makers."""
    return make_review(idea=make_idea(edition=shown), remark="Say who keeps the data.")


@pytest.fixture
def theirs(mine):
    """A review of the same idea by another."""
    return make_review(idea=mine.assignment.idea, remark="Not much of a plan.")
