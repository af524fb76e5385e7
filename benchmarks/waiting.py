"""Ask the product itself what is alike among many kept texts; prints median, 95th in 100 and the first, in ms.

Uses a database of its own. On SQLite every socket is blocked while questions are asked: nothing may leave the machine.
"""

import json
import os
import socket
import sys
import tempfile
import time
from datetime import UTC, datetime
from typing import Any
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


def asked() -> dict[str, Any]:
    """Return how long questions took, in ms on the clock of the wall: words of ideas as somebody types them."""
    from django.db import connection

    from datamatch.foundation import search

    words = [row["duplicate"] for row in read(USUAL.parent / "text", "ideeen_nl")]
    if connection.vendor == "sqlite":
        socket.socket.connect = refused  # type: ignore[method-assign]
    taken = []
    for number in range(ASKED):
        text = words[number % len(words)]
        typed = " ".join(text.split()[: 4 + number // len(words) * 8])
        begun = time.perf_counter()
        search.similar(typed, kinds=["idea", "case"], scopes=[EDITION])
        taken.append(1000 * (time.perf_counter() - begun))
    first, *rest = taken
    return {"first": first, "median": float(np.median(rest)), "p95": float(np.quantile(rest, 0.95))}


def refused(*_: object) -> None:
    """Refuse every way out."""
    raise OSError("nothing may leave this machine")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
