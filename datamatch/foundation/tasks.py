"""What comes back by the clock in the foundation."""

from datetime import datetime

from datamatch.foundation import search
from datamatch.foundation.jobs import every


@every(days=1, at_hour=4)
def look_again_at_texts(at: datetime) -> int:
    """Look again at the texts that another language model or an earlier version looked at."""
    return search.index_again(only_old=True)
