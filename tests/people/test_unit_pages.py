"""Pages about units."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.people import actions
from datamatch.people.models import Unit, UnitParent
from tests.factories.moments import DAY
from tests.factories.people import make_administrator, make_person, make_unit

pytestmark = pytest.mark.django_db
DEEDS = ("rename_unit", "place_unit", "take_unit", "merge_unit", "end_unit", "resume_unit")


@pytest.fixture
def admin(sign_in):
    administrator = make_administrator()
    client = sign_in(administrator)
    client.me = administrator
    return client


def page_of(client, unit):
    return client.get(unit.get_absolute_url()).content.decode()


def post(client, deed, unit, **given):
    return client.post(reverse(f"people:{deed}", args=[unit.slug]), {"on": DAY.isoformat()} | given)


def test_everybody_sees_the_tree_and_only_administrators_its_deeds(sign_in):
    ez, lnv = make_unit(name="EZ"), make_unit(name="LNV")
    joint = make_unit(name="Joint directorate")
    for parent in (ez, lnv):
        UnitParent.objects.create(unit=joint, parent=parent)
    page = sign_in(make_person()).get(reverse("people:units")).content.decode()
    assert page.count("Joint directorate") == 2
    assert "also under LNV" in page
    assert "Add a unit" not in page
    assert "Change this unit" not in page_of(sign_in(make_person()), ez)
    assert "Add a unit" in sign_in(make_administrator()).get(reverse("people:units")).content.decode()
    assert "Change this unit" in page_of(sign_in(make_administrator()), ez)


def test_search_shows_former_names_and_where_a_unit_stands(admin, moment):
    ez = make_unit(name="Economische Zaken")
    unit = actions.add_unit(name="Water", parent=ez, by=admin.me, at=moment)
    actions.rename_unit(unit=unit, name="Zee", abbreviation="", on=DAY, by=admin.me, at=moment)
    page = admin.get(reverse("people:units"), {"text": "water"}).content.decode()
    assert "Was called until March 2, 2026: Water" in page
    assert "under Economische Zaken" in page
    assert "No unit found" in admin.get(reverse("people:units"), {"text": "lucht"}).content.decode()


def test_pages_of_units_ask_as_much_for_three_as_for_one(sign_in):
    ez = make_unit()
    client = sign_in(make_person())

    def count():
        with CaptureQueriesContext(connection) as asked:
            for query in ({}, {"text": "unit"}):
                assert client.get(reverse("people:units"), query).status_code == 200
            page_of(client, ez)
        return len(asked)

    UnitParent.objects.create(unit=make_unit(), parent=ez)
    first = count()
    for _ in range(3):
        UnitParent.objects.create(unit=make_unit(), parent=ez)
    assert count() == first


def test_administrator_adds_a_unit(admin):
    parent = make_unit(name="EZ")
    answer = admin.post(reverse("people:add_unit"), {"name": "Water", "abbreviation": "W", "parent": parent.slug})
    unit = Unit.objects.get(name="Water")
    assert (answer.status_code, answer.url) == (302, unit.get_absolute_url())
    assert [link.parent for link in unit.above.all()] == [parent]
    answer = admin.post(reverse("people:add_unit"), {"name": "Water", "parent": parent.slug})
    assert (answer.status_code, "already a unit" in answer.content.decode()) == (422, True)


def test_administrator_renames_places_takes_merges_ends_and_resumes(admin):
    ez, lnv, unit = make_unit(name="EZ"), make_unit(name="LNV"), make_unit(name="Water")
    assert post(admin, "rename_unit", unit, name="Zee").url == unit.get_absolute_url()
    assert post(admin, "place_unit", unit, parent=ez.slug).status_code == 302
    assert post(admin, "place_unit", unit, parent=lnv.slug, instead_of=ez.slug).status_code == 302
    assert [link.parent for link in unit.above.on(DAY)] == [lnv]
    assert post(admin, "take_unit", unit, parent=lnv.slug).status_code == 302
    assert not unit.above.on(DAY).exists()
    assert post(admin, "end_unit", lnv).status_code == 302
    assert "This unit existed until March 2, 2026." in page_of(admin, lnv)
    assert post(admin, "resume_unit", lnv).status_code == 302
    assert post(admin, "merge_unit", unit, into=ez.slug).status_code == 302
    page = page_of(admin, ez)
    assert "Undo the merge" in page
    assert "This unit is part of EZ now." in page_of(admin, unit)
    merge = unit.merges.get()
    assert admin.post(reverse("people:undo_merge", args=[merge.public_id])).status_code == 302
    unit.refresh_from_db()
    assert (unit.name, unit.merged_into) == ("Zee", None)


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("rename_unit", {"name": ""}, "This field is required"),
        ("rename_unit", {"name": "EZ"}, "That is the name it has."),
        ("place_unit", {"parent": "child"}, "stands above Child"),
        ("merge_unit", {"into": "child"}, "Merge the lower one"),
        ("end_unit", {"on": "soon"}, "Enter a valid date."),
        ("end_unit", {}, "would stand under nothing"),
        ("take_unit", {"parent": "child"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_done_stands_by_its_form(admin, name, given, words):
    ez = make_unit(name="EZ")
    UnitParent.objects.create(unit=make_unit(name="Child", slug="child"), parent=ez)
    answer = post(admin, name, ez, **given)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert '<details class="dm-more" open>' in answer.content.decode()


def test_nobody_else_changes_units(sign_in, moment):
    unit, other = make_unit(), make_unit()
    merge = actions.merge_unit(unit=make_unit(), into=other, by=make_administrator(), at=moment)
    client = sign_in(make_person())
    for name in DEEDS:
        assert post(client, name, unit, name="X", into=other.slug, parent=other.slug).status_code == 403
    assert client.post(reverse("people:undo_merge", args=[merge.public_id])).status_code == 403
    for name in ("add_unit", "import_units"):
        assert client.get(reverse(f"people:{name}")).status_code == 403


def test_names_that_people_wrote_are_shown_as_text(admin):
    unit = make_unit(name="<b>Bold</b>")
    assert "&lt;b&gt;Bold&lt;/b&gt;" in page_of(admin, unit)
    assert "<b>Bold</b>" not in page_of(admin, unit)
    assert "<b>Bold</b>" not in admin.get(reverse("people:units")).content.decode()
