"""What the benchmark of texts measures, and the rules beside it."""

import pytest

from benchmarks.baselines.texts import bm25, decidim, discourse, fider, similarity, trigrams
from benchmarks.families.text import ours_with
from benchmarks.texts import Task, distinct

TEXTS = [
    ("Ziekteverzuim", "Zien waar het ziekteverzuim van medewerkers oploopt."),
    ("Stikstofkaart", "Een kaart van stikstof per natuurgebied."),
    ("Parkeren", "Waar kunnen bewoners parkeren?"),
]


def test_similarity_is_that_of_pg_trgm():
    assert trigrams("cat") == {"  c", " ca", "cat", "at "}
    assert similarity("word", "two words") == pytest.approx(4 / 11)
    assert similarity("", "word") == 0.0


@pytest.mark.parametrize("peer", [bm25, decidim, discourse])
def test_every_rule_finds_the_same_words(peer):
    assert peer(TEXTS)("Een kaart van stikstof per natuurgebied.", set())[0] == 1
    assert peer(TEXTS)("Een kaart van stikstof per natuurgebied.", {1})[:1] != [1]


def test_the_rule_with_every_word_finds_nothing_in_other_words():
    assert fider(TEXTS)("kaart stikstof", set()) == [1]
    assert fider(TEXTS)("kaart stikstof ammoniak", set()) == []


def test_ours_asks_the_index():
    task = Task("one", 0.0, 0.0, ["verzuim onder medewerkers"], TEXTS, [{0}])
    assert ours_with("none", task)("verzuim onder medewerkers", set())[0] == 0
    assert 0 not in ours_with("none", task)("verzuim onder medewerkers", {0})


def test_copies_and_stubs_are_left_out():
    rows = [{"doel": "een twee drie vier vijf zes"}, {"doel": "Een twee drie vier vijf zes!"}, {"doel": "te kort"}]
    assert distinct(rows) == rows[:1]
