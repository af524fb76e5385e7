"""Days, sessions and registrations for tests."""

from datetime import timedelta

from datamatch.datadag.enums import RegistrationState, SessionKind
from datamatch.datadag.models import DataDag, Registration, Session
from datamatch.editions.enums import Stage
from tests.factories.editions import make_edition
from tests.factories.moments import DAY, MOMENT
from tests.factories.people import make_person


def make_datadag(*, edition=None, published=True, **given):
    """Make a day in the showcase stage, ten days from the fixed day, with a published programme."""
    edition = edition or make_edition(stage=Stage.SHOWCASE)
    plan = {"held_on": DAY + timedelta(days=10), "place": "The old library", "capacity": 2}
    published_at = MOMENT if published else None
    return DataDag.objects.create(edition=edition, published_at=published_at, **plan | given)


def make_session(*, datadag, **given):
    """Make a part of the programme."""
    words = {"kind": SessionKind.WORKSHOP, "title": "Maps", "starts_at": MOMENT, "minutes": 30}
    return Session.objects.create(datadag=datadag, **words | given)


def make_registration(*, datadag, person=None, state=RegistrationState.SEATED, **given):
    """Make a registration."""
    return Registration.objects.create(
        datadag=datadag, person=person or make_person(), state=state, **{"registered_at": MOMENT} | given
    )
