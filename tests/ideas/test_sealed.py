"""Ideas of a sealed call: only who writes one reads it, until the call is closed; then everybody at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.control.actions import move_stage
from datamatch.editions.enums import Stage
from datamatch.foundation import search
from datamatch.foundation.models import TrailEntry
from datamatch.ideas import queries, rules
from datamatch.ideas.actions import send_idea
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from tests.factories.editions import make_director, make_edition, make_manager, make_screener
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_administrator, make_person

pytestmark = pytest.mark.django_db
TITLE = "A secret about bees"


@pytest.fixture
def edition():
    return make_edition(sealed=True)


@pytest.fixture
def idea(edition):
    return make_idea(edition=edition, title=TITLE)


def readers(edition):
    return [make_person(), make_screener(edition), make_manager(edition), make_director(edition), make_administrator()]


def test_only_who_writes_a_sealed_idea_reads_it(sign_in, edition, idea):
    friend, asked = make_person(), make_person()
    idea.coauthors.create(person=friend, invited_at=MOMENT, accepted_at=MOMENT)
    idea.coauthors.create(person=asked, invited_at=MOMENT)
    for reader in (idea.submitter, friend, asked):
        assert rules.why_not_see(idea=idea, by=reader) is None
        assert sign_in(reader).get(idea.get_absolute_url()).status_code == 200
    for reader in readers(edition):
        assert "sealed" in rules.why_not_see(idea=idea, by=reader)
        answer = sign_in(reader).get(idea.get_absolute_url())
        assert (answer.status_code, TITLE in answer.content.decode()) == (403, False)


def test_no_page_about_a_sealed_idea_opens(sign_in, edition, idea):
    for reader in readers(edition):
        for name in ("front:trace", "canvas:canvas"):
            answer = sign_in(reader).get(reverse(name, args=[idea.public_id]))
            assert (answer.status_code in (403, 404), TITLE in answer.content.decode()) == (True, False)


@pytest.mark.parametrize(
    "name", ["ideas:ideas", "ideas:desk", "front:energy_map", "front:edition", "control:control_room"]
)
def test_no_list_shows_a_sealed_idea(sign_in, edition, idea, name):
    for reader in readers(edition):
        assert TITLE not in sign_in(reader).get(reverse(name, args=[edition.slug])).content.decode()


def test_list_finds_no_sealed_idea_by_its_words_and_counts_it_for_managers_only(sign_in, edition, idea):
    url = reverse("ideas:ideas", args=[edition.slug])
    page = sign_in(make_person()).get(url, {"text": "secret"}).content.decode()
    assert ("You did not send an idea yet" in page, TITLE in page, "1 idea has been sent." in page) == (
        True,
        False,
        False,
    )
    assert "1 idea has been sent." in sign_in(make_manager(edition)).get(url, {"text": ""}).content.decode()
    assert TITLE in sign_in(idea.submitter).get(url, {"text": ""}).content.decode()
    assert queries.theme_counts(edition, to=make_person()) == {}
    assert queries.theme_counts(edition, to=idea.submitter) == {idea.theme_id: 1}


def test_sealed_ideas_still_count_when_the_call_is_to_be_closed(edition, idea):
    make_idea(edition=edition)
    make_screener(edition), make_screener(edition)
    assert rules.why_not_leave_call(edition=edition) == []


def test_seal_opens_with_the_close_of_the_call_and_the_trail_knows(sign_in, edition, idea, moment):
    make_idea(edition=edition)
    by = make_manager(edition, make_screener(edition))
    make_screener(edition)
    move_stage(edition=edition, by=by, at=moment)
    assert [entry.deed for entry in TrailEntry.objects.order_by("position")] == ["stage.enter", "seal.open"]
    fresh = Idea.objects.get(pk=idea.pk)
    for reader in readers(edition):
        assert rules.why_not_see(idea=fresh, by=reader) is None
    assert TITLE in sign_in(make_person()).get(reverse("ideas:ideas", args=[edition.slug])).content.decode()


def test_leaving_another_stage_opens_no_seal(moment):
    edition = make_edition(stage=Stage.PREPARING, sealed=True)
    move_stage(edition=edition, by=make_manager(edition), at=moment)
    assert [entry.deed for entry in TrailEntry.objects.all()] == ["stage.enter"]


def test_energy_is_not_given_to_a_sealed_idea_by_others(sign_in, edition, idea):
    client = sign_in(make_person())
    answer = client.post(reverse("ideas:energy", args=[idea.public_id]), {"kind": "support"})
    assert answer.status_code == 403
    assert not idea.energy.exists()


def test_sealed_list_asks_as_much_for_three_ideas_as_for_one(sign_in, edition):
    person = make_person()
    client, url = sign_in(person), reverse("ideas:ideas", args=[edition.slug])

    def count():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200
        return len(asked)

    make_energy(idea=make_idea(edition=edition, submitter=person))
    count()
    first = count()
    make_idea(edition=edition, submitter=person), make_idea(edition=edition, submitter=person)
    assert count() == first


def test_sealed_idea_is_found_by_words_only_once_the_seal_is_open(edition, moment):
    draft = make_idea(edition=edition, title="A secret about badgers", state=IdeaState.DRAFT)
    make_screener(edition), make_screener(edition), make_idea(edition=edition)
    send_idea(idea=draft, by=draft.submitter, at=moment)
    assert search.find("badgers", kinds=["idea"], scopes=[edition.public_id]) == []
    move_stage(edition=edition, by=make_manager(edition), at=moment)
    found = search.find("badgers", kinds=["idea"], scopes=[edition.public_id])
    assert found == [draft.public_id]
