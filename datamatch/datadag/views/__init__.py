"""Pages and deeds of the DataDag."""

from datamatch.datadag.views.datadag import cancel, datadag, register
from datamatch.datadag.views.door import check_in, registrations
from datamatch.datadag.views.plan import add_session, move_session, plan, publish, remove_session

__all__ = [
    "add_session",
    "cancel",
    "check_in",
    "datadag",
    "move_session",
    "plan",
    "publish",
    "register",
    "registrations",
    "remove_session",
]
