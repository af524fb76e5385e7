"""Why somebody may not say what they find of another's review, or read what is said of one; None when they may."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import knows_early, names_any
from datamatch.people.models import Person
from datamatch.screening import queries
from datamatch.screening.enums import UNGUESSED, AssignmentState, Finding, Round, Stance
from datamatch.screening.models import Assignment, Opinion, Review
from datamatch.screening.rules.asking import why_not_see_others
from datamatch.screening.rules.conflicts import why_tied
from datamatch.screening.rules.decisions import why_not_see_decision
from datamatch.screening.rules.reviews import why_not_review_in


def why_not_see_other(*, review: Review, by: Person) -> str | None:
    """Return why this person has no page about this review of another, or None: who reviewed the idea too has."""
    mine = queries.own_assignment(review.assignment.idea, by)
    if mine is None:
        return _("Only who gave a review of this idea reads what others gave.")
    if reason := why_not_see_others(assignment=mine, by=by):
        return reason
    if mine.pk == review.assignment_id:
        return _("This is your own review.")
    if review.assignment.state != AssignmentState.DONE:
        return _("This review was handed back. It does not count any more.")
    return None


def why_not_opine_on(*, idea: Idea, by: Person) -> str | None:
    """Return why nothing is said of the reviews of this idea now by who reads them, or None when it is."""
    if reason := _why_not_now(idea):
        return reason
    if idea.state != IdeaState.SENT:
        return _("This idea was withdrawn.")
    if knows_early(idea, by):
        return _("You know by now who made this idea. So you say nothing of what others gave.")
    return why_tied(idea=idea, by=by)


def why_not_opine(*, review: Review, by: Person) -> str | None:
    """Return why this person may not say what they find of this review now, or None when they may."""
    return why_not_see_other(review=review, by=by) or why_not_opine_on(idea=review.assignment.idea, by=by)


def why_not_say(
    *, review: Review, stance: str, reason: str, findings: Collection[str], by: Person
) -> tuple[str, str] | None:
    """Return which part of an opinion cannot be said so and why, or None when it can."""
    if not stance and not findings:
        return "stance", _("Say whether you agree, or what you find of the words.")
    if why_not := _why_not_reason(stance=stance, reason=reason, by=by):
        return "reason", why_not
    if {Finding.CLEAR, Finding.VAGUE} <= set(findings):
        return "findings", _("Words are clear or vague, not both.")
    if not review.remark and set(findings) - {Finding.SHORT}:
        return "findings", _("This review has no words for the makers. Of those you can only say that it is too short.")
    return None


def why_not_take_back_opinion(*, opinion: Opinion, by: Person) -> str | None:
    """Return why this person may not take back what was said, or None when it is theirs and nothing is sent yet."""
    if opinion.by_id != by.pk:
        return _("Somebody else said this.")
    return _why_not_now(opinion.review.assignment.idea)


def why_not_hear(*, assignment: Assignment, by: Person) -> str | None:
    """Return why this screener does not read what colleagues say of their review, or None when they may.

    Where only one other read the idea, it would be known who said it.
    """
    if reason := why_not_see_others(assignment=assignment, by=by):
        return reason
    if queries.fellows_count(assignment) < UNGUESSED:
        return _(
            "You read what colleagues say of your review when at least 2 others gave one, so that nobody is guessed."
        )
    return None


def why_not_read_opinions(*, idea: Idea, by: Person) -> str | None:
    """Return why this person does not read what screeners say of all reviews of an idea, or None when they decide."""
    if reason := why_not_see_decision(idea=idea, by=by):
        return reason
    tie = queries.ties_in([idea]).between(idea, by)
    return _("%(why)s Somebody else decides about it.") % {"why": tie.told} if tie else None


def _why_not_now(idea: Idea) -> str | None:
    """Return why it is too late, or too early, to say something of the reviews of an idea."""
    if reason := why_not_review_in(edition=idea.edition):
        return reason
    decision = queries.decision_on(idea, Round.SHORTLIST)
    told = decision is not None and decision.published_at is not None
    return _("The letter about this idea is sent. Its words stay as they are.") if told else None


def _why_not_reason(*, stance: str, reason: str, by: Person) -> str | None:
    """Return what is wrong with the reason of an opinion, or None when it fits."""
    if stance == Stance.DISAGREE and not reason.strip():
        return _("Say in a few words why you disagree.")
    if stance != Stance.DISAGREE and reason.strip():
        return _("A reason goes with “I disagree”. Choose that, or leave the reason out.")
    if names_any(reason, (by.name, by.email)):
        return _("Leave your name out: who gave the review reads this without knowing who says it.")
    return None
