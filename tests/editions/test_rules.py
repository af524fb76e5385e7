"""Why something may not happen with an edition."""

from datetime import timedelta

import pytest

from datamatch.editions import rules
from datamatch.editions.enums import Duty, Stage
from tests.factories.editions import make_edition, make_manager, make_screener
from tests.factories.moments import DAY
from tests.factories.people import make_administrator, make_person

pytestmark = pytest.mark.django_db


def test_only_administrators_open_a_programme():
    assert rules.why_not_open_programme(by=make_administrator()) is None
    assert rules.why_not_open_programme(by=make_person()) == "Only an administrator opens a programme."


def test_managers_of_an_earlier_edition_prepare_a_new_one():
    edition = make_edition()
    refusal = "Only an administrator or the manager of an earlier edition prepares a new one."
    assert rules.why_not_prepare_edition(by=make_administrator()) is None
    assert rules.why_not_prepare_edition(by=make_manager(edition)) is None
    assert rules.why_not_prepare_edition(by=make_screener(edition)) == refusal


@pytest.mark.parametrize("rule", [rules.why_not_plan, rules.why_not_appoint, rules.why_not_set_themes])
def test_only_managers_change_an_edition_that_is_not_closed(rule):
    edition, closed = make_edition(), make_edition(stage=Stage.CLOSED)
    assert rule(edition=edition, by=make_manager(edition)) is None
    assert rule(edition=edition, by=make_administrator()) is None
    assert rule(edition=edition, by=make_screener(edition)) == "Only a manager of this edition does this."
    assert rule(edition=edition, by=make_manager(closed)) == "Only a manager of this edition does this."
    assert rule(edition=closed, by=make_manager(closed)) == "This edition is closed; nothing in it changes any more."


@pytest.mark.parametrize(
    ("plan", "reason"),
    [
        ({}, None),
        ({"wish": 1}, "A plan does not hold wish."),
        ({"reviews_per_idea": 1}, "Every idea gets at least 2 reviews."),
        ({"chosen_count": 4, "shortlist_size": 3}, "The jury cannot choose more ideas than the shortlist holds."),
        ({"chosen_count": 3, "shortlist_size": 3}, None),
        ({"call_opens_on": DAY, "call_closes_on": DAY}, None),
        (
            {"call_opens_on": DAY, "datadag_on": DAY - timedelta(days=1)},
            "The days must follow each other: call opens, call closes, pitch day, start of delivery, DataDag.",
        ),
    ],
)
def test_plan_that_cannot_be_says_why(plan, reason):
    assert rules.why_not_have_plan(**plan) == reason


@pytest.mark.parametrize(
    ("stage", "name", "fixed"),
    [
        (Stage.CALL, "shortlist_size", False),
        (Stage.SCREENING, "shortlist_size", True),
        (Stage.SCREENING, "reviews_per_idea", True),
        (Stage.PITCHING, "chosen_count", False),
        (Stage.DELIVERY, "chosen_count", True),
        (Stage.DELIVERY, "means_euros", False),
    ],
)
def test_number_stays_once_its_stage_has_begun(stage, name, fixed):
    edition = make_edition(stage=stage)
    reason = "The stage in which this number counts has begun; it stays as it is."
    assert rules.why_not_resize(edition=edition, **{name: 7}) == (reason if fixed else None)
    assert rules.why_not_resize(edition=edition, **{name: getattr(edition, name)}) is None


def test_themes_stay_once_the_call_is_closed():
    edition = make_edition(stage=Stage.SCREENING)
    reason = "The call is closed; its themes stay as they are."
    assert rules.why_not_set_themes(edition=edition, by=make_manager(edition)) == reason


def test_theme_goes_only_before_the_call():
    preparing, calling = make_edition(stage=Stage.PREPARING), make_edition()
    by = make_administrator()
    assert rules.why_not_remove_themes(edition=preparing, by=by) is None
    reason = "The call is open; people may have chosen this theme."
    assert rules.why_not_remove_themes(edition=calling, by=by) == reason


def test_last_manager_is_not_dismissed():
    edition = make_edition()
    first = make_manager(edition)
    dismissing = {"edition": edition, "duty": Duty.MANAGER, "by": first}
    assert rules.why_not_dismiss(person=first, **dismissing) == "An edition needs a manager. Appoint another one first."
    assert rules.why_not_dismiss(person=make_manager(edition), **dismissing) is None


def test_duty_that_somebody_does_not_have_is_not_taken():
    edition = make_edition()
    anna = make_screener(edition, make_person(name="Anna"))
    dismissing = {"edition": edition, "person": anna, "by": make_manager(edition)}
    assert rules.why_not_dismiss(duty=Duty.SCREENER, **dismissing) is None
    assert rules.why_not_dismiss(duty=Duty.JUROR, **dismissing) == "Anna does not have this duty."


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage != Stage.CLOSED])
def test_edition_enters_its_next_stage_only(stage):
    edition = make_edition(stage=stage)
    by = make_manager(edition)
    free = [to for to in Stage if rules.why_not_enter(edition=edition, stage=to, by=by) is None]
    assert free == [list(Stage)[list(Stage).index(stage) + 1]]


def test_preparing_is_left_with_days_themes_criteria_and_a_manager():
    bare = make_edition(
        stage=Stage.PREPARING, themes=0, criteria=0, call_opens_on=None, call_closes_on=None, pitch_on=None
    )
    assert rules.why_not_leave_preparing(edition=bare) == [
        "The call has no opening and closing day yet.",
        "The pitch day is not planned yet.",
        "The call has no themes yet.",
        "There are no criteria to judge on yet.",
        "Nobody manages this edition yet.",
    ]
    ready = make_edition(stage=Stage.PREPARING)
    make_manager(ready)
    assert rules.why_not_leave_preparing(edition=ready) == []
