"""Figures on the shared benchmark data; skipped where that folder is absent."""

import csv
import json

import numpy as np
import pytest

from datamatch.engine import assign, calibrate, choose, schedule, teams
from tests.engine.test_teams import seats

BIDS = {"preflib1": (6, 124.25, 0.75, 124.25), "preflib3": (6, 454.25, 0.75, 454.25)}
BIDS |= {"aamas2015": (12, 1406.25, 1.5, 1375.75)}


@pytest.mark.parametrize("name", BIDS)
def test_assign_reaches_the_known_optimum_on_real_bids(shared, name):
    load, total, lowest, fair_total = BIDS[name]
    level = np.load(shared / f"bids_{name}.npz")["level"]
    question = {"similarity": level / 4, "per_idea": 3, "load_max": load, "forbid": level == 0}
    plain, fair = assign(**question), assign(**question, mode="fair")
    assert plain.objective == pytest.approx(total, rel=1e-6)
    assert plain.gap <= 2e-6
    assert (fair.min_score, fair.min_bound) == pytest.approx((lowest, lowest), abs=1e-6)
    assert fair.objective == pytest.approx(fair_total, rel=1e-6)


def test_random_mode_reaches_the_published_quality(shared):
    level = np.load(shared / "bids_preflib3.npz")["level"]
    question = {"similarity": level / 4, "per_idea": 3, "load_max": 6, "forbid": level == 0}
    found = assign(**question, mode="random", q=0.6055)
    assert found.objective / 454.25 >= 0.899975 - 0.0005


def test_choose_solves_every_jury_instance(shared):
    for asked in json.loads((shared / "jury_instances.json").read_text()):
        rules = {"unit": asked["unit"], "min_units": asked["min_units"]}
        found = choose(asked["value"], asked["weeks"], asked["budget"], asked["k"], **rules)
        assert found.feasible == (asked["optimum"] is not None)
        if found.feasible:
            assert found.objective == pytest.approx(asked["optimum"], abs=1e-3)
        else:
            assert found.infeasible_core


def staffing(asked):
    """Return an instance as arguments of teams."""
    energy = np.zeros((asked["people"], asked["ideas"]), dtype=int)
    level = np.zeros((asked["people"], len(asked["roles"])), dtype=int)
    for cells, table in ((asked["energy"], energy), (asked["level"], level)):
        for row, column, value in cells:
            table[row, column] = value
    return {
        "energy": energy,
        "level": level,
        "need": asked["need"],
        "size_lo": asked["lo"],
        "size_hi": asked["hi"],
        "capacity": asked["cap"],
        "unit": np.array(asked["unit"]),
        "max_same_unit": asked["max_same_unit_per_team"],
        "select": asked["select"],
        "value": asked["value"],
    }


def test_teams_are_proven_and_leave_no_seat_open_on_every_instance(shared):
    for asked in json.loads((shared / "team_instances.json").read_text()):
        question = staffing(asked)
        found = teams(**question)
        seats(found, question)
        assert (found.status, found.unfilled) == ("optimal", ())
        assert found.gap <= 1e-4


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_schedule_is_proven_and_at_least_the_best_known(shared, seed):
    for asked in json.loads((shared / "programme_instances.json").read_text()):
        found = schedule(
            asked["sessions"],
            asked["slots"],
            asked["rooms"],
            seats=asked["room_seats"],
            speakers=asked["speakers"],
            wants=asked["wants"],
            unavailable=asked["unavailable"],
            attendance=asked["attendance_rate"],
            seat_weight=asked["seat_weight"],
            seed=seed,
            sweeps=40,
        )
        assert found.clashes == ()
        assert found.proven
        assert found.objective == found.bound >= -asked["best_known_objective"] - 1e-9


def test_variance_shares_of_the_grant_reviews_are_the_known_ones(shared):
    with (shared / "aibs_72x3_reviews.csv").open(newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Score"] not in ("", "NA")]
    items = sorted({row["ID"] for row in rows})
    people = sorted({row["RevID"] for row in rows})
    found = calibrate(
        [items.index(row["ID"]) for row in rows],
        [people.index(row["RevID"]) for row in rows],
        [float(row["Score"]) for row in rows],
        len(items),
        len(people),
        scale=(1, 5, False),
    )
    shares = np.array(found.var_components) / sum(found.var_components)
    assert shares == pytest.approx([0.37, 0.02, 0.61], abs=0.04)
