"""Small questions for property tests, and simulated rounds of reviews."""

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

checked = settings(max_examples=30, deadline=None, derandomize=True)
few = settings(max_examples=12, deadline=None, derandomize=True)
seeds = st.integers(0, 10_000)


def rng(seed):
    return np.random.default_rng(seed)


@st.composite
def assignments(draw, most=4):
    """A small assignment question as keyword arguments, tight or not."""
    random = rng(draw(seeds))
    ideas, reviewers = draw(st.integers(1, most)), draw(st.integers(1, most))
    question = {
        "similarity": np.round(random.random((ideas, reviewers)), draw(st.sampled_from([1, 3]))),
        "per_idea": random.integers(0, 3, ideas),
        "load_max": random.integers(1, 4, reviewers),
        "load_min": random.integers(0, 2, reviewers),
        "forbid": random.random((ideas, reviewers)) < draw(st.sampled_from([0.0, 0.3])),
    }
    if draw(st.booleans()):
        question |= {"unit": random.integers(0, 2, reviewers), "unit_cap": draw(st.integers(1, 2))}
    return question


def reviews(seed, items=12, reviewers=5, per_item=3, leniency=0.5):
    """Rows of a round: item, reviewer, score, and the true quality."""
    random = rng(seed)
    quality = random.normal(0, 1, items)
    lenient = random.normal(0, leniency, reviewers)
    item = np.repeat(np.arange(items), per_item)
    reviewer = np.concatenate([random.permutation(reviewers)[:per_item] for _ in range(items)])
    score = 5 + quality[item] + lenient[reviewer] + random.normal(0, 0.8, len(item))
    return item, reviewer, score, quality


@st.composite
def choices(draw, most=8):
    """A small choice as (value, weeks, means, k) and keyword arguments, feasible or not."""
    random = rng(draw(seeds))
    n = draw(st.integers(2, most))
    k = draw(st.integers(1, min(n, 4)))
    weeks = random.integers(0, 9, (n, 2))
    means = random.integers(4, 6 * k + 4, 2)
    value = np.round(random.normal(size=n), 2)
    rules = {"unit": random.integers(0, 3, n), "min_units": draw(st.integers(1, 2))}
    if draw(st.booleans()):
        one, two = random.permutation(n)[:2].tolist()
        rules |= {draw(st.sampled_from(["exclusive", "together"])): [(one, two)]}
    if draw(st.booleans()):
        rules |= {draw(st.sampled_from(["must", "never"])): [int(random.integers(n))]}
    return (value, weeks, means, k), rules


@st.composite
def staffings(draw, people=6, ideas=2, roles=2):
    """A small team question as keyword arguments."""
    random = rng(draw(seeds))
    need = random.integers(0, 3, (ideas, roles))
    return {
        "energy": random.integers(0, 4, (people, ideas)) * (random.random((people, ideas)) < 0.7),
        "level": random.integers(0, 3, (people, roles)),
        "need": need,
        "size_lo": need.sum(axis=1),
        "size_hi": need.sum(axis=1) + draw(st.integers(0, 1)),
        "capacity": random.integers(1, 3, people),
        "unit": random.integers(0, 3, people),
        "max_same_unit": draw(st.integers(1, 3)),
        "must": random.random((ideas, roles)) < 0.6,
    }
