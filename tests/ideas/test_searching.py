"""Searching the list of ideas: in two languages, with slips forgiven, best first, and never by who wrote them."""

import pytest
from django.urls import reverse

from datamatch.ideas import queries
from datamatch.ideas.actions.findable import keep_edition_findable
from datamatch.ideas.enums import Order
from tests.factories.editions import make_edition
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    """A call with three ideas, written by somebody whose name and unit say nothing about them."""
    call = make_edition()
    author = make_person(name="Wilhelmina Waterhoen", unit=make_unit(name="Kraakheldere dienst"))
    for title, demand, language in (
        ("Bedrijven op de kaart", "Welke bedrijven staan leeg?", "nl"),
        ("Ziekteverzuim bij inspecties", "Waar is een bedrijf vaak ziek gemeld?", "nl"),
        ("Heat pumps in one street", "Which transformers are full?", "en"),
    ):
        make_idea(edition=call, title=title, demand=demand, language=language, data="", result="", submitter=author)
    keep_edition_findable(call, at=MOMENT)
    return call


def titles(edition, text, **wishes):
    return [idea.title for idea in queries.ideas_shown(edition=edition, to=make_person(), text=text, **wishes)]


@pytest.mark.parametrize("text", ["bedrijf", "bedrijven", "bedrijvn", "Bedrijf kaart"])
def test_forms_and_slips_are_found_best_first(edition, text):
    assert titles(edition, text)[0] == "Bedrijven op de kaart"


def test_a_part_of_a_compound_is_found(edition):
    assert titles(edition, "verzuim") == ["Ziekteverzuim bij inspecties"]


def test_english_is_found(edition):
    assert titles(edition, "heat pump") == ["Heat pumps in one street"]


def test_another_order_is_kept(edition):
    assert titles(edition, "bedrijf", order=Order.NUMBER) == ["Bedrijven op de kaart", "Ziekteverzuim bij inspecties"]


@pytest.mark.parametrize("text", ["Waterhoen", "Kraakheldere"])
def test_who_wrote_an_idea_cannot_be_searched(edition, text):
    found = titles(edition, text)
    make_idea(edition=edition, title="Of nobody known")
    keep_edition_findable(edition, at=MOMENT)
    assert found == titles(edition, text)[: len(found)]
    assert len(found) < 3


def test_ideas_of_another_edition_are_left_out(edition):
    assert titles(make_edition(), "bedrijf") == []


def test_page_finds_and_says_how_many(edition, sign_in):
    address = reverse("ideas:ideas", args=[edition.slug])
    page = sign_in(make_person()).get(address, {"text": "verzuim"})
    assert [idea.title for idea in page.context["page"]] == ["Ziekteverzuim bij inspecties"]
    assert "1 idea" in page.content.decode()
