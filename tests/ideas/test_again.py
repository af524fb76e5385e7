"""Trying an idea of an earlier edition again."""

import pytest
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea, IdeaAnswer
from tests.factories.editions import make_edition, make_manager, make_question, make_theme
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def past():
    """An idea of an edition that is over."""
    return make_idea(edition=make_edition(stage=Stage.CLOSED), title="Bees again")


def again(idea, edition, by=None, what_changed="Now with the register"):
    return actions.try_again(idea=idea, edition=edition, what_changed=what_changed, by=by or idea.submitter, at=MOMENT)


def test_new_draft_begins_with_the_old_words_theme_and_answers(past):
    call = make_edition(themes=0)
    theme = make_theme(edition=call, slug=past.theme.slug)
    for edition in (past.edition, call):
        make_question(edition=edition, slug="J1", kind="yes_no")
    asked = past.edition.questions.get(slug="J1")
    IdeaAnswer.objects.create(idea=past, question=asked, answer="no")
    new = again(past, call)
    assert (new.title, new.demand, new.theme, new.state) == (past.title, past.demand, theme, IdeaState.DRAFT)
    assert (new.earlier, new.what_changed, new.number) == (past, "Now with the register", None)
    assert list(new.answers.values_list("question__edition", "answer")) == [(call.pk, "no")]
    assert TrailEntry.objects.filter(deed="idea.again").count() == 1


def test_unsent_draft_of_a_closed_call_can_be_used_again():
    draft = make_idea(edition=make_edition(stage=Stage.SCREENING), state=IdeaState.DRAFT)
    assert again(draft, make_edition()).earlier == draft


@pytest.mark.parametrize("stage", [Stage.CALL, Stage.SCREENING, Stage.MATCHING, Stage.PITCHING])
def test_idea_that_still_takes_part_is_not_tried_again(stage):
    idea = make_idea(edition=make_edition(stage=stage))
    with pytest.raises(Refused, match="still takes part"):
        again(idea, make_edition())


def test_idea_is_tried_again_once_in_an_edition_and_by_its_author_with_a_word(past):
    call = make_edition()
    with pytest.raises(Refused, match="Only who wrote"):
        again(past, call, by=make_person())
    with pytest.raises(Refused, match="what is different"):
        again(past, call, what_changed=" ")
    with pytest.raises(Refused, match="The call is closed"):
        again(past, make_edition(stage=Stage.SCREENING))
    first = again(past, call)
    with pytest.raises(Refused, match="already"):
        again(past, call)
    actions.discard_draft(idea=first, by=past.submitter, at=MOMENT)
    assert again(past, call) != first


def test_note_of_an_earlier_idea_is_for_a_draft_of_the_same_author(past):
    draft = make_idea(edition=make_edition(), state=IdeaState.DRAFT)
    with pytest.raises(Refused, match="Only who wrote"):
        actions.note_earlier(idea=draft, earlier=past, what_changed="x", by=past.submitter, at=MOMENT)
    sent = make_idea(edition=make_edition(), submitter=past.submitter)
    with pytest.raises(Refused, match="has been sent"):
        actions.note_earlier(idea=sent, earlier=past, what_changed="x", by=past.submitter, at=MOMENT)


def test_page_asks_what_changed_and_goes_on_writing(sign_in, past):
    call = make_edition()
    browser, address = sign_in(past.submitter), reverse("ideas:again", args=[past.public_id])
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"edition": call.slug, "what_changed": ""}).status_code == 422
    on = browser.post(address, {"edition": call.slug, "what_changed": "More data"})
    new = Idea.objects.get(edition=call)
    assert on["Location"] == reverse("ideas:write", args=[new.public_id, "idee"])
    assert "already" in browser.get(address).content.decode()


def test_page_is_for_the_author_and_says_when_no_call_is_open(sign_in, past):
    address = reverse("ideas:again", args=[past.public_id])
    assert sign_in(make_person()).get(address).status_code == 403
    assert "No call is open now" in sign_in(past.submitter).get(address).content.decode()


def test_earlier_idea_is_hidden_as_long_as_it_would_tell_who_wrote_the_new_one(sign_in, past):
    call = make_edition()
    new = again(past, call)
    Idea.objects.filter(pk=new.pk).update(state=IdeaState.SENT, number=1, sent_at=MOMENT)
    readers = {"author": past.submitter, "manager": make_manager(call), "other": make_person()}
    seen = {name: sign_in(one).get(new.get_absolute_url()).content.decode() for name, one in readers.items()}
    assert [name for name, text in seen.items() if past.get_absolute_url() in text] == ["author", "manager"]
    assert [name for name, text in seen.items() if "Now with the register" in text] == ["author", "manager"]
    back = {name: sign_in(one).get(past.get_absolute_url()).content.decode() for name, one in readers.items()}
    assert [name for name, text in back.items() if new.get_absolute_url() in text] == ["author", "manager"]
    call.stage = Stage.MATCHING
    call.save()
    assert past.get_absolute_url() in sign_in(readers["other"]).get(new.get_absolute_url()).content.decode()


def test_earlier_idea_is_read_as_it_is_by_now(past):
    draft = make_idea(edition=make_edition(), submitter=past.submitter, state=IdeaState.DRAFT)
    past.edition.stage = Stage.CALL
    noted = actions.note_earlier(idea=draft, earlier=past, what_changed="x", by=past.submitter, at=MOMENT)
    assert noted.earlier == past
