"""Comparisons of two at a time: what they say, when they say too little, and which two come next."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datamatch.engine import compare, next_pairs
from tests.engine.oracles import paired_strengths
from tests.engine.worlds import checked, few, rng, seeds


def comparisons(seed, *, items=6, count=60, judges=5, spread=1.0, equal=0.15):
    """Rows of comparisons between items of a planted strength: first, second, share, judge, and the strengths."""
    random = rng(seed)
    truth = random.permutation(np.linspace(spread, -spread, items))
    pairs = np.array([random.permutation(items)[:2] for _ in range(count)]).reshape(-1, 2)
    one, two = pairs[:, 0], pairs[:, 1]
    won = (random.random(count) < 1 / (1 + np.exp(truth[two] - truth[one]))).astype(float)
    share = np.where(random.random(count) < equal, 0.5, won)
    return one, two, share, np.arange(count) % judges, truth


def fitted(rows, items=6, **options):
    one, two, share, judge, *_ = rows
    return compare(one, two, share, judge, items, **options)


@few
@given(seeds)
def test_strengths_equal_those_of_a_plain_optimiser(seed):
    one, two, share, judge, _ = comparisons(seed)
    assert compare(one, two, share, judge, 6).strength == pytest.approx(paired_strengths(one, two, share, 6), abs=1e-5)


def test_planted_order_is_recovered():
    rows = comparisons(7, count=4000, spread=2.0)
    assert np.argsort(fitted(rows).strength).tolist() == np.argsort(rows[-1]).tolist()


@checked
@given(seeds, seeds)
def test_names_of_the_items_change_nothing(seed, shuffle):
    one, two, share, judge, _ = comparisons(seed)
    name = rng(shuffle).permutation(6)
    plain, moved = compare(one, two, share, judge, 6), compare(name[one], name[two], share, judge, 6)
    assert moved.strength[name] == pytest.approx(plain.strength, abs=1e-9)
    assert moved.above[name] == pytest.approx(plain.above, abs=1e-9)
    assert np.abs(moved.interval[name] - plain.interval).max() <= 1
    assert [moved.code[i] for i in name] == list(plain.code)


@checked
@given(seeds)
def test_order_of_the_rows_and_the_side_an_item_stood_on_change_not_one_byte(seed):
    one, two, share, judge, _ = comparisons(seed)
    order = rng(seed).permutation(len(one))
    turned = rng(seed).random(len(one)) < 0.5
    left, right = np.where(turned, two, one)[order], np.where(turned, one, two)[order]
    moved = compare(left, right, np.where(turned, 1 - share, share)[order], judge[order], 6)
    assert moved.to_json() == compare(one, two, share, judge, 6).to_json()


@checked
@given(seeds)
def test_one_win_more_never_lowers_the_winner(seed):
    one, two, share, judge, _ = comparisons(seed, count=20)
    before = compare(one, two, share, judge, 6)
    after = compare([*one, 0], [*two, 1], [*share, 1], [*judge, 0], 6)
    assert after.strength[0] >= before.strength[0] - 1e-9
    assert after.strength[1] <= before.strength[1] + 1e-9


@checked
@given(seeds)
def test_places_above_add_up_and_lie_within_the_interval(seed):
    found = fitted(comparisons(seed))
    told = [i for i, code in enumerate(found.code) if code == "told"]
    assert all(found.interval[i, 0] - 0.5 <= found.above[i] <= found.interval[i, 1] + 0.5 for i in told)
    assert (found.interval[:, 1] <= found.others).all()
    assert found.strength.sum() == pytest.approx(0, abs=1e-9)
    if len(told) == 6:
        assert found.above.sum() == pytest.approx(15)


def test_only_equals_are_all_alike():
    one, two = np.nonzero(np.triu(np.ones((4, 4)), 1))
    found = compare(np.tile(one, 3), np.tile(two, 3), 0.5, np.repeat([0, 1, 2], 6), 4)
    assert found.strength == pytest.approx(0)
    assert found.above == pytest.approx(1.5)
    assert found.interval.tolist() == [[0, 3]] * 4


def test_interval_holds_the_true_number_about_as_often_as_it_says():
    held, random = [], rng(11)
    for world in range(60):
        truth = random.normal(size=7)
        pairs = np.array([random.permutation(7)[:2] for _ in range(28)])
        one, two = pairs.T
        share = (random.random(28) < 1 / (1 + np.exp(truth[two] - truth[one]))).astype(float)
        found = compare(one, two, share, np.arange(28) % 4, 7, seed=world)
        true = (truth[:, None] > truth[None, :]).sum(axis=1)
        held += [found.interval[i, 0] <= true[i] <= found.interval[i, 1] for i in range(7) if found.code[i] == "told"]
    assert len(held) > 300
    assert 0.87 <= np.mean(held) <= 0.98


def test_too_few_comparisons_give_no_figure():
    found = compare([0, 0, 0], [1, 1, 1], 1, [0, 1, 2], 2)
    assert (found.code, found.above.tolist(), found.others.tolist()) == (("few", "few"), [0, 0], [0, 0])


def test_answers_of_two_people_give_no_figure():
    one, two, share, _, _ = comparisons(1)
    assert set(compare(one, two, share, np.arange(60) % 2, 6).code) == {"few"}
    assert set(compare(one, two, share, np.arange(60) % 3, 6).code) == {"told"}


def test_what_is_not_linked_with_most_others_gives_no_figure():
    one, two, share, judge, _ = comparisons(2, items=4)
    apart = compare([*one, *[4] * 6], [*two, *[5] * 6], [*share, *[1] * 6], [*judge, *[0, 1, 2] * 2], 6)
    assert apart.code == ("told",) * 4 + ("apart",) * 2
    assert apart.others.tolist() == [3, 3, 3, 3, 0, 0]
    halves = compare([*one, *one + 4], [*two, *two + 4], [*share, *share], [*judge, *judge], 8)
    assert halves.code == ("apart",) * 8


def test_no_comparison_at_all_is_too_few():
    assert compare([], [], [], [], 3).code == ("few",) * 3


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (([0], [0], [1], [0], 2), "second"),
        (([0], [2], [1], [0], 2), "second"),
        (([0], [1], [0.7], [0], 2), "share"),
        (([0, 1], [1], [1], [0], 2), "second"),
        (([0], [1], [1], [-1], 2), "judge"),
        (([0], [1], [1], [0], 0), "n_items"),
    ],
)
def test_what_does_not_fit_is_named(given, named):
    with pytest.raises(ValueError, match=f"^{named}: "):
        compare(*given)


# Which two come next


def rounds(seed, items, screeners, each):
    """Let screeners compare in turn, as often as is asked; return how often each pair was, and who stood first."""
    mean, times, lefts = rng(seed).normal(size=items), np.zeros((items, items), dtype=int), np.zeros(items, dtype=int)
    open_to = [~np.eye(items, dtype=bool) for _ in range(screeners)]
    for turn in range(each * screeners):
        allowed = open_to[turn % screeners]
        found = next_pairs(mean, 1.0, times, allowed, lefts=lefts, seed=seed)
        left, right = found.pair[0]
        for a, b in ((left, right), (right, left)):
            times[a, b] += 1
            allowed[a, b] = False
        lefts[left] += 1
        lefts[right] -= 1
    return times, lefts


@few
@given(seeds, st.integers(4, 9), st.integers(1, 4))
def test_counts_stay_level_and_sides_balanced(seed, items, screeners):
    times, lefts = rounds(seed, items, screeners, each=items - 1)
    assert np.ptp(times.sum(axis=1)) <= 2
    assert np.abs(lefts).max() <= 2


@few
@given(seeds, st.integers(4, 9))
def test_everything_is_linked_soon(seed, items):
    times, _ = rounds(seed, items, screeners=3, each=items)
    reached = np.linalg.matrix_power(times + np.eye(items, dtype=int), items)
    assert (reached > 0).all()


def test_greatest_doubt_comes_first():
    found = next_pairs([3.0, 1.0, 0.9, -2.0], 0.5, np.zeros((4, 4)), np.ones((4, 4)))
    assert sorted(found.pair[0].tolist()) == [1, 2]
    assert found.doubt[0] == found.doubt.max()
    sure = next_pairs([3.0, 1.0, 0.9, -2.0], [3.0, 3.0, 0.1, 0.1], np.zeros((4, 4)), np.ones((4, 4)))
    assert sorted(sure.pair[0].tolist()) == [1, 2]


def test_pair_that_was_asked_often_makes_room():
    times = np.zeros((3, 3), dtype=int)
    times[0, 1] = times[1, 0] = times[1, 2] = times[2, 1] = times[0, 2] = times[2, 0] = 1
    times[0, 1] = times[1, 0] = 2
    times[0, 2] = times[2, 0] = 0
    found = next_pairs([0.0, 0.0, 0.0], 1.0, times, np.ones((3, 3)))
    assert sorted(found.pair[0].tolist()) == [0, 2]


def test_only_pairs_that_are_allowed_come_and_none_when_there_are_none():
    allowed = np.zeros((3, 3), dtype=bool)
    allowed[2, 1] = True
    assert sorted(next_pairs([1, 2, 3], 1, np.zeros((3, 3)), allowed).pair.ravel().tolist()) == [1, 2]
    assert next_pairs([1, 2, 3], 1, np.zeros((3, 3)), np.zeros((3, 3))).pair.shape == (0, 2)


@checked
@given(seeds)
def test_same_seed_gives_the_same_pairs(seed):
    asked = rng(seed).normal(size=5), 1.0, np.zeros((5, 5)), np.ones((5, 5))
    assert next_pairs(*asked, seed=seed).to_json() == next_pairs(*asked, seed=seed).to_json()


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (([1, 2], 0, np.zeros((2, 2)), np.ones((2, 2))), "sd"),
        (([1, 2], 1, np.zeros((3, 3)), np.ones((2, 2))), "times"),
        (([1, 2], 1, [[0, 1], [0, 0]], np.ones((2, 2))), "times"),
        (([1, 2], 1, np.zeros((2, 2)), [[0, 2], [0, 0]]), "allowed"),
    ],
)
def test_what_does_not_fit_in_a_question_is_named(given, named):
    with pytest.raises(ValueError, match=f"^{named}: "):
        next_pairs(*given)
