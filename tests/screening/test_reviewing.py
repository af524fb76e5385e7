"""A screener gives, changes and hands back a review."""

import pytest

from datamatch.editions.enums import Stage
from datamatch.foundation.refusal import Refused
from datamatch.ideas.enums import IdeaState
from datamatch.people.models import Profile
from datamatch.screening import actions, queries, rules
from datamatch.screening.enums import AssignmentState, Confidence
from datamatch.screening.models import Review
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person, make_unit
from tests.factories.screening import make_assignment, make_review


@pytest.fixture
def assignment(edition):
    """A review that is asked."""
    return make_assignment(idea=make_idea(edition=edition))


def give(assignment, score=4, by=None, at=MOMENT, **given):
    scores = {criterion.slug: score for criterion in assignment.idea.edition.criteria.all()}
    return actions.give_review(assignment=assignment, by=by or assignment.screener, at=at, **{"scores": scores} | given)


def test_given_review_holds_every_score(assignment):
    review = give(assignment, score=5, confidence=Confidence.HIGH, remark=" Good. ")
    assert [score.value for score in review.scores.all()] == [5, 5]
    assert (review.confidence, review.remark, assignment.state) == (Confidence.HIGH, "Good.", AssignmentState.DONE)


def test_changed_review_replaces_the_first(assignment):
    give(assignment, score=5)
    give(assignment, score=2, at=later(hours=1))
    review = Review.objects.get()
    assert [score.value for score in review.scores.all()] == [2, 2]
    assert review.given_at == later(hours=1)


def test_somebody_else_does_not_give_it(assignment):
    with pytest.raises(Refused, match="asked of somebody else"):
        give(assignment, by=make_person())


def test_review_with_a_criterion_missing_is_refused(assignment):
    with pytest.raises(Refused, match="Give every criterion one score"):
        give(assignment, scores={})


@pytest.mark.parametrize("score", [0, 6])
def test_score_off_the_scale_is_refused(assignment, score):
    with pytest.raises(Refused, match="A score goes from 1 to 5"):
        give(assignment, score=score)


def test_remark_with_the_name_of_the_screener_is_refused(assignment):
    with pytest.raises(Refused, match="Leave your name out"):
        give(assignment, remark=f"Call me, {assignment.screener.name.upper()}")


def test_remark_with_the_name_inside_another_word_is_kept(assignment):
    assignment.screener.name = "Bas"
    assert rules.why_not_remark(remark="Een goede basis.", by=assignment.screener) is None
    assert rules.why_not_remark(remark="Bel me (Bas).", by=assignment.screener) is not None


def test_screener_who_became_tied_by_unit_is_refused_without_saying_how(assignment):
    unit = make_unit()
    Profile.objects.filter(person__in=[assignment.screener, assignment.idea.submitter]).update(unit=unit)
    with pytest.raises(Refused, match="You have a tie with this idea: your own work, your energy or your unit"):
        give(assignment)


def test_screener_who_gave_energy_is_told_so(assignment):
    make_energy(idea=assignment.idea, person=assignment.screener)
    with pytest.raises(Refused, match=r"You gave energy to this idea\. Somebody else should read it"):
        give(assignment)


def test_withdrawn_idea_is_not_reviewed(assignment):
    assignment.idea.state = IdeaState.WITHDRAWN
    assignment.idea.save()
    with pytest.raises(Refused, match="This idea was withdrawn"):
        give(assignment)


def test_closed_screening_keeps_reviews_as_they_are(assignment):
    give(assignment)
    assignment.idea.edition.stage = Stage.MATCHING
    with pytest.raises(Refused, match="The screening is closed"):
        give(assignment)


def test_review_handed_back_does_not_count(assignment):
    give(assignment)
    actions.step_back(assignment=assignment, by=assignment.screener, at=MOMENT, reason="I know them.")
    assert (assignment.state, assignment.reason) == (AssignmentState.ABSTAINED, "I know them.")
    assert list(queries.reviews_of(assignment.idea)) == []
    with pytest.raises(Refused, match="You stepped back from this idea"):
        give(assignment)


def test_nobody_steps_back_twice(assignment):
    actions.step_back(assignment=assignment, by=assignment.screener, at=MOMENT, reason="I know them.")
    assert rules.why_not_step_back(assignment=assignment, by=assignment.screener) == "You stepped back already."


def test_nobody_steps_back_for_another(assignment):
    with pytest.raises(Refused, match="asked of somebody else"):
        actions.step_back(assignment=assignment, by=make_person(), at=MOMENT, reason="No.")


def test_share_counts_what_is_asked_and_given(edition, assignment):
    screener = assignment.screener
    make_review(idea=make_idea(edition=edition), screener=screener)
    make_assignment(idea=make_idea(edition=edition), screener=screener, state=AssignmentState.ABSTAINED)
    assert queries.share_of(screener, edition) == queries.Share(done=1, asked=2)
    assert queries.next_assignment(screener, edition) == assignment


def test_progress_counts_ideas_with_two_reviews(edition, assignment):
    idea = make_idea(edition=edition)
    make_review(idea=idea)
    make_review(idea=idea)
    assert queries.progress_in(edition) == queries.Progress(asked=3, done=2, abstained=0, ideas=2, ideas_with_two=1)
