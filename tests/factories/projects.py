"""Projects with their teams, gates, reports and milestones for tests."""

from datetime import timedelta

from datamatch.editions.enums import Stage
from datamatch.projects.enums import Ending, ProjectState
from datamatch.projects.models import Milestone, Project, Report
from datamatch.safeguards.enums import Aspect, Moment, Verdict
from datamatch.safeguards.models import Gate, Safeguard
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.models import Decision
from datamatch.teams.enums import MemberState, TeamState
from datamatch.teams.models import Member, Team
from tests.factories.editions import make_edition
from tests.factories.ideas import make_idea
from tests.factories.moments import DAY, MOMENT
from tests.factories.people import make_person


def make_chosen_idea(*, edition, **given):
    """Make an idea that the jury chose."""
    idea = make_idea(edition=edition, **given)
    Decision.objects.create(
        idea=idea, round=Round.VERDICT, outcome=Outcome.YES, reason="Best of the day.",
        decided_by=idea.submitter, decided_at=MOMENT,
    )  # fmt: skip
    return idea


def make_crew(*, idea, lead=None, members=()):
    """Form the team of an idea: a lead and people who said yes."""
    team = Team.objects.create(idea=idea, state=TeamState.FORMED, made_at=MOMENT)
    for person in [lead or make_person(), *members]:
        Member.objects.create(
            team=team, person=person, role=person.profile.discipline, hours_per_week=4,
            lead=not team.members.exists(), state=MemberState.ACCEPTED, asked_at=MOMENT,
        )  # fmt: skip
    return team


def make_gate(*, idea, moment=Moment.START, verdict=Verdict.GO):
    """Make a gate with one verdict for all three aspects."""
    gate = Gate.objects.create(idea=idea, moment=moment, opened_at=MOMENT)
    decided_at = None if verdict == Verdict.OPEN else MOMENT
    for aspect in Aspect:
        Safeguard.objects.create(gate=gate, aspect=aspect, verdict=verdict, decided_at=decided_at)
    return gate


def make_project(*, edition=None, idea=None, lead=None, members=(), verdict=Verdict.GO, **given):
    """Make a project under way with a team and a gate; it starts on the fixed day and takes 13 weeks."""
    idea = idea or make_idea(edition=edition or make_edition(stage=Stage.DELIVERY))
    make_crew(idea=idea, lead=lead, members=members)
    make_gate(idea=idea, verdict=verdict)
    plan = {"state": ProjectState.RUNNING, "starts_on": DAY, "ends_on": DAY + timedelta(weeks=13)}
    return Project.objects.create(idea=idea, **plan | given)


def make_finished_project(*, ending=Ending.WORKED, **given):
    """Make a project that is finished."""
    because = "The data came too late." if ending == Ending.DID_NOT_WORK else ""
    words = {"result": "Advisers see every farm on one map.", "because": because, "finished_at": MOMENT}
    return make_project(state=ProjectState.FINISHED, ending=ending, **words | given)


def make_report(*, project, week=2, by=None, **given):
    """Make a report."""
    words = {"done": "Data is in.", "next": "Clean it.", "blocked": "", "progress": 20, "given_at": MOMENT}
    return Report.objects.create(project=project, week=week, by=by or make_person(), **words | given)


def make_milestone(*, project, **given):
    """Make a milestone, due after four weeks."""
    return Milestone.objects.create(
        project=project, **{"title": "A first map", "due_on": DAY + timedelta(weeks=4)} | given
    )


def lead_of(project):
    """Return the lead of a project."""
    return Member.objects.get(team__idea=project.idea, lead=True).person
