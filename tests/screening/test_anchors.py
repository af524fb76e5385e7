"""Scales of four, five or six anchors side by side: each review is still one number from 1 to 5."""

import pytest

from datamatch.screening import actions, queries, rules
from datamatch.screening.enums import Outcome
from datamatch.screening.weighing.ranking import total_of
from tests.factories.editions import make_criterion, make_manager
from tests.factories.screening import make_review

FOUR = {"anchors_nl": list("abcd"), "anchors_en": list("abcd")}
SIX = {"anchors_nl": list("abcdef"), "anchors_en": list("abcdef")}


@pytest.fixture
def scales(edition):
    """Two criteria, of four and of six anchors; the second counts double."""
    edition.criteria.all().delete()
    four = make_criterion(edition=edition, slug="four", position=0, name_en="Four", **FOUR)
    return four, make_criterion(edition=edition, slug="six", position=1, name_en="Six", weight=2, **SIX)


def test_review_counts_in_points(scales, ideas):
    best = make_review(idea=ideas[0], scores={"four": 4, "six": 6})
    mixed = make_review(idea=ideas[1], scores={"four": 1, "six": 6})
    assert (total_of(best), total_of(mixed)) == (5, pytest.approx((1 + 2 * 5) / 3))


def test_score_stays_on_its_own_scale(scales, edition):
    assert rules.why_not_score(edition=edition, scores={"four": 4, "six": 6}) is None
    assert rules.why_not_score(edition=edition, scores={"four": 5, "six": 6}) == "A score goes from 1 to 4."
    assert rules.why_not_score(edition=edition, scores={"four": 4, "six": 7}) == "A score goes from 1 to 6."


def test_words_compare_points_and_quote_anchors_of_the_scale(scales, ideas):
    make_review(idea=ideas[0], scores={"four": 4, "six": 4})
    words = queries.words_on(ideas[0])
    assert [(one.criterion.slug, one.mean) for one in words if one.strongest] == [("four", 5)]
    reason = queries.composed_reason(words, Outcome.NO, "en")
    assert "The screeners say: “d”" in reason
    assert "What the screeners read now: “d” Aim for this: “e”" in reason


@pytest.mark.usefixtures("scales")
def test_ranking_takes_mixed_scales(ideas, screeners, edition, moment):
    for place, idea in enumerate(ideas):
        for screener in screeners:
            make_review(idea=idea, screener=screener, scores={"four": max(4 - place, 1), "six": max(6 - place, 1)})
    calibration = actions.calibrate(edition=edition, by=make_manager(edition), at=moment)
    standings = list(queries.standings_of(calibration))
    assert standings[0].idea == ideas[0]
    assert all(1 <= one.score <= 5 for one in standings)
