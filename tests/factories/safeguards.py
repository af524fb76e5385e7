"""Gates with their safeguards for tests."""

from datamatch.safeguards.enums import Aspect, Moment, Verdict
from datamatch.safeguards.models import Gate, Safeguard
from tests.factories.moments import MOMENT


def make_gate(*, idea, moment=Moment.START, **given):
    """Make a gate with three open safeguards."""
    gate = Gate.objects.create(idea=idea, moment=moment, **{"opened_at": MOMENT} | given)
    for aspect in Aspect:
        Safeguard.objects.create(gate=gate, aspect=aspect)
    return gate


def make_safeguard(*, idea, aspect=Aspect.LEGAL, **given):
    """Make a gate and give back one of its safeguards, with what is given."""
    safeguard = make_gate(idea=idea).safeguards.get(aspect=aspect)
    for name, value in given.items():
        setattr(safeguard, name, value)
    safeguard.save()
    return safeguard


def settle_all(gate, **given):
    """Give every safeguard of a gate a verdict; go unless given otherwise."""
    said = {"verdict": Verdict.GO, "evidence": "Pre-scan done.", "decided_at": MOMENT}
    gate.safeguards.update(**said | given)
