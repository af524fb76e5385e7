"""Pages of cases."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.cases.models import Case, Reuse
from datamatch.editions.enums import Stage
from datamatch.ideas.models import Idea
from datamatch.projects.enums import Ending
from tests.factories.cases import make_case, make_reuse
from tests.factories.editions import make_edition
from tests.factories.ideas import make_idea
from tests.factories.people import make_person
from tests.factories.projects import lead_of, make_finished_project

pytestmark = pytest.mark.django_db
LIBRARY = "/casussen/"


def make_page(project):
    return reverse("cases:make", args=[project.public_id])


def page(name, case):
    return reverse(f"cases:{name}", args=[case.slug])


def reads(client, address):
    with CaptureQueriesContext(connection) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


def test_library_shows_the_result_and_why_something_did_not_work(sign_in):
    case = make_case()
    make_case(project=make_finished_project(ending=Ending.DID_NOT_WORK))
    html = sign_in(make_person()).get(LIBRARY).content.decode()
    said = [case.result, "The data came too late.", "It did not work, because", "2 cases"]
    assert [words for words in said if words not in html] == []


def test_library_filters_and_offers_the_way_back(sign_in):
    case = make_case(title="Nitrogen")
    other = make_case(title="Water")
    html = sign_in(make_person()).get(LIBRARY, {"q": "nitrogen", "ending": "worked"}).content.decode()
    assert (case.title in html, other.title in html, "Show all cases" in html) == (True, False, True)


def test_library_says_when_nothing_is_found_or_there_is_nothing(sign_in):
    client = sign_in(make_person())
    assert "No cases yet" in client.get(LIBRARY).content.decode()
    assert "Nothing found" in client.get(LIBRARY, {"q": "zebra"}).content.decode()


def test_library_ignores_an_ending_that_does_not_exist(sign_in):
    make_case()
    assert "1 case" in sign_in(make_person()).get(LIBRARY, {"ending": "odd"}).content.decode()


def test_library_takes_the_same_number_of_reads_for_one_and_three(sign_in):
    edition = make_edition(stage=Stage.CLOSED)
    client = sign_in(make_person())
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_case(project=make_finished_project(edition=edition))
        counts.append(reads(client, LIBRARY))
    assert counts[0] == counts[1]


def test_page_shows_the_result_before_the_demand_and_the_lessons(sign_in):
    case = make_case(demand="Which farms flood?", how_to_reuse="Ask for the code.")
    html = sign_in(make_person()).get(case.get_absolute_url()).content.decode()
    told = [
        case.result,
        case.demand,
        case.lessons,
        "Farm register",
        "Ask for the code.",
        "52 hours: 4 a week, 13 weeks",
    ]
    places = [html.index(words) for words in told]
    assert places == sorted(places)


def test_page_names_where_it_was_used_again(sign_in):
    case = make_case()
    idea = make_idea(edition=make_edition(stage=Stage.CALL))
    make_reuse(case=case, idea=idea, what="Their map.")
    html = sign_in(make_person()).get(case.get_absolute_url()).content.decode()
    assert (idea.title in html, "Their map." in html) == (True, True)


def test_page_takes_the_same_number_of_reads_for_one_and_three_reuses(sign_in):
    case, call = make_case(), make_edition(stage=Stage.CALL)
    client = sign_in(make_person())
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_reuse(case=case, idea=make_idea(edition=call))
        counts.append(reads(client, case.get_absolute_url()))
    assert counts[0] == counts[1]


def test_page_of_an_unpublished_case_is_the_teams(sign_in):
    case = make_case(published=False)
    answers = [
        sign_in(person).get(case.get_absolute_url()).status_code for person in (make_person(), lead_of(case.project))
    ]
    assert answers == [403, 200]


def test_form_begins_with_what_the_work_says(sign_in):
    project = make_finished_project()
    form = sign_in(lead_of(project)).get(make_page(project)).context["form"]
    idea = project.idea
    assert form.initial == {"title": idea.title, "summary": project.result, "datasets": idea.data}


def test_team_makes_changes_and_publishes_the_case(sign_in):
    project = make_finished_project()
    client = sign_in(lead_of(project))
    words = {"title": "One map", "summary": "In short.", "lessons": "Ask.", "datasets": "Register\n\n Soil map "}
    client.post(make_page(project), words)
    case = Case.objects.get()
    assert (case.slug, case.datasets) == ("one-map", ["Register", "Soil map"])
    client.post(make_page(project), words | {"title": "One good map"})
    html = client.post(page("publish", case), follow=True).content.decode()
    case.refresh_from_db()
    assert (case.title, case.published_at is not None) == ("One good map", True)
    assert "The case is in the library." in html


def test_form_asks_again_when_something_misses(sign_in):
    project = make_finished_project()
    response = sign_in(lead_of(project)).post(make_page(project), {"title": "One map"})
    assert (response.status_code, Case.objects.count()) == (422, 0)
    assert "One map" in response.content.decode()


def test_form_and_publishing_are_refused_to_outsiders(sign_in):
    case = make_case(published=False)
    client = sign_in(make_person())
    assert client.get(make_page(case.project)).status_code == 403
    assert client.post(page("publish", case)).status_code == 403


def test_reader_takes_a_case_up_and_lands_on_the_draft(sign_in):
    case, call = make_case(), make_edition(stage=Stage.CALL)
    reader = make_person()
    client = sign_in(reader)
    assert "Use in a new idea" in client.get(case.get_absolute_url()).content.decode()
    response = client.post(page("reuse", case), {"what": "The map."})
    idea = Idea.objects.get(edition=call)
    assert response.headers["Location"] == reverse("ideas:change", args=[idea.public_id])
    assert Reuse.objects.get().idea == idea
    assert case.title in client.get(response.headers["Location"]).content.decode()


def test_reader_says_what_is_taken_from_a_case(sign_in):
    case = make_case()
    make_edition(stage=Stage.CALL)
    response = sign_in(make_person()).post(page("reuse", case), {"what": ""})
    assert (response.status_code, Reuse.objects.count()) == (422, 0)


def test_reuse_is_refused_while_no_call_is_open(sign_in):
    case = make_case()
    client = sign_in(make_person())
    assert "No call is open now." in client.get(case.get_absolute_url()).content.decode()
    assert client.post(page("reuse", case), {"what": "The map."}).status_code == 403


def test_pages_ask_for_signing_in(client):
    assert [client.get(address).status_code for address in (LIBRARY, make_case().get_absolute_url())] == [302, 302]
