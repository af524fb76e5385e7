"""Ideas that look alike: found by a job, judged by the management, remembered."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, queries
from datamatch.ideas.actions.findable import keep_findable
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import AlikePair
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

DEMAND = "Which ditches run dry in summer, and which farmers must stop pumping water then?"


@pytest.fixture
def edition(db):
    return make_edition()


@pytest.fixture
def manager(edition):
    return make_manager(edition)


def findable(edition, title, demand, **given):
    idea = make_idea(edition=edition, title=title, demand=demand, data="", result="", language="en", **given)
    keep_findable(idea, at=MOMENT)
    return idea


@pytest.fixture
def three(edition):
    return (
        findable(edition, "Ditches that run dry", DEMAND),
        findable(edition, "Dry ditches in summer", DEMAND),
        findable(edition, "Passports at the border", "How long do travellers wait for a visa stamp?"),
    )


def look(edition, by, at=MOMENT):
    return actions.find_doubles(edition=edition, by=by, at=at, tell=lambda share, saying: None)


def page(name, edition):
    return reverse(f"ideas:{name}", args=[edition.slug])


def test_ideas_that_say_the_same_are_found_once_with_their_words(edition, manager, three):
    assert look(edition, manager) == 1
    pair = queries.pairs_alike(edition).get()
    assert (pair.first, pair.second, pair.found_at) == (three[0], three[1], MOMENT)
    assert "ditches" in {word.lower() for both in pair.why for word in both}


def test_other_edition_and_withdrawn_ideas_stay_out(edition, manager, three):
    findable(make_edition(), "Ditches that run dry", DEMAND)
    look(edition, manager)
    assert AlikePair.objects.count() == 1
    three[1].state = IdeaState.WITHDRAWN
    three[1].save()
    assert list(queries.pairs_alike(edition)) == []


def test_not_a_double_is_remembered_by_later_searches_and_can_be_taken_back(edition, manager, three):
    look(edition, manager)
    pair = AlikePair.objects.get()
    for _ in range(2):
        pair = actions.call_not_double(pair=pair, by=manager, at=later(hours=1))
    assert look(edition, manager, at=later(hours=2)) == 0
    pair.refresh_from_db()
    assert (pair.not_double_by, pair.not_double_at, pair.found_at) == (manager, later(hours=1), later(hours=2))
    actions.look_again_at(pair=pair, by=manager, at=later(hours=3))
    assert queries.pairs_alike(edition).count() == 1
    deeds = TrailEntry.objects.filter(of_type="ideas.alikepair").values_list("deed", flat=True)
    assert list(deeds) == ["double.not_double", "double.look_again"]


def test_pair_that_is_no_longer_found_goes_and_a_judged_one_stays(edition, manager, three):
    look(edition, manager)
    actions.call_not_double(pair=AlikePair.objects.get(), by=manager, at=MOMENT)
    three[1].title, three[1].demand = "Visas", "How long do travellers wait for a visa stamp at the border?"
    three[1].save()
    keep_findable(three[1], at=MOMENT)
    assert look(edition, manager, at=later(hours=1)) == 1
    assert AlikePair.objects.get(first=three[0], second=three[1]).found_at is None


def test_only_managers_look_and_judge_and_nobody_in_a_sealed_call(edition, manager, three):
    look(edition, manager)
    pair = AlikePair.objects.get()
    for deed in (actions.call_not_double, actions.look_again_at):
        with pytest.raises(Refused, match="programme management"):
            deed(pair=pair, by=make_person(), at=MOMENT)
    with pytest.raises(Refused, match="programme management"):
        look(edition, three[0].submitter)
    edition.sealed = True
    edition.save()
    with pytest.raises(Refused, match="sealed"):
        look(edition, manager)


def test_database_keeps_a_pair_once_and_in_order(edition, three):
    kept = {"edition": edition, "level": "copy"}
    AlikePair.objects.create(first=three[0], second=three[1], **kept)
    for first, second in ((three[0], three[1]), (three[1], three[0]), (three[0], three[0])):
        with pytest.raises(IntegrityError), transaction.atomic():
            AlikePair.objects.create(first=first, second=second, **kept)


@given(st.text(max_size=120), st.lists(st.text(max_size=8), max_size=4))
def test_marked_pieces_make_the_text_again(text, words):
    assert "".join(piece for _, piece in queries.marked(text, words)) == text


def test_words_are_marked_whole_and_in_whatever_case():
    assert queries.marked("Ditch, ditches (a.b)", ["ditch", "a.b"]) == [
        (True, "Ditch"),
        (False, ", ditches ("),
        (True, "a.b"),
        (False, ")"),
    ]


def test_manager_compares_sees_marked_words_and_judges(sign_in, edition, manager, three):
    browser = sign_in(manager)
    assert "Not compared yet" in browser.get(page("doubles", edition)).content.decode()
    shown = browser.post(page("find_doubles", edition), follow=True).content.decode()
    assert "1 pair to look at." in shown
    assert "<mark>" in shown
    assert f"?met={three[1].number}" in shown
    pair = AlikePair.objects.get()
    browser.post(page("judge_double", edition), {"pair": pair.public_id})
    assert "No pairs to look at" in browser.get(page("doubles", edition)).content.decode()
    judged = browser.get(page("doubles", edition), {"niet-dubbel": 1}).content.decode()
    assert f"Called no double by {manager.name}" in judged
    browser.post(page("judge_double", edition), {"again": pair.public_id})
    assert queries.pairs_alike(edition).count() == 1


def test_pages_are_for_managers_and_unknown_pairs_are_not_found(sign_in, edition, manager):
    browser = sign_in(make_person())
    assert browser.get(page("doubles", edition)).status_code == 403
    assert browser.post(page("find_doubles", edition)).status_code == 403
    for unknown in ("", "x", "00000000-0000-4000-8000-000000000000"):
        assert sign_in(manager).post(page("judge_double", edition), {"pair": unknown}).status_code == 404


def test_markup_in_an_idea_is_shown_as_text(sign_in, edition, manager, three):
    AlikePair.objects.create(
        edition=edition, first=three[0], second=three[2], level="copy", found_at=MOMENT, why=[["<b>", "script"]]
    )
    three[2].demand = "<script>alert(1)</script>"
    three[2].save()
    assert "<script>alert" not in sign_in(manager).get(page("doubles", edition)).content.decode()


def test_page_asks_the_database_as_often_for_one_pair_as_for_three(sign_in, edition, manager, three):
    browser = sign_in(manager)
    kept = {"edition": edition, "level": "copy", "found_at": MOMENT}
    AlikePair.objects.create(first=three[0], second=three[1], **kept)
    browser.get(page("doubles", edition))
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            browser.get(page("doubles", edition))
        counts.append(len(asked))
        if len(counts) == 1:
            AlikePair.objects.create(first=three[0], second=three[2], **kept)
            AlikePair.objects.create(first=three[1], second=three[2], **kept)
    assert counts[0] == counts[1]
