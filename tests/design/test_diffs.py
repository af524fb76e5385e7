"""What changed between two texts, word by word."""

from time import perf_counter

from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from datamatch.design.diffs import Part, kept, word_diff


@given(st.text(max_size=200), st.text(max_size=200))
def test_parts_make_both_texts_again(before, after):
    parts = word_diff(before, after)
    assert "".join(part.text for part in parts if part.kind != "added") == before
    assert "".join(part.text for part in parts if part.kind != "removed") == after


@given(st.text(max_size=300))
def test_text_that_did_not_change_is_one_part(text):
    assert word_diff(text, text) == ([Part("same", text)] if text else [])


def test_words_are_compared_whole():
    assert word_diff("Which bees fly?", "Which bats fly?") == [
        Part("same", "Which "),
        Part("removed", "bees "),
        Part("added", "bats "),
        Part("same", "fly?"),
    ]


def test_little_word_that_stayed_by_chance_is_part_of_the_change():
    parts = word_diff("bees live in the old garden", "bees fly over the large fields")
    assert [part.kind for part in parts] == ["same", "removed", "added"]


@given(st.lists(st.sampled_from("abc,"), max_size=9), st.lists(st.sampled_from("abc,"), max_size=9))
def test_as_many_pieces_stay_as_can(old, new):
    def most(i, j):
        if i == len(old) or j == len(new):
            return 0
        if old[i] == new[j]:
            return 1 + most(i + 1, j + 1)
        return max(most(i + 1, j), most(i, j + 1))

    pairs = kept(old, new)
    assert len(pairs) == most(0, 0)
    assert all(old[i] == new[j] for i, j in pairs)
    assert pairs == sorted(pairs)


def test_longest_texts_of_an_idea_are_compared_in_time_also_when_made_to_hurt():
    began = perf_counter()
    for one, other in (("a b " * 500, "b a " * 500), ("a " * 1000, "a a b " * 333), ("," * 2000, ",." * 1000)):
        word_diff(one, other)
    assert perf_counter() - began < 3


@given(st.text(alphabet="<>&\"'ab /script", max_size=60), st.text(alphabet="<>&\"'ab /script", max_size=60))
def test_component_lets_no_markup_through(before, after):
    shown = render_to_string("design/_diff.html", {"before": before, "after": after})
    for tag in ("ins", "del", "div", "span", "/ins", "/del", "/div", "/span"):
        shown = shown.replace(f"<{tag}>", "").replace(f'<{tag} class="dm-visually-hidden">', "")
    assert "<" not in shown.replace('<div class="dm-diff">', "")


def test_component_says_aloud_what_came_and_went():
    shown = render_to_string("design/_diff.html", {"before": "bees", "after": "bats"})
    assert "removed:" in shown
    assert "added:" in shown
