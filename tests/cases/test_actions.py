"""What happens with a case when somebody does something."""

import pytest

from datamatch.canvas.models import Canvas
from datamatch.cases import actions, queries
from datamatch.cases.models import Case, Reuse
from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas.enums import EnergyKind, IdeaState
from datamatch.ideas.models import Idea
from datamatch.projects.enums import Ending
from tests.factories.cases import make_case, make_reuse
from tests.factories.editions import make_edition
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.projects import lead_of, make_finished_project, make_project

pytestmark = pytest.mark.django_db
WORDS = {"title": "One map for advisers", "summary": "In short.", "lessons": "Ask for the data first."}


def make(project, **given):
    return actions.make_case(project=project, by=lead_of(project), at=MOMENT, **WORDS | given)


def test_making_takes_demand_ending_and_result_from_the_work():
    project = make_finished_project(ending=Ending.DID_NOT_WORK)
    Canvas.objects.create(idea=project.idea, demand="Which farms flood?", changed_at=MOMENT)
    case = make(project, datasets=["Farm register"], how_to_reuse="Ask us.")
    assert (case.ending, case.because, case.result) == (project.ending, project.because, project.result)
    assert (case.demand, case.datasets, case.how_to_reuse) == ("Which farms flood?", ["Farm register"], "Ask us.")
    assert (case.slug, case.published_at) == ("one-map-for-advisers", None)


def test_making_gives_every_case_its_own_address():
    slugs = [make(make_finished_project(), title=title).slug for title in ("A map", "A map", "A map", "!")]
    assert slugs == ["a-map", "a-map-2", "a-map-3", "casus"]


def test_making_without_canvas_tells_the_demand_of_the_idea():
    project = make_finished_project()
    assert make(project).demand == project.idea.demand


def test_making_is_refused_twice_to_outsiders_and_before_the_end():
    project = make_finished_project()
    make(project)
    running = make_project()
    for about, by in [
        (project, lead_of(project)),
        (make_finished_project(), make_person()),
        (running, lead_of(running)),
    ]:
        with pytest.raises(Refused):
            actions.make_case(project=about, by=by, at=MOMENT, **WORDS)
    assert Case.objects.count() == 1


def test_changing_keeps_the_address():
    case = make_case()
    actions.change_case(case=case, by=lead_of(case.project), at=MOMENT, **WORDS, datasets=["Soil map"])
    changed = Case.objects.get()
    assert (changed.slug, changed.title, changed.datasets) == (case.slug, WORDS["title"], ["Soil map"])


def test_changing_is_refused_to_outsiders():
    with pytest.raises(Refused):
        actions.change_case(case=make_case(), by=make_person(), at=MOMENT, **WORDS)


def test_publishing_tells_authors_and_everyone_with_energy_once():
    case = make_case(published=False)
    idea = case.project.idea
    ann = make_person(name="Ann", language="en")
    make_energy(idea=idea, person=ann)
    make_energy(idea=idea, person=ann, kind=EnergyKind.ADVISE)
    actions.publish_case(case=case, by=lead_of(case.project), at=later(days=1))
    assert Case.objects.get().published_at == later(days=1)
    assert set(Mail.objects.values_list("to", flat=True)) == {ann.email, idea.submitter.email}
    mail = Mail.objects.get(to=ann.email)
    assert mail.key == f"case:{case.public_id}:{ann.public_id}"
    assert mail.subject == f"What came of “{idea.title}”"
    assert case.get_absolute_url() in mail.body


def test_publishing_is_refused_twice_and_to_outsiders():
    case = make_case(published=False)
    with pytest.raises(Refused):
        actions.publish_case(case=case, by=make_person(), at=MOMENT)
    actions.publish_case(case=case, by=lead_of(case.project), at=MOMENT)
    with pytest.raises(Refused):
        actions.publish_case(case=case, by=lead_of(case.project), at=MOMENT)


def test_reuse_starts_a_draft_that_builds_on_the_case():
    case, by = make_case(), make_person()
    call = make_edition(stage=Stage.CALL)
    idea = actions.start_idea_from(case=case, edition=call, what="The map.", by=by, at=MOMENT)
    assert (idea.edition, idea.state, idea.submitter) == (call, IdeaState.DRAFT, by)
    assert (idea.title, idea.demand, idea.data) == (case.title, case.demand, "Farm register")
    assert list(Reuse.objects.values_list("case", "idea", "what", "by")) == [(case.pk, idea.pk, "The map.", by.pk)]
    assert TrailEntry.objects.order_by("-position").first().deed == "case.reuse"


@pytest.mark.parametrize("stage", [Stage.PREPARING, Stage.SCREENING])
def test_reuse_is_refused_while_no_call_is_open(stage):
    case, count = make_case(), Idea.objects.count()
    with pytest.raises(Refused):
        actions.start_idea_from(
            case=case, edition=make_edition(stage=stage), what="The map.", by=make_person(), at=MOMENT
        )
    assert (Idea.objects.count(), Reuse.objects.count()) == (count, 0)


def test_linking_an_idea_is_refused_to_others_and_twice():
    case = make_case()
    idea = make_idea(edition=make_edition(stage=Stage.CALL))
    with pytest.raises(Refused):
        actions.reuse_case(case=case, idea=idea, what="The map.", by=make_person(), at=MOMENT)
    reuse = actions.reuse_case(case=case, idea=idea, what="The map.", by=idea.submitter, at=MOMENT)
    with pytest.raises(Refused):
        actions.reuse_case(case=case, idea=idea, what="Again.", by=idea.submitter, at=MOMENT)
    assert list(queries.reuses_of(idea)) == [reuse]


def test_drafts_that_build_on_a_case_stay_with_their_authors():
    case, call = make_case(), make_edition(stage=Stage.CALL)
    make_reuse(case=case, idea=make_idea(edition=call, state=IdeaState.DRAFT))
    sent = make_reuse(case=case, idea=make_idea(edition=call))
    assert list(queries.reused_in(case)) == [sent]
