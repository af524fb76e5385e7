"""Decisions are prepared from the ranking, changed by people, and published at once."""

from collections import Counter

import pytest

from datamatch.editions.enums import Stage
from datamatch.foundation.refusal import Refused
from datamatch.screening import actions, queries, rules
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.models import Decision
from tests.factories.editions import make_edition
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.screening import make_calibration, make_decision, make_review, make_reviewed


@pytest.fixture
def ranked(edition, manager, screeners, ideas):
    """Seven reviewed and ranked ideas, the first one best."""
    make_reviewed(ideas, screeners)
    make_calibration(edition, manager)
    return ideas


def prepare(edition, manager, at=MOMENT):
    return actions.prepare_decisions(edition=edition, by=manager, at=at)


def decide(idea, manager, outcome=Outcome.YES, **given):
    said = {"round": Round.SHORTLIST, "outcome": outcome, "reason": "Clear demand.", "by": manager, "at": MOMENT}
    return actions.decide(idea=idea, **said | given)


def outcomes():
    return Counter(Decision.objects.values_list("outcome", flat=True))


def test_prepared_decisions_follow_the_ranking(edition, manager, ranked):
    assert prepare(edition, manager) == 7
    assert outcomes() == {"yes": 2, "reserve": 3, "no": 2}
    assert list(queries.shortlisted_ideas(edition)) == ranked[:2]


def test_every_prepared_decision_has_a_reason(edition, manager, ranked):
    prepare(edition, manager)
    for decision in Decision.objects.all():
        assert decision.reason
        assert decision.prepared


def test_reason_names_strongest_and_weakest_criterion_in_the_language_of_the_submitter(edition, manager):
    strong, weak = edition.criteria.all()
    idea = make_idea(edition=edition)
    make_review(idea=idea, scores={strong.slug: 4, weak.slug: 2})
    words = queries.words_on(idea)
    assert [(w.criterion, w.mean, w.strongest, w.weakest) for w in words] == [
        (strong, 4, True, False),
        (weak, 2, False, True),
    ]
    assert queries.composed_reason(words, Outcome.NO, "en") == (
        f"Your idea was strongest on “{strong.name_en}”. The screeners say: “good”\n"
        f"There is most to win on “{weak.name_en}”. What the screeners read now: “fair” Aim for this: “good”"
    )
    assert strong.name_nl in queries.composed_reason(words, Outcome.NO, "nl")


def test_what_people_decided_stays_and_takes_its_seat(edition, manager, ranked):
    decide(ranked[6], manager, Outcome.YES, motive="Nobody else looks at this.")
    prepare(edition, manager)
    assert list(queries.shortlisted_ideas(edition)) == [ranked[0], ranked[6]]
    assert outcomes() == {"yes": 2, "reserve": 3, "no": 2}


def test_preparing_again_keeps_the_same_decisions(edition, manager, ranked):
    prepare(edition, manager)
    before = list(Decision.objects.order_by("pk").values_list("pk", "decided_at"))
    prepare(edition, manager, at=later(hours=1))
    assert list(Decision.objects.order_by("pk").values_list("pk", "decided_at")) == before


def test_decision_that_differs_from_the_ranking_says_so(edition, manager, ranked):
    decision = decide(ranked[6], manager, Outcome.YES, motive="Nobody else looks at this.")
    assert (decision.departs, decision.motive, decision.prepared) == (True, "Nobody else looks at this.", False)


def test_decision_that_agrees_with_the_ranking_needs_no_motive(edition, manager, ranked):
    decision = decide(ranked[0], manager, Outcome.YES)
    assert (decision.departs, decision.motive) == (False, "")


def test_decision_without_a_reason_is_refused(edition, manager, ideas):
    with pytest.raises(Refused, match="A decision needs a reason"):
        decide(ideas[0], manager, reason="  ")


def test_only_a_manager_decides(screeners, ideas):
    with pytest.raises(Refused, match="Only a programme manager"):
        decide(ideas[0], screeners[0])


def test_manager_does_not_decide_about_their_own_idea(edition, manager):
    with pytest.raises(Refused, match="This is your own idea"):
        decide(make_idea(edition=edition, submitter=manager), manager)


def test_verdict_waits_for_the_pitching(manager, ideas):
    with pytest.raises(Refused, match="This decision is taken in another stage"):
        decide(ideas[0], manager, round=Round.VERDICT)


def test_published_decision_stays(manager, ideas):
    make_decision(idea=ideas[0], published_at=MOMENT)
    with pytest.raises(Refused, match="This decision is published"):
        decide(ideas[0], manager)


def test_decisions_are_not_prepared_without_a_ranking(edition, manager, ideas):
    with pytest.raises(Refused, match="Calculate the ranking first"):
        prepare(edition, manager)


def test_decisions_are_not_prepared_after_publication(edition, manager, ranked):
    make_decision(idea=ranked[0], published_at=MOMENT)
    with pytest.raises(Refused, match="The decisions are published"):
        prepare(edition, manager)


def test_publishing_tells_all_at_once(edition, manager, ranked):
    prepare(edition, manager)
    assert actions.publish_decisions(edition=edition, round=Round.SHORTLIST, by=manager, at=later(days=1)) == 7
    assert set(Decision.objects.values_list("published_at", flat=True)) == {later(days=1)}


def test_nothing_is_published_while_an_idea_waits(edition, manager, ideas):
    make_decision(idea=ideas[0])
    with pytest.raises(Refused, match="6 of 7 ideas have no decision yet"):
        actions.publish_decisions(edition=edition, round=Round.SHORTLIST, by=manager, at=MOMENT)


def test_screening_cannot_be_left_before_everything_is_done(edition, ideas):
    make_decision(idea=ideas[0])
    assert rules.why_not_leave_screening(edition=edition) == [
        "7 of 7 ideas have fewer than 2 reviews.",
        "The ranking was not calculated yet.",
        "6 of 7 ideas have no decision yet.",
    ]


def test_screening_can_be_left_when_everything_is_done(edition, manager, ranked):
    prepare(edition, manager)
    assert rules.why_not_leave_screening(edition=edition) == []


def test_shortlist_of_another_length_than_planned_is_told(edition, manager, ranked):
    prepare(edition, manager)
    Decision.objects.filter(outcome=Outcome.RESERVE).update(outcome=Outcome.YES, reserve_place=None)
    assert rules.why_not_leave_screening(edition=edition) == ["5 ideas go on, and the plan says 2."]


@pytest.mark.django_db
def test_chosen_ideas_are_those_of_the_verdict():
    edition = make_edition(stage=Stage.PITCHING)
    idea = make_idea(edition=edition)
    make_decision(idea=idea)
    assert list(queries.chosen_ideas(edition)) == []
    make_decision(idea=idea, round=Round.VERDICT)
    assert list(queries.chosen_ideas(edition)) == [idea]
