"""Stored words about the canvas: what a need is, and which roles nearly every idea needs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """A role an idea needs: its discipline, its hours a week, and whether the work stops without it."""

    role: str
    hours_per_week: int
    must: bool = True


# A multidisciplinary team to begin with: demand, data, law and ethics together; authors change it as they learn.
STANDARD_NEEDS: tuple[Need, ...] = (
    Need("projectleider", 4),
    Need("beleidsmedewerker", 4),
    Need("data-scientist", 4),
    Need("jurist", 4),
    Need("data-engineer", 4, must=False),
    Need("ethicus", 4, must=False),
)
