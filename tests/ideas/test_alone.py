"""Words count where they stand by themselves, not inside other words."""

import pytest

from datamatch.ideas.queries.alone import BLACK, alone, blacked_out, found_in, in_pieces, names_any


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Ask Bas.", True),
        ("ask bas, or BAS", True),
        ("On the basis of this", False),
        ("bas@hidden.example", True),
        ("", False),
    ],
)
def test_word_counts_by_itself_only(text, stands):
    assert names_any(text, ["Bas"]) is stands


def test_longest_words_go_first():
    assert blacked_out("Bas Berg, and Bas", alone(["Bas", "Bas Berg"])) == f"{BLACK}, and {BLACK}"


def test_signs_in_a_word_are_signs():
    address = alone(["b.berg@x.example"])
    assert blacked_out("b.berg@x.example or bxberg@x.example", address) == f"{BLACK} or bxberg@x.example"


@pytest.mark.parametrize("words", [[], [""]])
def test_no_words_are_never_there(words):
    assert not names_any("Ask Bas.", words)
    assert blacked_out("Ask Bas.", alone(words)) == "Ask Bas."


def test_word_of_a_name_counts_as_it_is_written_only():
    meer = alone(["Bas van der Meer"], as_written=["Meer"])
    assert found_in("Meer, MEER and meer; bas van der meer", meer) == ["Meer", "MEER", "bas van der meer"]


def test_pieces_are_the_whole_text():
    pieces = in_pieces("Ask Bas, or Bas.", alone(["Bas"]))
    assert pieces == [(False, "Ask "), (True, "Bas"), (False, ", or "), (True, "Bas"), (False, ".")]
