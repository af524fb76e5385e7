"""Calls open and close at the moments of their plans; what stands in the way reaches the managers."""

from datetime import time, timedelta

import pytest

from datamatch.control import actions
from datamatch.control.tasks import open_and_close_calls
from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from tests.factories.editions import make_edition, make_manager, make_screener
from tests.factories.ideas import make_idea
from tests.factories.moments import DAY, MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
ELEVEN, BEFORE = time(11), later(minutes=-1)


def opening(**given):
    """An edition whose call opens at eleven, Amsterdam time, which is the fixed moment."""
    return make_edition(stage=Stage.PREPARING, call_opens_on=DAY, call_opens_time=ELEVEN, **given)


def closing(**given):
    """An edition whose call closes at the fixed moment, and may be left."""
    edition = make_edition(call_closes_on=DAY, call_closes_time=ELEVEN, **given)
    make_screener(edition), make_screener(edition), make_idea(edition=edition), make_idea(edition=edition)
    return edition


def stage_of(edition):
    return Edition.objects.get(pk=edition.pk).stage


def test_call_opens_at_its_moment_and_the_trail_says_the_clock_did_it():
    edition = opening()
    make_manager(edition)
    assert (open_and_close_calls(BEFORE), stage_of(edition)) == (0, "preparing")
    assert (open_and_close_calls(MOMENT), stage_of(edition)) == (1, "call")
    entry, move = TrailEntry.objects.get(), edition.moves.get()
    assert (entry.deed, entry.actor_id, entry.details) == (
        "stage.enter",
        None,
        {"left": "preparing", "entered": "call"},
    )
    assert (move.by, move.at) == (None, MOMENT)
    assert open_and_close_calls(later(minutes=1)) == 0


def test_call_closes_at_its_moment():
    edition = closing()
    assert (open_and_close_calls(BEFORE), stage_of(edition)) == (0, "call")
    assert (open_and_close_calls(MOMENT), stage_of(edition)) == (1, "screening")
    assert not Mail.objects.exists()


@pytest.mark.parametrize("stage", [Stage.PREPARING, Stage.CALL])
def test_call_without_an_hour_is_opened_and_closed_by_hand(stage):
    edition = make_edition(stage=stage)
    make_manager(edition)
    assert (open_and_close_calls(later(days=90)), stage_of(edition)) == (0, stage)


def test_what_stands_in_the_way_is_mailed_once_a_day_to_every_manager():
    edition = make_edition(call_closes_on=DAY, call_closes_time=ELEVEN)
    first, second = (make_manager(edition, make_person(language=code)) for code in ("en", "nl"))
    for minutes in (0, 1, 60):
        assert open_and_close_calls(later(minutes=minutes)) == 0
    assert sorted(Mail.objects.values_list("to", flat=True)) == sorted([first.email, second.email])
    english, dutch = Mail.objects.get(to=first.email), Mail.objects.get(to=second.email)
    assert "0 ideas have been sent" in english.body
    assert f"/edities/{edition.slug}/regiekamer/" in english.body
    assert "0 ideeën" in dutch.body
    open_and_close_calls(later(days=1))
    assert Mail.objects.count() == 4


def test_edition_moves_on_as_soon_as_nothing_stands_in_the_way():
    edition = opening(themes=0)
    make_manager(edition, make_person(language="en"))
    assert open_and_close_calls(MOMENT) == 0
    assert "open the call" in Mail.objects.get().subject
    edition.themes.create(slug="natuur", name_nl="Natuur", name_en="Nature")
    assert open_and_close_calls(later(minutes=1)) == 1


def test_one_edition_that_stays_does_not_keep_another():
    make_manager(opening(themes=0))
    ready = closing()
    assert (open_and_close_calls(MOMENT), stage_of(ready)) == (1, "screening")


def test_clock_that_looked_before_somebody_extended_does_not_close_the_call():
    edition = closing()
    seen = Edition.objects.get(pk=edition.pk)
    by, until = make_manager(edition), DAY + timedelta(days=2)
    actions.extend_call(edition=edition, closes_on=until, closes_time=ELEVEN, reason="Storm.", by=by, at=BEFORE)
    with pytest.raises(Refused, match="has not come"):
        actions.move_by_clock(edition=seen, at=MOMENT)


def test_clock_that_looked_before_somebody_moved_does_not_move_twice():
    edition = closing()
    seen = Edition.objects.get(pk=edition.pk)
    actions.move_stage(edition=edition, by=make_manager(edition), at=BEFORE)
    with pytest.raises(Refused, match="already moved"):
        actions.move_by_clock(edition=seen, at=MOMENT)


def test_clock_looks_with_one_query_when_nothing_is_due(django_assert_num_queries):
    for _one in range(3):
        make_edition()
    with django_assert_num_queries(1):
        assert open_and_close_calls(MOMENT) == 0
