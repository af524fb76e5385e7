"""Why somebody may not ask for, give or hand back a review; None when they may."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.editions.models.call import LOWEST
from datamatch.editions.queries import appointed, criteria_of, is_manager
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.queries import knows_early, names_any, sent_ideas
from datamatch.people.models import Person
from datamatch.screening import queries
from datamatch.screening.enums import AssignmentState
from datamatch.screening.models import Assignment
from datamatch.screening.rules.conflicts import why_tied


def why_not_manage(*, edition: Edition, by: Person) -> str | None:
    """Return why this person does not run the screening of this edition, or None when they do."""
    return None if is_manager(by, edition) else _("Only a programme manager does this.")


def why_not_review_in(*, edition: Edition) -> str | None:
    """Return why no reviews are given in this edition now, or None when they are."""
    if not edition.has_come(Stage.SCREENING):
        return _("The reviews start when the call is closed.")
    if edition.stage != Stage.SCREENING:
        return _("The screening is closed.")
    return None


def why_not_assign(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not ask screeners for reviews now, or None when they may."""
    if (reason := why_not_manage(edition=edition, by=by)) or (reason := why_not_review_in(edition=edition)):
        return reason
    if appointed(edition, Duty.SCREENER).count() < queries.FLOOR:
        return _("Appoint at least 2 screeners first.")
    if not sent_ideas(edition).exists():
        return _("There is no idea to review.")
    return None


def why_not_see_assignment(*, assignment: Assignment, by: Person) -> str | None:
    """Return why this person may not open this review, or None when it was asked of them."""
    if assignment.screener_id != by.pk or assignment.state == AssignmentState.PROPOSED:
        return _("This review was asked of somebody else.")
    return None


def why_not_review(*, assignment: Assignment, by: Person) -> str | None:
    """Return why this person may not give or change this review now, or None when they may."""
    if reason := why_not_see_assignment(assignment=assignment, by=by):
        return reason
    if assignment.state == AssignmentState.ABSTAINED:
        return _("You stepped back from this idea.")
    if reason := why_not_review_in(edition=assignment.idea.edition):
        return reason
    if assignment.idea.state != IdeaState.SENT:
        return _("This idea was withdrawn.")
    if knows_early(assignment.idea, by):
        return _("You know by now who made this idea. Your review stays as you gave it.")
    return why_tied(idea=assignment.idea, by=by)


def why_not_score(*, edition: Edition, scores: Mapping[str, int]) -> str | None:
    """Return what is wrong with these scores per criterion, or None when they are complete and on the scale."""
    asked = {criterion.slug: criterion for criterion in criteria_of(edition)}
    if set(asked) != set(scores):
        return _("Give every criterion one score.")
    for slug, value in scores.items():
        if not LOWEST <= value <= asked[slug].top:
            return _("A score goes from %(low)s to %(high)s.") % {"low": LOWEST, "high": asked[slug].top}
    return None


def why_not_remark(*, remark: str, by: Person) -> str | None:
    """Return why this remark may not go to the makers as it stands, or None when it may."""
    if names_any(remark, (by.name, by.email)):
        return _("Leave your name out: the makers read this without knowing who wrote it.")
    return None


def why_not_step_back(*, assignment: Assignment, by: Person) -> str | None:
    """Return why this person may not hand this review back, or None when they may."""
    if reason := why_not_see_assignment(assignment=assignment, by=by):
        return reason
    if assignment.state == AssignmentState.ABSTAINED:
        return _("You stepped back already.")
    return why_not_review_in(edition=assignment.idea.edition)
