"""The programme of the DataDag and the running order of the pitches."""

import sys
from itertools import combinations, permutations, product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from datamatch.engine import order_pitches, schedule
from tests.engine.oracles import day_value
from tests.engine.worlds import checked, few, rng, seeds

DAY, PROOF = (sys.modules[f"datamatch.engine.schedule.{name}"] for name in ("day", "proof"))
GROUPS = sys.modules["datamatch.engine.schedule.groups"]


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
        assert found.bound == pytest.approx(best)
        assert found.proven
        assert searched_only(question).bound >= best - 1e-9


def searched_only(question, **options):
    """Return the answer as for a day with too many groups of sessions to list."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(GROUPS, "MOST_GROUPS", 0)
        found = schedule(**question, **options)
    assert not found.proven
    return found


@few
@given(seeds)
def test_the_proof_equals_trying_every_place_when_sessions_are_fixed(seed):
    question = day(seed, sessions=5, slots=2, rooms=3) | {"fixed": [(2, 0, 1), (3, 1, 0)], "unavailable": [(0, 1)]}
    worth = [places_value(at, question) for at in permutations(product(range(2), range(3)), 5)]
    best = max((value for value in worth if value is not None), default=None)
    found = schedule(**question, sweeps=1)
    assert found.proven == (best is not None)
    if best is not None:
        assert (found.objective, found.bound) == pytest.approx((best, best))


def places_value(places, question):
    """Return what sessions at these (slot, room) are worth, or None when a hard rule is broken."""
    at = [slot for slot, _ in places]
    if any(places[s] != (slot, room) for s, slot, room in question["fixed"]) or not allowed(at, question):
        return None
    kept = sum(len({at[s] for s in wish}) for wish in question["wants"])
    crowd = [0.6 * sum(s in wish for wish in question["wants"]) for s in range(len(at))]
    missing = sum(max(0.0, crowd[s] - question["seats"][room]) for s, (_, room) in enumerate(places))
    return kept - 0.5 * missing


@few
@given(seeds)
def test_a_hasty_search_ends_in_the_same_proven_day_as_a_long_one(seed):
    question = day(seed, sessions=9, slots=4, rooms=3, people=30)
    hasty, long = schedule(**question, sweeps=1, seed=seed), schedule(**question, sweeps=30)
    assert (hasty.proven, hasty.objective) == (long.proven, pytest.approx(long.objective))
    slow = searched_only(question, sweeps=1, seed=seed)
    if not slow.clashes:
        assert slow.objective <= hasty.objective + 1e-9 <= slow.bound + 2e-9


@few
@given(seeds, st.sampled_from([None, 0.0, 0.7, 4.0]))
def test_the_proof_finds_the_best_day_from_any_poorer_one(seed, behind):
    question = day(seed, sessions=7, slots=3, rooms=3, people=30)
    best = schedule(**question)
    if not best.proven:
        return
    asked = DAY.day(**question, fixed=(), attendance=0.6, seat_weight=0.5)
    found = PROOF.proof(asked, None if behind is None else best.objective - behind)
    assert (found.proven, found.bound) == (True, pytest.approx(best.objective))
    assert (found.slot is None) == (behind == 0.0)


def allowed(at, question):
    busy = [(s, p) for n, s in enumerate(at) for p in question["speakers"][n]]
    return len(busy) == len(set(busy)) and all(at[s] != t for s, t in question["unavailable"])


@checked
@given(seeds)
def test_no_single_exchange_improves_even_a_hasty_schedule(seed):
    question = day(seed, sessions=12, slots=4, rooms=3, people=40) | {"speakers": [[]] * 12}
    found = searched_only(question, sweeps=1)
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
    assert not found.proven


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
    [
        ({"recusals": [[2]]}, "recusals"),
        ({"fixed": [(0, 1)]}, "fixed"),
        ({"recusals": np.zeros((2, 0))}, "recusals"),
        ({"missing": [[-1]]}, "missing"),
    ],
)
def test_running_order_refuses_a_bad_argument_by_name(options, name):
    with pytest.raises(ValueError, match=f"^{name}: "):
        order_pitches(**({"recusals": [[0]]} | options))


# Pitches that cannot be at a place


def least(out, never):
    """Return the fewest moves of all orders that keep every pitch away from its places, or None."""
    tried = [
        int(np.abs(np.diff(np.pad(out[:, list(order)].astype(int), ((0, 0), (1, 1))), axis=1)).sum())
        for order in permutations(range(out.shape[1]))
        if not any(order[place] == pitch for pitch, place in never)
    ]
    return min(tried, default=None)


@pytest.mark.parametrize("seed", range(8))
def test_order_keeps_pitches_from_places_at_the_least_cost(seed):
    random = np.random.default_rng(seed)
    out = random.random((4, 6)) < 0.4
    never = [(int(pitch), int(place)) for pitch, place in random.integers(0, 6, (7, 2))]
    best = least(out, never)
    if best is None:
        with pytest.raises(ValueError, match="unavailable"):
            order_pitches(out, unavailable=never, seed=seed)
    else:
        found = order_pitches(out, unavailable=never, seed=seed)
        assert found.moves == best
        assert not any(found.order[place] == pitch for pitch, place in never)


def test_long_day_keeps_pitches_from_places_too():
    out = np.random.default_rng(1).random((5, 14)) < 0.3
    never = [(pitch, place) for pitch in range(3) for place in range(7)]
    order = order_pitches(out, unavailable=never).order
    assert not any(order[place] == pitch for pitch, place in never)


# Jurors who are missed


def missed(away, order):
    return int(away[list(order), range(len(order))].sum())


@checked
@given(seeds, st.integers(1, 6))
def test_order_misses_the_fewest_jurors_and_then_has_the_fewest_moves(seed, n):
    random = rng(seed)
    recusals, away = random.random((4, n)) < 0.35, random.integers(0, 3, (n, n))
    never = [(int(pitch), int(place)) for pitch, place in random.integers(0, n, (n // 2, 2))]
    fitting = [o for o in permutations(range(n)) if not any(o[place] == pitch for pitch, place in never)]
    assume(fitting)
    found = order_pitches(recusals, unavailable=never, missing=away, seed=seed)
    assert (found.missed, found.moves) == min((missed(away, order), doors(recusals, order)) for order in fitting)
    assert (found.missed, found.moves) == (missed(away, found.order), doors(recusals, found.order))


@pytest.mark.parametrize("seed", range(3))
def test_long_day_never_misses_more_jurors_than_one_that_does_not_heed_them(seed):
    random = rng(seed)
    recusals, away = random.random((5, 14)) < 0.3, random.integers(0, 2, (14, 14))
    never = [(pitch, place) for pitch in range(3) for place in range(7)]
    found, heedless = (order_pitches(recusals, unavailable=never, **more) for more in ({"missing": away}, {}))
    assert not any(found.order[place] == pitch for pitch, place in never)
    assert found.missed <= missed(away, heedless.order)


def test_pitch_that_can_be_nowhere_is_named():
    with pytest.raises(ValueError, match="unavailable"):
        order_pitches(np.zeros((1, 2), dtype=bool), unavailable=[(0, 0), (0, 1)])
