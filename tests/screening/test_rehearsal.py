"""A rehearsal tells what a screening brings before there is one."""

from io import StringIO

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from datamatch.foundation.refusal import Refused
from datamatch.screening.queries import Variances
from datamatch.screening.weighing import rehearsal
from datamatch.screening.weighing.rehearsal import PUBLISHED, Plan
from datamatch.screening.weighing.telling import signed, told

SMALL = Plan(ideas=24, screeners=6, reviews_per_idea=3, pick=5)


def rehearsed(plan=SMALL, **given):
    """Rehearse a small plan."""
    given = {"adaptive": 1, "variances": None, "worlds": 20, "seed": 7} | given
    return rehearsal.rehearsed(plan=plan, **given)


def printed(**options):
    """Return what the command prints about a small plan."""
    given = {"ideas": 24, "screeners": 6, "pick": 5, "worlds": 20, "language": "en"} | options
    out = StringIO()
    call_command("rehearse", stdout=out, **given)
    return out.getvalue()


def test_plan_stands_beside_a_steered_round_and_one_more_review():
    plans = [one.plan for one in rehearsed().outlooks]
    assert [(p.reviews_per_idea, p.steered_rounds, p.reviews) for p in plans] == [(3, 0, 72), (3, 1, 72), (4, 0, 96)]


def test_same_seed_gives_the_same_rehearsal():
    assert rehearsed() == rehearsed()
    assert rehearsed() != rehearsed(seed=8)


def test_without_taste_and_strictness_the_true_best_go_on():
    sure = rehearsed(variances=Variances(1.0, 1e-9, 1e-9)).outlooks[0]
    assert (sure.found, sure.best_in, sure.lost) == pytest.approx((5, 1, 0), abs=0.4)


def test_more_reviews_find_more():
    few, many = (rehearsed(Plan(24, 10, k, 5), worlds=60).outlooks[0] for k in (2, 8))
    assert many.found > few.found
    assert many.lost < few.lost


def test_every_review_is_given_once_in_a_steered_plan():
    random = np.random.default_rng(1)
    plan = Plan(24, 6, 3, 5, steered_rounds=2)
    read = rehearsal.read_in(plan, random.integers(1, 6, (24, 6)).astype(float), random)
    assert read.sum() == 72
    assert read.sum(axis=1).min() >= 2
    assert read.sum(axis=0).max() <= 12 + rehearsal.EXTRA_SHARE


def test_shares_are_as_level_as_can_be():
    read = rehearsal.evenly(SMALL, 3, np.random.default_rng(0))
    assert read.sum(axis=0).tolist() == [12] * 6
    assert read.sum(axis=1).tolist() == [3] * 24


def test_nothing_to_steer_with_two_reviews_per_idea():
    assert [one.plan.steered_rounds for one in rehearsed(Plan(24, 6, 2, 5)).outlooks] == [0, 0]


@pytest.mark.parametrize(
    ("plan", "given", "reason"),
    [
        (Plan(24, 6, 1, 5), {}, "Every idea needs at least two reviews."),
        (Plan(4, 6, 2, 5), {}, "At least one idea goes on, and at most all of them."),
        (Plan(24, 2, 3, 5), {}, "A screener reads an idea once"),
        (Plan(2001, 6, 3, 5), {}, "Rehearse with at most 2000 ideas and as many screeners."),
        (Plan(24, 6, 3, 5, minutes=0), {}, "A review takes at least one minute."),
        (SMALL, {"worlds": 1}, "Give at least 10 simulated editions"),
    ],
)
def test_a_plan_that_cannot_be_run_is_refused(plan, given, reason):
    with pytest.raises(Refused, match=reason):
        rehearsed(plan, **given)


def test_figures_are_rounded_and_carry_their_sign():
    assert [signed(x, 1) for x in (0.26, -0.26, 0.04)] == ["+0.3", "-0.3", "0.0"]


def test_shares_add_up_to_a_hundred():
    line = told(rehearsed(adaptive=0))[1]
    assert line.startswith(
        "Of the difference between scores, 46 % is the idea, 9 % the strictness of the screener, 45 %"
    )
    assert PUBLISHED.total == pytest.approx(0.64)


@pytest.mark.django_db
def test_command_prints_table_chart_and_what_it_buys():
    lines = printed(minutes=15).splitlines()
    assert lines[0] == "Rehearsal: 24 ideas, 6 screeners. The best 5 go on."
    assert lines[2] == "20 simulated editions, seed 2016. One review takes 15 minutes."
    assert lines[4].split("  ")[0] == "reviews per idea"
    assert lines[5].split()[:5] == ["3", "72", "12", "3.0", "18"]
    assert lines[6].startswith("3, 1 steered round")
    assert sum("●" in line and " 0 " in line for line in lines) == 3
    assert lines[-1].endswith("+6 hours.")


@pytest.mark.django_db
def test_command_names_what_cannot_be():
    with pytest.raises(CommandError, match="at most all of them"):
        printed(pick=30)
