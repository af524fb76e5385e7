"""The stream itself: it says a number, and never what changed or for whom."""

import asyncio
from collections.abc import AsyncGenerator, Collection
from contextlib import aclosing

from asgiref.sync import sync_to_async
from django.http import HttpRequest, StreamingHttpResponse

from datamatch.foundation.live.giving_back import give_back
from datamatch.foundation.live.hub import Hub, hub

RETRY_MILLISECONDS = 2000
PING_SECONDS = 15.0
# After this the browser asks again by itself, and is asked again who it is.
LONGEST_SECONDS = 600.0


def stream(request: HttpRequest, *keys: str) -> StreamingHttpResponse:
    """Answer with the versions of these, from the one that the browser saw last: `Last-Event-ID`, else `?seen=`."""
    seen = request.headers.get("Last-Event-ID") or request.GET.get("seen", "")
    known = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 16 else None
    told = numbers(keys, known, ping_seconds=PING_SECONDS, longest_seconds=LONGEST_SECONDS)
    return StreamingHttpResponse(
        without_connection(told),
        content_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def without_connection(told: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
    """Give back the connection with which the page looked who asks, and then tell.

    Else each stream would hold one as long as it is open, and a full hall all that the pool of the database has.
    """
    await sync_to_async(give_back)()
    async with aclosing(told) as stream_of_numbers:
        async for part in stream_of_numbers:
            yield part


async def numbers(
    keys: Collection[str],
    seen: int | None,
    *,
    at: Hub | None = None,
    ping_seconds: float,
    longest_seconds: float,
) -> AsyncGenerator[bytes]:
    """Yield each new number as an event, and a sign of life while there is none."""
    at = at or hub()
    yield f"retry: {RETRY_MILLISECONDS}\n\n".encode()
    clock = asyncio.get_running_loop()
    until = clock.time() + longest_seconds
    with at.listening(keys):
        while clock.time() < until:
            try:
                seen = await asyncio.wait_for(at.other(keys, seen), ping_seconds)
            except TimeoutError:
                yield b": still here\n\n"
                continue
            yield f"id: {seen}\ndata: {seen}\n\n".encode()
