"""The units as a tree."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from datamatch.people import queries
from datamatch.people.models import UnitName, UnitParent
from tests.factories.moments import DAY
from tests.factories.people import make_unit

pytestmark = pytest.mark.django_db


def under(unit, *parents, **given):
    for parent in parents:
        UnitParent.objects.create(unit=unit, parent=parent, **given)
    return unit


def test_tree_knows_roots_branches_and_other_places():
    ez, lnv = make_unit(name="EZ"), make_unit(name="LNV")
    joint = under(make_unit(name="Joint"), ez, lnv)
    team = under(make_unit(name="Team"), joint)
    tree = queries.Tree(DAY)
    assert tree.roots() == [ez, lnv]
    branch = tree.branch(ez, depth=1)
    assert [(b.unit, b.elsewhere, b.count, b.deeper) for b in branch.children] == [(joint, (lnv,), 1, True)]
    assert tree.branch(lnv, depth=2).children[0].children[0].unit == team
    assert queries.units_within(ez, day=DAY) == {ez.pk, joint.pk, team.pk}
    assert queries.units_above(team, day=DAY) == [ez, joint, lnv]


def test_tree_is_that_of_its_day():
    ez, lnv = make_unit(name="EZ"), make_unit(name="LNV", ended_on=date(2026, 1, 1))
    unit = under(make_unit(name="Unit"), lnv, valid_until=date(2026, 1, 1))
    under(unit, ez, valid_from=date(2026, 1, 1))
    assert queries.Tree(date(2025, 12, 31)).parents(unit) == [lnv]
    assert queries.Tree(DAY).parents(unit) == [ez]
    assert queries.Tree(DAY).roots() == [ez]
    assert queries.Tree(DAY, ended=True).roots() == [ez, lnv]


def test_within_counts_what_was_merged_into_any_of_them():
    ez = make_unit(name="EZ")
    part = under(make_unit(name="Part"), ez)
    gone = make_unit(name="Gone", merged_into=part)
    longer_gone = make_unit(name="Longer gone", merged_into=gone)
    assert queries.units_within(ez, day=DAY) == {ez.pk, part.pk, gone.pk, longer_gone.pk}


def test_titles_tell_namesakes_apart():
    ez = make_unit(name="Economische Zaken", abbreviation="EZ")
    under(make_unit(name="Communicatie", slug="c"), ez)
    assert queries.Tree(DAY).choices() == [("c", "Communicatie (EZ)"), (ez.slug, "Economische Zaken (EZ)")]


def test_units_are_found_by_former_names_too():
    ez, other = make_unit(name="EZK", abbreviation="EZK"), make_unit(name="LNV", ended_on=date(2026, 1, 1))
    UnitName.objects.create(unit=ez, name="Economische Zaken, Landbouw en Innovatie", valid_until=DAY)
    make_unit(name="Landbouw weg", merged_into=ez)
    assert list(queries.units_found("landbouw innovatie", day=DAY)) == [ez]
    assert list(queries.units_found("lnv", day=DAY)) == []
    assert list(queries.units_found("lnv", day=DAY, ended=True)) == [other]


def test_tree_asks_as_much_for_many_units_as_for_one():
    def count():
        with CaptureQueriesContext(connection) as asked:
            tree = queries.Tree(DAY)
            [tree.branch(unit, depth=3) for unit in tree.roots()]
            tree.choices()
        return len(asked)

    ez = make_unit()
    first = count()
    for _ in range(3):
        under(make_unit(), ez)
    assert count() == first == 2
