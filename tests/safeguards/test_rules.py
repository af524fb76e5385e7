"""Why something may not be done with a safeguard, and why a gate stays closed."""

from datetime import timedelta

import pytest

from datamatch.editions.enums import Stage
from datamatch.ideas.enums import IdeaState
from datamatch.safeguards import rules
from datamatch.safeguards.enums import Aspect, Moment, Verdict
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import DAY, MOMENT
from tests.factories.people import make_person
from tests.factories.safeguards import make_gate, make_safeguard, settle_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def idea():
    return make_idea(edition=make_edition(stage=Stage.DELIVERY))


def passing(idea, on=DAY):
    return rules.why_not_pass(idea=idea, moment=Moment.START, on=on)


def test_gate_is_opened_by_the_manager_for_an_idea_that_takes_part(idea):
    manager = make_manager(idea.edition)
    withdrawn = make_idea(edition=idea.edition, state=IdeaState.WITHDRAWN)
    assert rules.why_not_open_gate(idea=idea, moment=Moment.START, by=manager) is None
    assert rules.why_not_open_gate(idea=idea, moment="later", by=manager) == "There is no such gate."
    assert rules.why_not_open_gate(idea=idea, moment=Moment.START, by=idea.submitter) == (
        "Only the programme manager opens a gate."
    )
    assert rules.why_not_open_gate(idea=withdrawn, moment=Moment.START, by=manager) == ("This idea does not take part.")


def test_safeguard_is_settled_by_its_owner_only(idea):
    owner = make_person(discipline="jurist")
    safeguard = make_safeguard(idea=idea, owner=owner)
    unowned = safeguard.gate.safeguards.get(aspect=Aspect.ETHICAL)
    assert rules.why_not_decide(safeguard=safeguard, by=owner) is None
    assert rules.why_not_decide(safeguard=safeguard, by=make_manager(idea.edition)) == (
        "Only the owner settles this safeguard."
    )
    assert rules.why_not_decide(safeguard=unowned, by=owner) == "Nobody owns this safeguard yet."


def test_nothing_is_settled_or_appointed_in_a_closed_edition():
    edition = make_edition(stage=Stage.CLOSED)
    owner = make_person()
    safeguard = make_safeguard(idea=make_idea(edition=edition), owner=owner)
    closed = "This edition is closed."
    assert rules.why_not_decide(safeguard=safeguard, by=owner) == closed
    assert rules.why_not_appoint_owner(safeguard=safeguard, by=make_manager(edition)) == closed


def test_owner_is_appointed_by_the_manager_only(idea):
    safeguard = make_safeguard(idea=idea)
    assert rules.why_not_appoint_owner(safeguard=safeguard, by=make_manager(idea.edition)) is None
    assert rules.why_not_appoint_owner(safeguard=safeguard, by=idea.submitter) == (
        "Only the programme manager appoints the owner of a safeguard."
    )


@pytest.mark.parametrize(
    ("verdict", "evidence", "condition", "reason"),
    [
        (Verdict.OPEN, "Seen", "", "Choose go, go if, or no go."),
        ("perhaps", "Seen", "", "Choose go, go if, or no go."),
        (Verdict.GO, " ", "", "Say what your verdict rests on."),
        (Verdict.NO_GO, "", "", "Say what your verdict rests on."),
        (Verdict.GO_IF, "Seen", " ", "Name the condition that has to be met."),
        (Verdict.GO_IF, "Seen", "Ask the works council", None),
        (Verdict.GO, "Seen", "", None),
    ],
)
def test_verdict_says_what_it_rests_on(verdict, evidence, condition, reason):
    assert rules.why_not_say(verdict=verdict, evidence=evidence, condition=condition) == reason


def test_gate_that_was_not_opened_is_not_passed(idea):
    assert passing(idea) == ["The gate has not been opened."]


def test_gate_names_every_open_safeguard_in_the_order_of_the_aspects(idea):
    make_gate(idea=idea)
    assert passing(idea) == [
        "Legal: there is no verdict yet.",
        "Technical: there is no verdict yet.",
        "Ethical: there is no verdict yet.",
    ]


def test_gate_is_passed_when_all_say_go(idea):
    settle_all(make_gate(idea=idea))
    assert passing(idea) == []


@pytest.mark.parametrize(
    ("said", "reasons"),
    [
        ({"verdict": Verdict.NO_GO}, ["Technical: the verdict is no go."]),
        ({"verdict": Verdict.GO_IF, "condition": "Ask"}, ["Technical: the condition has not been met."]),
        ({"verdict": Verdict.GO_IF, "condition": "Ask", "condition_met_at": MOMENT}, []),
        ({"expires_on": DAY}, []),
        ({"expires_on": DAY - timedelta(days=1)}, ["Technical: the verdict expired on 1 March 2026."]),
    ],
)
def test_one_safeguard_can_hold_the_gate(idea, said, reasons):
    gate = make_gate(idea=idea)
    settle_all(gate)
    gate.safeguards.filter(aspect=Aspect.TECHNICAL).update(**said)
    assert passing(idea) == reasons


def test_gate_at_the_result_is_another_gate(idea):
    settle_all(make_gate(idea=idea))
    assert rules.why_not_pass(idea=idea, moment=Moment.RESULT, on=DAY) == ["The gate has not been opened."]
