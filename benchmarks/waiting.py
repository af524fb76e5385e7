"""Ask the product itself what is alike among many kept texts; prints median and 95th in 100, in ms.

Uses a database of its own. On SQLite every socket is blocked while questions are asked: nothing may leave the machine.
"""

import json
import os
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import numpy as np

from benchmarks.data import USUAL
from benchmarks.texts import read

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
EDITION = UUID(int=1)
ASKED = 60


def main(ideas: int, cases: int) -> None:
    """Fill, ask and print."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["DATAMATCH_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "datamatch.config.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        fill(ideas, cases)
        settle()
        print(json.dumps(asked()))


def fill(ideas: int, cases: int) -> None:
    """Keep made-up texts: pieces of the shared ideas and cases, drawn with a seed and put together."""
    from datamatch.foundation import search

    folder, random = USUAL.parent / "text", np.random.default_rng(2016)
    register = read(folder, "algoritmeregister_nl")
    pieces = [part.strip() for row in register for part in row["doel"].split(".") if len(part.split()) > 3]
    titles = [row["title"] for row in register]
    from django.db import transaction

    with transaction.atomic():
        for number in range(ideas + cases):
            kind, length = ("idea", 2) if number < ideas else ("case", 5)
            body = ". ".join(pieces[place] for place in random.integers(0, len(pieces), length))
            search.keep(
                kind=kind, of=UUID(int=number), scope=EDITION, title=titles[random.integers(0, len(titles))], body=body,
                language="nl", address="/", at=MOMENT,
            )  # fmt: skip


def settle() -> None:
    """Let PostgreSQL count what was filled in at once, as it does by itself within minutes; SQLite needs nothing."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def asked() -> dict[str, float]:
    """Return how long questions took, in ms: words as somebody types them, whole ideas as they are sent, two words."""
    from django.db import connection

    from datamatch.foundation import search

    texts = [row["duplicate"] for row in read(USUAL.parent / "text", "ideeen_nl")]
    sent = [f"{row['title']}. {row['idea']}" for row in read(USUAL.parent / "text", "ideeen_nl")]
    typed = [" ".join(text.split()[: 4 + 8 * turn]) for turn in range(3) for text in texts][:ASKED]
    if connection.vendor == "sqlite":
        socket.socket.connect = refused  # type: ignore[method-assign]
    warmed = taken(search.warm_up)["wall"]
    first, *typing = [taken(lambda text=text: ask(text)) for text in typed]
    check = [taken(lambda text=text: ask(text)) for text in sent]
    pairs = [" ".join(sorted(row["title"].split(), key=len)[-2:]) for row in read(USUAL.parent / "text", "ideeen_nl")]
    looking = [taken(lambda pair=pair: look(pair)) for pair in pairs]
    told = {"warming up": warmed, "first": first["wall"]}
    for deed, times in (("typing", typing), ("check", check), ("looking", looking)):
        for clock in ("wall", "cpu"):
            values = [one[clock] for one in times]
            told[f"{deed} {clock} median"] = float(np.median(values))
            told[f"{deed} {clock} p95"] = float(np.quantile(values, 0.95))
    return told


def ask(text: str) -> None:
    """Ask what the panel beside the form asks."""
    from datamatch.foundation import search

    search.similar(text, kinds=["idea", "case"], scopes=[EDITION], home=EDITION, one_of_copies=True)


def look(words: str) -> None:
    """Look for words, as the search box of the list does."""
    from datamatch.foundation import search

    search.find(words, kinds=["idea"], scopes=[EDITION], limit=20)


def taken(deed: Callable[[], object]) -> dict[str, float]:
    """Return how long a deed takes, in ms on the clock of the wall and of processor time."""
    wall, cpu = time.perf_counter(), time.process_time()
    deed()
    return {"wall": 1000 * (time.perf_counter() - wall), "cpu": 1000 * (time.process_time() - cpu)}


def refused(*_: object) -> None:
    """Refuse every way out."""
    raise OSError("nothing may leave this machine")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
