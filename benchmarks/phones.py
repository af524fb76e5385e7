"""Let a full hall vote by phone while the server is killed half-way; prints what was kept, lost and counted twice.

The product's own server, as it runs in production, on a database of its own: SQLite, or the one of
`DATAMATCH_DATABASE_URL`, which must be empty.
`python -m benchmarks.phones 300 10`: how many phones, in how many seconds.
"""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime

from benchmarks.handset import Handset, Listener

MOMENT = datetime(2026, 1, 1, 12, tzinfo=UTC)
SERVER = [
    sys.executable,
    "-m",
    "uvicorn",
    "datamatch.config.asgi:application",
    "--no-access-log",
    "--log-level",
    "error",
]
PITCHES, LISTENERS = 10, 20
# The server dies when this part of the time is over, in the middle of the votes.
DIES_AT = 0.4


def main(phones: int, seconds: float) -> None:
    """Fill, vote, look and print."""
    with tempfile.TemporaryDirectory() as home, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        os.environ |= {"DATAMATCH_HOME": home, "DJANGO_SETTINGS_MODULE": "datamatch.config.settings"}
        port = int(free.getsockname()[1])
        free.close()
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        code = hall()
        handsets = [Handset(port, code, number) for number in range(phones)]
        listeners = [Listener(port, code) for _ in range(min(LISTENERS, phones))]
        told = asyncio.run(evening(port, handsets, listeners, seconds))
        print(json.dumps(told | kept(handsets)))


def hall() -> str:
    """Make a pitch day on which all pitches are done, let the audience vote, and return the code on the wall."""
    from datamatch.editions.models import Edition, Programme
    from datamatch.ideas.models import Idea
    from datamatch.jury import actions
    from datamatch.jury.models import Pitch
    from datamatch.people.models import Person

    by = Person.objects.create_superuser(email="a@example.org", name="A", password=None)
    programme = Programme.objects.create(slug="p", name="P")
    day = date(2026, 1, 1)
    edition = Edition.objects.create(
        programme=programme, slug="e", name="E", number=1, stage="pitching", call_opens_on=day, call_closes_on=day
    )
    theme = edition.themes.create(slug="t", name_nl="T", name_en="T")
    for place in range(1, PITCHES + 1):
        idea = Idea.objects.create(
            edition=edition, submitter=by, theme=theme, title=f"Idea {place}", demand="D", data="D", result="R",
            state="sent", number=place, made_at=MOMENT, changed_at=MOMENT, sent_at=MOMENT,
        )  # fmt: skip
        Pitch.objects.create(idea=idea, place=place, starts_at=MOMENT, state="done", began_at=MOMENT, ended_at=MOMENT)
    opened = actions.open_hall(edition=edition, by=by, at=MOMENT)
    return actions.open_vote(hall=opened, by=by, at=MOMENT).code


async def evening(port: int, handsets: list[Handset], listeners: list[Listener], seconds: float) -> dict[str, float]:
    """Let everybody come in, vote within so many seconds, and see the vote close; kill the server in between."""
    server = serve(port)
    try:
        await came_up(port)
        gate = asyncio.Semaphore(20)
        await asyncio.gather(*(handset.come_in(gate) for handset in handsets))
        following = [asyncio.create_task(listener.follow()) for listener in listeners]
        begun = time.monotonic()
        voting = [
            asyncio.create_task(handset.vote(begun + seconds * (place + 0.5) / len(handsets)))
            for place, handset in enumerate(handsets)
        ]
        await asyncio.sleep(seconds * DIES_AT)
        server.send_signal(signal.SIGKILL)
        server.wait()
        killed = time.monotonic()
        server = serve(port)
        await came_up(port)
        up = time.monotonic()
        await asyncio.gather(*voting)
        done = time.monotonic()
        await asyncio.to_thread(close)
        await asyncio.wait(following, timeout=15)
    finally:
        server.kill()
        server.wait()
    heard = sum(listener.heard_close for listener in listeners)
    back = sum(listener.came_back for listener in listeners)
    return {"down": up - killed, "took": done - begun, "listeners": len(listeners), "back": back, "heard": heard}


def serve(port: int) -> subprocess.Popen[bytes]:
    """Start the server."""
    return subprocess.Popen([*SERVER, "--port", str(port)])


async def came_up(port: int) -> None:
    """Wait until the server takes connections."""
    for _try in range(1200):
        try:
            _reader, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return
    raise TimeoutError("the server did not come up")


def close() -> None:
    """Close the vote, as the manager does; everybody who listens hears that something changed."""
    from django.db import connections

    from datamatch.jury import actions
    from datamatch.jury.models import Hall
    from datamatch.people.models import Person

    actions.close_vote(hall=Hall.objects.get(), by=Person.objects.get(), at=MOMENT)
    connections.close_all()


def kept(handsets: list[Handset]) -> dict[str, float]:
    """Return what the database holds beside what the phones were told."""
    from django.db.models import Sum

    from datamatch.jury.models import Hall, HallTally, HallVoter
    from datamatch.jury.queries import Guest, keys_of

    opened = Hall.objects.get()
    marks = set(HallVoter.objects.values_list("key", flat=True))
    keys = {one.number: keys_of(Guest(device_of(one)), opened)[1] for one in handsets}
    answered = [one for one in handsets if one.answered]
    counted = HallTally.objects.aggregate(all=Sum("count"))["all"]
    first = sorted(one.milliseconds for one in answered if one.tries == 1)
    every = sorted(one.milliseconds for one in answered)
    return {
        "phones": len(handsets),
        "answered": len(answered),
        "once": len(marks),
        "twice": counted - len(marks),
        "lost": sum(keys[one.number] not in marks for one in answered),
        "again": sum(one.tries > 1 for one in answered),
        "p50": first[len(first) // 2],
        "p95": first[int(len(first) * 0.95)],
        "worst": every[-1],
    }


def device_of(handset: Handset) -> str:
    """Return the name of a device, as the product reads it from its cookie."""
    from django.http import HttpRequest

    from datamatch.jury.views.guests import guest_of

    request = HttpRequest()
    request.COOKIES = dict(handset.cookies)
    request.user = None  # type: ignore[assignment]
    return guest_of(request).device


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
