"""Identity that may be shown in an address: a UUID, never a row number."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from random import Random

from django.db import models

_draw: ContextVar[Callable[[], uuid.UUID]] = ContextVar("draw", default=uuid.uuid4)


def new_public_id() -> uuid.UUID:
    """Return a new identity; from the system's randomness, unless a block asked for drawn ones."""
    return _draw.get()()


@contextmanager
def drawn_from(seed: int) -> Iterator[None]:
    """Draw the identities of everything made inside this block from a seed: the same deeds, the same identities.

    For replays on a database of their own only: such identities can be guessed.
    """
    random = Random(seed)  # noqa: S311  identities of a replay are meant to repeat
    token = _draw.set(lambda: uuid.UUID(int=random.getrandbits(128), version=4))
    try:
        yield
    finally:
        _draw.reset(token)


class Public(models.Model):
    """A row that people can point at."""

    public_id = models.UUIDField(default=new_public_id, unique=True, editable=False)

    class Meta:
        """Every public row of every room carries this column."""

        abstract = True
