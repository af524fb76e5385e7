"""One thing a manager does in a stage."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Deed:
    """Something to do: where, why, and how far it is (`done` of `total`; without a total it is never ready)."""

    title: str
    text: str
    url: str
    done: int = 0
    total: int = 0

    @property
    def is_done(self) -> bool:
        """Tell whether all of it is done."""
        return 0 < self.total <= self.done
