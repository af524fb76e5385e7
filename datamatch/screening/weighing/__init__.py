"""Rows to arrays, the engine, and rows again."""

from datamatch.screening.weighing.comparing import Beside, beside_ranking, next_pair
from datamatch.screening.weighing.ranking import ranked
from datamatch.screening.weighing.sharing import Shared, shared_out

__all__ = ["Beside", "Shared", "beside_ranking", "next_pair", "ranked", "shared_out"]
