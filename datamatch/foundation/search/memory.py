"""The index of this process: one for all threads, brought up to date with the database before each question."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock, Thread

from django.db import Error, close_old_connections
from django.db.models import Count, Sum

from datamatch.foundation import weighing
from datamatch.foundation.models import KeptText

logger = logging.getLogger(__name__)
AT_ONCE = 500
ANY_WORDS = "gegevens en informatie over data and information"
Signature = tuple[int, int]


class Memory:
    """The index with what the database said when it was brought up to date."""

    def __init__(self) -> None:
        """Begin empty."""
        self.index = weighing.new_index()
        self.signature: Signature = (0, 0)
        self.marks: dict[str, int] = {}

    def refresh(self) -> None:
        """Take in what this or another process kept and forgot since the last time.

        Each row has a mark made of all it says. Their number and sum tell whether anything changed, whatever process
        changed it and whether or not that was rolled back; the marks tell what.
        """
        told = KeptText.objects.aggregate(rows=Count("pk"), marks=Sum("mark"))
        signature = (told["rows"], told["marks"] or 0)
        if signature == self.signature:
            return
        now = {
            f"{kind}:{of}": (pk, mark)
            for pk, kind, of, mark in KeptText.objects.values_list("pk", "kind", "of", "mark")
        }
        for key in self.marks.keys() - now.keys():
            self.index.remove(key)
            del self.marks[key]
        changed = [pk for key, (pk, mark) in now.items() if self.marks.get(key) != mark]
        for start in range(0, len(changed), AT_ONCE):
            for row in KeptText.objects.filter(pk__in=changed[start : start + AT_ONCE]):
                self.index.update(weighing.text_of(row))
                self.marks[row.key] = row.mark
        self.signature = (len(self.marks), sum(self.marks.values()))


_lock = RLock()
_memories: dict[str, Memory] = {}


@contextmanager
def current() -> Iterator[weighing.Index]:
    """Hold the index, up to date; one thread at a time, for a few thousandths of a second."""
    with _lock:
        memory = _memories.setdefault(weighing.model().name, Memory())
        memory.refresh()
        yield memory.index


def warm_up() -> None:
    """Read the texts, the word list and the language model, so that nobody has to wait for them."""
    with current() as index:
        index.similar(ANY_WORDS, worth_showing=True)


def warm_up_in_background() -> Thread:
    """Do so beside the start of a server; without a database yet, the first question does it."""
    thread = Thread(target=warm_up_alone, name="warm-up", daemon=True)
    thread.start()
    return thread


def warm_up_alone() -> None:
    """Do so in a thread, which has a connection of its own to the database."""
    try:
        warm_up()
    except Error:
        logger.info("The texts are read at the first question: the database did not answer.")
    finally:
        close_old_connections()
