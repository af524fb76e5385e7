"""Units through time: adding, naming, placing, ending, merging."""

from datetime import date, timedelta

import pytest

from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.people import actions, queries
from datamatch.people.models import Profile, Unit, UnitMerge
from tests.factories.moments import DAY, later
from tests.factories.people import make_administrator, make_person, make_unit

pytestmark = pytest.mark.django_db
TOMORROW = DAY + timedelta(days=1)


@pytest.fixture
def admin():
    return make_administrator()


@pytest.fixture
def ez(admin, moment):
    return actions.add_unit(name="Economische Zaken", abbreviation="EZ", by=admin, at=moment)


def below(parent, admin, moment, name="Directie Water", **given):
    return actions.add_unit(name=name, parent=parent, by=admin, at=moment, **given)


def merge(unit, into, admin, moment):
    return actions.merge_unit(unit=unit, into=into, by=admin, at=moment)


def dated(unit):
    return [(name.name, name.valid_from, name.valid_until) for name in unit.names.all()]


def last_deed():
    return TrailEntry.objects.order_by("position").last().deed


def test_added_unit_stands_where_it_was_put(ez, admin, moment):
    unit = below(ez, admin, moment, on=DAY)
    assert (unit.slug, dated(unit)) == ("directie-water", [("Directie Water", DAY, None)])
    assert [(link.parent, link.valid_from) for link in unit.above.all()] == [(ez, DAY)]
    assert last_deed() == "unit.add"


def test_namesakes_in_two_places_get_two_slugs(ez, admin, moment):
    other = below(ez, admin, moment, name="Landbouw")
    slugs = [below(parent, admin, moment, name="Communicatie").slug for parent in (ez, other)]
    assert slugs == ["communicatie", "communicatie-2"]
    assert actions.add_unit(name="Nieuw", by=admin, at=moment).slug == "nieuw-2"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"name": "  "}, "needs a name"),
        ({"name": "economische zaken"}, "already a unit"),
        ({"name": "X", "by": None}, "Only an administrator"),
    ],
)
def test_unit_is_not_added(ez, admin, moment, given, reason):
    person = make_person()
    with pytest.raises(Refused, match=reason):
        actions.add_unit(**{"by": admin, "at": moment} | given | ({"by": person} if "by" in given else {}))
    assert Unit.objects.count() == 1


def test_unit_is_not_added_under_what_ended_or_was_merged(ez, admin, moment):
    ended = make_unit(name="Old", ended_on=DAY)
    with pytest.raises(Refused, match="Old has ended on"):
        below(ended, admin, moment)
    merged = make_unit(name="Gone", merged_into=ez)
    with pytest.raises(Refused, match="Gone was merged into Economische Zaken"):
        below(merged, admin, moment)


def rename(unit, admin, moment, name="Economie", on=DAY):
    return actions.rename_unit(unit=unit, name=name, abbreviation="EZ", on=on, by=admin, at=moment)


def test_renamed_unit_keeps_its_old_name_until_the_day(ez, admin, moment):
    unit = rename(ez, admin, moment)
    assert dated(unit) == [("Economische Zaken", None, DAY), ("Economie", DAY, None)]
    assert (unit.name, unit.name_on(DAY), unit.name_on(date(2020, 1, 1))) == (
        "Economie",
        "Economie",
        "Economische Zaken",
    )
    assert last_deed() == "unit.rename"


def test_name_told_beforehand_is_shown_from_its_day(ez, admin, moment):
    unit = rename(ez, admin, moment, on=TOMORROW)
    assert unit.name == "Economische Zaken"
    assert actions.turn_names(at=moment) == 0
    assert actions.turn_names(at=later(days=1)) == 1
    assert actions.turn_names(at=later(days=1)) == 0
    unit.refresh_from_db()
    assert (unit.name, last_deed()) == ("Economie", "unit.turn")


def test_unit_is_not_renamed(ez, admin, moment):
    with pytest.raises(Refused, match="Only an administrator"):
        rename(ez, make_person(), moment)
    with pytest.raises(Refused, match="needs a name"):
        rename(ez, admin, moment, name=" ")
    with pytest.raises(Refused, match="the name it has"):
        rename(ez, admin, moment, name="Economische Zaken")
    rename(ez, admin, moment)
    with pytest.raises(Refused, match="“Economie” holds from"):
        rename(ez, admin, moment, name="Nog anders")
    with pytest.raises(Refused, match="has ended on"):
        rename(make_unit(ended_on=DAY), admin, moment)
    with pytest.raises(Refused, match="was merged into"):
        rename(make_unit(merged_into=ez), admin, moment)


def place(unit, parent, admin, moment, on=DAY, **given):
    return actions.place_unit(unit=unit, parent=parent, on=on, by=admin, at=moment, **given)


def parents_on(unit, day):
    return {link.parent.name for link in unit.above.on(day)}


def test_unit_has_several_parents_and_moves_from_a_day(ez, admin, moment):
    lnv, kgg = make_unit(name="LNV"), make_unit(name="KGG")
    unit = below(ez, admin, moment)
    place(unit, lnv, admin, moment)
    assert parents_on(unit, DAY) == {"Economische Zaken", "LNV"}
    place(unit, kgg, admin, moment, on=TOMORROW, instead_of=unit.above.get(parent=ez))
    assert parents_on(unit, DAY) == {"Economische Zaken", "LNV"}
    assert parents_on(unit, TOMORROW) == {"KGG", "LNV"}
    assert last_deed() == "unit.place"


def test_unit_is_taken_from_under_another(ez, admin, moment):
    unit = below(ez, admin, moment)
    actions.take_unit(link=unit.above.get(), on=DAY, by=admin, at=moment)
    assert (parents_on(unit, DAY), parents_on(unit, date(2020, 1, 1))) == (set(), {"Economische Zaken"})
    assert last_deed() == "unit.take"
    with pytest.raises(Refused, match="Economische Zaken until March 2, 2026 already"):
        actions.take_unit(link=unit.above.get(), on=DAY, by=admin, at=moment)
    place(unit, ez, admin, moment)
    assert parents_on(unit, DAY) == {"Economische Zaken"}


def test_link_that_never_held_is_removed(ez, admin, moment):
    unit = below(ez, admin, moment, on=DAY)
    actions.take_unit(link=unit.above.get(), on=DAY, by=admin, at=moment)
    assert not unit.above.exists()


def test_unit_does_not_come_under_itself_in_any_number_of_steps(ez, admin, moment):
    middle = below(ez, admin, moment)
    low = below(middle, admin, moment, name="Team")
    with pytest.raises(Refused, match="does not stand under itself"):
        place(ez, ez, admin, moment)
    with pytest.raises(Refused, match="stands above Team"):
        place(ez, low, admin, moment)
    with pytest.raises(Refused, match="stands under Directie Water already"):
        place(low, middle, admin, moment)
    with pytest.raises(Refused, match="Only an administrator"):
        place(low, ez, make_person(), moment)


def test_circle_through_a_merge_is_refused(ez, admin, moment):
    """Water stands under EZ; the team of Water may not take up EZ, nor what EZ was merged into."""
    water = below(ez, admin, moment)
    other = make_unit(name="EZK")
    merge(ez, other, admin, moment)
    with pytest.raises(Refused, match="EZK stands above Directie Water"):
        place(other, water, admin, moment)
    with pytest.raises(Refused, match="EZK stands above Directie Water"):
        merge(other, water, admin, moment)


def test_merged_unit_lends_its_people_and_stands_for_the_other(ez, admin, moment):
    water, sea = below(ez, admin, moment), below(ez, admin, moment, name="Directie Zee")
    below(water, admin, moment, name="Team Peil")
    people = [make_person(unit=water) for _ in range(2)]
    done = merge(water, sea, admin, moment)
    water.refresh_from_db()
    assert {Profile.objects.get(person=person).unit for person in people} == {sea}
    assert queries.live_unit(water) == sea
    assert queries.family_of(sea) == {sea.pk, water.pk}
    tree = queries.Tree(DAY)
    assert [tree.units[pk].name for pk in tree.below[sea.pk]] == ["Team Peil"]
    assert water not in queries.units_on(DAY)
    assert dated(water) == [("Directie Water", None, None)]
    assert (list(queries.merges_to_undo(sea, at=moment)), last_deed()) == ([done], "unit.merge")


def test_merge_is_undone_but_not_over_a_later_choice(ez, admin, moment):
    water, sea = below(ez, admin, moment), below(ez, admin, moment, name="Directie Zee")
    stays, left = make_person(unit=water), make_person(unit=water)
    done = merge(water, sea, admin, moment)
    Profile.objects.filter(person=left).update(unit=ez)
    actions.undo_merge(merge=done, by=admin, at=later(days=13))
    units = [Profile.objects.get(person=person).unit for person in (stays, left)]
    assert (units, last_deed()) == ([water, ez], "unit.unmerge")
    with pytest.raises(Refused, match="undone already"):
        actions.undo_merge(merge=done, by=admin, at=later(days=13))
    assert merge(water, sea, admin, later(days=14)).unit == water


def test_merge_is_not_undone_too_late_by_others_or_out_of_order(ez, admin, moment):
    water, sea = below(ez, admin, moment), below(ez, admin, moment, name="Directie Zee")
    done = merge(water, sea, admin, moment)
    with pytest.raises(Refused, match="for 14 days"):
        actions.undo_merge(merge=done, by=admin, at=later(days=14))
    with pytest.raises(Refused, match="Only an administrator"):
        actions.undo_merge(merge=done, by=make_person(), at=moment)
    merge(sea, ez, admin, moment)
    with pytest.raises(Refused, match="Undo that first"):
        actions.undo_merge(merge=done, by=admin, at=moment)
    water.refresh_from_db()
    assert queries.live_unit(water) == ez


def test_unit_is_not_merged(ez, admin, moment):
    water = below(ez, admin, moment)
    for unit, into, by, reason in (
        (water, water, admin, "into itself"),
        (ez, water, admin, "Merge the lower one"),
        (water, ez, make_person(), "Only an administrator"),
        (water, make_unit(ended_on=DAY), admin, "has ended on"),
    ):
        with pytest.raises(Refused, match=reason):
            merge(unit, into, by, moment)
    merge(water, ez, admin, moment)
    with pytest.raises(Refused, match="was merged into Economische Zaken"):
        merge(water, ez, admin, moment)
    assert UnitMerge.objects.count() == 1


def end(unit, admin, moment, on=TOMORROW):
    return actions.end_unit(unit=unit, on=on, by=admin, at=moment)


def test_ended_unit_exists_until_its_day_and_can_go_on(ez, admin, moment):
    unit = end(ez, admin, moment)
    assert (list(queries.units_on(DAY)), list(queries.units_on(TOMORROW)), last_deed()) == ([ez], [], "unit.end")
    assert dated(unit) == [("Economische Zaken", None, TOMORROW)]
    with pytest.raises(Refused, match="has ended on"):
        end(ez, admin, moment)
    unit = actions.resume_unit(unit=unit, by=admin, at=moment)
    assert (unit.ended_on, dated(unit), last_deed()) == (None, [("Economische Zaken", None, None)], "unit.resume")
    with pytest.raises(Refused, match="has not ended"):
        actions.resume_unit(unit=unit, by=admin, at=moment)


def test_unit_does_not_end_above_what_would_stand_under_nothing(ez, admin, moment):
    unit = below(ez, admin, moment)
    with pytest.raises(Refused, match="Directie Water would stand under nothing"):
        end(ez, admin, moment)
    place(unit, make_unit(name="LNV"), admin, moment)
    end(ez, admin, moment)


def test_unit_does_not_end_for_others_or_before_its_name(ez, admin, moment):
    with pytest.raises(Refused, match="Only an administrator"):
        end(ez, make_person(), moment)
    rename(ez, admin, moment)
    with pytest.raises(Refused, match="holds from"):
        end(ez, admin, moment, on=DAY)
    end(ez, admin, moment)
    with pytest.raises(Refused, match="Only an administrator"):
        actions.resume_unit(unit=ez, by=make_person(), at=moment)


def test_lists_loaded_again_leave_what_was_changed_here(admin, moment):
    actions.load_units(at=moment)
    unit = rename(Unit.objects.get(slug="dictu"), admin, moment, name="Rijksdienst ICT")
    actions.load_units(at=moment)
    unit.refresh_from_db()
    assert (unit.name, Unit.objects.count()) == ("Rijksdienst ICT", 115)
