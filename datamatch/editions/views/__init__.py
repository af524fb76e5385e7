"""Pages of editions: the list, preparing one, its plan and themes, who does what."""

from datamatch.editions.views.appointments import appoint, appointments, dismiss
from datamatch.editions.views.editions import editions, open_programme, prepare
from datamatch.editions.views.plan import add_theme, plan, remove_theme

__all__ = [
    "add_theme", "appoint", "appointments", "dismiss", "editions", "open_programme", "plan", "prepare", "remove_theme",
]  # fmt: skip
