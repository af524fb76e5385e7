"""The file of units: what it holds, and what is wrong with it."""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from datamatch.foundation.tables.faults import FaultyFiles
from datamatch.people.forms import read_units
from datamatch.people.queries.unit_lines import from_json, to_json

OPEN_DATA = Path(__file__).parents[3] / "shared" / "data" / "nlgov" / "organisaties"
TOOI = "https://identifier.overheid.nl/tooi/id/ministerie/"
ONTOLOGY = "https://identifier.overheid.nl/tooi/def/ont/"


def read(records):
    return read_units(json.dumps(records).encode(), name="units.json")


def unit(key="org:water", name="Water", **given):
    return {"id": key, "names": [{"value": name}]} | given


def faults_of(content):
    with pytest.raises(FaultyFiles) as found:
        read_units(content if isinstance(content, bytes) else json.dumps(content).encode(), name="units.json")
    return [(fault.row, fault.column, fault.text) for fault in found.value.faults]


def test_unit_is_read_with_its_identities_and_place():
    line = read([unit("org:ez"), unit(parent_id="org:ez", tooi=f"{TOOI}mnre1", roo_id=12, oin="9")])[1]
    assert (line.row, line.name, line.parents, line.tooi) == (2, "Water", ("org:ez",), f"{TOOI}mnre1")
    assert (line.roo_id, line.oin, line.file_id) == ("12", "9", "org:water")


def test_last_day_of_the_file_is_the_day_before_ours():
    names = [
        {"value": "EZK", "abbr": "EZK", "valid_from": "2018-01-01"},
        {"value": "EZ", "valid_from": "2013-01-01", "valid_until": "2017-12-31"},
        {"value": "EZ en Klimaat"},
    ]
    line = read([{"id": "org:ez", "names": names, "valid_until": "2024-07-01"}])[0]
    assert (line.name, line.ended_on) == ("EZK", date(2024, 7, 2))
    assert [(n.name, n.since, n.until) for n in line.former] == [("EZ", date(2013, 1, 1), date(2018, 1, 1))]


def test_historic_versions_become_former_names_of_what_they_went_over_into():
    def version(key, name, since, until, successor):
        names = [{"value": name, "valid_from": since, "valid_until": until}]
        given = {"tooi": f"{TOOI}hv_{key}", "valid_until": until, "successor_id": successor}
        return {"id": key, "names": names} | given

    lines = read([
        version("one", "EL&I", "2010-10-14", "2012-12-31", ["two"]),
        version("two", "EZ", "2013-01-01", "2017-12-31", "org:ezk"),
        unit("org:ezk", "EZK", tooi=f"{TOOI}mnre1045"),
        unit("org:part", "Part", parent_id="two"),
    ])  # fmt: skip
    assert [line.name for line in lines] == ["EZK", "Part"]
    assert [name.name for name in lines[0].former] == ["EL&I", "EZ"]
    assert (lines[0].named_on, lines[1].parents) == (date(2018, 1, 1), ("org:ezk",))


def test_historic_version_of_nothing_we_know_is_a_unit_of_its_own():
    lines = read([unit(tooi=f"{TOOI}hv_1", valid_until="2020-01-01", successor_id="org:gone")])
    assert [(line.name, line.ended_on) for line in lines] == [("Water", date(2020, 1, 2))]


def test_living_unit_stands_under_what_its_parent_went_over_into():
    lines = read([
        unit("org:vro", "VRO", valid_until="2026-02-23", successor_id="org:bzk"),
        unit("org:bzk", "BZK"),
        unit("org:rvb", "RVB", parent_id="org:vro"),
    ])  # fmt: skip
    assert lines[2].parents == ("org:bzk",)


def test_register_of_ministries_is_read_with_its_versions():
    def record(key, name, **said):
        fields = {"officieleNaamExclSoort": name, "afkorting": name} | said
        record = {"@id": TOOI + key, "@type": [f"{ONTOLOGY}Ministerie"]}
        return record | {ONTOLOGY + field: [{"@value": value}] for field, value in fields.items()}

    old = record("hv_1", "EZ", einddatum="2017-12-31")
    old["@type"].append(f"{ONTOLOGY}HistorischeVersie")
    old["http://www.w3.org/ns/prov#specializationOf"] = [{"@id": f"{TOOI}mnre1045"}]
    change = {"@id": f"{TOOI}wzg_1", "@type": [f"{ONTOLOGY}Toestandswijziging"]}
    lines = read([old, record("mnre1045", "EZK", begindatum="2010-10-14"), change])
    assert [(line.name, line.tooi, line.named_on) for line in lines] == [("EZK", f"{TOOI}mnre1045", date(2018, 1, 1))]
    assert [(n.name, n.since, n.until) for n in lines[0].former] == [("EZ", date(2010, 10, 14), date(2018, 1, 1))]


def test_lines_are_kept_and_read_back_whole():
    lines = read([unit("org:ez", valid_until="2020-01-01"), unit(parent_id=["org:ez"])])
    assert from_json(json.loads(json.dumps(to_json(lines)))) == lines


@pytest.mark.parametrize(
    ("content", "row", "field", "words"),
    [
        (b"\xff\xfe", 0, "", "not a JSON file"),
        (b"[" * 100_000, 0, "", "not a JSON file"),
        (b"{}", 0, "", "not a list of units"),
        ([], 0, "", "not a list of units"),
        ([unit(key="")], 1, "id", "an id of its own"),
        ([{"id": "org:water"}], 1, "names", "at least one name"),
        ([unit(name=" ")], 1, "names", "A name is empty"),
        ([unit(name="x" * 201)], 1, "value", "at most 200 fit"),
        ([unit(name=["x"])], 1, "value", "not a text"),
        ([unit(valid_until="tomorrow")], 1, "valid_until", "“tomorrow” is not a day"),
        ([unit(), unit(name="Zee")], 2, "id", "Row 1 has this identity too"),
        ([unit(roo_id="1"), unit("org:zee", roo_id="1")], 2, "roo_id", "Row 1 has this identity too"),
        ([unit(parent_id="org:zee"), unit("org:zee", parent_id="org:water")], 1, "parent_id", "stands under itself"),
        ([{"@id": "x"}], 0, "", "no organisations in this register"),
    ],
)
def test_fault_names_row_field_and_what_to_do(content, row, field, words):
    found = faults_of(content)
    assert found[0][:2] == (row, field)
    assert words in found[0][2]


def test_name_that_ends_before_it_begins_is_a_fault():
    names = [{"value": "Water", "valid_from": "2020-01-02", "valid_until": "2020-01-01"}]
    assert "ends before it begins" in faults_of([{"id": "org:water", "names": names}])[0][2]


def test_too_large_a_file_is_a_fault():
    assert "larger than 20 MB" in faults_of(b" " * 20_000_001)[0][2]
    assert "more than 20,000" in faults_of([{}] * 20_001)[0][2]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda some: st.lists(some, max_size=3) | st.dictionaries(
        st.sampled_from(["id", "names", "value", "abbr", "valid_from", "valid_until", "parent_id", "tooi", "roo_id",
                         "successor_id", "@id", "@type", f"{ONTOLOGY}officieleNaamExclSoort"]), some, max_size=5),
    max_leaves=12,
)  # fmt: skip


@drawn(st.lists(st.dictionaries(st.sampled_from(["id", "names", "parent_id", "valid_until", "@id", "tooi"]), ANYTHING)))
def test_whatever_is_in_a_file_it_is_read_or_refused_in_words(records):
    with suppress(FaultyFiles):
        read(records)


def test_signs_that_no_database_likes_are_left_out():
    line = read([unit(name="Wa\x00ter\n \ud800Zee", tooi=f"{TOOI}\x00mnre1")])[0]
    assert (line.name, line.tooi) == ("Water Zee", f"{TOOI}mnre1")


@pytest.mark.skipif(not OPEN_DATA.is_dir(), reason="the open organisation data is not beside this repository")
@pytest.mark.parametrize(
    ("file", "count"),
    [
        ("ministeries-met-historie.json", 19),
        ("rijk-organisaties-roo.json", 886),
        ("agentschappen-inspecties-zbo-adviescolleges.json", 368),
        ("tooi-rwc_ministeries_compleet_1.jsonld.json", 16),
    ],
)
def test_open_data_is_read_without_faults(file, count):
    assert len(read_units((OPEN_DATA / file).read_bytes(), name=file)) == count
