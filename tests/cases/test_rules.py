"""Who may do what with a case, and when not."""

import pytest

from datamatch.cases import rules
from datamatch.editions.enums import Stage
from datamatch.ideas.enums import IdeaState
from tests.factories.cases import make_case, make_reuse
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.projects import lead_of, make_finished_project, make_project

pytestmark = pytest.mark.django_db
ONLY_TEAM = "Only the team and the programme manager can do this."


def test_making_is_for_the_team_of_a_finished_project_once():
    project = make_finished_project()
    lead = lead_of(project)
    assert rules.why_not_make_case(project=project, by=make_person()) == ONLY_TEAM
    assert rules.why_not_make_case(project=project, by=lead) is None
    make_case(project=project)
    assert rules.why_not_make_case(project=project, by=lead) == "This project has its case already."


def test_making_waits_for_the_result():
    project = make_project()
    reason = rules.why_not_make_case(project=project, by=lead_of(project))
    assert reason == "Finish the project first: a case starts with its result."


def test_publishing_is_for_team_and_manager_once():
    case = make_case(published=False)
    writers = [lead_of(case.project), make_manager(case.project.idea.edition)]
    assert [rules.why_not_publish(case=case, by=by) for by in writers] == [None, None]
    assert rules.why_not_publish(case=case, by=make_person()) == ONLY_TEAM
    case.published_at = MOMENT
    assert rules.why_not_publish(case=case, by=writers[0]) == "This case is published already."


def test_changing_is_for_the_team_also_after_publishing():
    case = make_case()
    assert rules.why_not_change(case=case, by=lead_of(case.project)) is None
    assert rules.why_not_change(case=case, by=make_person()) == ONLY_TEAM


def test_reading_waits_for_publishing_except_for_the_team():
    case, reader = make_case(published=False), make_person()
    assert rules.why_not_see(case=case, by=reader) == "This case is not published yet."
    assert rules.why_not_see(case=case, by=lead_of(case.project)) is None
    case.published_at = MOMENT
    assert rules.why_not_see(case=case, by=reader) is None


def test_reuse_asks_for_a_published_case_and_an_open_call():
    case, by, call = make_case(), make_person(), make_edition(stage=Stage.CALL)
    assert rules.why_not_reuse(case=case, edition=call, by=by, at=MOMENT) is None
    reason = rules.why_not_reuse(case=case, edition=None, by=by, at=MOMENT)
    assert reason == "No call is open now. Come back when the next edition starts."
    closed = make_edition(stage=Stage.SCREENING)
    assert rules.why_not_reuse(case=case, edition=closed, by=by, at=MOMENT) == "The call is closed."
    case.published_at = None
    reason = rules.why_not_reuse(case=case, edition=call, by=by, at=MOMENT)
    assert reason == "This case is not published yet."


def test_linking_is_for_authors_once():
    case = make_case()
    idea = make_idea(edition=make_edition(), state=IdeaState.DRAFT)
    assert rules.why_not_link(case=case, idea=idea, by=make_person()) == "Only its authors say what an idea builds on."
    assert rules.why_not_link(case=case, idea=idea, by=idea.submitter) is None
    make_reuse(case=case, idea=idea)
    reason = rules.why_not_link(case=case, idea=idea, by=idea.submitter)
    assert reason == "This idea builds on this case already."


def test_showcase_is_left_when_every_project_has_a_published_case():
    project = make_finished_project()
    edition = project.idea.edition
    reason = f"The project “{project}” has no published case."
    assert rules.why_not_leave_showcase(edition=edition) == [reason]
    case = make_case(project=project, published=False)
    assert rules.why_not_leave_showcase(edition=edition) == [reason]
    case.published_at = MOMENT
    case.save()
    assert rules.why_not_leave_showcase(edition=edition) == []
