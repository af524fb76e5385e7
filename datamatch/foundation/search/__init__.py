"""Search plumbing: rooms keep the texts that everybody may read; anyone may ask which are alike or hold some words.

`keep` and `forget` belong in the action that makes a text readable or takes that away. Whoever asks says what the
reader may see: kinds, scopes (editions), and where that is not enough the things themselves, as ids or as a QuerySet of
ids (`among`). All else is left out before anything is compared.
"""

from datamatch.foundation.search.finding import Match, find, similar
from datamatch.foundation.search.keeping import forget, index_again, keep
from datamatch.foundation.search.sources import fill, source

__all__ = ["Match", "fill", "find", "forget", "index_again", "keep", "similar", "source"]
