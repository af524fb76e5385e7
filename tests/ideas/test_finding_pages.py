"""The list of ideas, and my drafts."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.ideas.enums import IdeaState
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_energy, make_idea
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def list_of(edition):
    return reverse("ideas:ideas", args=[edition.slug])


def titles(response):
    return sorted(idea.title for idea in response.context["page"])


def test_list_shows_ideas_and_their_number(sign_in):
    edition = make_edition()
    make_idea(edition=edition, title="Bees", demand="Where do they go?")
    make_idea(edition=edition, title="Bats")
    response = sign_in(make_person()).get(list_of(edition))
    text = response.content.decode()
    assert response.status_code == 200
    assert titles(response) == ["Bats", "Bees"]
    assert "2 ideas" in text
    assert "Where do they go?" in text


def test_list_asks_for_sign_in(client):
    assert client.get(list_of(make_edition())).status_code == 302


def test_list_of_an_edition_being_prepared_is_for_its_manager(sign_in):
    edition = make_edition(stage=Stage.PREPARING)
    assert sign_in(make_person()).get(list_of(edition)).status_code == 404
    assert sign_in(make_manager(edition)).get(list_of(edition)).status_code == 200


def test_list_takes_as_many_queries_for_three_ideas_as_for_one(sign_in):
    edition = make_edition(stage=Stage.SCREENING)
    browser = sign_in(make_person())
    counts = []
    for ideas in (1, 2):
        for _ in range(ideas):
            make_energy(idea=make_idea(edition=edition))
        browser.get(list_of(edition))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            browser.get(list_of(edition))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_list_remembers_what_was_asked_last(sign_in):
    edition = make_edition()
    first, second = edition.themes.all()
    make_idea(edition=edition, theme=first, title="Bees")
    make_idea(edition=edition, theme=second, title="Bats")
    browser = sign_in(make_person())
    assert titles(browser.get(list_of(edition), {"theme": first.slug})) == ["Bees"]
    assert titles(browser.get(list_of(edition))) == ["Bees"]
    assert titles(browser.get(list_of(edition), {"theme": "", "text": "", "order": ""})) == ["Bats", "Bees"]
    assert titles(browser.get(list_of(edition))) == ["Bats", "Bees"]


def test_unknown_wishes_are_left_out(sign_in):
    edition = make_edition()
    make_idea(edition=edition, title="Bees")
    response = sign_in(make_person()).get(list_of(edition), {"theme": "nothing", "order": "energy", "page": "x"})
    assert titles(response) == ["Bees"]


def test_list_without_ideas_invites_to_send_one(sign_in):
    edition = make_edition()
    text = sign_in(make_person()).get(list_of(edition)).content.decode()
    assert "No ideas yet" in text
    assert reverse("ideas:start", args=[edition.slug]) in text


def test_list_after_a_search_without_result_says_so(sign_in):
    edition = make_edition()
    make_idea(edition=edition)
    assert "Nothing found" in sign_in(make_person()).get(list_of(edition), {"text": "zzz"}).content.decode()


def test_list_hides_energy_during_the_call_and_shows_it_later(sign_in):
    for stage, visible in ((Stage.CALL, False), (Stage.SCREENING, True)):
        edition = make_edition(stage=stage)
        make_energy(idea=make_idea(edition=edition))
        text = sign_in(make_person()).get(list_of(edition)).content.decode()
        assert ("Most energy first" in text) is visible
        assert ('data-label="Energy"' in text) is visible


def test_list_has_pages_of_twenty_four(sign_in):
    edition = make_edition()
    for _ in range(25):
        make_idea(edition=edition)
    browser = sign_in(make_person())
    assert [len(browser.get(list_of(edition), {"page": page}).context["page"]) for page in (1, 2)] == [24, 1]


def test_text_of_an_idea_is_escaped(sign_in):
    edition = make_edition()
    idea = make_idea(edition=edition, title="<script>alert(1)</script>", demand="<b>bold</b>")
    browser = sign_in(make_person())
    for address in (list_of(edition), idea.get_absolute_url()):
        text = browser.get(address).content.decode()
        assert "<script>alert(1)" not in text
        assert "<b>bold" not in text


def test_drafts_are_mine_only(sign_in):
    edition, person = make_edition(), make_person()
    make_idea(edition=edition, submitter=person, state=IdeaState.DRAFT, title="My secret")
    make_idea(edition=edition, state=IdeaState.DRAFT, title="Their secret")
    text = sign_in(person).get(reverse("ideas:drafts")).content.decode()
    assert "My secret" in text
    assert "Their secret" not in text


def test_draft_of_a_closed_call_says_why_it_waits(sign_in):
    person = make_person()
    make_idea(edition=make_edition(stage=Stage.CLOSED), submitter=person, state=IdeaState.DRAFT)
    assert "The call is closed." in sign_in(person).get(reverse("ideas:drafts")).content.decode()


def test_reader_comes_back_to_the_same_place_of_the_list(sign_in):
    edition = make_edition()
    ideas = [make_idea(edition=edition, number=number) for number in range(1, 60)]
    browser = sign_in(make_person())
    url = reverse("ideas:ideas", args=[edition.slug])
    third = browser.get(url, {"page": 3}).content.decode()
    shown = next(idea for idea in ideas if f'id="idea-{idea.number}"' in third)
    back = f"{url}?near={shown.number}#idea-{shown.number}"
    assert back in browser.get(shown.get_absolute_url()).content.decode()
    assert f'id="idea-{shown.number}"' in browser.get(back).content.decode()
    assert "Page 3 of 3" in browser.get(back).content.decode()
    assert "Page 1 of 3" in browser.get(url, {"near": 999}).content.decode()
