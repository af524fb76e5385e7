"""Rows to arrays, the engine, and rows again."""

from datamatch.screening.weighing.ranking import ranked
from datamatch.screening.weighing.sharing import Shared, shared_out

__all__ = ["Shared", "ranked", "shared_out"]
