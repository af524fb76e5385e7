"""How far the deeds of each stage are."""

import pytest
from django.urls import reverse

from datamatch.control.queries import deeds_in
from datamatch.editions.enums import Stage
from datamatch.safeguards.enums import Verdict
from tests.factories.cases import make_case
from tests.factories.datadag import make_datadag, make_registration
from tests.factories.editions import make_edition, make_juror, make_screener
from tests.factories.ideas import make_idea
from tests.factories.projects import make_chosen_idea, make_finished_project, make_project, make_report

pytestmark = pytest.mark.django_db


def told(edition):
    return {deed.title: (deed.done, deed.total) for deed in deeds_in(edition)}


def test_preparing_counts_days_themes_and_screeners():
    edition = make_edition(stage=Stage.PREPARING, datadag_on=None, themes=3)
    make_screener(edition)
    assert told(edition) == {"Plan the days": (4, 5), "Choose the themes": (3, 1), "Appoint screeners": (1, 2)}


def test_screening_counts_from_assignment_to_letters():
    edition = make_edition(stage=Stage.SCREENING)
    make_idea(edition=edition)
    assert told(edition) == {
        "Assign the ideas to screeners": (0, 2),
        "Collect the reviews": (0, 1),
        "Calculate the ranking": (0, 1),
        "Decide on every idea": (0, 1),
        "Write and send the letters": (0, 1),
    }


def test_pitching_counts_jurors_pitches_vote_and_verdict():
    edition = make_edition(stage=Stage.PITCHING)
    make_juror(edition)
    assert told(edition) == {
        "Appoint jurors": (1, 1),
        "Plan the running order": (0, 0),
        "Hold the pitches": (0, 0),
        "Let the jury vote": (0, 1),
        "Settle the verdict": (0, 1),
        "Write and send the letters": (0, 0),
    }


def test_delivery_counts_projects_safeguards_and_reports():
    edition = make_edition(stage=Stage.DELIVERY)
    project = make_project(idea=make_chosen_idea(edition=edition))
    make_project(idea=make_chosen_idea(edition=edition), verdict=Verdict.OPEN, state="starting")
    make_report(project=project)
    assert told(edition) == {
        "Start the projects": (2, 2),
        "Settle the safeguards": (3, 6),
        "Let the work begin": (1, 2),
        "Finish the projects": (0, 2),
    }
    assert deeds_in(edition)[-1].text == "1 report so far."


def test_showcase_leads_to_the_datadag_and_to_a_case_for_each_project():
    edition = make_edition(stage=Stage.SHOWCASE)
    finished = make_finished_project(edition=edition)
    make_case(project=make_finished_project(edition=edition))
    make_registration(datadag=make_datadag(edition=edition))
    deeds = {deed.url: (deed.done, deed.total) for deed in deeds_in(edition)}
    assert deeds[reverse("cases:make", args=[finished.public_id])] == (0, 1)
    assert sorted(deeds.values()) == [(0, 0), (0, 1), (1, 1), (1, 1)]
    assert "1 person has a seat." in [deed.text for deed in deeds_in(edition)]
