"""An edition that is closed to a reader is on no page, in no list and in no count of theirs."""

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

from datamatch.editions.enums import Access, Stage
from tests.browser.places import names_in
from tests.factories.answers import whole
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.people import make_administrator, make_person

pytestmark = pytest.mark.django_db
NAME = "The hidden edition"
SECRET = "A secret about bees"


@pytest.fixture
def hidden():
    return make_edition(access=Access.CODE, name=NAME, stage=Stage.CALL)


def addresses_below(edition):
    """Yield the address of every page and deed that stands below an edition."""
    for name in names_in(get_resolver()):
        for more in ({}, {"theme_slug": "x"}, {"question_slug": "x"}, {"round": "shortlist"}):
            try:
                yield reverse(name, kwargs={"edition_slug": edition.slug} | more)
            except NoReverseMatch:
                continue


def test_every_address_below_a_closed_edition_is_404(sign_in, hidden):
    client, addresses = sign_in(make_person()), sorted(set(addresses_below(hidden)))
    assert len(addresses) > 30
    answers = {url: (client.get(url).status_code, client.post(url).status_code) for url in addresses}
    assert {url: codes for url, codes in answers.items() if codes != (404, 404)} == {}


def test_pages_of_an_idea_in_a_closed_edition_are_404(sign_in, hidden):
    idea, client = make_idea(edition=hidden), sign_in(make_person())
    for name in ("ideas:idea", "canvas:canvas", "front:trace"):
        assert client.get(reverse(name, args=[idea.public_id])).status_code == 404
    manager = sign_in(make_manager(hidden))
    assert manager.get(reverse("ideas:idea", args=[idea.public_id])).status_code == 200


@pytest.mark.parametrize("name", ["front:home", "front:my_page", "editions:editions", "cases:cases"])
def test_lists_do_not_name_a_closed_edition(sign_in, hidden, name):
    assert NAME not in sign_in(make_person()).get(reverse(name)).content.decode()


def test_welcome_of_a_visitor_does_not_name_a_closed_edition(client):
    make_edition(access=Access.CODE, name=NAME, stage=Stage.CLOSED)
    assert NAME not in client.get("/").content.decode()


def addresses_of(idea):
    """Yield the address of every page and deed about one idea."""
    for name in names_in(get_resolver()):
        for more in ({}, {"moment": "start"}, {"attachment_id": idea.public_id}):
            try:
                yield reverse(name, kwargs={"idea_id": idea.public_id} | more)
            except NoReverseMatch:
                continue


def test_every_address_of_an_idea_in_a_closed_edition_gives_nothing(sign_in, hidden):
    idea, client = make_idea(edition=hidden, title=SECRET), sign_in(make_person())
    addresses = sorted(set(addresses_of(idea)))
    assert len(addresses) > 20
    for url in addresses:
        for answer in (client.get(url), client.post(url)):
            assert answer.status_code in {403, 404, 405}, url
            assert SECRET not in answer.content.decode(), url


def test_every_address_of_a_sealed_idea_gives_nothing_to_managers(sign_in):
    edition = make_edition(sealed=True)
    idea = make_idea(edition=edition, title=SECRET)
    for reader in (make_manager(edition), make_administrator()):
        client, told = sign_in(reader), set()
        for url in sorted(set(addresses_of(idea))):
            for answer in (client.get(url), client.post(url)):
                if answer.status_code not in {302, 403, 404, 405} or SECRET in answer.content.decode():
                    told.add(url)
        assert told == set()


def test_every_page_below_a_sealed_edition_keeps_its_ideas_from_managers(sign_in):
    edition = make_edition(sealed=True)
    make_idea(edition=edition, title=SECRET)
    client, told = sign_in(make_manager(edition)), set()
    for url in sorted(set(addresses_below(edition))):
        if SECRET in whole(client.get(url)).decode(errors="replace"):
            told.add(url)
    assert told == set()
