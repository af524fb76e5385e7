"""From three cosines to one score, and from a score to a word."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, Self

import numpy as np

from ..arrays import Floats

Purpose = Literal["alike", "profile"]
"""What is compared: two texts on a subject, or what somebody can (a short list of skills) with such a text."""


@dataclass(frozen=True)
class Mix:
    """How much words, letters and meaning count, and from which score on texts are related or much alike.

    The weights and bars belong to one model: its cosines mean nothing beside those of another.
    """

    words: float
    chars: float
    meaning: float
    related: float
    strong: float
    usual: float  # the score of two texts taken at random, which the bars were set beside
    nothing: float = 0.0  # the cosine that this model gives to texts that share nothing

    def score(self, cosine: Mapping[str, Floats]) -> Floats:
        """Return the weighed sum for every text."""
        found = self.lexical(cosine)
        if self.meaning:
            found = found + self.meaning * (cosine["meaning"] - self.nothing)
        return found

    def beside(self, scores: Floats) -> Self:
        """Return the mix with both bars as much higher as these scores are on average, by their median.

        Long texts in the language of one organisation are all somewhat alike; only what stands out says something.
        """
        higher = max(0.0, float(np.median(scores)) - self.usual)
        return replace(self, related=self.related + higher, strong=self.strong + higher)

    def lexical(self, cosine: Mapping[str, Floats]) -> Floats:
        """Return the weighed sum without meaning."""
        return self.words * cosine["words"] + self.chars * cosine["chars"]


MIXES = {
    "none": Mix(words=0.25, chars=1.0, meaning=0.0, related=0.06, strong=0.18, usual=0.02),
    "use-m3": Mix(words=0.25, chars=0.75, meaning=1.0, related=0.25, strong=0.45, usual=0.09),
    "e5-small-q4": Mix(words=0.25, chars=0.0, meaning=4.0, nothing=0.75, related=0.40, strong=0.54, usual=0.32),
}
"""Weights and bars per model, set on the shared half of the text data only (docs/reference/benchmarks.md).

Of 100 pairs of unrelated ideas there about 10 reach `related`, of 1,000 about 8 reach `strong`.
"""


PROFILES = {
    "none": Mix(words=0.25, chars=1.0, meaning=0.0, related=0.05, strong=0.14, usual=0.01),
    "use-m3": Mix(words=0.5, chars=1.5, meaning=1.0, related=0.23, strong=0.49, usual=0.09),
    "e5-small-q4": Mix(words=0.5, chars=0.5, meaning=4.0, nothing=0.75, related=0.40, strong=0.54, usual=0.32),
}
"""The same for profiles: a list of skills is no sentence, so that words and letters count twice beside meaning."""


def mix_of(name: str, purpose: Purpose = "alike") -> Mix:
    """Return the mix for a model; one that nobody measured counts as if it was the default one."""
    known = PROFILES if purpose == "profile" else MIXES
    return known.get(name, known["use-m3"])
