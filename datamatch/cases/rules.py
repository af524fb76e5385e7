"""Why a deed with a case may not happen now."""

from datetime import datetime

from django.utils.translation import gettext as _

from datamatch.cases import queries
from datamatch.cases.models import Case
from datamatch.editions.models import Edition
from datamatch.ideas import queries as ideas
from datamatch.ideas import rules as idea_rules
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.projects import rules as projects
from datamatch.projects.enums import ProjectState
from datamatch.projects.models import Project


def why_not_make_case(*, project: Project, by: Person) -> str | None:
    """Return why this person may not make the case of this project now, or None; a project has one case."""
    if reason := projects.why_not_write(project=project, by=by):
        return reason
    if project.state != ProjectState.FINISHED:
        return _("Finish the project first: a case starts with its result.")
    return _("This project has its case already.") if queries.case_of(project) else None


def why_not_change(*, case: Case, by: Person) -> str | None:
    """Return why this person may not change the words of this case, or None; also after it was published."""
    return projects.why_not_write(project=case.project, by=by)


def why_not_see(*, case: Case, by: Person) -> str | None:
    """Return why this person may not read this case, or None: until it is published it is the team's."""
    if case.published_at is None and projects.why_not_write(project=case.project, by=by):
        return _("This case is not published yet.")
    return None


def why_not_publish(*, case: Case, by: Person) -> str | None:
    """Return why this person may not publish this case now, or None."""
    if reason := projects.why_not_write(project=case.project, by=by):
        return reason
    return _("This case is published already.") if case.published_at else None


def why_not_reuse(*, case: Case, edition: Edition | None, by: Person, at: datetime) -> str | None:
    """Return why this person may not use this case in a new idea for this edition now, or None."""
    if case.published_at is None:
        return _("This case is not published yet.")
    if edition is None:
        return _("No call is open now. Come back when the next edition starts.")
    return idea_rules.why_not_start(edition=edition, by=by, at=at)


def why_not_link(*, case: Case, idea: Idea, by: Person) -> str | None:
    """Return why this person may not say that this idea builds on this case, or None."""
    if by not in ideas.authors_of(idea):
        return _("Only its authors say what an idea builds on.")
    if queries.reuses_of(idea).filter(case=case).exists():
        return _("This idea builds on this case already.")
    return None


def why_not_leave_showcase(*, edition: Edition) -> list[str]:
    """Return per project without a published case why the showcase stage cannot be left now."""
    reason = _("The project “%(project)s” has no published case.")
    return [reason % {"project": project} for project in queries.projects_without_case(edition)]
