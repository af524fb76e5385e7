"""What the sessions of one slot are worth together; remembered, as the search asks it often."""

import numpy as np

from .day import Day

CLASH = 1e6  # a person in two places or away: never worth any number of wishes


class Slots:
    """Costs of a group of sessions in a slot: wishes kept (negative), seats missing, clashes."""

    def __init__(self, asked: Day) -> None:
        """Take the day."""
        self.asked = asked
        self._known: dict[tuple[int, frozenset[int]], float] = {}

    def cost(self, slot: int, group: frozenset[int]) -> float:
        """Return what this group costs in this slot; less is better."""
        key = (slot, group)
        if key not in self._known:
            self._known[key] = self._cost(slot, sorted(group))
        return self._known[key]

    def kept(self, group: list[int]) -> int:
        """Return how many registrants find at least one wish in the group."""
        return int(self.asked.wants[:, group].any(axis=1).sum())

    def clashes(self, slot: int, group: list[int]) -> int:
        """Return how many hard rules the group breaks in the slot."""
        asked = self.asked
        fixed = asked.fixed_slot[group]
        strayed = int(((fixed >= 0) & (fixed != slot)).sum())
        double = int(asked.clashes[np.ix_(group, group)].sum()) // 2
        return strayed + double + int(asked.blocked[group, slot].sum())

    def rooms(self, group: list[int]) -> dict[int, int]:
        """Return the room of each session: fixed ones first, then the fullest in the largest."""
        asked = self.asked
        settled = {s: asked.fixed_room[s] for s in group if s in asked.fixed_room}
        free = [r for r in range(asked.n_rooms) if r not in settled.values()]
        free.sort(key=lambda room: (-asked.seats[room], room))
        rest = [s for s in group if s not in settled]
        rest.sort(key=lambda session: (-asked.expected[session], session))
        return settled | dict(zip(rest, free, strict=False))

    def missing(self, group: list[int]) -> float:
        """Return the seats missing in the group."""
        rooms = self.rooms(group)
        lack = (self.asked.expected[s] - self.asked.seats[r] for s, r in rooms.items())
        return float(sum(max(0.0, float(x)) for x in lack))

    def _cost(self, slot: int, group: list[int]) -> float:
        if not group:
            return 0.0
        hard = CLASH * self.clashes(slot, group)
        return hard - self.kept(group) + self.asked.seat_weight * self.missing(group)
