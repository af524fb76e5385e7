"""The best k of n, its alternatives and its reasons."""

import sys

import numpy as np
import pytest
from hypothesis import given

from datamatch.engine import choose
from tests.engine.oracles import feasible_sets
from tests.engine.worlds import checked, choices, few, rng

CHOOSE = sys.modules["datamatch.engine.choose"]
LISTED, RULES = (sys.modules[f"datamatch.engine.choose.{name}"] for name in ("listed", "rules"))


def oracle(question, rules):
    return feasible_sets(*question, **rules)


@checked
@given(choices())
def test_choose_equals_brute_force(asked):
    question, rules = asked
    sets, found = oracle(*asked), choose(*question, **rules)
    assert found.feasible == bool(sets)
    assert found.n_feasible == len(sets)
    if sets:
        assert found.objective == pytest.approx(max(sets.values()))
        ranked = sorted(sets.values(), reverse=True)[:10]
        assert [option.value for option in found.alternatives] == pytest.approx(ranked)
        assert all(option.ideas in sets for option in found.alternatives)


@few
@given(choices())
def test_the_program_finds_what_the_list_finds(asked):
    question, rules = asked
    listed = choose(*question, **rules)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CHOOSE, "listable", lambda rules: False)
        programmed = choose(*question, **rules)
    assert programmed.feasible == listed.feasible
    assert programmed.objective == pytest.approx(listed.objective, abs=2e-5)
    assert len(programmed.alternatives) == len(listed.alternatives)
    assert programmed.infeasible_core == listed.infeasible_core
    if programmed.ideas == listed.ideas:
        assert programmed.binding == listed.binding
        asked = RULES.rules(*question[:1], **named(question), **(NO_RULES | rules))
        for reason, known in zip(programmed.reasons, listed.reasons, strict=True):
            assert (reason.idea, reason.loss is None) == (known.idea, known.loss is None)
            assert reason.loss is None or reason.loss == pytest.approx(known.loss, abs=2e-5)
            every = {(c.kind, c.index): c.amount for c in known.changes}
            for change in reason.changes:
                assert change.amount == pytest.approx(every[change.kind, change.index], abs=2e-5)
            sizes = [LISTED.size_of(asked, r.change) if r.change else None for r in (reason, known)]
            assert sizes[0] == pytest.approx(sizes[1], abs=2e-5)


NO_RULES = {"must": (), "never": (), "exclusive": (), "together": ()}


def named(question):
    return dict(zip(("weeks", "means", "k"), question[1:], strict=True))


@checked
@given(choices())
def test_an_infeasible_core_is_infeasible_and_minimal(asked):
    question, rules = asked
    found = choose(*question, **rules)
    if found.feasible:
        assert found.infeasible_core == ()
        return
    assert not oracle(*only(question, rules, found.infeasible_core))
    for name in found.infeasible_core:
        rest = [other for other in found.infeasible_core if other != name]
        assert oracle(*only(question, rules, rest))


def only(question, rules, names):
    """Return the question with the named constraints and no others."""
    value, weeks, means, k = question
    kept = list(names)
    wide = [float(m) if ("means", d) in kept else np.inf for d, m in enumerate(means)]
    some = {"unit": rules["unit"], "min_units": rules["min_units"] if ("units", 0) in kept else 1}
    for kind in ("must", "never"):
        some[kind] = [i for i in rules.get(kind, ()) if (kind, i) in kept]
    for kind in ("exclusive", "together"):
        some[kind] = [g for n, g in enumerate(rules.get(kind, ())) if (kind, n) in kept]
    return (value, weeks, np.array(wide), k), some


@checked
@given(choices())
def test_more_means_never_lower_the_value(asked):
    question, rules = asked
    value, weeks, means, k = question
    before, after = choose(*question, **rules), choose(value, weeks, means + 3, k, **rules)
    assert not before.feasible or after.objective >= before.objective - 1e-9


@checked
@given(choices())
def test_every_change_admits_the_idea_and_a_smaller_one_does_not(asked):
    question, rules = asked
    found = choose(*question, **rules)
    for reason in found.reasons:
        for change in reason.changes:
            assert admitted(question, rules, reason.idea, change, 1.0)
            if change.kind in ("value", "means") and change.amount > 1e-6:
                assert not admitted(question, rules, reason.idea, change, 0.98)


def admitted(question, rules, idea, change, share):
    """Return whether the idea is in a best set once the share of the change is made."""
    value, weeks, means, k = (np.array(x, dtype=float) for x in question)
    rules = {
        name: list(rule) if name in ("must", "never", "exclusive", "together") else rule for name, rule in rules.items()
    }
    if change.kind == "value":
        value[change.index] += change.amount * share
    elif change.kind == "means":
        means[change.index] += change.amount * share
    elif change.kind == "units":
        rules["min_units"] -= 1
    elif change.kind in ("must", "never"):
        rules[change.kind].remove(change.index)
    else:
        del rules[change.kind][change.index]
    sets = feasible_sets(value, weeks, means + 1e-9, int(k), **rules)
    best = max(sets.values(), default=0.0)
    return any(idea in chosen and worth >= best - 1e-9 for chosen, worth in sets.items())


@few
@given(choices())
def test_reasons_cover_exactly_the_ideas_left_out(asked):
    question, rules = asked
    found = choose(*question, **rules)
    left_out = set(range(len(question[0]))) - set(found.ideas)
    assert {r.idea for r in found.reasons} == (left_out if found.feasible else set())
    assert all(found.why(idea) is None for idea in found.ideas)


def test_chances_are_those_of_the_draws():
    found = choose([1.0, 0.0, -4.0], np.zeros((3, 1)), [0], 1, cov=np.eye(3) / 2, draws=40_000)
    assert found.ideas == (0,)
    assert found.p_best == pytest.approx(0.841, abs=0.01)
    assert found.expected_regret == pytest.approx(0.0833, abs=0.01)
    assert sum(option.p_best for option in found.alternatives) == pytest.approx(1.0)


def test_chances_do_not_depend_on_the_chunks(monkeypatch):
    question = (rng(1).normal(size=9), rng(2).integers(0, 5, (9, 2)), [9, 9], 3)
    whole = choose(*question, cov=np.eye(9))
    monkeypatch.setattr(sys.modules["datamatch.engine.choose.chances"], "CHUNK", 3000)
    assert choose(*question, cov=np.eye(9)).to_json() == whole.to_json()


def test_binding_names_what_holds_the_value_back():
    found = choose([3.0, 2.0, 1.0], [[9], [1], [1]], [2], 2)
    assert found.ideas == (1, 2)
    assert found.binding == (("means", 0),)
    assert found.why(0).changes[0] == found.why(0).change
    assert (found.why(0).code, found.why(0).change.amount) == ("means", 8.0)


@pytest.mark.parametrize("listed", [True, False])
def test_the_rule_of_units_is_named_when_it_holds_the_value_back(listed, monkeypatch):
    if not listed:
        monkeypatch.setattr(CHOOSE, "listable", lambda rules: False)
    found = choose([3.0, 2.0, 1.0], [[0]] * 3, [1], 2, unit=[0, 0, 1], min_units=2)
    assert (found.ideas, found.binding) == ((0, 2), (("units", 0),))
    assert [(c.kind, c.amount) for c in found.why(1).changes] == [("value", pytest.approx(1.0)), ("units", 1.0)]


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"value": [np.nan, 1]}, "value"),
        ({"weeks": [[1], [-1]]}, "weeks"),
        ({"weeks": [[1]]}, "weeks"),
        ({"means": [1, 2]}, "means"),
        ({"k": 3}, "k"),
        ({"min_units": 2}, "min_units"),
        ({"must": [2]}, "must"),
        ({"exclusive": [(0,)]}, "exclusive"),
        ({"cov": [[1, 2], [0, 1]]}, "cov"),
        ({"draws": 0}, "draws"),
    ],
)
def test_choose_refuses_a_bad_argument_by_name(options, name):
    plain = {"value": [1, 2], "weeks": [[1], [1]], "means": [2], "k": 1}
    with pytest.raises(ValueError, match=f"^{name}: "):
        choose(**(plain | options))
