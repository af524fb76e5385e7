"""Draws of a simulated world."""

import pytest

from datamatch.story.weighing import World

CRITERIA = ["vraag", "haalbaarheid", "resultaat"]
EMAILS = [f"p{number}@example.org" for number in range(40)]


def all_draws(world):
    return [
        world.quality_of(2),
        world.leniency_of("a@b.nl"),
        world.scores(2, "a@b.nl", CRITERIA),
        world.attraction(2, "a@b.nl"),
        world.confidence(2, "a@b.nl"),
        world.order([2, 3, 4, 5], "a@b.nl"),
        world.chance(0.5, "a"),
        world.pick(3, EMAILS, "b"),
        world.whole(1, 1000, "c"),
    ]


def test_same_seed_gives_the_same_draws_in_any_order():
    first, second = World(7), World(7)
    second.whole(1, 6, "a draw more")
    assert all_draws(first) == all_draws(second)


def test_other_seed_gives_other_draws():
    assert World(7).quality_of(2) != World(8).quality_of(2)


def test_other_words_give_other_draws():
    draws = {World(7).whole(0, 10**9, *words) for words in [("a",), ("b",), ("a", 1), ("a", 2)]}
    assert len(draws) == 4


def test_scores_stay_on_the_scale_even_for_a_very_lenient_screener():
    for leniency in (-9, 0, 9):
        world = World(7, leniency=dict.fromkeys(EMAILS, leniency))
        given = {score for email in EMAILS for score in world.scores(2, email, CRITERIA).values()}
        assert given <= {1, 2, 3, 4, 5}


def test_scores_follow_what_was_planted():
    noise = dict.fromkeys(EMAILS, 0.0)
    good = World(7, quality={2: 4.6}, noise=noise, leniency=dict.fromkeys(EMAILS, 0.0))
    strict = World(7, quality={2: 4.6}, noise=noise, leniency=dict.fromkeys(EMAILS, -2.0))
    assert mean_score(good) == pytest.approx(4.5, abs=0.2)
    assert mean_score(good) - mean_score(strict) == pytest.approx(1.9, abs=0.3)


def mean_score(world):
    given = [score for email in EMAILS for score in world.scores(2, email, CRITERIA).values()]
    return sum(given) / len(given)


def test_planted_quality_and_leniency_are_used_as_they_are():
    world = World(7, quality={2: 4.6}, leniency={"a@b.nl": -0.4})
    assert (world.quality_of(2), world.leniency_of("a@b.nl")) == (4.6, -0.4)


def test_occasions_are_drawn_apart():
    world = World(7)
    reviews = [world.scores(2, email, CRITERIA) for email in EMAILS]
    assert reviews != [world.scores(2, email, CRITERIA, occasion="card") for email in EMAILS]


def test_order_puts_the_clearly_best_first():
    world = World(7, quality={2: 1.0, 3: 9.0, 4: 5.0})
    assert world.order([2, 3, 4], "a@b.nl") == [3, 4, 2]


def test_pick_gives_different_words_and_never_more_than_there_are():
    assert len(set(World(7).pick(5, EMAILS, "x"))) == 5
    assert sorted(World(7).pick(99, EMAILS, "x")) == sorted(EMAILS)
    assert World(7).pick(3, [], "x") == []


def test_chance_comes_as_often_as_it_says():
    count = sum(World(7).chance(0.3, "x", number) for number in range(1000))
    assert count == pytest.approx(300, abs=45)
