"""Finding cases."""

import pytest
from django.contrib.auth.models import AnonymousUser

from datamatch.cases import queries
from datamatch.editions.enums import Access, Stage
from datamatch.editions.models import Edition, Synonym
from datamatch.ideas.enums import IdeaState
from datamatch.projects.enums import Ending
from tests.factories.cases import make_case, make_reuse
from tests.factories.editions import make_edition
from tests.factories.ideas import make_idea
from tests.factories.moments import later
from tests.factories.people import make_person
from tests.factories.projects import make_finished_project

pytestmark = pytest.mark.django_db
VISITOR = AnonymousUser()


def test_library_holds_published_cases_newest_first():
    make_case(published=False)
    old, new = make_case(), make_case(published_at=later(days=1))
    assert list(queries.cases_found(to=VISITOR)) == [new, old]


@pytest.mark.parametrize("field", ["title", "summary", "demand", "result", "because", "lessons", "reach"])
def test_search_looks_in_all_words_of_a_case(field):
    make_case()
    case = make_case(**{field: "About nitrogen in Peel."})
    assert list(queries.cases_found(to=VISITOR, text="peel NITROGEN")) == [case]


def test_search_looks_in_the_data_that_was_used():
    make_case()
    case = make_case(datasets=["Satellite images", "Soil map"])
    assert list(queries.cases_found(to=VISITOR, text="soil satellite")) == [case]


def test_search_asks_for_every_word_where_a_case_has_them_all():
    ours = {"demand": "Where do we measure?", "result": "A map.", "lessons": "Go out.", "summary": "Which ditch?"}
    some, every = make_case(title="Nitrogen"), make_case(title="Nitrogen in water", **ours)
    assert list(queries.cases_found(to=VISITOR, text="nitrogen water")) == [every]
    assert set(queries.cases_found(to=VISITOR, text="nitrogen xylophone")) == {some, every}
    assert list(queries.cases_found(to=VISITOR, text="xylophone")) == []


def test_search_knows_forms_parts_slips_and_what_stands_for_the_same():
    case = make_case(title="Ziekteverzuim met kunstmatige intelligentie")
    make_case()
    for query in ("verzuim", "ziekteverzium", "intelligenties"):
        assert list(queries.cases_found(to=VISITOR, text=query)) == [case]
    assert list(queries.cases_found(to=VISITOR, text="AI")) == []
    Synonym.objects.create(programme=case.project.idea.edition.programme, word="AI", means="kunstmatige intelligentie")
    assert list(queries.cases_found(to=VISITOR, text="AI")) == [case]


def test_near_copies_are_one_case_and_only_those_that_may_be_read():
    same = {"demand": "Which inspectors go where next week?", "result": "A list for every inspector, each Monday."}
    words = {"summary": "Inspectors see at once where things go wrong.", "lessons": "Begin small and ask inspectors."}
    first, second, hidden = (make_case(title=f"Inspections {place}", **same, **words) for place in ("A", "B", "C"))
    Edition.objects.filter(pk=hidden.project.idea.edition_id).update(access=Access.CODE)
    copies = {}
    found = list(queries.cases_found(to=VISITOR, text="inspectors", copies=copies))
    ((shown, others),) = queries.with_copies(found, copies)
    assert {shown, *others} == {first, second}
    assert len(list(queries.cases_found(to=VISITOR))) == 2


def test_cases_are_found_by_ending_and_theme():
    case = make_case(project=make_finished_project(ending=Ending.DID_NOT_WORK))
    make_case()
    theme = case.project.idea.theme
    assert list(queries.cases_found(to=VISITOR, ending=Ending.DID_NOT_WORK)) == [case]
    assert list(queries.cases_found(to=VISITOR, theme=theme.slug)) == [case]
    assert list(queries.cases_found(to=VISITOR, theme=theme.slug, ending=Ending.WORKED)) == []


def test_cases_count_the_sent_ideas_that_build_on_them():
    case, call = make_case(), make_edition(stage=Stage.CALL)
    for state in (IdeaState.SENT, IdeaState.SENT, IdeaState.DRAFT):
        make_reuse(case=case, idea=make_idea(edition=call, state=state))
    assert [found.times_reused for found in queries.cases_found(to=VISITOR, text="map")] == [2]


def test_themes_with_cases_are_named_once():
    edition = make_edition(stage=Stage.SHOWCASE)
    for _ in range(2):
        make_case(project=make_finished_project(edition=edition))
    assert queries.themes_with_cases(to=VISITOR) == [edition.themes.first()]


def test_open_call_is_that_of_the_newest_edition():
    assert queries.open_call(to=VISITOR) is None
    make_edition(stage=Stage.DELIVERY)
    call = make_edition(stage=Stage.CALL)
    assert queries.open_call(to=VISITOR) == call


def test_effort_adds_the_hours_of_the_team_over_the_weeks():
    case = make_case(project=make_finished_project(members=[make_person(), make_person()]))
    effort = queries.effort_of(case)
    assert (effort.people, effort.hours_per_week, effort.weeks, effort.hours) == (3, 12, 13, 156)


def test_case_of_a_project_without_case_is_none():
    assert queries.case_of(make_finished_project()) is None
