"""Deeds with gates and safeguards, and what can be read about them."""

import pytest

from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.safeguards import actions, queries
from datamatch.safeguards.enums import Aspect, Moment, Verdict
from datamatch.safeguards.models import Gate
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import DAY, MOMENT, later
from tests.factories.people import make_person
from tests.factories.safeguards import make_gate, make_safeguard

pytestmark = pytest.mark.django_db


@pytest.fixture
def idea():
    return make_idea(edition=make_edition(stage=Stage.DELIVERY))


def settle(safeguard, verdict=Verdict.GO, **said):
    words = {"by": safeguard.owner, "at": later(), "evidence": "Pre-scan done."} | said
    return actions.settle(safeguard=safeguard, verdict=verdict, **words)


def test_gate_opens_once_with_three_safeguards(idea):
    manager = make_manager(idea.edition)
    gates = [actions.open_gate(idea=idea, moment=Moment.START, by=manager, at=MOMENT) for _ in range(2)]
    assert gates[0] == gates[1]
    assert [safeguard.aspect for safeguard in queries.safeguards_of(gates[0])] == list(Aspect)


def test_gate_is_not_opened_by_another(idea):
    with pytest.raises(Refused):
        actions.open_gate(idea=idea, moment=Moment.START, by=make_person(), at=MOMENT)
    assert Gate.objects.count() == 0


def test_owner_is_appointed_and_noted_without_a_name(idea):
    owner = make_person(discipline="jurist")
    safeguard = make_safeguard(idea=idea)
    actions.appoint_owner(safeguard=safeguard, owner=owner, by=make_manager(idea.edition), at=MOMENT)
    safeguard.refresh_from_db()
    assert safeguard.owner == owner
    assert TrailEntry.objects.get().details == {"owner": str(owner.public_id)}


def test_owner_settles_with_evidence_and_expiry(idea):
    safeguard = settle(make_safeguard(idea=idea, owner=make_person()), expires_on=DAY)
    safeguard.refresh_from_db()
    assert (safeguard.verdict, safeguard.evidence) == (Verdict.GO, "Pre-scan done.")
    assert (safeguard.decided_at, safeguard.expires_on) == (later(), DAY)


def test_verdict_without_evidence_or_by_another_is_refused(idea):
    safeguard = make_safeguard(idea=idea, owner=make_person())
    with pytest.raises(Refused, match="rests on"):
        settle(safeguard, evidence="")
    with pytest.raises(Refused, match="Only the owner"):
        settle(safeguard, by=idea.submitter)


def test_new_verdict_replaces_condition_and_its_being_met(idea):
    safeguard = make_safeguard(idea=idea, owner=make_person())
    settle(safeguard, Verdict.GO_IF, condition="Ask the works council")
    actions.meet_condition(safeguard=safeguard, by=safeguard.owner, at=later(days=1))
    assert safeguard.condition_met_at == later(days=1)
    settle(safeguard, Verdict.NO_GO, condition="left from before")
    assert (safeguard.condition, safeguard.condition_met_at) == ("", None)


def test_condition_is_met_once_and_only_where_there_is_one(idea):
    safeguard = make_safeguard(idea=idea, owner=make_person())
    settle(safeguard, Verdict.GO)
    with pytest.raises(Refused, match="has no condition"):
        actions.meet_condition(safeguard=safeguard, by=safeguard.owner, at=MOMENT)
    settle(safeguard, Verdict.GO_IF, condition="Ask")
    with pytest.raises(Refused, match="Only the owner"):
        actions.meet_condition(safeguard=safeguard, by=make_person(), at=MOMENT)
    actions.meet_condition(safeguard=safeguard, by=safeguard.owner, at=MOMENT)
    with pytest.raises(Refused, match="has been met"):
        actions.meet_condition(safeguard=safeguard, by=safeguard.owner, at=MOMENT)


def test_queue_has_mine_with_open_ones_first(idea):
    owner = make_person()
    settled = make_safeguard(idea=idea, owner=owner, verdict=Verdict.GO, decided_at=MOMENT)
    waiting = make_safeguard(idea=make_idea(edition=idea.edition), owner=owner)
    make_safeguard(idea=make_idea(edition=idea.edition), owner=make_person())
    assert list(queries.safeguards_for(owner)) == [waiting, settled]


def test_unowned_safeguards_are_offered_by_discipline(idea):
    gate = make_gate(idea=idea)
    offered = queries.safeguards_without_owner(make_person(discipline="privacy-officer"))
    assert [(safeguard.gate, safeguard.aspect) for safeguard in offered] == [
        (gate, Aspect.LEGAL),
        (gate, Aspect.ETHICAL),
    ]
    assert list(queries.safeguards_without_owner(make_person(discipline="ontwerper"))) == []


def test_suggested_owners_fit_and_did_not_write_the_idea():
    author = make_person(discipline="jurist")
    fitting = make_person(discipline="privacy-officer")
    make_person(discipline="data-scientist")
    make_person(discipline="jurist", is_active=False)
    idea = make_idea(edition=make_edition(stage=Stage.DELIVERY), submitter=author)
    assert list(queries.fitting_owners(make_safeguard(idea=idea))) == [fitting]
