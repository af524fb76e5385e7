"""Words count where they stand by themselves, not inside other words."""

import pytest

from datamatch.ideas.queries.alone import BLACK, blacked_out, names_any


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
    assert blacked_out("Bas Berg, and Bas", ["Bas", "Bas Berg"]) == f"{BLACK}, and {BLACK}"


def test_signs_in_a_word_are_signs():
    assert blacked_out("b.berg@x.example or bxberg@x.example", ["b.berg@x.example"]) == f"{BLACK} or bxberg@x.example"


@pytest.mark.parametrize("words", [[], [""]])
def test_no_words_are_never_there(words):
    assert not names_any("Ask Bas.", words)
    assert blacked_out("Ask Bas.", words) == "Ask Bas."
