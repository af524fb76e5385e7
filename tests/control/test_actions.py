"""Moving an edition from stage to stage."""

import pytest

from datamatch.control.actions import move_stage
from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.foundation import search
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from tests.factories.editions import appoint, make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def test_edition_moves_to_its_next_stage_and_the_trail_knows(moment):
    edition = make_edition(stage=Stage.PREPARING)
    by = make_manager(edition)
    move_stage(edition=edition, by=by, at=moment)
    edition.refresh_from_db()
    assert edition.stage == Stage.CALL
    entry = TrailEntry.objects.get()
    assert (entry.deed, entry.actor_id, entry.details) == (
        "stage.enter",
        by.public_id,
        {"left": "preparing", "entered": "call"},
    )


def test_edition_with_a_reason_to_stay_stays(moment):
    edition = make_edition(stage=Stage.PREPARING, themes=0)
    with pytest.raises(Refused, match="no themes yet"):
        move_stage(edition=edition, by=make_manager(edition), at=moment)
    edition.refresh_from_db()
    assert edition.stage == Stage.PREPARING


def test_edition_is_moved_by_its_managers_only(moment):
    with pytest.raises(Refused, match="for the managers"):
        move_stage(edition=make_edition(stage=Stage.PREPARING), by=make_person(), at=moment)


def test_edition_is_not_moved_twice_by_two_managers_at_once(moment):
    edition = make_edition(stage=Stage.PREPARING)
    by, as_others_saw_it = make_manager(edition), Edition.objects.get(pk=edition.pk)
    move_stage(edition=edition, by=by, at=moment)
    with pytest.raises(Refused, match="Somebody already moved"):
        move_stage(edition=as_others_saw_it, by=by, at=moment)


def test_ideas_of_a_sealed_call_can_be_found_once_it_is_closed(moment):
    edition = make_edition(stage=Stage.CALL, sealed=True, shortlist_size=2)
    by = make_manager(edition)
    for _ in range(2):
        appoint(edition, Duty.SCREENER)
    ideas = [make_idea(edition=edition, title="Ziekteverzuim") for _ in range(2)]
    assert search.find("verzuim", kinds=["idea"]) == []
    move_stage(edition=edition, by=by, at=moment)
    assert set(search.find("verzuim", kinds=["idea"])) == {idea.public_id for idea in ideas}
