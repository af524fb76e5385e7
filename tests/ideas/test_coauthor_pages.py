"""The pages on which people write together."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.ideas import queries
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import CoAuthor
from tests.factories.editions import make_edition
from tests.factories.ideas import make_coauthor, make_idea
from tests.factories.people import make_person, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def idea():
    return make_idea(edition=make_edition(), state=IdeaState.DRAFT)


def page(name, idea):
    return reverse(f"ideas:{name}", args=[idea.public_id])


def text_of(answer):
    return answer.content.decode()


def test_author_finds_somebody_and_asks_them(sign_in, idea):
    person = make_person(name="Anna de Boer")
    browser = sign_in(idea.submitter)
    assert "Ask Anna de Boer" in text_of(browser.get(page("coauthors", idea), {"text": "anna"}))
    after = browser.post(page("invite", idea), {"person": person.public_id}, follow=True)
    assert "gets your question by mail" in text_of(after)
    assert queries.invitation_to(idea, person) is not None


def test_unknown_address_can_be_asked_by_mail(sign_in, idea):
    browser = sign_in(idea.submitter)
    assert "Ask new@example.org" in text_of(browser.get(page("coauthors", idea), {"text": "new@example.org"}))
    browser.post(page("invite", idea), {"email": "new@example.org"})
    assert CoAuthor.objects.get().email == "new@example.org"


def test_half_an_address_says_what_is_wrong(sign_in, idea):
    answer = sign_in(idea.submitter).get(page("coauthors", idea), {"text": "new@"})
    assert "not an e-mail address" in text_of(answer)


@pytest.mark.parametrize("person", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_asking_nobody_we_know_is_not_found(sign_in, idea, person):
    assert sign_in(idea.submitter).post(page("invite", idea), {"person": person}).status_code == 404


def test_page_of_co_authors_is_for_authors_only(sign_in, idea):
    asked = make_coauthor(idea=idea, accepted=False)
    assert sign_in(asked.person).get(page("coauthors", idea)).status_code == 403


def test_invited_person_reads_and_says_yes(sign_in, idea):
    asked = make_coauthor(idea=idea, accepted=False)
    browser = sign_in(asked.person)
    text = text_of(browser.get(page("invitation", idea)))
    assert idea.demand in text
    assert idea.submitter.name in text
    browser.post(page("invitation", idea), {"answer": "yes"})
    assert queries.is_author(idea, asked.person)
    assert browser.get(page("invitation", idea))["Location"] == idea.get_absolute_url()


def test_invited_person_says_no_and_the_draft_is_closed_to_them(sign_in, idea):
    asked = make_coauthor(idea=idea, accepted=False)
    browser = sign_in(asked.person)
    browser.post(page("invitation", idea), {"answer": "no"})
    assert browser.get(page("invitation", idea)).status_code == 403


def test_answer_that_is_neither_is_refused(sign_in, idea):
    asked = make_coauthor(idea=idea, accepted=False)
    assert sign_in(asked.person).post(page("invitation", idea), {"answer": "maybe"}).status_code == 403


def test_stranger_sees_no_invitation_to_a_sent_idea(sign_in):
    idea = make_idea(edition=make_edition())
    assert sign_in(make_person()).get(page("invitation", idea)).status_code == 403


def test_invitation_waits_on_my_page(sign_in, idea):
    asked = make_coauthor(idea=idea, accepted=False)
    assert f"Will you co-write “{idea.title}”?" in text_of(sign_in(asked.person).get("/mijn/"))


def test_submitter_hands_over_and_the_other_takes_them_off(sign_in, idea):
    writer, before = make_coauthor(idea=idea), idea.submitter
    sign_in(before).post(page("hand_over", idea), {"coauthor": writer.public_id})
    idea.refresh_from_db()
    assert idea.submitter == writer.person
    mine = CoAuthor.objects.here().get(person=before)
    sign_in(writer.person).post(page("take_off", idea), {"coauthor": mine.public_id})
    assert queries.authors_of(idea) == [writer.person]


def test_address_without_person_cannot_get_the_idea(sign_in, idea):
    sign_in(idea.submitter).post(page("invite", idea), {"email": "new@example.org"})
    asked = CoAuthor.objects.get()
    answer = sign_in(idea.submitter).post(page("hand_over", idea), {"coauthor": asked.public_id})
    assert answer.status_code == 404


def test_co_author_leaves_by_a_button(sign_in, idea):
    writer = make_coauthor(idea=idea)
    browser = sign_in(writer.person)
    assert "I step back as co-author" in text_of(browser.get(page("coauthors", idea)))
    browser.post(page("leave", idea))
    assert not queries.is_author(idea, writer.person)


def test_co_author_of_another_idea_is_not_found(sign_in, idea):
    other = make_coauthor(idea=make_idea(edition=idea.edition))
    answer = sign_in(idea.submitter).post(page("take_off", idea), {"coauthor": other.public_id})
    assert answer.status_code == 404


def test_idea_is_sent_for_another_unit(sign_in, idea):
    unit = make_unit(name="Directie Data")
    browser = sign_in(idea.submitter)
    assert "We send this as Directie Data" in text_of(browser.get(page("for_unit", idea), {"text": "data"}))
    browser.post(page("for_unit", idea), {"unit": unit.slug})
    idea.refresh_from_db()
    assert idea.for_unit == unit
    assert browser.post(page("for_unit", idea), {"unit": "nothing"}).status_code == 404


def test_authors_and_unit_stay_hidden_from_others_until_screening_is_done(sign_in):
    edition = make_edition()
    idea = make_idea(edition=edition, for_unit=make_unit(name="Directie Zee"), unit_name="Directie Zee")
    writer, asked = make_coauthor(idea=idea), make_coauthor(idea=idea, accepted=False)
    hidden = [idea.submitter.name, writer.person.name, asked.person.name, "Directie Zee"]
    browser = sign_in(make_person())
    text = text_of(browser.get(idea.get_absolute_url()))
    assert [word for word in hidden if word in text] == []
    edition.stage = Stage.MATCHING
    edition.save()
    text = text_of(browser.get(idea.get_absolute_url()))
    assert [word for word in hidden if word in text] == [idea.submitter.name, writer.person.name, "Directie Zee"]


@pytest.mark.parametrize("name", ["coauthors", "send", "idea"])
def test_page_asks_the_database_as_often_for_one_co_author_as_for_three(sign_in, idea, name):
    writer = make_coauthor(idea=idea)
    make_coauthor(idea=idea, accepted=False)
    browser = sign_in(writer.person)
    browser.get(page(name, idea), {"text": "person"})
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            browser.get(page(name, idea), {"text": "person"})
        counts.append(len(asked))
        make_coauthor(idea=idea)
        make_coauthor(idea=idea, accepted=False)
    assert counts[0] == counts[1]
