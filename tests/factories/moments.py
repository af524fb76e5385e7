"""Fixed moments and days."""

from datetime import UTC, date, datetime, timedelta

MOMENT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
DAY = date(2026, 3, 2)


def later(**span: float) -> datetime:
    """Return a moment this much after the fixed one."""
    return MOMENT + timedelta(**span)
