"""What every answer shares: bytes, digests, bounds on imports, and the README."""

import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import datamatch.engine
from datamatch.engine import (
    assign,
    calibrate,
    calibrate_criteria,
    choose,
    equal_shares,
    next_reviews,
    order_pitches,
    rank,
    schedule,
    schulze,
    teams,
)
from datamatch.engine.results import digest, plain
from tests.engine.worlds import reviews, rng

ROOT = Path(datamatch.engine.__file__).resolve().parents[2]


def answers(seed=3):
    """Return one answer of every function."""
    random = rng(1)
    item, reviewer, score, _ = reviews(1)
    posterior = calibrate(item, reviewer, score, 12, 5, seed=seed)
    similarity = random.random((6, 5))
    people = {"capacity": 1, "unit": random.integers(0, 3, 8), "seed": seed}
    return {
        "assign": assign(similarity, 2, 3, seed=seed),
        "assign fair": assign(similarity, 2, 3, mode="fair", seed=seed),
        "assign random": assign(similarity, 2, 3, mode="random", q=0.7, seed=seed),
        "calibrate": posterior,
        "calibrate_criteria": calibrate_criteria(
            item, reviewer, np.column_stack([score, score**2]), [2, 1], n_items=12, n_reviewers=5, seed=seed
        ),
        "rank": rank(posterior, 3, seed=seed),
        "next_reviews": next_reviews(posterior, 3, 6, seed=seed),
        "choose": choose(posterior.mean, np.ones((12, 1)), [9], 3, cov=posterior.cov, seed=seed),
        "equal_shares": equal_shares(similarity > 0.5, [3, 4, 5, 6, 7], 12, seed=seed),
        "schulze": schulze([[0, 1], [1, 2], [2, 0]], 3, seed=seed),
        "teams": teams(random.integers(0, 4, (8, 2)), random.integers(0, 3, (8, 2)), [[1, 1], [2, 0]], 2, 3, **people),
        "order_pitches": order_pitches(similarity > 0.7, seed=seed),
        "schedule": schedule(
            4, 2, 2, seats=[5, 5], speakers=[[0], [1], [2], [0]], wants=[[0, 1], [2, 3]], seed=seed
        ),
    }  # fmt: skip


ANSWERS = answers()


def test_the_same_input_and_seed_give_the_same_bytes():
    again = answers()
    assert {n: a.to_json() for n, a in ANSWERS.items()} == {n: a.to_json() for n, a in again.items()}


def test_another_process_gives_the_same_bytes():
    line = "from tests.engine.test_results import ANSWERS; "
    line += "print(*(answer.to_json() for answer in ANSWERS.values()), sep='\\n')"
    run = subprocess.run([sys.executable, "-c", line], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == [answer.to_json() for answer in ANSWERS.values()]


@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_is_plain_json_with_seed_and_digest(name):
    answer = ANSWERS[name]
    text = answer.to_json()
    read = json.loads(text, parse_constant=lambda word: pytest.fail(f"{word} is not JSON"))
    assert read["seed"] == 3
    assert re.fullmatch("[0-9a-f]{64}", read["input_digest"])
    assert not [field for field in read if field.startswith("_")]
    assert text == json.dumps(read, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_is_frozen(name):
    with pytest.raises(AttributeError):
        ANSWERS[name].seed = 9


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (np.nan, None),
        (np.inf, None),
        (-0.0, 0.0),
        (0.1 + 0.2, 0.3),
        (np.arange(2), [0, 1]),
        ({1: (True,)}, {"1": [True]}),
    ],
)
def test_values_are_shown_as_json_knows_them(value, shown):
    assert repr(plain(value)) == repr(shown)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: assign(np.zeros((0, 3)), 3, 3),
        lambda: assign(np.zeros((3, 0)), 3, 3),
        lambda: assign(np.zeros((3, 0)), 3, 3, mode="fair"),
        lambda: assign(np.zeros((3, 0)), 3, 3, mode="random", q=0.5),
        lambda: rank(calibrate([], [], [], 4, 3), 2),
        lambda: rank(calibrate_criteria([], [], np.zeros((0, 2)), [1, 1], n_items=4, n_reviewers=3).combined, 2),
        lambda: next_reviews(calibrate([], [], [], 4, 3), 2, 6),
        lambda: teams(np.zeros((0, 2)), np.zeros((0, 3)), np.ones((2, 3)), 1, 2, capacity=[], unit=[]),
        lambda: teams(np.ones((4, 2)), np.zeros((4, 0)), np.zeros((2, 0)), 1, 2, capacity=1, unit=0),
        lambda: schulze([], 2),
        lambda: equal_shares(np.zeros((0, 3)), [1, 2, 3], 5),
        lambda: order_pitches(np.zeros((0, 4))),
        lambda: schedule(2, 1, 2, seats=[1, 1], speakers=[[], []], wants=[]),
    ],
)
def test_nothing_to_go_on_is_answered_too(ask):
    assert json.loads(ask().to_json())["input_digest"]


@pytest.mark.parametrize(
    "ask",
    [
        lambda: assign([[1]], 1, 1, seed=-1),
        lambda: calibrate([0], [0], [1], 1, 1, seed=-1),
        lambda: rank(calibrate([0], [0], [1], 1, 1), 1, seed=-1),
        lambda: choose([1], [[1]], [1], 1, seed=-1),
        lambda: schulze([[0]], 1, seed=0.5),
        lambda: order_pitches([[1]], seed=-1),
    ],
)
def test_a_seed_that_is_no_whole_number_from_zero_is_refused(ask):
    with pytest.raises(ValueError, match=r"^seed: "):
        ask()


def test_the_digest_follows_the_input_and_not_its_type():
    plain = assign([[1, 0], [0, 1]], 1, 1).input_digest
    assert assign(np.eye(2, dtype=np.float32), np.array([1, 1]), [1, 1]).input_digest == plain
    assert assign([[1, 0], [0, 2]], 1, 1).input_digest != plain


def test_the_last_bit_of_a_calculated_input_changes_no_digest_and_the_ninth_digit_does():
    mean = rng(2).normal(5, 1, 40)
    digests = {digest(mean=mean * (1 + part)) for part in (0.0, 2**-52, -(2**-52))}
    assert len(digests) == 1
    assert digest(mean=mean * (1 + 1e-8)) not in digests
    assert digest(mean=[np.nan, np.inf, 0.0]) != digest(mean=[0.0, np.inf, 0.0])


def test_importing_the_engine_loads_no_solver_and_no_framework():
    line = "import sys, time; t = time.process_time(); import datamatch.engine; "
    line += "print(time.process_time() - t, [m for m in ('scipy', 'ortools', 'django') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", line], cwd=ROOT, capture_output=True, text=True, check=True)
    seconds, loaded = run.stdout.split(maxsplit=1)
    assert loaded.strip() == "[]"
    assert float(seconds) < 0.5


def test_the_readme_example_runs(tmp_path, monkeypatch, capsys):
    rows = ["idea,reviewer,score", "parking,ann,5", "parking,bob,4", "soil,ann,4", "soil,cas,3"]
    rows += ["trees,bob,2", "trees,cas,1"]
    (tmp_path / "reviews.csv").write_text("\n".join(rows) + "\n")
    monkeypatch.chdir(tmp_path)
    readme = (Path(datamatch.engine.__file__).parent / "README.md").read_text()
    example = re.search("```python\n(.*?)```", readme, re.S).group(1)
    assert len([line for line in example.splitlines() if line.strip()]) <= 10
    exec(compile(example, "README", "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["parking", "soil", "trees"]
