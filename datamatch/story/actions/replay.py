"""The whole way: from files to a reused case, through the same deeds as the pages."""

from django.utils.translation import gettext as _

from datamatch.foundation.origin import coming_from
from datamatch.foundation.public import drawn_from
from datamatch.story.actions.arriving import welcome
from datamatch.story.actions.calling import collect_energy, collect_ideas, prepare
from datamatch.story.actions.delivering import deliver
from datamatch.story.actions.journey import Journey
from datamatch.story.actions.matching import match
from datamatch.story.actions.next_call import next_plan, open_next, reuse_one
from datamatch.story.actions.pitching import pitch
from datamatch.story.actions.screening import screen
from datamatch.story.actions.showing import show


def replay(journey: Journey) -> Journey:
    """Replay one edition and open the next call with one reuse; return the journey of the next edition.

    :raises Refused: a deed that a person could not have done either, with its reason
    """
    with coming_from("story"), drawn_from(journey.world.seed):
        run_edition(journey)
        following = open_next(journey, next_plan(journey.plan))
        reuse_one(journey, following)
    return following


def run_edition(journey: Journey) -> None:
    """Go through the stages of one edition, telling where we are."""
    stages = (
        (_("People and plan"), welcome), ("", prepare), (_("Call"), collect_ideas), ("", collect_energy),
        (_("Screening"), screen), (_("Matching"), match), (_("Pitch day"), pitch),
        (_("Three months"), deliver), (_("DataDag and cases"), show),
    )  # fmt: skip
    named = [name for name, _deed in stages if name]
    for name, deed in stages:
        if name:
            journey.tell(f"[{named.index(name) + 1}/{len(named)}] {name}")
        deed(journey)
