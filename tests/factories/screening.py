"""Assignments, reviews and decisions for tests."""

from datetime import timedelta
from itertools import combinations, cycle, islice

from datamatch.screening import actions
from datamatch.screening.enums import AssignmentState, Outcome, Preference, Round
from datamatch.screening.models import Assignment, Comparison, Decision, Opinion, Review, Score
from tests.factories.editions import make_screener
from tests.factories.moments import MOMENT
from tests.factories.people import make_person


def make_assignment(*, idea, screener=None, **given):
    """Ask a (new) screener to review an idea."""
    screener = screener or make_screener(idea.edition)
    return Assignment.objects.create(idea=idea, screener=screener, **{"assigned_at": MOMENT} | given)


def make_review(*, idea, screener=None, score=3, scores=None, **given):
    """Give an idea a review: one score for every criterion, or `scores` by slug."""
    assignment = make_assignment(idea=idea, screener=screener, state=AssignmentState.DONE)
    review = Review.objects.create(assignment=assignment, **{"given_at": MOMENT} | given)
    for criterion in idea.edition.criteria.all():
        Score.objects.create(review=review, criterion=criterion, value=(scores or {}).get(criterion.slug, score))
    return review


def make_read(idea):
    """Let two screeners review an idea, as many as it needs before it can be answered."""
    return [make_review(idea=idea), make_review(idea=idea)]


def make_opinion(*, review, by=None, **given):
    """Let a (new) reader of the idea say something of a review."""
    by = by or make_review(idea=review.assignment.idea).assignment.screener
    return Opinion.objects.create(review=review, by=by, **{"findings": ["vague"], "said_at": MOMENT} | given)


def change_review(review, remark):
    """Let who gave a review write other words, with the same scores; two days later."""
    assignment, scores = review.assignment, {score.criterion.slug: score.value for score in review.scores.all()}
    at = review.given_at + timedelta(days=2)
    return actions.give_review(assignment=assignment, by=assignment.screener, at=at, scores=scores, remark=remark)


def make_decision(*, idea, round=Round.SHORTLIST, outcome=Outcome.YES, **given):
    """Decide about an idea."""
    said = {"reason": "Clear demand.", "decided_at": MOMENT}
    decided_by = given.pop("decided_by", None) or make_person()
    return Decision.objects.create(idea=idea, round=round, outcome=outcome, decided_by=decided_by, **said | given)


def make_reviewed(ideas, screeners, *, best_first=True):
    """Let every screener review every idea; the first idea is the best."""
    for place, idea in enumerate(ideas):
        for screener in screeners:
            make_review(idea=idea, screener=screener, score=max(5 - place, 1) if best_first else 3)


def make_calibration(edition, manager, at=MOMENT):
    """Calculate the ranking of an edition."""
    return actions.calibrate(edition=edition, by=manager, at=at)


def make_comparisons(comparing, screeners, best_first, at=MOMENT):
    """Let every screener compare as many pairs as are asked, each pair as often as any other, as this order says."""
    ideas = sorted(best_first, key=lambda idea: idea.pk)
    rows, pairs = [], cycle(sorted(combinations(ideas, 2), key=lambda two: ideas.index(two[1]) - ideas.index(two[0])))
    for screener in screeners:
        for first, second in islice(pairs, comparing.each):
            better = min((first, second), key=best_first.index)
            said = {"first": first, "second": second, "given_at": at}
            preference = Preference.FIRST if better == first else Preference.SECOND
            rows.append(Comparison(comparing=comparing, screener=screener, preference=preference, **said))
    return Comparison.objects.bulk_create(rows)
