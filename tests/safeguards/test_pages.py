"""Gates and safeguards in the browser."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.safeguards.enums import Aspect, Moment, Verdict
from datamatch.safeguards.models import Gate
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.safeguards import make_gate, make_safeguard, settle_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def idea():
    return make_idea(edition=make_edition(stage=Stage.DELIVERY))


def gate_of(idea, moment=Moment.START):
    return reverse("safeguards:gate", args=[idea.public_id, moment])


def page(name, safeguard):
    return reverse(f"safeguards:{name}", args=[safeguard.public_id])


def test_gate_shows_three_aspects_with_questions_and_instruments(sign_in, idea):
    make_gate(idea=idea)
    text = sign_in(make_person()).get(gate_of(idea)).content.decode()
    for words in (
        "Legal",
        "Technical",
        "Ethical",
        "This gate is not passed yet",
        "Pre-scan DPIA",
        "questions to consider",
    ):
        assert words in text
    assert "Appoint an owner" not in text


def test_passed_gate_says_so(sign_in, idea):
    settle_all(make_gate(idea=idea))
    assert "This gate is passed" in sign_in(make_person()).get(gate_of(idea)).content.decode()


def test_gate_at_an_unknown_moment_is_not_found(sign_in, idea):
    assert sign_in(make_person()).get(gate_of(idea, "someday")).status_code == 404


def test_gate_is_opened_by_the_manager(sign_in, idea):
    assert sign_in(idea.submitter).post(gate_of(idea)).status_code == 403
    browser = sign_in(make_manager(idea.edition))
    assert "Open the gate" in browser.get(gate_of(idea)).content.decode()
    browser.post(gate_of(idea))
    assert Gate.objects.get().safeguards.count() == 3


def test_gate_takes_as_many_queries_with_three_owners_as_with_one(sign_in, idea):
    gate = make_gate(idea=idea)
    browser = sign_in(make_person())
    counts = []
    for aspects in ([Aspect.LEGAL], list(Aspect)):
        for safeguard in gate.safeguards.filter(aspect__in=aspects):
            safeguard.owner = make_person()
            safeguard.save()
        with CaptureQueriesContext(connection) as asked:
            browser.get(gate_of(idea))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_manager_appoints_somebody_who_fits(sign_in, idea):
    owner = make_person(discipline="jurist")
    other = make_person(discipline="data-scientist")
    safeguard = make_safeguard(idea=idea)
    browser = sign_in(make_manager(idea.edition))
    assert "Lawyer" in browser.get(page("appoint", safeguard)).content.decode()
    assert browser.post(page("appoint", safeguard), {"owner": str(other.public_id)}).status_code == 422
    assert browser.post(page("appoint", safeguard), {"owner": str(owner.public_id)})["Location"] == gate_of(idea)
    safeguard.refresh_from_db()
    assert safeguard.owner == owner


def test_appointing_is_refused_to_others(sign_in, idea):
    assert sign_in(make_person()).get(page("appoint", make_safeguard(idea=idea))).status_code == 403


def test_owner_settles_with_the_questions_beside_the_form(sign_in, idea):
    owner = make_person(discipline="jurist")
    safeguard = make_safeguard(idea=idea, owner=owner)
    browser = sign_in(owner)
    assert "On which legal ground" in browser.get(page("settle", safeguard)).content.decode()
    said = {"verdict": "go", "evidence": "Pre-scan done.", "condition": "", "expires_on": "2027-01-01"}
    assert browser.post(page("settle", safeguard), said)["Location"] == gate_of(idea)
    safeguard.refresh_from_db()
    assert (safeguard.verdict, str(safeguard.expires_on)) == (Verdict.GO, "2027-01-01")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"verdict": "go", "evidence": ""}, "evidence"),
        ({"verdict": "go_if", "evidence": "Seen", "condition": ""}, "condition"),
        ({"verdict": "open", "evidence": "Seen"}, "verdict"),
    ],
)
def test_verdict_that_says_too_little_is_shown_again(sign_in, idea, said, field):
    owner = make_person()
    safeguard = make_safeguard(idea=idea, owner=owner)
    answer = sign_in(owner).post(page("settle", safeguard), said)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]


def test_settling_is_refused_to_others(sign_in, idea):
    safeguard = make_safeguard(idea=idea, owner=make_person())
    assert sign_in(make_manager(idea.edition)).get(page("settle", safeguard)).status_code == 403


def test_owner_notes_that_the_condition_is_met(sign_in, idea):
    owner = make_person()
    said = {"verdict": Verdict.GO_IF, "condition": "Ask the works council", "decided_at": MOMENT}
    safeguard = make_safeguard(idea=idea, owner=owner, **said)
    browser = sign_in(owner)
    assert "The condition is met" in browser.get(gate_of(idea)).content.decode()
    browser.post(page("meet", safeguard))
    safeguard.refresh_from_db()
    assert safeguard.condition_met_at is not None


def test_queue_shows_what_waits_for_me(sign_in, idea):
    owner = make_person()
    make_safeguard(idea=idea, owner=owner)
    text = sign_in(owner).get(reverse("safeguards:queue")).content.decode()
    assert "1 safeguard waits for your verdict." in text
    assert idea.title in text


def test_queue_offers_safeguards_without_owner_to_who_fits(sign_in, idea):
    make_gate(idea=idea)
    text = sign_in(make_person(discipline="ethicus")).get(reverse("safeguards:queue")).content.decode()
    assert "Nothing waits for you" in text
    assert idea.title in text


def test_queue_takes_as_many_queries_for_three_as_for_one(sign_in, idea):
    owner = make_person(discipline="ontwerper")
    browser = sign_in(owner)
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_safeguard(idea=make_idea(edition=idea.edition), owner=owner)
        with CaptureQueriesContext(connection) as asked:
            browser.get(reverse("safeguards:queue"))
        counts.append(len(asked))
    assert counts[0] == counts[1]
