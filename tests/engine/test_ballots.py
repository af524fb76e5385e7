"""Ranked ballots and equal shares."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datamatch.engine import equal_shares, schulze
from tests.engine.oracles import schulze_winners
from tests.engine.worlds import checked, rng, seeds


@st.composite
def ballot_boxes(draw, n=4):
    random = rng(draw(seeds))
    box = []
    for _ in range(draw(st.integers(0, 7))):
        names = random.permutation(n)[: random.integers(0, n + 1)].tolist()
        cut = int(random.integers(0, len(names) + 1))
        box.append([*names[:cut], names[cut:]] if names[cut:] else names[:cut])
    return box


@checked
@given(ballot_boxes())
def test_schulze_equals_the_textbook(box):
    found = schulze(box, 4)
    winners, strength = schulze_winners(box, 4)
    assert found.winners.tolist() == winners
    assert found.strength.tolist() == strength
    assert found.order[0] in winners


@checked
@given(ballot_boxes(), seeds)
def test_the_order_of_the_ballots_changes_not_one_byte(box, seed):
    moved = [box[i] for i in rng(seed).permutation(len(box))]
    assert schulze(moved, 4).to_json() == schulze(box, 4).to_json()


@checked
@given(ballot_boxes())
def test_the_order_never_puts_the_beaten_first(box):
    found = schulze(box, 4)
    for a, better in enumerate(found.order):
        for worse in found.order[a + 1 :]:
            assert found.strength[worse, better] <= found.strength[better, worse]


def test_schulze_counts_the_example_of_the_paper():
    """Schulze 2011, example 1: 45 voters, five candidates, the order is E A C B D."""
    votes = [
        (5, "ACBED"),
        (5, "ADECB"),
        (8, "BEDAC"),
        (3, "CABED"),
        (7, "CAEBD"),
        (2, "CBADE"),
        (7, "DCEBA"),
        (8, "EBADC"),
    ]
    box = [["ABCDE".index(c) for c in order] for n, order in votes for _ in range(n)]
    assert "".join("ABCDE"[c] for c in schulze(box, 5).order) == "EACBD"


def test_an_empty_box_is_settled_by_the_lot_and_says_so():
    found = schulze([], 3, seed=4)
    assert found.winners.tolist() == [0, 1, 2]
    assert found.tied == (tuple(np.argsort(-found.lot).tolist()),)
    assert found.order.tolist() == list(found.tied[0])


@pytest.mark.parametrize("ballot", [[0, 0], [0, [1, 0]], [3], [-1]])
def test_schulze_refuses_a_ballot_that_cannot_be_counted(ballot):
    with pytest.raises(ValueError, match=r"^ballots: "):
        schulze([ballot], 3)


@st.composite
def votes(draw):
    random = rng(draw(seeds))
    voters, projects = draw(st.integers(1, 8)), draw(st.integers(1, 5))
    approvals = (random.random((voters, projects)) < 0.5).astype(int)
    return approvals, random.integers(1, 12, projects), int(random.integers(1, 30))


@checked
@given(votes())
def test_nobody_pays_more_than_their_share_and_the_means_hold(vote):
    approvals, cost, means = vote
    for complete in ("none", "add1", "add1+greedy"):
        found = equal_shares(approvals, cost, means, complete=complete)
        assert (found.paid <= found.share + 1e-9).all()
        assert found.spent <= means + 1e-9
        bought = [r.project for r in found.rounds if r.part == "shares"]
        assert found.paid.sum() == pytest.approx(cost[bought].sum())
        assert len(set(found.winners.tolist())) == len(found.winners)


@checked
@given(votes())
def test_no_affordable_project_is_left(vote):
    approvals, cost, means = vote
    found = equal_shares(approvals, cost, means, complete="none")
    left = means / len(approvals) - found.paid
    for project in set(range(len(cost))) - set(found.winners.tolist()):
        supporters = approvals[:, project] > 0
        assert not supporters.any() or left[supporters].sum() < cost[project] - 1e-9


@checked
@given(votes())
def test_completion_spends_what_still_fits(vote):
    approvals, cost, means = vote
    found = equal_shares(approvals, cost, means)
    wanted = set(np.flatnonzero(approvals.any(axis=0)).tolist()) - set(found.winners.tolist())
    assert all(cost[project] > found.left + 1e-9 for project in wanted)


def test_equal_shares_counts_an_example_by_hand():
    """Six voters, means 12: two groups of three get one project each, the third is too dear."""
    approvals = [[1, 0, 0], [1, 0, 0], [1, 0, 1], [0, 1, 1], [0, 1, 0], [0, 1, 0]]
    found = equal_shares(approvals, [6, 6, 5], 12, complete="none")
    assert sorted(found.winners.tolist()) == [0, 1]
    assert found.paid.tolist() == pytest.approx([2.0] * 6)
    assert found.excluded == 0


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"utilities": [[-1]]}, "utilities"),
        ({"cost": [0]}, "cost"),
        ({"means": -1}, "means"),
        ({"complete": "more"}, "complete"),
    ],
)
def test_equal_shares_refuses_a_bad_argument_by_name(options, name):
    with pytest.raises(ValueError, match=f"^{name}: "):
        equal_shares(**({"utilities": [[1]], "cost": [1], "means": 1} | options))
