"""Until when a call is open, in words."""

from datetime import time, timedelta

import pytest
from django.utils import translation

from datamatch.editions import actions, queries, rules
from datamatch.editions.enums import Stage
from datamatch.foundation.refusal import Refused
from tests.factories.editions import make_edition, make_manager
from tests.factories.moments import DAY, MOMENT, later

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "hour", "english", "dutch", "is_soon"),
    [
        (0, time(11, 12), "12 minutes left, until today 11:12", "nog 12 minuten, tot vandaag om 11:12", True),
        (0, time(17), "6 hours left, until today 17:00", "nog 6 uur, tot vandaag om 17:00", True),
        (1, time(17), "1 day left, until tomorrow 17:00", "nog 1 dag, tot morgen om 17:00", True),
        (3, time(17), "3 days left, until Thursday 17:00", "nog 3 dagen, tot donderdag om 17:00", False),
        (8, time(17), "8 days left, until Tuesday 10 March 17:00", "nog 8 dagen, tot dinsdag 10 maart om 17:00", False),
        (
            21, None, "Open until somebody closes it; planned on 23 March.",
            "Open tot iemand de oproep sluit; gepland op 23 maart.", False,
        ),
    ],
)  # fmt: skip
def test_time_that_is_left_is_told_as_people_say_it(day, hour, english, dutch, is_soon):
    edition = make_edition(call_closes_on=DAY + timedelta(days=day), call_closes_time=hour)
    until = queries.call_until(edition, at=MOMENT)
    assert (until.words, until.is_soon, until.why_extended) == (english, is_soon, "")
    with translation.override("nl"):
        assert queries.call_until(edition, at=MOMENT).words == dutch


def test_nothing_is_told_before_and_after_the_call():
    for stage in (Stage.PREPARING, Stage.SCREENING):
        assert queries.call_until(make_edition(stage=stage), at=MOMENT) is None
    assert queries.call_until(make_edition(call_closes_on=DAY, call_closes_time=time(11)), at=MOMENT) is None
    assert queries.call_until(make_edition(call_closes_on=None), at=MOMENT) is None


def test_end_of_an_open_call_changes_by_extension_only(moment):
    edition = make_edition(call_closes_on=DAY, call_closes_time=time(17))
    by = make_manager(edition)
    for plan in ({"call_closes_on": DAY + timedelta(days=1)}, {"call_closes_time": None}):
        with pytest.raises(Refused, match="Extend it"):
            actions.plan_edition(edition=edition, by=by, at=moment, **plan)
    actions.plan_edition(edition=edition, by=by, at=moment, means_euros=5, call_closes_on=DAY)
    by_hand = make_edition()
    actions.plan_edition(edition=by_hand, by=make_manager(by_hand), at=moment, call_closes_time=time(17))
    assert by_hand.call_closes_at is not None


def test_call_of_one_day_closes_at_a_later_hour():
    plan = {"call_opens_on": DAY, "call_closes_on": DAY, "call_opens_time": time(9)}
    assert rules.why_not_have_plan(**plan, call_closes_time=time(17)) is None
    reason = "The call closes at a later hour than it opens."
    assert rules.why_not_have_plan(**plan, call_closes_time=time(9)) == reason


def test_clock_moves_at_the_moment_of_the_plan_only():
    opening = make_edition(stage=Stage.PREPARING, call_opens_on=DAY, call_opens_time=time(11))
    assert rules.why_not_move_by_clock(edition=opening, at=MOMENT) is None
    assert rules.why_not_move_by_clock(edition=opening, at=later(seconds=-1)) == "The moment of the plan has not come."
    screening = make_edition(stage=Stage.SCREENING, call_closes_on=DAY, call_closes_time=time(11))
    assert rules.why_not_move_by_clock(edition=screening, at=MOMENT) is not None
