"""What simulated people think and do, drawn from a seed: the same seed and words, the same draws.

Not the engine: the engine must find back what is drawn here. Scores follow quality + leniency + noise (the model of
the calibration), rounded and clipped to the scale from 1 to 5.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np

LOWEST, MIDDLE, HIGHEST = 1, 3, 5
QUALITY_SPREAD = 0.7
LENIENCY_SPREAD = 0.35
NOISE = 0.5
CRITERION_NOISE = 0.45


@dataclass(frozen=True)
class World:
    """What is true in a simulated edition; what was not planted is drawn.

    `quality` by row of the idea file and `leniency` and `noise` by e-mail are in points of the 1-5 scale; `barren`
    holds the rows of ideas that nobody joins, `unlawful` those of ideas that the law does not allow as written.
    """

    seed: int
    quality: Mapping[int, float] = field(default_factory=dict)
    leniency: Mapping[str, float] = field(default_factory=dict)
    noise: Mapping[str, float] = field(default_factory=dict)
    barren: frozenset[int] = frozenset()
    unlawful: frozenset[int] = frozenset()

    def draws(self, *words: object) -> np.random.Generator:
        """Return a source of draws of its own for these words, so that one draw more changes no other."""
        return np.random.default_rng([self.seed, crc32("|".join(map(str, words)).encode())])

    def quality_of(self, row: int) -> float:
        """Return how good an idea truly is, on the 1-5 scale."""
        if row in self.quality:
            return float(self.quality[row])
        return float(self.draws("quality", row).normal(MIDDLE, QUALITY_SPREAD))

    def leniency_of(self, email: str) -> float:
        """Return how many points above the others this screener scores."""
        if email in self.leniency:
            return float(self.leniency[email])
        return float(self.draws("leniency", email).normal(0, LENIENCY_SPREAD))

    def scores(self, row: int, email: str, criteria: Sequence[str], *, occasion: str = "review") -> dict[str, int]:
        """Return one person's scores (1 to 5) per criterion for the idea in this row."""
        draws = self.draws(occasion, row, email)
        overall = self.quality_of(row) + self.leniency_of(email) + draws.normal(0, self.noise.get(email, NOISE))
        values = overall + draws.normal(0, CRITERION_NOISE, len(criteria))
        return {
            slug: int(np.clip(np.rint(value), LOWEST, HIGHEST)) for slug, value in zip(criteria, values, strict=True)
        }

    def attraction(self, row: int, email: str) -> float:
        """Return how much an idea appeals to a person: its quality, and taste."""
        return self.quality_of(row) + float(self.draws("taste", row, email).normal(0, 0.9))

    def confidence(self, row: int, email: str) -> int:
        """Return how sure a screener is (1 to 3)."""
        return int(self.draws("confidence", row, email).choice([1, 2, 2, 3]))

    def order(self, rows: Sequence[int], email: str) -> list[int]:
        """Return the rows from best to worst as one juror sees them."""
        seen = {row: self.quality_of(row) + float(self.draws("pitch", row, email).normal(0, NOISE)) for row in rows}
        return sorted(rows, key=lambda row: (-seen[row], row))

    def chance(self, share: float, *words: object) -> bool:
        """Return yes in this share of all draws."""
        return bool(self.draws(*words).random() < share)

    def pick(self, count: int, among: Sequence[str], *words: object) -> list[str]:
        """Return this many different words, in the order drawn; all of them where there are fewer."""
        order = self.draws(*words).permutation(len(among))
        return [among[int(place)] for place in order[:count]]

    def whole(self, low: int, high: int, *words: object) -> int:
        """Return a whole number from low to high, both included."""
        return int(self.draws(*words).integers(low, high + 1))
