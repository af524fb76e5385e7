"""The ranking is calculated, and honest about what it cannot know."""

import pytest

from datamatch.editions.enums import Stage
from datamatch.foundation.refusal import Refused
from datamatch.screening import actions, queries
from datamatch.screening.enums import AssignmentState, Confidence, Zone, chance_in_words, count_of_ten, of_ten_draws
from tests.factories.editions import make_criterion, make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.screening import make_calibration, make_review, make_reviewed


def test_best_idea_stands_first(edition, manager, screeners, ideas):
    make_reviewed(ideas, screeners)
    standings = list(queries.standings_of(make_calibration(edition, manager)))
    assert [s.place for s in standings] == list(range(1, 8))
    assert [s.idea for s in standings[:4]] == ideas[:4]
    assert standings[0].chance > 0.9
    assert standings[-1].zone == Zone.OUT


def test_score_lies_within_its_interval_on_the_scale(edition, manager, screeners, ideas):
    make_reviewed(ideas, screeners)
    for standing in queries.standings_of(make_calibration(edition, manager)):
        assert 1 <= standing.low <= standing.score <= standing.high <= 5


def test_chances_add_up_to_the_shortlist(edition, manager, screeners, ideas):
    make_reviewed(ideas, screeners, best_first=False)
    standings = queries.standings_of(make_calibration(edition, manager))
    assert sum(s.chance for s in standings) == pytest.approx(edition.shortlist_size)


def test_strict_screener_does_not_pull_an_idea_down(edition, manager, screeners, ideas):
    *mild, strict = screeners
    for idea in ideas:
        for screener in mild[:2]:
            make_review(idea=idea, screener=screener, score=4)
    make_review(idea=ideas[0], screener=mild[2], score=4)
    for idea in ideas[1:]:
        make_review(idea=idea, screener=strict, score=1)
    standings = {s.idea: s for s in queries.standings_of(make_calibration(edition, manager))}
    assert standings[ideas[0]].score - standings[ideas[1]].score < standings[ideas[0]].raw - standings[ideas[1]].raw


def test_same_reviews_give_the_same_ranking(edition, manager, screeners, ideas):
    make_reviewed(ideas, screeners)
    first, second = make_calibration(edition, manager), make_calibration(edition, manager, later(hours=1))
    told = [list(c.standings.values_list("idea", "place", "score", "chance")) for c in (first, second)]
    assert told[0] == told[1]
    assert first.input_digest == second.input_digest
    assert queries.latest_calibration(edition) == second


def test_criteria_count_by_their_weight(manager, edition):
    edition = make_edition(stage=Stage.SCREENING, criteria=0)
    light, heavy = (make_criterion(edition=edition, weight=weight) for weight in (1, 3))
    idea = make_idea(edition=edition)
    make_review(idea=idea, scores={light.slug: 5, heavy.slug: 1})
    calibration = make_calibration(edition, make_manager(edition))
    assert calibration.standings.get().raw == 2


def test_review_of_somebody_who_knows_the_subject_counts_more(edition, manager, screeners, ideas):
    make_review(idea=ideas[0], screener=screeners[0], score=5, confidence=Confidence.HIGH)
    make_review(idea=ideas[0], screener=screeners[1], score=1, confidence=Confidence.LOW)
    raw = make_calibration(edition, manager).standings.get(idea=ideas[0]).raw
    assert raw == pytest.approx((5 * 1.25 + 1 * 0.75) / 2)


def test_idea_without_reviews_has_no_raw_place(edition, manager, screeners, ideas):
    make_review(idea=ideas[0], screener=screeners[0])
    standing = make_calibration(edition, manager).standings.get(idea=ideas[1])
    assert (standing.raw, standing.raw_place, standing.review_count, standing.spread) == (None, 0, 0, None)


def test_review_handed_back_is_not_in_the_ranking(edition, manager, screeners, ideas):
    make_reviewed(ideas[:2], screeners)
    gone = make_review(idea=ideas[0], score=1).assignment
    gone.state = AssignmentState.ABSTAINED
    gone.save()
    assert make_calibration(edition, manager).review_count == 8


def test_few_reviews_are_told(edition, manager, screeners, ideas):
    make_review(idea=ideas[0], screener=screeners[0])
    calibration = make_calibration(edition, manager)
    titles = [notice.title for notice in queries.notices_about(edition, calibration)]
    assert titles == [
        "7 ideas have fewer than 2 reviews",
        "The correction for strict and mild screeners is not certain",
    ]


def test_review_after_the_calculation_is_told(edition, manager, screeners, ideas):
    make_reviewed(ideas, screeners)
    calibration = make_calibration(edition, manager)
    make_review(idea=ideas[0], given_at=later(hours=2))
    titles = [notice.title for notice in queries.notices_about(edition, calibration)]
    assert titles == ["1 review came in after this calculation"]


def test_ranking_without_reviews_is_refused(edition, manager, ideas):
    with pytest.raises(Refused, match="There is no review yet to calculate with"):
        make_calibration(edition, manager)


def test_only_a_manager_calculates(edition, screeners, ideas):
    make_reviewed(ideas, screeners)
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.calibrate(edition=edition, by=screeners[0], at=MOMENT)


@pytest.mark.parametrize(
    ("chance", "words", "draws"),
    [
        (1.0, "almost certain", "in 10 of 10 draws"),
        (0.97, "almost certain", "in more than 9 of 10 draws"),
        (0.7, "likely", "in 7 of 10 draws"),
        (0.5, "as likely as not", "in 5 of 10 draws"),
        (0.2, "unlikely", "in 2 of 10 draws"),
        (0.01, "almost excluded", "in fewer than 1 of 10 draws"),
        (0.0, "almost excluded", "in 0 of 10 draws"),
    ],
)
def test_chance_is_told_in_words_and_in_draws(chance, words, draws):
    assert (chance_in_words(chance), of_ten_draws(chance)) == (words, draws)


def test_chart_spends_its_width_on_the_differences():
    rows = [{"low": 2.4, "high": 3.1}, {"low": 3.0, "high": 4.7}]
    assert queries.chart_ends(rows) == (2, 5)
    assert queries.chart_ends([]) == (1, 5)


def test_chart_tells_draws_in_a_word_and_never_a_certainty_it_is_not():
    assert [count_of_ten(chance) for chance in (0, 0.01, 0.42, 0.99, 1)] == [
        "0",
        "fewer than 1",
        "4",
        "more than 9",
        "10",
    ]
