"""Marks stand where the numbers say."""

from math import hypot

import pytest

from datamatch.design import charts


def test_place_leaves_room_for_the_mark_at_both_ends() -> None:
    assert [charts.place(value, 1, 5) for value in (1, 3, 5)] == ["3.00%", "50.00%", "97.00%"]


def test_place_keeps_what_is_off_the_scale_on_the_edge() -> None:
    assert [charts.place(value, 1, 5) for value in (-4, 9)] == ["3.00%", "97.00%"]


def test_place_on_a_scale_without_length_is_the_middle() -> None:
    assert charts.place(4, 4, 4) == "50.00%"


def test_widest_bar_fills_the_drawing() -> None:
    drawn = charts.bars([{"value": 4}, {"value": 1}])
    assert [row["width"] for row in drawn] == ["100.00%", "25.00%"]


def test_bars_without_anything_are_empty() -> None:
    assert [row["width"] for row in charts.bars([{"value": 0}])] == ["0.00%"]


def test_interval_keeps_its_row_and_gets_three_places() -> None:
    (row,) = charts.intervals([{"label": "a", "low": 1, "value": 3, "high": 5}], 1, 5)
    assert (row["label"], row["from"], row["at"], row["to"]) == ("a", "3.00%", "50.00%", "97.00%")


def test_equal_values_are_stacked() -> None:
    (row,) = charts.dots([{"values": [2, 5, 5], "value": 4}], 1, 5)
    assert [mark["y"] for mark in row["marks"]] == ["18", "13.5", "22.5"]


@pytest.mark.parametrize("number", [0, 1, 3, 7, 10, 40, 111])
def test_cluster_has_as_many_dots_as_the_number_within_its_disk(number: int) -> None:
    drawn = charts.cluster(number)
    far = [hypot(float(dot["x"]), float(dot["y"])) + float(dot["r"]) for dot in drawn]
    assert len(drawn) == number
    assert max(far, default=0) <= 106


def test_cluster_of_fewer_dots_has_the_same_ink() -> None:
    ink = [sum(float(dot["r"]) ** 2 for dot in charts.cluster(number)) for number in (3, 10, 111)]
    assert ink == pytest.approx([ink[0]] * 3, rel=0.02)


def test_dots_of_a_cluster_do_not_touch() -> None:
    for number in (3, 10, 111):
        dots = [(float(d["x"]), float(d["y"]), float(d["r"])) for d in charts.cluster(number)]
        near = min(hypot(a[0] - b[0], a[1] - b[1]) for i, a in enumerate(dots) for b in dots[:i])
        assert near >= 2 * dots[0][2] * 0.98
