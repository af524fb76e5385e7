"""The index of this process: one for all threads, brought up to date with the database before each question."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from django.db.models import Count, Sum

from datamatch.foundation import weighing
from datamatch.foundation.models import KeptText

AT_ONCE = 500
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
