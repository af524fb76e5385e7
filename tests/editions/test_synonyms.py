"""Words that stand for the same: who says so, once, and for every edition of the programme."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions import actions, queries, rules
from datamatch.editions.enums import Stage
from datamatch.editions.models import Synonym
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from tests.factories.editions import make_edition, make_manager
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
AI = {"word": "AI", "means": "kunstmatige intelligentie"}


@pytest.fixture
def edition():
    return make_edition()


@pytest.fixture
def manager(edition):
    return make_manager(edition)


def test_a_pair_is_known_in_every_edition_of_the_programme_and_in_no_other(edition, manager):
    pair = actions.add_synonym(edition=edition, by=manager, at=MOMENT, word=" AI ", means="kunstmatige intelligentie")
    actions.add_synonym(edition=edition, by=manager, at=MOMENT, word="ai", means="artificial intelligence")
    later = make_edition(programme=edition.programme)
    (group,) = queries.same_words_in(later)
    assert {word.lower() for word in group} == {"ai", "kunstmatige intelligentie", "artificial intelligence"}
    assert queries.same_words_in(make_edition()) == []
    assert str(pair) == "AI = kunstmatige intelligentie"
    assert list(TrailEntry.objects.values_list("deed", "details")) == [("synonym.add", {})] * 2


def test_a_pair_that_is_removed_is_known_no_more_and_removing_twice_leaves_one_line(edition, manager):
    pair = actions.add_synonym(edition=edition, by=manager, at=MOMENT, **AI)
    for _ in range(2):
        actions.remove_synonym(synonym=pair, edition=edition, by=manager, at=MOMENT)
    assert queries.same_words_in(edition) == []
    assert TrailEntry.objects.filter(deed="synonym.remove").count() == 1


@pytest.mark.parametrize(
    ("word", "means", "why"),
    [
        ("AI", " ", "Say both"),
        ("AI", "ai", "the same word"),
        ("ai", "Kunstmatige Intelligentie", "on the list already"),
    ],
)
def test_a_pair_that_says_nothing_new_is_refused(edition, manager, word, means, why):
    actions.add_synonym(edition=edition, by=manager, at=MOMENT, **AI)
    with pytest.raises(Refused, match=why):
        actions.add_synonym(edition=edition, by=manager, at=MOMENT, word=word, means=means)
    assert Synonym.objects.count() == 1


def test_a_full_list_is_refused(edition, manager, monkeypatch):
    monkeypatch.setattr("datamatch.editions.rules.synonyms.MOST_SYNONYMS", 0)
    assert "full" in rules.why_not_add_synonym(edition=edition, by=manager, **AI)


def test_only_managers_of_an_edition_that_is_not_closed_change_the_list(edition, manager):
    pair, closed = actions.add_synonym(edition=edition, by=manager, at=MOMENT, **AI), make_edition(stage=Stage.CLOSED)
    strangers = (make_person(), make_manager(make_edition()))
    for where, who in (*((edition, one) for one in strangers), (closed, make_manager(closed))):
        with pytest.raises(Refused):
            actions.add_synonym(edition=where, by=who, at=MOMENT, word="Woo", means="Wet open overheid")
        with pytest.raises(Refused):
            actions.remove_synonym(synonym=pair, edition=where, by=who, at=MOMENT)
    other = make_edition()
    actions.remove_synonym(synonym=pair, edition=other, by=make_manager(other), at=MOMENT)
    assert Synonym.objects.get() == pair


def test_the_database_keeps_a_pair_once_and_both_sides_filled(edition):
    Synonym.objects.create(programme=edition.programme, **AI)
    for wrong in ({"word": "ai", "means": "Kunstmatige intelligentie"}, {"word": "", "means": "x"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Synonym.objects.create(programme=edition.programme, **wrong)


def test_the_page_adds_refuses_and_removes(edition, manager, sign_in):
    address, browser = reverse("editions:synonyms", args=[edition.slug]), sign_in(manager)
    assert browser.post(address, AI).url == address
    wrong = browser.post(address, AI)
    assert (wrong.status_code, "on the list already" in wrong.content.decode()) == (422, True)
    assert 'value="kunstmatige intelligentie"' in wrong.content.decode()
    gone = reverse("editions:remove_synonym", args=[edition.slug, Synonym.objects.get().public_id])
    assert sign_in(make_person()).post(gone).status_code == 403
    assert sign_in(manager).post(gone).url == address
    assert not Synonym.objects.exists()


def test_the_page_takes_as_many_queries_for_three_pairs_as_for_one(edition, manager, sign_in):
    address, browser = reverse("editions:synonyms", args=[edition.slug]), sign_in(manager)
    counts = []
    for words in (["AI"], ["Woo", "AVG"]):
        for word in words:
            Synonym.objects.create(programme=edition.programme, word=word, means="iets anders")
        with CaptureQueriesContext(connection) as taken:
            browser.get(address)
        counts.append(len(taken))
    assert counts[0] == counts[1]
