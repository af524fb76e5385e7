"""Who works with whom."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datamatch.engine import teams
from datamatch.engine.solver import Model, Solution
from datamatch.engine.teams.program import Program
from tests.engine.oracles import best_teams
from tests.engine.worlds import checked, few, rng, seeds, staffings

NOTHING = Solution(np.zeros(0), -np.inf, np.inf, "limit")


def goals(answer):
    """Return the value of every goal, zero where the goal did not exist."""
    found = {stage.goal: stage.value for stage in answer.stages}
    return tuple(found.get(g, 0) for g in ("must", "should", "size", "min_energy", "total"))


def seats(answer, question):
    """Return people x ideas after checking every limit."""
    inside = np.zeros(question["energy"].shape, dtype=int)
    for person, idea, role in answer.members:
        inside[person, idea] += 1
        assert question["energy"][person, idea] > 0
        assert question["level"][person, role] > 0
    assert inside.max(initial=0) <= 1
    assert (inside.sum(axis=1) <= question["capacity"]).all()
    assert (inside.sum(axis=0) <= question["size_hi"]).all()
    for unit in np.unique(question["unit"]):
        assert inside[question["unit"] == unit].sum(axis=0).max() <= question["max_same_unit"]
    return inside


@few
@given(staffings(people=4))
def test_teams_equal_brute_force(question):
    assert goals(teams(**question)) == best_teams(**question)


@checked
@given(staffings(people=9, ideas=3, roles=3))
def test_teams_keep_every_limit_and_name_every_gap(question):
    answer = teams(**question)
    inside = seats(answer, question)
    assert answer.size_by_team.tolist() == inside.sum(axis=0).tolist()
    energy = (inside * question["energy"]).sum(axis=0)
    assert answer.energy_by_team.tolist() == energy.tolist()
    filled = np.zeros_like(question["need"])
    for _, idea, role in answer.members:
        filled[idea, role] += 1
    missing = np.maximum(question["need"] - filled, 0)
    assert {(g.idea, g.role): g.missing for g in answer.unfilled} == {
        (t, d): missing[t, d] for t, d in np.argwhere(missing).tolist()
    }
    assert all(stage.bound >= stage.value for stage in answer.stages)
    assert answer.status == "optimal"


@checked
@given(staffings(people=7, ideas=2))
def test_a_further_person_never_makes_it_worse(question):
    question = question | {"capacity": 1, "must": True}
    fewer = {name: array[:-1] if name in ("energy", "level", "unit") else array for name, array in question.items()}
    if not (fewer["energy"] > 0).any(axis=0).all():
        return  # an idea that only now has a candidate joins the lowest energy
    assert goals(teams(**question)) >= goals(teams(**fewer))


@checked
@given(staffings(people=7), seeds)
def test_exchanging_two_people_changes_no_goal(question, seed):
    order = rng(seed).permutation(7)
    moved = question | {name: question[name][order] for name in ("energy", "level", "unit", "capacity")}
    assert goals(teams(**moved)) == goals(teams(**question))


@few
@given(staffings(people=6))
def test_selecting_every_idea_is_staffing_every_idea(question):
    joint = teams(**question, select=2, value=[0.5, 0.25])
    assert goals(joint) == goals(teams(**question))
    assert joint.selected.tolist() == [0, 1]


@few
@given(staffings(people=6, ideas=3))
def test_selecting_one_idea_is_the_best_of_staffing_each(question):
    joint = teams(**question, select=1, order=("unfilled", "total"))
    alone = []
    for idea in range(3):
        one = {
            name: array[:, [idea]] if name == "energy" else array[[idea]]
            for name, array in question.items()
            if name in ("energy", "need", "size_lo", "size_hi", "must")
        }
        answer = teams(**(question | one), order=("unfilled", "total"))
        alone.append(goals(answer))
    assert goals(joint) == max(alone)


@checked
@given(staffings(people=7, ideas=2), seeds)
def test_hours_pins_and_vetoes_hold(question, seed):
    random = rng(seed)
    hours, effort = random.integers(2, 9, 7), random.integers(1, 6, (2, 2))
    pins, veto = [(0, 0), (1, 1, 0)], [(2, 0), (3, 1)]
    answer = teams(**question, hours=hours, effort=effort, fixed=pins, veto=veto)
    found = {(m.person, m.idea): m.role for m in answer.members}
    assert (0, 0) in found
    assert found[1, 1] == 0
    assert not set(veto) & set(found)
    for person in range(2, 7):
        used = sum(effort[t, d] for (i, t), d in found.items() if i == person)
        assert used <= hours[person]


@checked
@given(staffings(people=8, ideas=3))
def test_everybody_gets_a_reason_per_idea_they_want(question):
    answer = teams(**question)
    members = {(m.person, m.idea) for m in answer.members}
    for person in range(8):
        wanted = set(np.flatnonzero(question["energy"][person]).tolist())
        reasons = answer.why(person)
        assert {r.idea for r in reasons} == wanted
        assert {r.idea for r in reasons if r.code == "member"} == {t for i, t in members if i == person}
    on_bench = set(answer.bench.tolist())
    assert not on_bench & {i for i, _ in members}


@checked
@given(staffings(people=9, ideas=3, roles=3))
def test_without_any_search_greedy_teams_come_with_an_honest_gap(question):
    question = question | {"must": True, "need": question["need"] + 1}
    proven = teams(**question)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Model, "maximise", lambda *_, **__: NOTHING)
        answer = teams(**question)
    seats(answer, question)
    assert answer.status == "limit"
    assert answer.stages[0].value == -sum(gap.missing for gap in answer.unfilled)
    assert answer.stages[0].value <= proven.stages[0].value <= answer.stages[0].bound == 0


@checked
@given(staffings(people=8, ideas=3), st.sampled_from([None, 1, 2]), st.booleans())
def test_no_teams_exceed_the_ceiling_that_bounds_a_search_that_was_cut_short(question, select, fresh):
    some = {"select": select, "newcomer": fresh, "order": ("total",)}
    proven = teams(**question, **some)
    cut, ceiling = cut_short(question | some)
    assert (ceiling is None) == (proven.stages == ())
    if ceiling is not None:
        assert proven.objective <= ceiling
        assert cut.bound == max(cut.objective, ceiling)


def test_the_ceiling_is_reached_when_nobody_is_wanted_twice():
    asked = {"energy": [[3, 0], [2, 0], [0, 1]], "level": [[2], [1], [3]], "need": [[1], [1]]}
    asked |= {"size_lo": 1, "size_hi": 2, "capacity": 1, "unit": [0, 1, 2], "newcomer": [True, False, True]}
    cut, ceiling = cut_short(asked)
    assert (cut.objective, ceiling) == (97.0, 97.0)


def cut_short(question):
    """Return the answer when no search proves anything, and the ceiling that was used instead."""
    maximise, ceiling, seen = Model.maximise, Program.ceiling, []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Model, "maximise", lambda *g, **n: replace(maximise(*g, **n), bound=np.inf, status="limit"))
        patch.setattr(Program, "ceiling", lambda program: seen.append(ceiling(program)) or seen[-1])
        found = teams(**question)
    return found, seen[-1] if seen else None


def test_an_owner_without_a_role_stays_in_the_team():
    answer = teams([[0], [3]], [[0], [2]], [[1]], 1, 2, capacity=0, unit=[0, 1], fixed=[(0, 0)])
    assert answer.members == ((0, 0, -1),)
    assert answer.overruled == (("capacity", 0),)
    assert [r.code for r in answer.why(0)] == ["pinned"]
    assert [r.code for r in answer.why(1)] == ["capacity"]


def test_must_roles_are_covered_before_should_roles():
    answer = teams([[3], [1]], [[3, 3], [0, 0]], [[1, 1]], 1, 1, capacity=1, unit=0 * np.arange(2), must=[False, True])
    assert answer.members == ((0, 0, 1),)
    assert [(g.role, g.must, g.reason) for g in answer.unfilled] == [(0, False, "limits")]


@pytest.mark.parametrize(
    ("energy", "level", "capacity", "reason", "codes"),
    [
        ([[0], [0]], [[0], [0]], [1, 1], "no_skill", []),
        ([[0], [0]], [[2], [3]], [1, 1], "no_energy", ["no_energy", "no_energy"]),
        ([[2], [0]], [[2], [0]], [0, 1], "taken", ["capacity"]),
    ],
)
def test_gaps_tell_why_and_whom_to_ask(energy, level, capacity, reason, codes):
    answer = teams(energy, level, [[1]], 1, 2, capacity=capacity, unit=[0, 1])
    gap = answer.unfilled[0]
    assert (gap.reason, [c.code for c in gap.candidates]) == (reason, codes)


def test_blocking_pairs_name_those_who_would_rather_change():
    """The legal role is covered at the price of two who would rather be together."""
    answer = teams([[3, 1], [1, 0]], [[1], [1]], [[1], [1]], 1, 1, capacity=1, unit=[0, 1])
    assert {tuple(m) for m in answer.members} == {(0, 1, 0), (1, 0, 0)}
    assert answer.blocking_pairs == ((0, 0, 0),)


def test_a_newcomer_is_wished_in_every_team():
    question = ([[2], [2]], [[1], [1]], [[1]], 1, 1)
    for new in ([True, False], [False, True]):
        answer = teams(*question, capacity=1, unit=[0, 0], newcomer=new)
        assert answer.members[0].person == new.index(True)


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"energy": [[-1]]}, "energy"),
        ({"energy": np.zeros((1, 0))}, "energy"),
        ({"level": [[1], [1]]}, "level"),
        ({"need": [[1, 1]]}, "need"),
        ({"size_lo": 3}, "size_lo"),
        ({"capacity": 0.5}, "capacity"),
        ({"fixed": [(0, 5)]}, "fixed"),
        ({"fixed": [(0,)]}, "fixed"),
        ({"fixed": [(0, 0)], "veto": [(0, 0)]}, "fixed"),
        ({"max_same_unit": 0}, "max_same_unit"),
        ({"select": 2}, "select"),
        ({"order": ("total", "joy")}, "order"),
        ({"order": ("unfilled",)}, "order"),
        ({"effort": -1}, "effort"),
    ],
)
def test_teams_refuse_a_bad_argument_by_name(options, name):
    plain = {"energy": [[1]], "level": [[1]], "need": [[1]], "size_lo": 1, "size_hi": 2}
    plain |= {"capacity": 1, "unit": [0]}
    with pytest.raises(ValueError, match=f"^{name}: "):
        teams(**(plain | options))
