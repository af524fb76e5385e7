"""Near doubles go to the same readers where they may: two ideas that say the same are measured by one yardstick."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from datamatch.ideas.models import Idea
from datamatch.ideas.queries import near_doubles

# More than all other grounds together: first who reads the double, then who fits best.
TOGETHER = 1.0


class Doubles:
    """Which ideas are near doubles: their rows, and in each group the first row, whose readers the others follow."""

    def __init__(self, ideas: Sequence[Idea]) -> None:
        """Read which of these ideas were found to be near doubles of each other."""
        rows = {idea.pk: row for row, idea in enumerate(ideas)}
        pairs = near_doubles(ideas)
        self.leader: dict[int, int] = {}
        for first, second in sorted((rows[one], rows[other]) for one, other in pairs):
            self.join(first, second)

    def join(self, one: int, other: int) -> None:
        """Let two rows, and whatever each was joined to before, be one group."""
        first, second = sorted((self.leader.get(one, one), self.leader.get(other, other)))
        for row in [one, other, *self.leader]:
            if self.leader.get(row, row) in {first, second}:
                self.leader[row] = first

    @property
    def leaders(self) -> list[int]:
        """Return the first row of each group, in order."""
        return sorted(set(self.leader.values()))

    def readers_beside(self, readers: Mapping[int, Iterable[int]]) -> dict[int, set[int]]:
        """Return per row of a group who reads another of its rows, where `readers` holds columns per row."""
        group: defaultdict[int, set[int]] = defaultdict(set)
        for row, leader in self.leader.items():
            group[leader].update(readers.get(row, ()))
        return {row: group[leader] - set(readers.get(row, ())) for row, leader in self.leader.items()}
