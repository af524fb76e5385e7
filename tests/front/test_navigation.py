"""The links on every page: the right ones, and each of them open."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from datamatch.editions.enums import ORDER, Stage
from datamatch.front.queries.doors import Doors, doors_of
from datamatch.front.views.navigation import navigation
from tests.factories.editions import make_edition, make_manager
from tests.factories.people import make_person
from tests.front.world import Way

pytestmark = pytest.mark.django_db
NAVS = ("main_nav", "account_nav", "edition_nav", "idea_nav", "footer_nav")
MANAGER = ["Energy map", "Control room", "Desk", "Reported", "Ground rules"]
SCREENED = ["Who reads what", "Ranking", "Decisions", "Letters"]
LATER = ["Projects", "DataDag"]


def labels_of(links):
    return [link["label"] for link in links]


def links_on(answer, navs):
    return {link["url"] for nav in navs for link in answer.context.get(nav, [])}


def pages_of(way, role):
    """Return pages with every kind of navigation that this reader can open now."""
    edition = reverse("front:edition", args=[way.edition.slug])
    if way.edition.stage == Stage.PREPARING:
        return [reverse("front:home"), *([edition] if role == "manager" else [])]
    return [edition, reverse("front:trace", args=[way.idea.public_id])]


@pytest.mark.parametrize("stage", ORDER)
def test_every_link_offered_is_open_to_its_reader(stage, sign_in):
    # The links of main, account and footer are the same for everybody; one reader tries them for all.
    way = Way(stage)
    for role in ("stranger", "submitter", "screener", "juror", "manager"):
        client = sign_in(way.readers[role])
        navs = NAVS if role == "stranger" else ("edition_nav", "idea_nav")
        offered = {url for page in pages_of(way, role) for url in links_on(client.get(page), navs)}
        closed = {url: code for url in sorted(offered) if (code := client.get(url).status_code) != 200}
        assert (role, closed) == (role, {})


@pytest.mark.parametrize(
    ("stage", "role", "labels"),
    [
        (Stage.CALL, "stranger", []),
        (Stage.CALL, "screener", []),
        (Stage.CALL, "manager", MANAGER),
        (Stage.SCREENING, "stranger", []),
        (Stage.SCREENING, "screener", ["My reviews", "Your ties"]),
        (Stage.SCREENING, "manager", [*MANAGER, *SCREENED]),
        (Stage.MATCHING, "manager", [*MANAGER, *SCREENED, "Shortlist", "Teams"]),
        (Stage.PITCHING, "juror", ["Your ties", "Pitch day"]),
        (Stage.DELIVERY, "stranger", ["Pitch day", *LATER]),
        (Stage.CLOSED, "administrator", [*MANAGER, *SCREENED, "Shortlist", "Teams", "Pitch day", *LATER]),
    ],
)
def test_edition_shows_each_role_its_rooms(stage, role, labels, sign_in):
    way = Way(stage)
    answer = sign_in(way.readers[role]).get(reverse("front:edition", args=[way.edition.slug]))
    assert labels_of(answer.context["edition_nav"]) == ["Overview", "Ideas", *labels]


@pytest.mark.parametrize(
    ("stage", "role", "labels"),
    [
        (Stage.CALL, "stranger", []),
        (Stage.MATCHING, "stranger", ["Canvas"]),
        (Stage.MATCHING, "member", ["Canvas", "Team"]),
        (Stage.PITCHING, "juror", ["Canvas", "Team", "Pitch"]),
        (Stage.DELIVERY, "stranger", ["Canvas", "Team", "Pitch", "Gate", "Project"]),
        (Stage.CLOSED, "stranger", ["Canvas", "Team", "Pitch", "Gate", "Project", "Case"]),
    ],
)
def test_idea_shows_the_pages_that_exist_and_are_open(stage, role, labels, sign_in):
    way = Way(stage)
    answer = sign_in(way.readers[role]).get(reverse("front:trace", args=[way.idea.public_id]))
    assert labels_of(answer.context["idea_nav"]) == ["Idea", *labels, "Trace"]
    assert answer.context["idea_here"] == way.idea


def test_doors_of_an_idea_that_was_just_sent_are_shut():
    way = Way(Stage.CALL)
    shut = {"canvas": False, "gate": False, "team_id": None, "pitch_id": None, "project_id": None, "case_slug": None}
    assert doors_of(way.idea, to=way.readers["manager"]) == Doors(idea_id=way.idea.public_id, **shut)


def test_doors_of_an_idea_that_went_all_the_way_are_open():
    way = Way(Stage.CLOSED)
    assert doors_of(way.idea, to=way.readers["stranger"]) == Doors(
        idea_id=way.idea.public_id, canvas=True, gate=True, team_id=way.team.public_id, pitch_id=way.pitch.public_id,
        project_id=way.project.public_id, case_slug=way.case.slug,
    )  # fmt: skip


def test_case_that_is_not_published_has_no_door():
    way = Way(Stage.CLOSED)
    way.case.published_at = None
    way.case.save()
    assert doors_of(way.idea, to=way.readers["manager"]).case_slug is None


def test_link_to_the_page_one_is_on_is_marked(sign_in):
    answer = sign_in(make_person()).get(reverse("front:my_page"))
    assert [link["url"] for link in answer.context["main_nav"] if link["current"]] == [reverse("front:my_page")]


def test_stranger_gets_the_footer_only(client):
    answer = client.get(reverse("front:home"))
    assert labels_of(answer.context["footer_nav"]) == ["Accessibility", "Privacy"]
    assert [nav for nav in NAVS if nav in answer.context] == ["footer_nav"]


def test_page_without_a_reader_still_has_its_footer():
    assert list(navigation(RequestFactory().get("/"))) == ["footer_nav"]


def test_edition_in_preparation_is_linked_for_its_manager_only(sign_in):
    edition = make_edition(stage=Stage.PREPARING)
    manager = make_manager(edition)
    url = reverse("front:edition", args=[edition.slug])
    assert sign_in(manager).get("/").context["main_nav"][0]["url"] == url
    assert labels_of(sign_in(make_person()).get("/").context["main_nav"]) == ["Cases", "People", "My page"]
