"""Ideas can be found while everybody may read them, and at no other moment."""

import pytest
from django.core.management import call_command

from datamatch.editions.enums import Stage
from datamatch.foundation import search
from datamatch.foundation.models import KeptText
from datamatch.ideas import actions
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from tests.factories.editions import make_edition
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def start(edition, by, **words):
    words = {"title": "Ziekteverzuim", "demand": "Waar loopt het op?", "theme": edition.themes.first()} | words
    return actions.start_idea(edition=edition, by=by, at=MOMENT, **words)


def found(query):
    return search.find(query, kinds=["idea"])


def test_an_idea_is_found_from_sending_until_it_is_withdrawn():
    person, edition = make_person(), make_edition()
    idea = start(edition, person)
    assert found("verzuim") == []
    actions.send_idea(idea=idea, by=person, at=MOMENT)
    assert found("verzuim") == [idea.public_id]
    assert KeptText.objects.get().scope == edition.public_id
    actions.change_idea(idea=idea, by=person, at=MOMENT, title="Stikstof")
    assert (found("verzuim"), found("stikstof")) == ([], [idea.public_id])
    actions.withdraw_idea(idea=idea, by=person, at=MOMENT)
    assert found("stikstof") == []
    actions.send_idea(idea=idea, by=person, at=MOMENT)
    assert found("stikstof") == [idea.public_id]


def test_a_version_brought_back_is_found_by_its_words():
    person, edition = make_person(), make_edition()
    idea = actions.send_idea(idea=start(edition, person), by=person, at=MOMENT)
    actions.change_idea(idea=idea, by=person, at=MOMENT, title="Stikstof")
    actions.restore_version(version=idea.versions.get(number=1), by=person, at=MOMENT)
    assert (found("verzuim"), found("stikstof")) == ([idea.public_id], [])


def test_names_and_units_are_never_kept():
    person, edition = make_person(name="Xaviera Quist"), make_edition()
    actions.send_idea(idea=start(edition, person), by=person, at=MOMENT)
    kept = KeptText.objects.get()
    assert "Xaviera" not in f"{kept.title} {kept.body} {kept.analysed} {kept.address}"


def test_ideas_of_a_sealed_call_are_found_once_it_is_closed():
    person, edition = make_person(), make_edition(sealed=True)
    idea = actions.send_idea(idea=start(edition, person), by=person, at=MOMENT)
    assert found("verzuim") == []
    edition.stage = Stage.SCREENING
    edition.save()
    actions.keep_edition_findable(edition, at=MOMENT)
    assert found("verzuim") == [idea.public_id]


def test_sealing_a_call_takes_its_ideas_away():
    person, edition = make_person(), make_edition()
    actions.send_idea(idea=start(edition, person), by=person, at=MOMENT)
    edition.sealed = True
    edition.save()
    actions.keep_edition_findable(edition, at=MOMENT)
    assert found("verzuim") == []


def test_indexing_anew_keeps_what_everybody_may_read_and_nothing_else(capsys):
    edition = make_edition()
    sent = make_idea(edition=edition, title="Ziekteverzuim")
    make_idea(edition=edition, title="Ziekteverzuim", state=IdeaState.DRAFT)
    make_idea(edition=make_edition(sealed=True), title="Ziekteverzuim")
    gone = make_idea(edition=edition, title="Ziekteverzuim")
    call_command("index_texts")
    assert set(found("verzuim")) == {sent.public_id, gone.public_id}
    Idea.objects.filter(pk=gone.pk).update(state=IdeaState.WITHDRAWN)
    call_command("index_texts")
    assert found("verzuim") == [sent.public_id]
    assert capsys.readouterr().out == "2 texts can be found.\n1 texts can be found.\n"
