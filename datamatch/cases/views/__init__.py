"""Pages and deeds of cases."""

from datamatch.cases.views.case import case, publish, reuse
from datamatch.cases.views.library import cases
from datamatch.cases.views.make import make

__all__ = ["case", "cases", "make", "publish", "reuse"]
