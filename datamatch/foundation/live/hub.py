"""One look at the database a second for everybody in this process who follows something."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from asgiref.sync import sync_to_async
from django.db import DatabaseError

from datamatch.foundation.live.giving_back import give_back
from datamatch.foundation.live.versions import versions

logger = logging.getLogger(__name__)

Read = Callable[[Collection[str]], Awaitable[dict[str, int]]]

PAUSE_SECONDS = 1.0


class Hub:
    """Reads the versions for all listeners together, and wakes them when one grew; rests while nobody listens."""

    def __init__(self, read: Read, *, pause_seconds: float = PAUSE_SECONDS) -> None:
        """Keep how to read, and how long to wait between two looks."""
        self._read = read
        self._pause_seconds = pause_seconds
        self._listened: Counter[str] = Counter()
        self._versions: dict[str, int] = {}
        self._told = asyncio.Condition()
        self._looking: asyncio.Task[None] | None = None

    @contextmanager
    def listening(self, keys: Collection[str]) -> Iterator[None]:
        """Look at these as long as the block lasts."""
        self._listened.update(keys)
        if self._looking is None or self._looking.done():
            self._looking = asyncio.get_running_loop().create_task(self._look())
        try:
            yield
        finally:
            self._listened.subtract(keys)
            self._listened = +self._listened

    async def other(self, keys: Collection[str], than: int | None) -> int:
        """Wait until these stand at another number than this one, and return it."""
        async with self._told:
            await self._told.wait_for(lambda: self._sum(keys) not in {None, than})
        now = self._sum(keys)
        return 0 if now is None else now

    def _sum(self, keys: Collection[str]) -> int | None:
        """Return what these stand at together, or None before the first look."""
        return sum(self._versions[key] for key in keys) if all(key in self._versions for key in keys) else None

    async def _look(self) -> None:
        """Look again and again; a database that is away for a moment is asked again."""
        while self._listened:
            try:
                found = await self._read(list(self._listened))
            except DatabaseError:
                logger.warning("The versions of live pages could not be read; trying again.")
            else:
                await self._tell(found)
            await asyncio.sleep(self._pause_seconds)
        self._versions = {}

    async def _tell(self, found: dict[str, int]) -> None:
        """Wake the listeners, when there is something to hear."""
        if found != self._versions:
            async with self._told:
                self._versions = found
                self._told.notify_all()


def _read_once(keys: Collection[str]) -> dict[str, int]:
    """Return the versions, and give the connection back at once: between two looks nobody holds one."""
    try:
        return versions(keys)
    finally:
        give_back()


_hubs: "WeakKeyDictionary[asyncio.AbstractEventLoop, Hub]" = WeakKeyDictionary()


def hub() -> Hub:
    """Return the hub of this process (of its event loop)."""
    loop = asyncio.get_running_loop()
    if loop not in _hubs:
        _hubs[loop] = Hub(sync_to_async(_read_once))
    return _hubs[loop]
