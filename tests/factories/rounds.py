"""How much of a long proof is done: a part each time, the whole in `make soak`."""

import os

WHOLE = os.environ.get("DATAMATCH_SOAK") == "1"


def rounds(some: int, whole: int) -> int:
    """Return how often to do something: some, or the whole number that quality asks for."""
    return whole if WHOLE else some


def part(things: list, place: int, of: int) -> list:
    """Return one of so many parts of a list, each thing in one of them; or the whole list."""
    return things if WHOLE else things[place % of :: of]
