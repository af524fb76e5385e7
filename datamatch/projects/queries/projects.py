"""Projects of an edition, their weeks, and who works in them."""

from datetime import date

from django.db.models import Q, QuerySet

from datamatch.editions.models import Edition
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.projects.models import Project
from datamatch.screening import queries as screening
from datamatch.teams.enums import MemberState
from datamatch.teams.models import Member

DAYS_IN_WEEK = 7


def projects_in(edition: Edition) -> QuerySet[Project]:
    """Return the projects of this edition with their ideas, by the number of the idea."""
    return (
        Project.objects.filter(idea__edition=edition)
        .select_related("idea__theme", "idea__edition")
        .order_by("idea__number", "pk")
    )


def project_of(idea: Idea) -> Project | None:
    """Return the project of this idea, or None when it has none."""
    return Project.objects.filter(idea=idea).select_related("idea__theme", "idea__edition").first()


def ideas_without_project(edition: Edition) -> QuerySet[Idea]:
    """Return the chosen ideas of this edition that have no project yet."""
    started = Project.objects.filter(idea__edition=edition).values("idea")
    return screening.chosen_ideas(edition).exclude(pk__in=started)


def weeks_in(project: Project) -> int:
    """Return how many weeks this project takes, whole weeks only."""
    return (project.ends_on - project.starts_on).days // DAYS_IN_WEEK


def week_of(project: Project, on: date) -> int:
    """Return in which week of the project a day falls: 0 before it starts, the last week after it ended."""
    passed = (on - project.starts_on).days // DAYS_IN_WEEK + 1
    return max(0, min(passed, weeks_in(project)))


def team_members_of(project: Project) -> QuerySet[Member]:
    """Return who carries this project out: the lead first, then everyone who said yes."""
    return members_of_idea(project.idea)


def members_of_idea(idea: Idea) -> QuerySet[Member]:
    """Return who works on this idea: the lead first, then everyone who said yes."""
    said_yes = Q(state=MemberState.ACCEPTED) | Q(lead=True)
    return Member.objects.filter(said_yes, team__idea=idea).select_related("person__profile__unit")


def is_in_team(person: Person, project: Project) -> bool:
    """Tell whether this person is the lead or said yes to a place in the team."""
    return team_members_of(project).filter(person=person).exists()
