"""Whoever may not know a name, a score or that something exists finds no trace of it, anywhere."""

import pytest

from datamatch.editions.enums import Stage
from tests.blindness.addresses import addresses_of, routes
from tests.blindness.comparing import traces
from tests.blindness.facts import CALL, CLOSED, PITCHING, SCREENING, SEALED
from tests.blindness.world import Secrets
from tests.factories.rounds import WHOLE
from tests.permissions.roles import ROLES

pytestmark = pytest.mark.django_db

# Every role looks at least once, and in every stage who could learn most; all of them in all stages in `make soak`.
LOOKS = {
    SEALED: ("visitor", "member", "administrator"),
    CALL: ("co-author", "director"),
    SCREENING: ("author", "screener", "manager"),
    PITCHING: ("author", "juror", "other manager"),
    CLOSED: ("screener",),
}

# One world per stage; where everybody looks one per reader, so that no single test takes a quarter of an hour.
CASES = [(stage, (role,)) for stage in LOOKS for role in ROLES] if WHOLE else list(LOOKS.items())

# Whose answers to deeds are compared too, as a program gets them.
ASKS_BY_PROGRAM = (SCREENING, "screener")


def world_in(stage):
    """Return the world with secrets in a stage, or in a sealed call."""
    return Secrets(stage=Stage.CALL, sealed=True) if stage == SEALED else Secrets(stage=Stage(stage))


def test_every_address_is_asked():
    world = world_in(CLOSED)
    assert [route.name for route in routes() if not addresses_of(route, world)] == []


@pytest.mark.parametrize(("stage", "roles"), CASES, ids=[f"{stage}: {', '.join(roles)}" for stage, roles in CASES])
def test_nothing_hidden_leaves_a_trace(stage, roles):
    world = world_in(stage)
    found = [trace for role in roles for trace in traces(world, role, stage, deeds=(stage, role) == ASKS_BY_PROGRAM)]
    assert found == []


def test_every_role_looks():
    assert {role for roles in LOOKS.values() for role in roles} == set(ROLES)
