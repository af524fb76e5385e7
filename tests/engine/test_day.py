"""The programme of the DataDag and the running order of the pitches."""

from itertools import combinations, permutations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datamatch.engine import order_pitches, schedule
from tests.engine.oracles import day_value
from tests.engine.worlds import checked, few, rng, seeds


def day(seed, sessions=5, slots=3, rooms=2, people=12):
    random = rng(seed)
    return {
        "sessions": sessions,
        "slots": slots,
        "rooms": rooms,
        "seats": random.integers(2, 8, rooms),
        "speakers": [random.integers(0, 6, 1).tolist() for _ in range(sessions)],
        "wants": [np.flatnonzero(random.random(sessions) < 0.5).tolist() for _ in range(people)],
        "unavailable": [(0, 1)],
    }


def hard_rules_hold(found, question):
    places = set(zip(found.slot.tolist(), found.room.tolist(), strict=True))
    assert len(places) == question["sessions"]
    busy = [(s, p) for n, s in enumerate(found.slot.tolist()) for p in question["speakers"][n]]
    assert len(busy) == len(set(busy)) or found.clashes
    assert all(found.slot[s] != t for s, t in question["unavailable"]) or found.clashes


@checked
@given(seeds)
def test_schedule_books_nobody_twice(seed):
    question = day(seed)
    found = schedule(**question, sweeps=20)
    hard_rules_hold(found, question)
    assert found.wishes_kept <= found.wishes
    assert found.wishes == sum(min(len(w), 3) for w in question["wants"])
    assert found.objective <= found.bound + 1e-9


@few
@given(seeds)
def test_schedule_equals_brute_force_on_a_small_day(seed):
    question = day(seed)
    found = schedule(**question)
    some = {"wants": question["wants"], "seats": question["seats"]}
    expected = [0.6 * sum(s in w for w in question["wants"]) for s in range(5)]
    best = max(
        (
            day_value(at, n_slots=3, expected=expected, seat_weight=0.5, **some)
            for at in product(range(3), repeat=5)
            if np.bincount(at).max() <= 2 and allowed(at, question)
        ),
        default=None,
    )
    if best is None:
        assert found.clashes
    else:
        assert found.clashes == ()
        assert found.objective == pytest.approx(best)


def allowed(at, question):
    busy = [(s, p) for n, s in enumerate(at) for p in question["speakers"][n]]
    return len(busy) == len(set(busy)) and all(at[s] != t for s, t in question["unavailable"])


@checked
@given(seeds)
def test_no_single_exchange_improves_even_a_hasty_schedule(seed):
    question = day(seed, sessions=12, slots=4, rooms=3, people=40) | {"speakers": [[]] * 12}
    found = schedule(**question, sweeps=1)
    expected = [0.6 * sum(s in w for w in question["wants"]) for s in range(12)]
    some = {"wants": question["wants"], "seats": question["seats"]}
    for one, other in combinations(range(12), 2):
        at = found.slot.copy()
        at[[one, other]] = at[[other, one]]
        if allowed(at.tolist(), question) and not found.clashes:
            worth = day_value(at.tolist(), n_slots=4, expected=expected, seat_weight=0.5, **some)
            assert worth <= found.objective + 1e-9


@few
@given(seeds)
def test_fixed_sessions_stay_and_the_same_seed_gives_the_same_day(seed):
    question = day(seed) | {"fixed": [(2, 0, 1), (3, 2, 0)], "unavailable": []}
    found = schedule(**question, sweeps=20)
    assert [(found.slot[s], found.room[s]) for s in (2, 3)] == [(0, 1), (2, 0)]
    assert schedule(**question, sweeps=20).to_json() == found.to_json()


def test_a_day_fixed_throughout_is_returned_as_it_is():
    question = day(3) | {"unavailable": []}
    first = schedule(**question)
    places = list(zip(range(5), first.slot.tolist(), first.room.tolist(), strict=True))
    again = schedule(**question, fixed=places)
    assert again.slot.tolist() == first.slot.tolist()
    assert again.room.tolist() == first.room.tolist()


def test_a_clash_that_cannot_be_avoided_is_named():
    question = {"seats": [5, 5], "speakers": [[1], [1]], "wants": [[0, 1]]}
    found = schedule(2, 1, 2, **question)
    assert [(c.code, c.session, c.other) for c in found.clashes] == [("speaker", 0, 1)]


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"sessions": 9}, "sessions"),
        ({"seats": [1]}, "seats"),
        ({"speakers": [[0]]}, "speakers"),
        ({"wants": [[9]]}, "wants"),
        ({"unavailable": [(0, 9)]}, "unavailable"),
        ({"fixed": [(0, 0, 0), (1, 0, 0)]}, "fixed"),
        ({"sweeps": 0}, "sweeps"),
    ],
)
def test_schedule_refuses_a_bad_argument_by_name(options, name):
    with pytest.raises(ValueError, match=f"^{name}: "):
        schedule(**(day(1) | options))


def doors(recusals, order):
    padded = np.pad(recusals[:, list(order)].astype(int), ((0, 0), (1, 1)))
    return int(np.abs(np.diff(padded, axis=1)).sum())


@checked
@given(seeds, st.integers(1, 6))
def test_running_order_has_as_few_moves_as_brute_force(seed, n):
    recusals = rng(seed).random((4, n)) < 0.35
    found = order_pitches(recusals, seed=seed)
    assert sorted(found.order.tolist()) == list(range(n))
    assert found.moves == doors(recusals, found.order)
    assert found.moves == min(doors(recusals, order) for order in permutations(range(n)))
    assert found.moves_unsorted == doors(recusals, range(n))


@checked
@given(seeds)
def test_running_order_keeps_fixed_places(seed):
    recusals = rng(seed).random((4, 5)) < 0.4
    found = order_pitches(recusals, fixed=[(3, 0), (1, 4)])
    assert (found.order[0], found.order[4]) == (3, 1)
    fitting = (o for o in permutations(range(5)) if (o[0], o[4]) == (3, 1))
    assert found.moves == min(doors(recusals, order) for order in fitting)


def test_a_long_day_is_improved_and_keeps_fixed_places():
    recusals = rng(1).random((5, 16)) < 0.2
    found = order_pitches(recusals, fixed=[(7, 3)])
    assert sorted(found.order.tolist()) == list(range(16))
    assert found.order[3] == 7
    assert found.bound <= found.moves < found.moves_unsorted


def test_without_recusals_the_order_is_a_draw():
    orders = {tuple(order_pitches(np.zeros((3, 6)), seed=s).order.tolist()) for s in range(20)}
    assert len(orders) > 15


@pytest.mark.parametrize(
    ("options", "name"),
    [({"recusals": [[2]]}, "recusals"), ({"fixed": [(0, 1)]}, "fixed"), ({"recusals": np.zeros((2, 0))}, "recusals")],
)
def test_running_order_refuses_a_bad_argument_by_name(options, name):
    with pytest.raises(ValueError, match=f"^{name}: "):
        order_pitches(**({"recusals": [[0]]} | options))
