"""The copy of an idea covers all its makers wrote: answers, what is different now, and what became part of another."""

import pytest
from django.urls import reverse

from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import IdeaAnswer, Redaction
from datamatch.ideas.queries.alone import BLACK
from tests.factories.editions import make_screener
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person, make_unit
from tests.factories.screening import make_assignment
from tests.ideas.told import Told

pytestmark = pytest.mark.django_db
WORDS = "Zebedee knows the register of Whispers."
COPY = f"{BLACK} knows the register of {BLACK}."


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    """Keep files in a folder of this test."""
    settings.FILES_FOLDER = tmp_path / "files"


def page_for(world, sign_in, person, *, name="ideas:idea"):
    """Return what somebody reads on the page of the idea."""
    return sign_in(person).get(reverse(name, args=[world.idea.public_id])).content.decode()


def test_answers_in_free_words_are_part_of_the_copy():
    world = Told()
    world.answer("D1", WORDS)
    world.answer("D2", WORDS, shown_to="judges")
    world.answer("D3", WORDS, shown_to="managers")
    world.answer("D4", "yes", kind="yes_no")
    copy = queries.suggested_copy(world.idea)
    assert {name: text for name, text in copy.items() if "answer" in name} == {"answer-D1": COPY, "answer-D2": COPY}


def test_everybody_but_makers_and_managers_reads_the_copy_of_an_answer(sign_in):
    world = Told()
    world.answer("D1", WORDS)
    world.redact()
    screener = make_screener(world.edition)
    review = reverse("screening:review", args=[make_assignment(idea=world.idea, screener=screener).public_id])
    for page in (page_for(world, sign_in, make_person()), sign_in(screener).get(review).content.decode()):
        assert (COPY in page, "Zebedee " in page) == (True, False)
    assert WORDS in page_for(world, sign_in, world.maker)
    assert "<mark>Zebedee</mark> knows" in page_for(world, sign_in, world.manager, name="ideas:redact")


def test_answer_says_its_own_words_again():
    world = Told()
    world.answer("D1", WORDS)
    world.redact()
    assert IdeaAnswer.objects.get().answer == COPY
    actions.lift_redaction(idea=world.idea, by=world.manager, at=MOMENT)
    assert IdeaAnswer.objects.get().answer == WORDS


def test_answer_that_is_asked_no_more_keeps_its_original():
    world = Told()
    question = world.answer("D1", WORDS).question
    world.redact()
    question.is_on = False
    question.save()
    world.redact(title="A map")
    assert Redaction.objects.get().original["answer-D1"] == WORDS
    actions.lift_redaction(idea=world.idea, by=world.manager, at=MOMENT)
    assert IdeaAnswer.objects.get().answer == WORDS


def test_something_of_an_answer_must_remain():
    world = Told()
    world.answer("D1", WORDS)
    with pytest.raises(Refused, match="Something must remain of each answer"):
        world.redact(**{"answer-D1": " "})


def test_refused_copy_keeps_what_was_typed(sign_in):
    world = Told()
    world.answer("D1", WORDS)
    client, address = sign_in(world.manager), reverse("ideas:redact", args=[world.idea.public_id])
    answer = client.post(address, {"title": "Typed title", "demand": "Typed demand", "answer-D1": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Typed title" in page
    assert "Typed demand" in page
    assert "<mark>Zebedee</mark> knows" in page
    assert not Redaction.objects.exists()


def test_what_is_different_from_an_earlier_try_is_part_of_the_copy():
    world = Told()
    assert "what_changed" not in queries.suggested_copy(world.idea)
    world.idea.earlier = make_idea(edition=world.edition, submitter=world.maker)
    world.idea.what_changed = "Ottoline came along."
    world.idea.save()
    world.redact()
    world.idea.refresh_from_db()
    assert world.idea.what_changed == f"{BLACK} came along."


def test_idea_that_became_part_of_another_can_be_blacked_out_too(sign_in):
    world = Told()
    world.idea.state = IdeaState.MERGED
    world.idea.save()
    assert "Black out names" in page_for(world, sign_in, world.manager)
    world.redact()
    assert "Zebedee " not in page_for(world, sign_in, make_person())
    world.idea.state = IdeaState.WITHDRAWN
    assert rules.why_not_redact(idea=world.idea, by=world.manager) == "This idea does not take part now."


def test_files_whose_name_tells_are_ticked_beforehand(sign_in):
    world = Told()
    page = page_for(world, sign_in, world.manager, name="ideas:redact")
    ticked = page.split(f'value="{world.file.public_id}"')[1].split(">")[0]
    assert "checked" in ticked


def test_small_words_and_common_words_of_a_name_stay_readable():
    world = Told()
    world.idea.submitter = make_person(name="Zebedee van der Meer", unit=make_unit(name="Data", abbreviation=""))
    world.idea.demand = "Meer data van der Meer, for zebedee."
    world.idea.save()
    copy = queries.suggested_copy(world.idea)["demand"]
    assert copy == f"{BLACK} data van der {BLACK}, for {BLACK}."


def test_unit_of_a_coauthor_tells_too():
    world = Told()
    coauthor = world.idea.coauthors.get().person
    coauthor.profile.unit = make_unit(name="Office of Echoes", abbreviation="OOE")
    coauthor.profile.save()
    world.idea.demand = "The office of echoes, or OOE, asks."
    assert queries.suggested_copy(world.idea)["demand"] == f"The {BLACK}, or {BLACK}, asks."


def test_canvas_begins_with_what_the_makers_wrote(sign_in):
    world = Told()
    world.redact()
    page = page_for(world, sign_in, world.maker, name="canvas:fill")
    assert "Zebedee of Whispers" in page
    assert BLACK not in page.split("<form")[-1]
