"""The command prints a table per decision, and says what it could not measure."""

from benchmarks import __main__ as command
from benchmarks.__main__ import main
from benchmarks.data import Shared
from benchmarks.families import adaptive, choose, jury, schedule, start
from benchmarks.table import Row, printed, skipped, verdict


def without_data(shared, quick):
    """Return the rows of a family without data."""
    return list(schedule.rows(shared, quick))


ROWS = [
    Row("A1", "total", 2.0, 1.0, "other", "same run", 2.0, ">= 1", True),
    Row("A2", "lowest", 0.5, asked=">= 1", met=False),
    Row("", "told only", "3 of 4"),
    skipped("B2", "real panels", "no such file"),
]


def test_table_is_aligned_and_names_what_was_skipped():
    lines = printed(ROWS).splitlines()
    assert {len(line) for line in lines} == {len(lines[0])}
    assert [line.split("|")[-2].strip() for line in lines] == ["met", "-" * 9, "yes", "NO", "", "skipped"]
    assert "no such file" in lines[-1]


def test_verdict_counts_bars_met_unmet_and_not_measured():
    assert verdict(ROWS) == "Met: A1. Not met: A2. Not measured: B2."
    assert verdict(ROWS[:1]) == "Met: A1. Not met: none."


def test_without_data_every_row_says_so(tmp_path, capsys):
    assert main(["schedule", "--quick", "--data", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "programme_instances.json is not in the data folder" in told
    assert "Not measured: E1." in told


def test_without_a_name_every_family_is_measured_but_the_one_beyond(tmp_path, capsys, monkeypatch):
    for name in command.FAMILIES:
        monkeypatch.setitem(command.FAMILIES, name, without_data)
    assert main(["--data", str(tmp_path)]) == 0
    assert capsys.readouterr().out.count("programme_instances.json") == len(command.FAMILIES) - 1


def test_a_smallest_conflict_is_recognised():
    one = {"value": [3, 2, 1], "weeks": [[4], [5], [6]], "budget": [3], "k": 1, "unit": [0, 0, 1], "min_units": 1}
    assert choose._minimal(one, (("means", 0),))
    assert not choose._minimal(one, (("units", 0),))
    assert not choose._minimal(one, (("means", 0), ("units", 0)))


def test_policies_and_juries_are_told_per_setting():
    assert [row.bar for row in adaptive.rows(2)] == ["B4"] * 6
    assert [row.bar for row in jury.rows(2)] == ["C1"] * 6


def test_order_of_rows_and_process_change_no_byte():
    bytes_row = list(start.rows(Shared(), quick=True))[-1]
    assert (bytes_row.bar, bytes_row.ours, bytes_row.met) == ("start", 1, True)
