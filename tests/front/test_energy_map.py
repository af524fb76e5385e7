"""The energy map: figures by unit, week and role, for those who steer an edition."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.front import rules
from datamatch.front.enums import Measure
from datamatch.front.queries.energy_grid import Figures, grid_of
from datamatch.front.queries.energy_map import role_lines, totals_of, unit_lines, weekly, weeks_of
from datamatch.front.queries.missing_roles import idea_lines, ideas_by_need, missing_counts
from datamatch.ideas.enums import EnergyKind, IdeaState
from tests.factories.editions import make_director, make_edition, make_juror, make_manager, make_screener
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import later
from tests.factories.people import make_administrator, make_person, make_unit

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 2)


@pytest.fixture
def edition():
    return make_edition()


def energised(edition, unit, *, role="jurist", hours=4, **given):
    """Let somebody of this unit join a new idea of nobody's unit."""
    idea = given.pop("idea", None) or make_idea(edition=edition)
    person = make_person(unit=unit)
    return make_energy(idea=idea, person=person, kind=EnergyKind.JOIN, role=role, hours_per_week=hours, **given)


def map_of(edition):
    return reverse("front:energy_map", args=[edition.slug])


def test_managers_directors_and_administrators_see_it(edition):
    for reader in (make_manager(edition), make_director(edition), make_administrator()):
        assert rules.why_not_see_energy_map(edition=edition, by=reader) is None


def test_others_do_not_see_it(edition, sign_in):
    reason = "The energy map is for the managers and directors of this edition."
    for reader in (make_person(), make_screener(edition), make_juror(edition), make_manager(make_edition())):
        assert rules.why_not_see_energy_map(edition=edition, by=reader) == reason
        assert sign_in(reader).get(map_of(edition)).status_code == 403


def test_totals_count_a_person_once_and_only_sent_ideas(edition):
    idea, person = make_idea(edition=edition), make_person()
    make_energy(idea=idea, person=person, kind=EnergyKind.JOIN, hours_per_week=6)
    make_energy(idea=idea, person=person, kind=EnergyKind.SUPPORT)
    draft = make_idea(edition=edition, state=IdeaState.DRAFT)
    make_energy(idea=draft, kind=EnergyKind.JOIN, hours_per_week=40)
    told = totals_of(edition)
    assert (told.ideas, told.people, told.hours) == (1, 1, 6)


def test_units_tell_what_they_bring_most_hours_first(edition):
    barn, lab = make_unit(name="Barn office"), make_unit(name="Lab")
    make_idea(edition=edition, submitter=make_person(unit=barn))
    energised(edition, barn, hours=2)
    energised(edition, lab, hours=8)
    make_energy(idea=make_idea(edition=edition), person=make_person(unit=lab))
    told = [(str(line.unit), line.ideas, line.people, line.joining, line.hours) for line in unit_lines(edition)]
    assert told == [("Lab", 0, 2, 1, 8), ("Barn office", 1, 1, 1, 2), ("None", 3, 0, 0, 0)]


def test_unit_that_somebody_keeps_hidden_gets_nothing_from_them(edition):
    energy = energised(edition, make_unit(name="Barn office"), hours=2)
    energy.person.profile.unit_for = "unit"
    energy.person.profile.save()
    assert [(line.unit, line.hours) for line in unit_lines(edition)] == [(None, 2)]
    assert {home for home, _week in weekly(edition, Measure.HOURS)} == {None}


def test_roles_tell_hours_and_people(edition):
    unit = make_unit()
    for role, hours in (("jurist", 2), ("jurist", 3), ("data-scientist", 4)):
        energised(edition, unit, role=role, hours=hours)
    assert [(line.role, line.joining, line.hours) for line in role_lines(edition)] == [
        ("jurist", 2, 5),
        ("data-scientist", 1, 4),
    ]


def test_weeks_count_from_monday_and_leave_no_week_out(edition):
    unit = make_unit()
    first, last = energised(edition, unit, hours=2), energised(edition, unit, hours=3)
    last.stated_at = later(days=15)
    last.save()
    assert first.stated_at < last.stated_at
    told = weekly(edition, Measure.HOURS)
    assert told == {(unit.pk, MONDAY): 2, (unit.pk, date(2026, 3, 16)): 3}
    assert weeks_of(told) == [MONDAY, date(2026, 3, 9), date(2026, 3, 16)]
    assert weeks_of({}) == []


def test_at_most_ten_weeks_are_drawn():
    assert len(weeks_of([(1, MONDAY), (1, date(2026, 8, 31))])) == 10


def test_an_idea_tells_who_is_missing(edition):
    idea = make_idea(edition=edition)
    energised(edition, make_unit(), idea=idea, role="jurist")
    make_energy(idea=idea, person=make_person(discipline="ethicus"), kind=EnergyKind.ADVISE)
    [line] = idea_lines(list(ideas_by_need(edition)))
    states = dict(line.aspects)
    assert (states["legal"], states["ethical"], states["technical"]) == ("in", "between", "out")
    assert line.missing == 5
    assert missing_counts(edition)["legal"] == 0
    assert missing_counts(edition)["ethical"] == 1


def test_least_joined_ideas_come_first(edition):
    joined, alone = make_idea(edition=edition), make_idea(edition=edition)
    energised(edition, make_unit(), idea=joined)
    assert list(ideas_by_need(edition)) == [alone, joined]


def test_few_people_cannot_be_recognised_by_a_director(edition, sign_in):
    barn = make_unit(name="Barn office")
    make_idea(edition=edition, submitter=make_person(unit=barn))
    for reader, shown in ((make_director(edition), True), (make_manager(edition), False)):
        answer = sign_in(reader).get(map_of(edition), {"show": "ideas"})
        assert ("1 or 2" in answer.content.decode()) is shown
    edition.stage = Stage.MATCHING
    edition.save()
    answer = sign_in(make_director(edition)).get(map_of(edition), {"show": "ideas"})
    assert "1 or 2" not in answer.content.decode()


def test_order_tells_a_director_no_more_than_the_figures(edition):
    one, two = make_unit(name="Alder"), make_unit(name="Beech")
    for unit in (one, two, two):
        make_idea(edition=edition, unit=unit)
    lines = unit_lines(edition)
    assert [str(line.unit) for line in Figures(exact=True).in_order(lines)] == ["Beech", "Alder"]
    assert [str(line.unit) for line in Figures(exact=False).in_order(lines)] == ["Alder", "Beech"]


def test_figures_from_three_are_told_as_they_are():
    figures = Figures(exact=False)
    assert [figures.text(amount) for amount in (0, 1, 2, 3)] == ["0", "1 or 2", "1 or 2", "3"]


def test_units_beyond_twelve_stand_in_one_row(edition):
    for _each in range(14):
        energised(edition, make_unit())
    grid = grid_of(edition, measure=Measure.PEOPLE, lines=unit_lines(edition), figures=Figures(exact=True))
    # Fourteen units and the ideas of people who told no unit.
    assert [row["total"] for row in grid["rows"]] == ["1"] * 12 + ["2"]
    assert grid["totals"] == [14, ""]


def test_page_is_empty_before_the_first_idea(edition, sign_in):
    page = sign_in(make_manager(edition)).get(map_of(edition)).content.decode()
    assert "No energy yet" in page


def test_an_unknown_measure_counts_people(edition, sign_in):
    answer = sign_in(make_manager(edition)).get(map_of(edition), {"show": "euros'; --"})
    assert answer.context["measure"] == Measure.PEOPLE


def test_number_of_queries_does_not_grow(edition, sign_in, django_assert_num_queries):
    reader = sign_in(make_manager(edition))
    energised(edition, make_unit())
    reader.get(map_of(edition))
    with CaptureQueriesContext(connection) as counted:
        reader.get(map_of(edition))
    for _each in range(2):
        energised(edition, make_unit())
    with django_assert_num_queries(len(counted)):
        reader.get(map_of(edition))


def test_what_a_merged_unit_sent_counts_for_the_other(edition):
    barn, shed, hut = make_unit(name="Barn office"), make_unit(name="Shed"), make_unit(name="Hut")
    for unit in (barn, shed, hut):
        make_idea(edition=edition, submitter=make_person(unit=unit))
    for unit, into in ((shed, hut), (hut, barn)):
        unit.merged_into = into
        unit.save()
    assert [(str(line.unit), line.ideas) for line in unit_lines(edition)] == [("Barn office", 3)]
    assert {key for key, _week in weekly(edition, "ideas")} == {barn.pk}
