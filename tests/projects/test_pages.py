"""Pages of projects: what they show, and what their forms take."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.projects.enums import Ending, ProjectState
from datamatch.projects.models import Milestone, Project, Report
from datamatch.safeguards.enums import Verdict
from tests.factories.editions import make_edition, make_manager
from tests.factories.moments import DAY, later
from tests.factories.people import make_person
from tests.factories.projects import (
    lead_of,
    make_chosen_idea,
    make_finished_project,
    make_milestone,
    make_project,
    make_report,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _week_five():
    with time_machine.travel(later(days=30), tick=False):
        yield


def page(name, project):
    return reverse(f"projects:{name}", args=[project.public_id])


def list_page(edition):
    return reverse("projects:projects", args=[edition.slug])


def test_list_shows_week_progress_lead_and_gate(sign_in):
    project = make_project(verdict=Verdict.OPEN)
    make_report(project=project, progress=25)
    make_milestone(project=project, title="A first map", due_on=DAY + timedelta(weeks=6))
    html = sign_in(make_person()).get(list_page(project.idea.edition)).content.decode()
    said = [
        project.idea.title, "Week 5 of 13", "25%", f"{lead_of(project)} leads", "Next: A first map, by 13 April",
        "1 report is missing", "At the gate: 0 of 3 safeguards say go",
    ]  # fmt: skip
    assert [words for words in said if words not in html] == []


def test_list_without_projects_says_when_they_start(sign_in):
    response = sign_in(make_person()).get(list_page(make_edition(stage=Stage.PITCHING)))
    assert "They start when the jury has chosen" in response.content.decode()


def test_list_takes_the_same_number_of_reads_for_one_and_three(sign_in):
    edition = make_edition(stage=Stage.DELIVERY)
    client = sign_in(make_person())
    counts = []
    for more in (1, 2):
        for _ in range(more):
            project = make_project(edition=edition)
            make_report(project=project)
            make_milestone(project=project)
        with CaptureQueriesContext(connection) as reads:
            client.get(list_page(edition))
        counts.append(len(reads))
    assert counts[0] == counts[1]


def test_manager_starts_the_projects_of_the_chosen_ideas(sign_in):
    edition = make_edition(stage=Stage.DELIVERY)
    idea = make_chosen_idea(edition=edition)
    client = sign_in(make_manager(edition))
    assert "1 chosen idea has no project yet" in client.get(list_page(edition)).content.decode()
    response = client.post(reverse("projects:start", args=[edition.slug]), follow=True)
    assert "1 project is ready to begin." in response.content.decode()
    assert Project.objects.get().idea == idea


def test_visitor_cannot_start_projects(sign_in):
    edition = make_edition(stage=Stage.DELIVERY)
    make_chosen_idea(edition=edition)
    response = sign_in(make_person()).post(reverse("projects:start", args=[edition.slug]))
    assert (response.status_code, Project.objects.count()) == (403, 0)


def test_page_shows_the_result_before_the_demand(sign_in):
    project = make_finished_project(ending=Ending.DID_NOT_WORK)
    html = sign_in(make_person()).get(project.get_absolute_url()).content.decode()
    places = [html.index(words) for words in (project.result, "The data came too late.", project.idea.demand)]
    assert places == sorted(places)


def test_page_lists_why_it_cannot_begin(sign_in):
    project = make_project(state=ProjectState.STARTING, verdict=Verdict.OPEN)
    html = sign_in(lead_of(project)).get(project.get_absolute_url()).content.decode()
    assert html.count("there is no verdict yet") == 3
    assert page("begin", project) not in html


def test_page_names_due_and_missing_reports(sign_in):
    project = make_project()
    make_report(project=project, done="Register read in.", blocked="No server yet.")
    html = sign_in(lead_of(project)).get(project.get_absolute_url()).content.decode()
    said = ["Register read in.", "No server yet.", "Week 4 · Missing", "Week 6 · Due", "give the report of week 4"]
    assert [words for words in said if words not in html] == []


def test_page_offers_deeds_to_the_team_only(sign_in):
    project = make_project()
    seen = [
        page("report", project) in sign_in(person).get(project.get_absolute_url()).content.decode()
        for person in (lead_of(project), make_manager(project.idea.edition), make_person())
    ]
    assert seen == [True, True, False]


def test_page_takes_the_same_number_of_reads_for_one_and_three(sign_in):
    project = make_project()
    client = sign_in(lead_of(project))
    counts = []
    for weeks in ([2], [4, 6]):
        for week in weeks:
            make_report(project=project, week=week)
            make_milestone(project=project)
        with CaptureQueriesContext(connection) as reads:
            client.get(project.get_absolute_url())
        counts.append(len(reads))
    assert counts[0] == counts[1]


def test_lead_begins_the_project(sign_in):
    project = make_project(state=ProjectState.STARTING)
    client = sign_in(lead_of(project))
    assert page("begin", project) in client.get(project.get_absolute_url()).content.decode()
    client.post(page("begin", project))
    project.refresh_from_db()
    assert (project.state, project.starts_on) == (ProjectState.RUNNING, DAY + timedelta(days=30))


def test_report_form_begins_with_the_first_missing_week(sign_in):
    project = make_project()
    make_report(project=project, week=2, progress=20)
    form = sign_in(lead_of(project)).get(page("report", project)).context["form"]
    assert form.initial == {"week": 4, "progress": 20}
    assert [week for week, _name in form.fields["week"].choices] == [2, 4, 6]


def test_report_form_takes_three_lines(sign_in):
    project = make_project()
    words = {"week": 4, "done": "Data in.", "next": "Clean.", "blocked": "", "progress": 30}
    response = sign_in(lead_of(project)).post(page("report", project), words)
    assert response.headers["Location"] == project.get_absolute_url()
    report = Report.objects.get()
    assert (report.week, report.done, report.progress) == (4, "Data in.", 30)


def test_report_form_keeps_what_was_typed_when_something_misses(sign_in):
    project = make_project()
    words = {"week": 4, "done": "Data in.", "next": "", "progress": 300}
    response = sign_in(lead_of(project)).post(page("report", project), words)
    assert (response.status_code, Report.objects.count()) == (422, 0)
    assert "Data in." in response.content.decode()


@pytest.mark.parametrize("name", ["report", "finish"])
def test_forms_are_refused_to_outsiders(sign_in, name):
    response = sign_in(make_person()).get(page(name, make_project()))
    assert response.status_code == 403
    assert "Only the team and the programme manager can do this." in response.content.decode()


def test_milestone_is_added_and_reached_on_the_page(sign_in):
    project = make_project()
    client = sign_in(lead_of(project))
    client.post(page("add_milestone", project), {"title": "A map", "due_on": "2026-04-20"})
    milestone = Milestone.objects.get()
    response = client.post(reverse("projects:reach_milestone", args=[milestone.public_id]), follow=True)
    assert "Reached: A map." in response.content.decode()


def test_milestone_outside_the_project_is_asked_again(sign_in):
    project = make_project()
    words = {"title": "A map", "due_on": "2027-01-01"}
    response = sign_in(lead_of(project)).post(page("add_milestone", project), words)
    assert response.status_code == 422
    assert "Choose a day between" in response.content.decode()


def test_finish_form_asks_why_it_did_not_work(sign_in):
    project = make_project()
    client = sign_in(lead_of(project))
    words = {"ending": "did_not_work", "result": "We know it cannot.", "because": ""}
    response = client.post(page("finish", project), words)
    assert response.status_code == 422
    assert "Say why it did not work" in response.content.decode()
    client.post(page("finish", project), words | {"because": "No data."})
    project.refresh_from_db()
    assert (project.ending, project.finished_at) == (Ending.DID_NOT_WORK, later(days=30))


def test_pages_ask_for_signing_in(client):
    project = make_project()
    pages = [project.get_absolute_url(), list_page(project.idea.edition)]
    assert [client.get(address).status_code for address in pages] == [302, 302]
