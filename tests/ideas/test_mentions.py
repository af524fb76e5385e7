"""Names and addresses in plain words."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from datamatch.ideas.queries.mentions import Piece, known_ids, pieces_of, seal, unseal
from datamatch.people.models import Person

ANN = Person(name="Ann", public_id=UUID(int=1))
ANN_LEE = Person(name="Ann Lee", public_id=UUID(int=2))
DOT = Person(name="D. (Dot) Vries*", public_id=UUID(int=3))


def said(words, people=()):
    return [(piece.text, piece.url, piece.person) for piece in pieces_of(words, people)]


def test_called_name_is_kept_as_an_identity_and_shown_as_the_name_of_today():
    sealed, called = seal("Hi @Ann, ask @Ann Lee.", [ANN, ANN_LEE])
    assert sealed == f"Hi @[{ANN.public_id}], ask @[{ANN_LEE.public_id}]."
    assert called == [ANN_LEE, ANN]
    renamed = Person(name="Former colleague", public_id=ANN.public_id)
    assert unseal(sealed, [renamed, ANN_LEE]) == "Hi @Former colleague, ask @Ann Lee."
    assert said(sealed, [renamed, ANN_LEE]) == [
        ("Hi ", "", None), ("@Former colleague", "", renamed), (", ask ", "", None), ("@Ann Lee", "", ANN_LEE),
        (".", "", None),
    ]  # fmt: skip


def test_only_who_is_really_called_is_mentioned():
    assert seal("Hi Ann, and @Anna", [ANN]) == ("Hi Ann, and @Anna", [])
    assert seal("Hi @D. (Dot) Vries*!", [DOT])[1] == [DOT]


def test_identity_of_somebody_who_is_not_mentioned_stays_plain_words():
    words = f"@[{ANN.public_id}]"
    assert said(words) == [(words, "", None)]


def test_web_address_is_a_link_without_the_point_at_its_end():
    assert list(pieces_of("See https://example.org/a?b=1, or (http://x.nl).", ())) == [
        Piece("See "), Piece("https://example.org/a?b=1", url="https://example.org/a?b=1"), Piece(", or ("),
        Piece("http://x.nl", url="http://x.nl"), Piece(")."),
    ]  # fmt: skip


def test_other_schemes_and_bare_ones_are_no_links():
    for words in ("javascript:alert(1)", "data:text/html,x", "https://", "ftp://example.org"):
        assert [piece.url for piece in pieces_of(words, ())] == [""]


def test_quotes_end_an_address():
    assert (
        next(piece.url for piece in pieces_of('https://x.nl"onmouseover="alert(1)', ()) if piece.url) == "https://x.nl"
    )


@given(st.text(alphabet="@[]Ann Lee:/htps.<>\"'0-1\n"))
def test_nothing_is_lost_or_added(words):
    sealed, called = seal(words, [ANN, ANN_LEE])
    assert "".join(piece.text for piece in pieces_of(sealed, called)) == words
    assert unseal(sealed, called) == words


def test_ids_are_read_and_other_words_left_out():
    assert known_ids([str(ANN.public_id), "x", ""]) == [ANN.public_id]
