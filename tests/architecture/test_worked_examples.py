"""The examples on the pages that explain the decisions are calculated again, by hand and with the engine."""

from itertools import combinations, permutations

import numpy as np
import pytest

from datamatch.engine import assign, choose, order_pitches, schedule, schulze
from tests.architecture.test_docs import EXPLANATION, table_after

IDEAS = "ABCDE"


def page(name):
    return (EXPLANATION / f"{name}.md").read_text(encoding="utf-8")


def fits_on_the_page():
    """Return the names of the screeners, how well they fit, and where there is a tie."""
    text = page("how-reviews-are-shared")
    rows = table_after(text, "## By hand")
    cells = [row[1:] for row in rows]
    fit = np.array([[0 if cell == "-" else int(cell) for cell in row] for row in cells])
    return ["Ada", "Ben", "Cas", "Dia"], fit, np.array([[cell == "-" for cell in row] for row in cells])


def one_by_one(fit, tie):
    """Return, per idea, what it gets when each in turn takes the two best who have room."""
    room, got = np.full(4, 3), []
    for values, barred in zip(fit, tie, strict=True):
        able = [r for r in np.argsort(-values, kind="stable").tolist() if room[r] and not barred[r]][:2]
        room[able] -= 1
        got.append(int(values[able].sum()))
    return got


def test_the_shared_reviews_on_the_page_are_those_of_the_engine():
    names, fit, tie = fits_on_the_page()
    text = page("how-reviews-are-shared")
    found = assign(fit, 2, 3, forbid=tie, seed=111)
    told = table_after(text, "All at once it can be better:\n")
    readers = [[int(r) for i, r in found.pairs.tolist() if i == idea] for idea in range(5)]
    assert [row[1] for row in told] == [", ".join(names[r] for r in group) for group in readers]
    assert [int(row[2]) for row in told] == [int(fit[i, group].sum()) for i, group in enumerate(readers)]
    assert [int(row[3]) for row in told] == one_by_one(fit, tie)
    assert (found.objective, sum(one_by_one(fit, tie)), found.min_score) == (26, 23, 5)
    assert assign(fit, 2, 3, forbid=tie, mode="fair", seed=111).pairs.tolist() == found.pairs.tolist()
    assert [(names[r.reviewer], r.code) for r in found.why(2)] == [
        ("Cas", "chosen"), ("Dia", "chosen"), ("Ada", "full"), ("Ben", "tie"),
    ]  # fmt: skip
    assert {names[r.reviewer]: r.code for r in found.why(0)} == {
        "Ada": "chosen", "Cas": "chosen", "Ben": "lower", "Dia": "forbidden",
    }  # fmt: skip
    assert found.gap < 1e-5


def test_the_ballots_on_the_page_give_the_order_on_the_page():
    text = page("how-three-are-chosen")
    rows = table_after(text, "## By hand: the ballots")
    verdict = schulze([[IDEAS.index(cell) for cell in row[1:]] for row in rows], 5, seed=111)
    assert f"jury is\n{', '.join(IDEAS[i] for i in verdict.order)}." in text
    above = verdict.pairwise
    assert above[0].tolist() == [0, 4, 4, 5, 5]
    assert (above[2, 1], above[2, 3], above[2, 4], above[1, 3], above[1, 4]) == (3, 3, 5, 3, 4)


def question_of_three():
    """Return the ideas of the page as arguments of choose."""
    rows = table_after(page("how-three-are-chosen"), "## By hand: what fits")
    units = [row[4] for row in rows]
    weeks = [[int(row[2]), int(row[3])] for row in rows]
    rules = {"unit": [sorted(set(units)).index(unit) for unit in units], "min_units": 2}
    return [float(row[1]) for row in rows], weeks, [15, 6], rules


def test_the_sets_on_the_page_are_the_best_five_of_ten():
    value, weeks, means, rules = question_of_three()
    told = table_after(page("how-three-are-chosen"), "Five ideas give ten sets of three. The best ones by value:\n")
    sets = sorted(combinations(range(5), 3), key=lambda chosen: -sum(value[i] for i in chosen))
    assert len(sets) == 10
    for row, chosen in zip(told, sets[:5], strict=True):
        taken = np.array(weeks)[list(chosen)].sum(axis=0)
        units = len({rules["unit"][i] for i in chosen})
        fits = bool((taken <= means).all()) and units >= 2
        worth = f"{sum(value[i] for i in chosen):.2f}"
        assert row == [" ".join(IDEAS[i] for i in chosen), worth, *map(str, taken), str(units), "yes" if fits else "no"]


def test_the_three_and_the_reasons_on_the_page_are_those_of_the_engine():
    value, weeks, means, rules = question_of_three()
    text = page("how-three-are-chosen")
    found = choose(value, weeks, means, 3, **rules)
    assert f"**{' '.join(IDEAS[i] for i in found.ideas)}** is the best set that fits" in text
    words = {("means", 0): "more weeks of data scientists", ("value", 4): "a higher value"}
    told = table_after(text, "## Why not B?")
    for row, reason in zip(told, found.reasons, strict=True):
        amount = f"{reason.change.amount:.2f}" if reason.code == "value" else f"{reason.change.amount:.0f}"
        assert row == [IDEAS[reason.idea], words[reason.change.kind, reason.change.index], amount]
    assert found.binding == (("means", 0),)


def day_on_the_page():
    """Return the day of the page as arguments of schedule."""
    rows = table_after(page("how-the-day-is-planned"), "## By hand")
    wants = [[IDEAS.index(session) for session in row[1].split()] for row in rows]
    return {"speakers": [[0], [1], [2], [3], [0]], "wants": wants, "seats": [4, 2], "unavailable": [(3, 0)]}


def test_the_day_on_the_page_is_that_of_the_engine_and_proven():
    asked, text = day_on_the_page(), page("how-the-day-is-planned")
    found = schedule(5, 3, 2, **asked, attendance=1.0, seed=111)
    told = table_after(text, "### The programme")
    places = {
        (int(slot), int(room)): IDEAS[s] for s, (slot, room) in enumerate(zip(found.slot, found.room, strict=True))
    }
    assert told == [[str(slot + 1), places.get((slot, 0), ""), places.get((slot, 1), "")] for slot in range(3)]
    assert (found.wishes_kept, found.wishes, found.seats_missing, found.objective) == (16, 17, 2.0, 15.0)
    assert found.proven


def test_the_pairs_of_sessions_on_the_page_are_counted_right():
    wants = day_on_the_page()["wants"]
    shared = {IDEAS[a] + IDEAS[b]: sum(a in wish and b in wish for wish in wants) for a, b in combinations(range(5), 2)}
    assert [sum(s in wish for wish in wants) for s in range(5)] == [3, 4, 4, 3, 3]
    assert {pair for pair, n in shared.items() if not n} == {"AE", "BD"}
    assert (shared["AC"], shared["CE"], sum(map(len, wants))) == (1, 1, 17)


def doors(tied, order):
    return int(np.abs(np.diff(np.pad(tied[:, order].astype(int), ((0, 0), (1, 1))), axis=1)).sum())


def test_the_orders_on_the_page_are_counted_right_and_the_engine_draws_one_of_them():
    text, tied, away = page("how-pitches-are-ordered"), np.array([[1, 0, 1, 0], [0, 1, 0, 0]]), np.zeros((4, 4))
    away[[1, 3], 1] = 1
    every = [list(order) for order in permutations(range(4))]
    makers = [order for order in every if order[0] != 0]
    jurors = [order for order in makers if not away[order, range(4)].any()]
    best = [order for order in jurors if doors(tied, order) == min(doors(tied, one) for one in jurors)]
    counts = [len(orders) for orders in (every, makers, jurors, best)]
    assert [int(row[1]) for row in table_after(text, "## By hand")] == counts
    named = ["".join(IDEAS[pitch] for pitch in order) for order in best]
    assert f"These six are {', '.join(named[:-1])} and {named[-1]}." in text
    drawn = {tuple(order_pitches(tied, unavailable=[(0, 0)], missing=away, seed=seed).order) for seed in range(60)}
    assert drawn == set(map(tuple, best))


@pytest.mark.parametrize("name", ["how-reviews-are-shared", "how-ideas-are-ranked"])
def test_a_policy_officer_is_told_how_much_three_reviews_can_find(name):
    assert "60 %" in page(name)
