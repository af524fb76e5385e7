"""Missing reviews are shared out: level, free of conflicts, units apart."""

from collections import Counter

import pytest

from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas.models import Idea
from datamatch.screening import actions
from datamatch.screening.enums import AssignmentState
from datamatch.screening.models import Assignment
from datamatch.screening.rules import conflict_of
from tests.factories.editions import make_screener
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person, make_unit
from tests.factories.screening import make_assignment


def assign(edition, manager):
    return actions.assign_reviews(edition=edition, by=manager, at=MOMENT)


def test_every_idea_gets_its_reviews(edition, manager, screeners, ideas):
    assigned = assign(edition, manager)
    assert (assigned.count, assigned.shortfall) == (14, [])
    assert set(Counter(Assignment.objects.values_list("idea", flat=True)).values()) == {2}


def test_shares_are_level(edition, manager, screeners, ideas):
    assign(edition, manager)
    shares = Counter(Assignment.objects.values_list("screener", flat=True)).values()
    assert sorted(shares) == [3, 3, 4, 4]


def test_nobody_is_asked_for_an_idea_they_are_tied_to(edition, manager):
    units = [make_unit() for _ in range(3)]
    screeners = [make_screener(edition, make_person(unit=unit)) for unit in units * 2]
    for screener in screeners:
        idea = make_idea(edition=edition, submitter=screener)
        make_energy(idea=idea, person=screeners[0])
    assign(edition, manager)
    pairs = Assignment.objects.select_related("idea", "screener")
    assert [conflict_of(idea=p.idea, person=p.screener) for p in pairs] == [None] * 12


def test_an_idea_is_read_by_different_units_where_possible(edition, manager):
    units = [make_unit() for _ in range(2)]
    for unit in units * 2:
        make_screener(edition, make_person(unit=unit))
    for _ in range(4):
        make_idea(edition=edition)
    assign(edition, manager)
    for idea in Idea.objects.all():
        readers = Assignment.objects.filter(idea=idea)
        assert set(readers.values_list("screener__profile__unit", flat=True)) == {unit.pk for unit in units}


def test_one_unit_reads_twice_where_there_is_no_other(edition, manager, ideas):
    unit = make_unit()
    for _ in range(2):
        make_screener(edition, make_person(unit=unit))
    assert assign(edition, manager).shortfall == []


def test_again_asks_only_what_is_missing(edition, manager, screeners, ideas):
    assign(edition, manager)
    before = set(Assignment.objects.values_list("pk", flat=True))
    make_idea(edition=edition)
    assert assign(edition, manager).count == 2
    assert before < set(Assignment.objects.values_list("pk", flat=True))
    assert assign(edition, manager) == actions.Assigned(0, [])


def test_idea_handed_back_goes_to_somebody_else(edition, manager, screeners):
    idea = make_idea(edition=edition)
    gone = make_assignment(idea=idea, screener=screeners[0], state=AssignmentState.ABSTAINED)
    assert assign(edition, manager).count == 2
    asked = Assignment.objects.filter(state=AssignmentState.OPEN).values_list("screener", flat=True)
    assert gone.screener_id not in asked


def test_idea_without_enough_free_screeners_is_named_with_the_reason(edition, manager):
    screeners = [make_screener(edition) for _ in range(2)]
    idea = make_idea(edition=edition, submitter=screeners[0])
    assert assign(edition, manager).shortfall == [
        (
            idea,
            "1 review could not be asked. Too few screeners are free of a tie with it. Appoint another screener.",
        )
    ]


def test_same_edition_is_shared_out_the_same_way(edition, manager, screeners, ideas):
    assign(edition, manager)
    first = set(Assignment.objects.values_list("idea", "screener"))
    Assignment.objects.all().delete()
    assign(edition, manager)
    assert set(Assignment.objects.values_list("idea", "screener")) == first


def test_assigning_leaves_one_line_in_the_trail(edition, manager, screeners, ideas):
    assign(edition, manager)
    assert [(e.deed, e.details) for e in TrailEntry.objects.all()] == [("reviews.assigned", {"count": 14, "short": 0})]


def test_only_a_manager_assigns(edition, screeners, ideas):
    with pytest.raises(Refused, match="Only a programme manager"):
        assign(edition, screeners[0])


def test_nothing_is_assigned_without_screeners(edition, manager, ideas):
    with pytest.raises(Refused, match="Appoint at least 2 screeners first"):
        assign(edition, manager)


def test_nothing_is_assigned_without_ideas(edition, manager, screeners):
    with pytest.raises(Refused, match="There is no idea to review"):
        assign(edition, manager)


@pytest.mark.parametrize(
    ("stage", "reason"),
    [(Stage.CALL, "The reviews start when the call is closed"), (Stage.MATCHING, "The screening is closed")],
)
@pytest.mark.usefixtures("screeners", "ideas")
def test_nothing_is_assigned_outside_screening(edition, manager, stage, reason):
    edition.stage = stage
    edition.save()
    with pytest.raises(Refused, match=reason):
        assign(edition, manager)
