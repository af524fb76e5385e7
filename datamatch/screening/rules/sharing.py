"""Why somebody may not share out reviews, add or take one, or set a limit; None when they may."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import appointed, duties_of, is_manager
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.screening import queries
from datamatch.screening.enums import AssignmentState
from datamatch.screening.models import Assignment
from datamatch.screening.queries import Candidate
from datamatch.screening.rules.reviews import why_not_manage, why_not_review_in


def why_not_share(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not change who reads what now, or None when they may."""
    return why_not_manage(edition=edition, by=by) or why_not_review_in(edition=edition)


def why_not_see_sharing(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not see who reads what, or None when they may."""
    if reason := why_not_manage(edition=edition, by=by):
        return reason
    return _("Ideas stay sealed until the call is closed. Then you find them here.") if edition.is_sealed else None


def why_not_ask_proposed(*, edition: Edition, by: Person) -> str | None:
    """Return why the proposed reviews cannot be asked now, or None when they can."""
    if reason := why_not_share(edition=edition, by=by):
        return reason
    return None if queries.proposals_in(edition).exists() else _("Nothing is proposed.")


def why_not_add_reader(*, idea: Idea, screener: Person, by: Person) -> str | None:
    """Return why this screener may not be asked to read the idea, or None when they may, be it with warnings."""
    if reason := why_not_share(edition=idea.edition, by=by):
        return reason
    if idea.state != IdeaState.SENT:
        return _("This idea does not take part.")
    if not appointed(idea.edition, Duty.SCREENER).filter(pk=screener.pk).exists():
        return _("This person is not a screener of this edition.")
    if Assignment.objects.filter(idea=idea, screener=screener).exists():
        return _("This screener was asked already, or handed the idea back.")
    if queries.ties_in([idea]).between(idea, screener):
        return _("This screener is tied to the idea.")
    limit = queries.limit_of(screener, idea.edition)
    return _("This screener takes no part any more.") if limit and limit.is_out else None


def why_not_take_reader(*, assignment: Assignment, by: Person) -> str | None:
    """Return why this review may not be taken from its screener, or None when it may."""
    if reason := why_not_share(edition=assignment.idea.edition, by=by):
        return reason
    if assignment.state == AssignmentState.DONE:
        return _("This review is given. It stays.")
    if assignment.state == AssignmentState.ABSTAINED:
        return _("This screener handed it back already.")
    return None


def why_not_limit(*, edition: Edition, screener: Person, by: Person) -> str | None:
    """Return why this person may not set how much a screener takes on, or None when they may."""
    if screener.pk != by.pk and not is_manager(by, edition):
        return _("Only a programme manager or the screener sets this.")
    if Duty.SCREENER not in duties_of(screener, edition):
        return _("This person is not a screener of this edition.")
    return _("The screening is closed.") if edition.has_come(Stage.MATCHING) else None


def warnings_about(candidate: Candidate) -> list[str]:
    """Return what a manager should know before adding this reader; none of it forbids it."""
    load = candidate.load
    found = [
        _("somebody of the same unit reads it already") if candidate.unit_reads else "",
        _("has as many as they take on") if load.is_full else "",
        ngettext("has %(count)s review", "has %(count)s reviews", load.all) % {"count": load.all},
    ]
    return [warning for warning in found if warning]
