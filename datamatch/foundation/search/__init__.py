"""Search plumbing: rooms keep the texts that everybody may read; anyone may ask which are alike or hold some words.

`keep` and `forget` belong in the action that makes a text readable or takes that away. Whoever asks says what the
reader may see: kinds, scopes (editions), and where that is not enough the things themselves, as ids or as a QuerySet of
ids (`among`). All else is left out before anything is compared.
"""

from datamatch.foundation.models import KeptText as Kept
from datamatch.foundation.search.finding import Match, find, find_once, kept, similar
from datamatch.foundation.search.keeping import forget, index_again, keep
from datamatch.foundation.search.memory import warm_up, warm_up_in_background
from datamatch.foundation.search.sources import fill, source

__all__ = [
    "Kept",
    "Match",
    "fill",
    "find",
    "find_once",
    "forget",
    "index_again",
    "keep",
    "kept",
    "similar",
    "source",
    "warm_up",
    "warm_up_in_background",
]
