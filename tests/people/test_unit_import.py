"""Reading in a file of units: what it would change, and that it changes all of that or nothing."""

import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.people import actions, queries
from datamatch.people.forms import read_units
from datamatch.people.models import Unit, UnitImport, UnitName, UnitParent
from tests.factories.moments import DAY, later
from tests.factories.people import make_administrator, make_person, make_unit

pytestmark = pytest.mark.django_db
OPEN_DATA = Path(__file__).parents[3] / "shared" / "data" / "nlgov" / "organisaties"
EZ, WATER = "org:ez", "org:water"


def unit(key, name, **given):
    return {"id": key, "names": [{"value": name}]} | given


def lines_of(*records):
    return read_units(json.dumps(records).encode(), name="units.json")


def plan_of(*records):
    return queries.plan_of(lines_of(*records), day=DAY, file="units.json")


def told(plan):
    return [(str(change.deed), change.before, change.after) for change in plan.changes]


def carry_out(moment, *records):
    return actions.import_units(lines=lines_of(*records), at=moment)


def state():
    names = list(UnitName.objects.order_by("pk").values_list("unit", "name", "valid_from", "valid_until"))
    links = list(UnitParent.objects.order_by("pk").values_list("unit", "parent", "valid_from", "valid_until"))
    return list(Unit.objects.order_by("pk").values()), names, links


def test_new_units_come_with_names_and_places_and_twice_changes_nothing(moment):
    names = [{"value": "EZK"}, {"value": "EZ", "valid_from": "2013-01-01", "valid_until": "2017-12-31"}]
    records = [unit(WATER, "Water", parent_id=EZ), {"id": EZ, "names": names, "tooi": "https://x/mnre1"}]
    assert told(plan_of(*records)) == [("new", "", "EZK"), ("new", "", "Water")]
    assert not Unit.objects.exists()
    carry_out(moment, *records)
    ez = Unit.objects.get(file_id=EZ)
    assert [(n.name, n.valid_from, n.valid_until) for n in ez.names.all()] == [
        ("EZ", date(2013, 1, 1), date(2018, 1, 1)), ("EZK", date(2018, 1, 1), None),
    ]  # fmt: skip
    assert [link.parent for link in Unit.objects.get(file_id=WATER).above.all()] == [ez]
    before = state()
    assert told(carry_out(moment, *records)) == []
    assert state() == before
    entry = TrailEntry.objects.get(deed="units.import")
    assert entry.details == {"units_new": 2}


def test_unit_is_known_by_its_identity_or_by_name_and_place(moment):
    ez = make_unit(name="EZ", tooi="https://x/mnre1")
    water = make_unit(name="Water")
    UnitParent.objects.create(unit=water, parent=ez)
    plan = carry_out(moment, unit(EZ, "EZ", tooi="https://x/mnre1", oin="7"), unit(WATER, "water", parent_id=EZ))
    assert [(str(c.deed), c.unit, c.fields) for c in plan.changes] == [
        ("filled", ez, ("oin", "file_id")), ("filled", water, ("file_id",)),
    ]  # fmt: skip
    assert Unit.objects.count() == 2


def test_renamed_moved_and_ended_units_keep_what_they_were(moment):
    carry_out(moment, unit(EZ, "EZ"), unit("org:lnv", "LNV"), unit(WATER, "Water", parent_id=EZ), unit("org:c", "C"))
    records = [
        {"id": EZ, "names": [{"value": "EZK", "valid_from": "2026-02-23"}]}, unit("org:lnv", "LNV"),
        unit(WATER, "Water", parent_id="org:lnv"), unit("org:c", "C", valid_until="2026-02-28"),
    ]  # fmt: skip
    assert told(plan_of(*records)) == [("renamed", "EZ", "EZK"), ("moved", "EZ", "LNV"), ("ended", "", "C")]
    carry_out(moment, *records)
    ez, water, gone = (Unit.objects.get(file_id=key) for key in (EZ, WATER, "org:c"))
    assert (ez.name, ez.name_on(date(2026, 2, 22)), gone.ended_on) == ("EZK", "EZ", date(2026, 3, 1))
    assert [(link.parent.name, link.valid_until) for link in water.above.order_by("pk")] == [
        ("EZK", DAY),
        ("LNV", None),
    ]
    before = state()
    assert told(carry_out(moment, *records)) == []
    assert state() == before
    deeds = TrailEntry.objects.filter(deed__startswith="unit.import").values_list("deed", flat=True)
    assert sorted(deeds) == ["unit.import.ended", "unit.import.moved", "unit.import.renamed"]


def test_former_names_are_added_where_none_were_known(moment):
    carry_out(moment, unit(EZ, "EZK"))
    names = [{"value": "EZK"}, {"value": "EZ", "valid_from": "2013-01-01", "valid_until": "2017-12-31"}]
    assert told(carry_out(moment, {"id": EZ, "names": names})) == [("history", "", "EZ")]
    assert Unit.objects.get().name_on(date(2014, 1, 1)) == "EZ"


def test_what_is_known_better_here_is_left_as_it_is(moment):
    admin = make_administrator()
    carry_out(moment, unit(EZ, "EZ"), unit("org:lnv", "LNV"), unit(WATER, "Water", parent_id=EZ), unit("org:c", "C"))
    ez, lnv, water, gone = (Unit.objects.get(file_id=key) for key in (EZ, "org:lnv", WATER, "org:c"))
    actions.rename_unit(unit=ez, name="EZK", abbreviation="", on=DAY, by=admin, at=moment)
    actions.place_unit(unit=water, parent=lnv, instead_of=water.above.get(), on=DAY, by=admin, at=moment)
    actions.end_unit(unit=gone, on=DAY, by=admin, at=moment)
    plan = plan_of(unit(EZ, "EZ"), unit("org:lnv", "LNV"), unit(WATER, "Water", parent_id=EZ), unit("org:c", "C"))
    assert told(plan) == []
    assert [(kept.unit, kept.after) for kept in plan.kept] == [
        (ez, "“EZ” is an older name; the file is older than what is here"),
        (water, "it stands under EZK at another time here"),
        (gone, "it has ended here; the file does not say so"),
    ]


def test_merged_unit_stays_merged(moment):
    carry_out(moment, unit(EZ, "EZ"), unit(WATER, "Water", parent_id=EZ), unit("org:part", "Part", parent_id=WATER))
    ez, water = Unit.objects.get(file_id=EZ), Unit.objects.get(file_id=WATER)
    actions.merge_unit(unit=water, into=ez, by=make_administrator(), at=moment)
    plan = plan_of(unit(EZ, "EZ"), unit(WATER, "Zee"), unit("org:part", "Part", parent_id=WATER))
    assert (told(plan), [kept.after for kept in plan.kept]) == ([], ["merged into EZ here"])


def test_ministry_counts_as_known_however_far_above(moment):
    ez = make_unit(name="EZ", tooi="https://x/mnre1")
    middle, low = make_unit(name="DG"), make_unit(name="Dienst", roo_id="5")
    UnitParent.objects.create(unit=middle, parent=ez)
    UnitParent.objects.create(unit=low, parent=middle)
    new = unit("org:new", "New", ministry_tooi="https://x/mnre1")
    plan = plan_of(unit("org:d", "Dienst", roo_id="5", ministry_tooi="https://x/mnre1"), new)
    assert [(str(c.deed), c.parents) for c in plan.changes] == [("new", (ez,)), ("filled", ())]


def faults(plan):
    return [(fault.row, fault.column, fault.text) for fault in plan.faults]


def test_what_does_not_fit_what_is_here_is_a_fault(moment):
    make_unit(name="A", tooi="https://x/a")
    make_unit(name="B", roo_id="2")
    plan = plan_of(
        unit(WATER, "Water", parent_id="org:nowhere"),
        unit("org:ab", "AB", tooi="https://x/a", roo_id="2"),
        unit("org:c", "C", ministry_tooi="https://x/none"),
    )
    found = {(row, column): text for row, column, text in faults(plan)}
    assert "Read in that unit first" in found[1, "parent_id"]
    assert "more than one unit here: A, B" in found[2, "tooi"]
    assert "ministries first" in found[3, "ministry_tooi"]
    with pytest.raises(Refused, match="Nothing was changed"):
        actions.import_units(lines=lines_of(unit(WATER, "Water", parent_id="org:nowhere")), at=moment)
    assert Unit.objects.count() == 2


def test_two_rows_about_one_unit_and_a_circle_with_what_is_here_are_faults(moment):
    high, low = make_unit(name="High", tooi="https://x/h"), make_unit(name="Low", roo_id="1", oin="2")
    UnitParent.objects.create(unit=low, parent=high)
    plan = plan_of(unit("org:l", "Low", roo_id="1"), unit("org:h", "High", tooi="https://x/h", parent_id="org:l"))
    assert [(row, column) for row, column, _text in faults(plan)] == [(2, "parent_id")]
    Unit.objects.filter(pk=low.pk).update(file_id="org:l2")
    plan = plan_of(unit("org:l2", "Low"), unit("org:l", "Low", roo_id="1"))
    assert "same unit as row 1" in faults(plan)[0][2]


def test_plan_asks_as_much_for_many_units_as_for_one():
    def count(number):
        lines = lines_of(*(unit(f"org:{at}", f"Unit {at}") for at in range(number)))
        with CaptureQueriesContext(connection) as asked:
            queries.plan_of(lines, day=DAY)
        return len(asked)

    make_unit()
    first = count(1)
    make_unit(), make_unit()
    assert count(30) == first


def test_files_that_nobody_carried_out_are_thrown_away_after_a_week(moment):
    admin = make_administrator()
    old = actions.read_in(lines=lines_of(unit(EZ, "EZ")), by=admin, at=moment)
    done = actions.read_in(lines=lines_of(unit(WATER, "Water")), by=admin, at=moment)
    actions.confirm_import(unit_import=done, by=admin, at=moment)
    assert actions.drop_old_imports(at=later(days=6)) == 0
    assert actions.drop_old_imports(at=later(days=7)) == 1
    assert list(UnitImport.objects.all()) == [done]
    assert TrailEntry.objects.last().of_id == str(old.public_id)


@pytest.fixture
def admin(sign_in):
    return sign_in(make_administrator())


def upload(client, content):
    file = SimpleUploadedFile("units.json", content if isinstance(content, bytes) else json.dumps(content).encode())
    return client.post(reverse("people:import_units"), {"file": file})


def test_uploaded_file_changes_nothing_until_somebody_says_yes(admin):
    answer = upload(admin, [unit(EZ, "EZ"), unit(WATER, "<i>Water</i>", parent_id=EZ)])
    assert answer.status_code == 302
    page = admin.get(answer.url).content.decode()
    assert "2 units in the file, 2 changes." in page
    assert "&lt;i&gt;Water&lt;/i&gt;" in page
    assert not Unit.objects.exists()
    assert answer.url in admin.get(reverse("people:import_units")).content.decode()
    kept = UnitImport.objects.get()
    done = admin.post(reverse("people:confirm_import", args=[kept.public_id]))
    assert (done.status_code, done.url, Unit.objects.count()) == (302, reverse("people:units"), 2)
    page = admin.get(answer.url).content.decode()
    assert "Nothing would change" in page
    for name in ("confirm_import", "drop_import"):
        assert admin.post(reverse(f"people:{name}", args=[kept.public_id])).status_code == 403
    deeds = set(TrailEntry.objects.values_list("deed", flat=True))
    assert deeds == {"units.read", "units.import"}


def test_uploaded_file_can_be_thrown_away(admin):
    upload(admin, [unit(EZ, "EZ")])
    kept = UnitImport.objects.get()
    assert admin.post(reverse("people:drop_import", args=[kept.public_id])).url == reverse("people:import_units")
    assert (UnitImport.objects.count(), Unit.objects.count()) == (0, 0)
    assert TrailEntry.objects.last().deed == "units.drop"


def test_faulty_upload_names_every_row_and_keeps_nothing(admin):
    answer = upload(admin, [unit("", "EZ"), unit(WATER, "")])
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "units.json, row 1, column “id”: A unit needs an id of its own" in page
    assert "units.json, row 2, column “names”: A name is empty." in page
    assert upload(admin, b"\x89PNG").status_code == 422
    assert admin.post(reverse("people:import_units")).status_code == 422
    assert not UnitImport.objects.exists()


def test_file_that_does_not_fit_what_is_here_cannot_be_carried_out(admin):
    answer = upload(admin, [unit(WATER, "Water", parent_id="org:nowhere")])
    page = admin.get(answer.url).content.decode()
    assert "Read in that unit first" in page
    assert "Mend the file first." in page
    kept = UnitImport.objects.get()
    assert admin.post(reverse("people:confirm_import", args=[kept.public_id])).status_code == 403
    assert not Unit.objects.exists()


def test_nobody_else_reads_in_units(admin, sign_in, moment):
    upload(admin, [unit(EZ, "EZ")])
    kept, person = UnitImport.objects.get(), make_person()
    client = sign_in(person)
    assert upload(client, []).status_code == 403
    assert client.get(reverse("people:unit_import", args=[kept.public_id])).status_code == 403
    for name in ("confirm_import", "drop_import"):
        assert client.post(reverse(f"people:{name}", args=[kept.public_id])).status_code == 403
    with pytest.raises(Refused, match="Only an administrator"):
        actions.read_in(lines=[], by=person, at=moment)
    assert not Unit.objects.exists()


def command(path, *options):
    out = StringIO()
    call_command("import_units", path, *options, stdout=out)
    return out.getvalue()


def test_command_previews_carries_out_and_names_faults(tmp_path):
    path = tmp_path / "units.json"
    path.write_text(json.dumps([unit(EZ, "EZ")]))
    assert "1 units read, 1 changes" in command(path, "--preview")
    assert not Unit.objects.exists()
    assert command(path).startswith("1 new\n  EZ\n")
    assert "0 changes" in command(path)
    path.write_text(json.dumps([unit(WATER, "Water", parent_id="org:nowhere")]))
    with pytest.raises(CommandError, match="row 1, column “parent_id”") as found:
        command(path)
    assert found.value.returncode == 2
    path.write_text("no")
    with pytest.raises(CommandError, match="not a JSON file"):
        command(path)
    with pytest.raises(CommandError, match="No such file"):
        command(tmp_path / "none.json")


@pytest.mark.skipif(not OPEN_DATA.is_dir(), reason="the open organisation data is not beside this repository")
def test_open_data_is_read_in_once_and_only_once(moment):
    actions.load_units(at=moment)
    files = [
        "ministeries-met-historie.json", "rijk-organisaties-roo.json",
        "agentschappen-inspecties-zbo-adviescolleges.json", "tooi-rwc_ministeries_compleet_1.jsonld.json",
    ]  # fmt: skip
    for name in files:
        actions.import_units(lines=read_units((OPEN_DATA / name).read_bytes(), name=name), at=moment)
    before, ez = state(), Unit.objects.get(slug="ez")
    for name in files:
        lines = read_units((OPEN_DATA / name).read_bytes(), name=name)
        assert told(actions.import_units(lines=lines, at=moment)) == []
    assert state() == before
    assert [ez.name_on(date(year, 6, 1)) for year in (2011, 2016, 2020, 2025)] == [
        "Economische Zaken, Landbouw en Innovatie", "Economische Zaken", "Economische Zaken en Klimaat",
        "Economische Zaken",
    ]  # fmt: skip
