"""The review graph: which items and reviewers can be compared at all."""

import numpy as np

from .arrays import Ints


def components(item: Ints, reviewer: Ints, n_items: int, n_reviewers: int) -> tuple[Ints, Ints]:
    """Return the component number of every item and reviewer; numbered by their first item.

    Items that share no chain of reviewers stand in different components: their difference
    rests on the prior alone. Nodes without a review get -1.
    """
    label = np.arange(n_items + n_reviewers)
    while True:
        lowest = np.minimum(label[item], label[n_items + reviewer])
        after = label.copy()
        np.minimum.at(after, item, lowest)
        np.minimum.at(after, n_items + reviewer, lowest)
        if (after == label).all():
            break
        label = after
    seen = np.zeros(len(label), dtype=np.bool_)
    seen[item] = seen[n_items + reviewer] = True
    numbers = np.full(len(label), -1, dtype=np.int64)
    numbers[seen] = np.unique(label[seen], return_inverse=True)[1]
    return numbers[:n_items], numbers[n_items:]
