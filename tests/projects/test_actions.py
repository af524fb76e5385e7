"""What happens in a project when somebody does something."""

from datetime import timedelta

import pytest

from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.projects import actions, queries
from datamatch.projects.enums import Ending, ProjectState
from datamatch.projects.models import Project, Report
from datamatch.safeguards.enums import Aspect, Verdict
from datamatch.safeguards.models import Safeguard
from tests.factories.editions import make_edition, make_manager
from tests.factories.moments import DAY, MOMENT, later
from tests.factories.people import make_person
from tests.factories.projects import (
    lead_of,
    make_chosen_idea,
    make_crew,
    make_milestone,
    make_project,
)

pytestmark = pytest.mark.django_db
WORDS = {"done": "Data is in.", "next": "Clean it.", "blocked": "No server.", "progress": 30}


def deeds():
    return list(TrailEntry.objects.order_by("position").values_list("deed", flat=True))


def owners():
    return {safeguard.aspect: safeguard.owner for safeguard in Safeguard.objects.select_related("owner")}


def test_starting_makes_a_project_with_an_open_gate_for_each_chosen_idea():
    edition = make_edition(stage=Stage.DELIVERY)
    ideas = [make_chosen_idea(edition=edition) for _ in range(2)]
    made = actions.start_projects(edition=edition, by=make_manager(edition), at=MOMENT)
    assert [project.idea for project in made] == ideas
    assert {(p.state, p.starts_on) for p in made} == {(ProjectState.STARTING, edition.delivery_starts_on)}
    assert {p.ends_on - p.starts_on for p in made} == {timedelta(weeks=13)}
    assert Safeguard.objects.filter(verdict=Verdict.OPEN).count() == 6


def test_starting_again_makes_nothing_twice():
    edition = make_edition(stage=Stage.DELIVERY)
    make_chosen_idea(edition=edition)
    manager = make_manager(edition)
    actions.start_projects(edition=edition, by=manager, at=MOMENT)
    assert actions.start_projects(edition=edition, by=manager, at=MOMENT) == []
    assert Project.objects.count() == 1


def test_starting_proposes_owners_from_the_team_first():
    edition = make_edition(stage=Stage.DELIVERY)
    idea = make_chosen_idea(edition=edition)
    make_person(discipline="jurist", name="Aaron")
    lawyer = make_person(discipline="jurist", name="Zoe")
    ethicist = make_person(discipline="ethicus")
    make_crew(idea=idea, members=[lawyer])
    actions.start_projects(edition=edition, by=make_manager(edition), at=MOMENT)
    assert owners() == {Aspect.LEGAL: lawyer, Aspect.TECHNICAL: None, Aspect.ETHICAL: ethicist}


def test_starting_spreads_safeguards_over_who_can_own_them():
    edition = make_edition(stage=Stage.DELIVERY)
    for _ in range(2):
        make_chosen_idea(edition=edition)
    lawyers = {make_person(discipline="jurist") for _ in range(2)}
    actions.start_projects(edition=edition, by=make_manager(edition), at=MOMENT)
    assert {s.owner for s in Safeguard.objects.filter(aspect=Aspect.LEGAL)} == lawyers


def test_starting_asks_no_author_and_nobody_who_does_not_want_to_be_asked():
    edition = make_edition(stage=Stage.DELIVERY)
    author, shy = make_person(discipline="jurist"), make_person(discipline="jurist")
    shy.profile.open_to_ask = False
    shy.profile.save()
    make_chosen_idea(edition=edition, submitter=author)
    actions.start_projects(edition=edition, by=make_manager(edition), at=MOMENT)
    assert owners()[Aspect.LEGAL] is None


def test_starting_is_refused_to_a_visitor():
    edition = make_edition(stage=Stage.DELIVERY)
    make_chosen_idea(edition=edition)
    with pytest.raises(Refused):
        actions.start_projects(edition=edition, by=make_person(), at=MOMENT)
    assert Project.objects.count() == 0


def test_beginning_late_keeps_the_length_of_the_project():
    project = make_project(state=ProjectState.STARTING)
    actions.begin(project=project, by=lead_of(project), at=later(days=7))
    project.refresh_from_db()
    assert (project.state, project.starts_on) == (ProjectState.RUNNING, DAY + timedelta(days=7))
    assert project.ends_on - project.starts_on == timedelta(weeks=13)
    assert deeds() == ["project.begin"]


def test_beginning_is_refused_while_the_gate_is_not_passed():
    project = make_project(state=ProjectState.STARTING, verdict=Verdict.NO_GO)
    with pytest.raises(Refused):
        actions.begin(project=project, by=lead_of(project), at=MOMENT)
    project.refresh_from_db()
    assert project.state == ProjectState.STARTING


def test_report_is_kept_and_mended_for_the_same_week():
    project = make_project()
    lead = lead_of(project)
    for progress in (30, 40):
        actions.give_report(project=project, week=2, by=lead, at=MOMENT, **WORDS | {"progress": progress})
    assert Report.objects.get().progress == 40
    assert deeds() == ["report.give", "report.give"]


@pytest.mark.parametrize("week", [3, 4])
def test_report_is_refused_for_a_week_that_is_not_due(week):
    project = make_project()
    with pytest.raises(Refused):
        actions.give_report(project=project, week=week, by=lead_of(project), at=MOMENT, **WORDS)


def test_report_is_refused_to_an_outsider():
    with pytest.raises(Refused):
        actions.give_report(project=make_project(), week=2, by=make_person(), at=MOMENT, **WORDS)


def test_milestone_is_added_and_reached():
    project = make_project()
    lead = lead_of(project)
    milestone = actions.add_milestone(project=project, title="A map", due_on=DAY, by=lead, at=MOMENT)
    actions.reach_milestone(milestone=milestone, by=lead, at=later(days=1))
    milestone.refresh_from_db()
    assert (milestone.title, milestone.reached_at) == ("A map", later(days=1))
    assert deeds() == ["milestone.add", "milestone.reach"]


def test_milestone_is_refused_outside_the_project_and_to_outsiders():
    project = make_project()
    for by, due_on in [(lead_of(project), DAY - timedelta(days=1)), (make_person(), DAY)]:
        with pytest.raises(Refused):
            actions.add_milestone(project=project, title="A map", due_on=due_on, by=by, at=MOMENT)


def test_milestone_is_reached_once():
    project = make_project()
    milestone = make_milestone(project=project, reached_at=MOMENT)
    with pytest.raises(Refused):
        actions.reach_milestone(milestone=milestone, by=lead_of(project), at=MOMENT)


def test_finishing_keeps_how_it_ended():
    project = make_project()
    lead = lead_of(project)
    actions.finish(
        project=project, ending=Ending.DID_NOT_WORK, result="We know why.", because="No data.", by=lead, at=MOMENT
    )
    found = queries.project_of(project.idea)
    assert (found.state, found.ending, found.result) == ("finished", "did_not_work", "We know why.")
    assert (found.because, found.finished_at) == ("No data.", MOMENT)


def test_finishing_is_refused_without_a_reason_for_what_did_not_work():
    project = make_project()
    with pytest.raises(Refused):
        actions.finish(project=project, ending=Ending.DID_NOT_WORK, result="Nothing.", by=lead_of(project), at=MOMENT)


def test_finishing_is_refused_twice_and_to_outsiders():
    project = make_project()
    lead = lead_of(project)
    with pytest.raises(Refused):
        actions.finish(project=project, ending=Ending.WORKED, result="A map.", by=make_person(), at=MOMENT)
    actions.finish(project=project, ending=Ending.WORKED, result="A map.", by=lead, at=MOMENT)
    with pytest.raises(Refused):
        actions.finish(project=project, ending=Ending.WORKED, result="A map.", by=lead, at=MOMENT)
