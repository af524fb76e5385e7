"""Which ideas come next when one that the jury chose drops out."""

from datamatch.ideas.models import Idea
from datamatch.jury.models import BallotBox
from datamatch.jury.queries.ballots import verdict_of
from datamatch.jury.queries.results import result_of


def next_in_order(box: BallotBox) -> list[Idea]:
    """Return the pitched ideas that the jury did not choose, in the order of its ballot; empty before the verdict."""
    verdict, result = verdict_of(box.edition), result_of(box)
    if verdict is None or result is None:
        return []
    chosen = set(verdict.chosen.values_list("pk", flat=True))
    return [place.pitch.idea for place in result.places if place.pitch.idea_id not in chosen]
