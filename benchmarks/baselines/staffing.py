"""Teams as they form without help: people come by one after the other and pick."""

from typing import Any

import numpy as np

from datamatch.engine.arrays import Ints


def in_turn(question: dict[str, Any], selected: Ints, seed: int = 0) -> int:
    """Return how many seats of the selected ideas stay open when people pick in a random order.

    Everybody joins the ideas they have most energy for while there is room in the team, whether or not
    their role is still open there; who fits an open role takes it.
    """
    random = np.random.default_rng(seed)
    energy, level, left = question["energy"], question["level"], question["need"].copy()
    on = np.isin(np.arange(energy.shape[1]), selected)
    units = np.zeros((energy.shape[1], int(question["unit"].max()) + 1), dtype=np.int64)
    room = np.where(on, question["size_hi"], 0)
    for person in random.permutation(len(energy)):
        unit, times = question["unit"][person], question["capacity"][person]
        for idea in np.argsort(-energy[person], kind="stable"):
            full = units[idea, unit] >= question.get("max_same_unit", 3)
            if times > 0 and energy[person, idea] > 0 and room[idea] > 0 and not full and level[person].any():
                role = int(np.argmax(np.where(left[idea] > 0, level[person], 0)))
                left[idea, role] -= min(left[idea, role], 1) * (level[person, role] > 0)
                units[idea, unit] += 1
                room[idea] -= 1
                times -= 1
    return int(left[on].sum())
