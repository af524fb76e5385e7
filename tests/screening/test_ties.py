"""Which ties keep somebody from judging is a ground rule; everybody names their own, and a deputy decides."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.people.models import HoursConsent, LineManager
from datamatch.screening import actions, queries, rules
from datamatch.screening.enums import AssignmentState, Outcome, Round, Tie
from datamatch.screening.models import Conflict, Deputy
from tests.factories.editions import make_edition, make_juror, make_manager, make_screener
from tests.factories.ideas import make_coauthor, make_energy, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person, make_unit
from tests.factories.screening import make_assignment, make_review

pytestmark = pytest.mark.django_db


def text_of(answer):
    return " ".join(answer.content.decode().split())


def make_line(person, manager):
    """Let somebody agree to the hours of another."""
    line = LineManager.objects.create(email=manager.email)
    return HoursConsent.objects.create(person=person, line_manager=line, hours_asked=4, asked_at=MOMENT)


def tied(edition, person):
    """Return an idea for every tie of a person."""
    unit = make_unit()
    person.profile.unit = unit
    person.profile.save()
    ideas = {tie: make_idea(edition=edition) for tie in Tie}
    ideas[Tie.OWN] = make_idea(edition=edition, submitter=person)
    make_coauthor(idea=ideas[Tie.COAUTHOR], person=person)
    make_energy(idea=ideas[Tie.ENERGY], person=person)
    Conflict.objects.create(idea=ideas[Tie.DECLARED], person=person, reason="My brother's.", declared_at=MOMENT)
    ideas[Tie.UNIT] = make_idea(edition=edition, submitter=make_person(unit=unit))
    make_line(ideas[Tie.LINE].submitter, person)
    return ideas


def set_minded(edition, manager, *minded):
    return actions.set_ground_rules(edition=edition, minded=minded, by=manager, at=MOMENT)


def test_every_tie_is_found_in_a_fixed_number_of_reads(edition):
    person = make_screener(edition)
    ideas = tied(edition, person)
    with CaptureQueriesContext(connection) as reads:
        ties = queries.ties_in(ideas.values())
    # Own and co-written ideas come from one's own unit too; the plainest tie is told.
    assert {tie: ties.between(idea, person) for tie, idea in ideas.items()} == {tie: tie for tie in Tie}
    assert len(reads) <= 10


@pytest.mark.parametrize("tie", [Tie.ENERGY, Tie.DECLARED, Tie.UNIT, Tie.LINE])
def test_each_tie_is_switched_off_by_itself(edition, manager, tie):
    person = make_screener(edition)
    ideas = tied(edition, person)
    set_minded(edition, manager, *(set(Tie.values) - {tie}))
    ties = queries.ties_in(ideas.values())
    assert [one for one, idea in ideas.items() if ties.between(idea, person) is None] == [tie]


def test_line_counts_both_ways(edition):
    above, below = make_screener(edition), make_person()
    make_line(below, above)
    ties = queries.ties_in([make_idea(edition=edition, submitter=above), make_idea(edition=edition, submitter=below)])
    assert [len(line) for line in ties.lines.values()] == [1, 1]


def test_switched_off_tie_lets_its_people_read_the_idea(edition, manager):
    people = [make_screener(edition) for _ in range(2)]
    idea = make_idea(edition=edition)
    for person in people:
        make_energy(idea=idea, person=person)
    set_minded(edition, manager, Tie.OWN)
    assert actions.assign_reviews(edition=edition, by=manager, at=MOMENT).shortfall == []


def test_only_a_manager_sets_ground_rules_and_not_after_the_screening(edition, manager):
    with pytest.raises(Refused, match="Only a programme manager"):
        set_minded(edition, make_person(), Tie.OWN)
    edition.stage = Stage.MATCHING
    edition.save()
    with pytest.raises(Refused, match="The screening is closed"):
        set_minded(edition, manager, Tie.OWN)


def test_ground_rules_are_set_on_their_page(sign_in, edition, manager):
    page = reverse("screening:ground_rules", args=[edition.slug])
    assert sign_in(manager).post(page, {"minded": ["own", "unit"]}).status_code == 302
    assert queries.ground_rules_of(edition).minded == {Tie.OWN, Tie.UNIT}
    assert sign_in(make_screener(edition)).get(page).status_code == 403
    assert TrailEntry.objects.get().details == {"minded": ["own", "unit"]}


def test_declared_tie_hands_the_review_back(edition, screeners):
    review = make_review(idea=make_idea(edition=edition), screener=screeners[0])
    idea = review.assignment.idea
    actions.declare_conflict(idea=idea, by=screeners[0], at=MOMENT, reason="I helped to write it.")
    review.assignment.refresh_from_db()
    assert review.assignment.state == AssignmentState.ABSTAINED
    assert list(queries.counting_reviews(edition)) == []
    assert rules.conflict_of(idea=idea, person=screeners[0]) == "You said that you are tied to this idea."
    assert "helped" not in str(TrailEntry.objects.get().details)


def test_tie_is_declared_once_with_a_reason_and_by_who_judges(edition, screeners):
    idea = make_idea(edition=edition)
    declare = {"idea": idea, "by": screeners[0], "at": MOMENT, "reason": "My sister's."}
    with pytest.raises(Refused, match="Only who screens"):
        actions.declare_conflict(**declare | {"by": make_person()})
    with pytest.raises(Refused, match="Say in a few words"):
        actions.declare_conflict(**declare | {"reason": " "})
    actions.declare_conflict(**declare)
    with pytest.raises(Refused, match="said already"):
        actions.declare_conflict(**declare)


def test_tie_is_not_declared_where_it_does_not_count_or_when_the_choice_is_made(edition, manager, screeners):
    declare = {"idea": make_idea(edition=edition), "by": screeners[0], "at": MOMENT, "reason": "My sister's."}
    set_minded(edition, manager, Tie.OWN)
    with pytest.raises(Refused, match="does not count"):
        actions.declare_conflict(**declare)
    set_minded(edition, manager, *Tie.values)
    edition.stage = Stage.DELIVERY
    edition.save()
    declare["idea"].edition = edition
    with pytest.raises(Refused, match="The choice is made"):
        actions.declare_conflict(**declare)


def test_tie_is_taken_back_once_by_who_named_it(edition, screeners):
    said = {"idea": make_idea(edition=edition), "at": MOMENT, "reason": "My sister's."}
    conflict = actions.declare_conflict(by=screeners[0], **said)
    with pytest.raises(Refused, match="Somebody else"):
        actions.take_back_conflict(conflict=conflict, by=screeners[1], at=MOMENT)
    actions.take_back_conflict(conflict=conflict, by=screeners[0], at=MOMENT)
    assert rules.conflict_of(idea=conflict.idea, person=screeners[0]) is None
    with pytest.raises(Refused, match="already"):
        actions.take_back_conflict(conflict=conflict, by=screeners[0], at=MOMENT)
    actions.declare_conflict(by=screeners[0], **said)


def test_page_tells_which_ideas_and_why_but_not_whose(sign_in, edition):
    person = make_screener(edition)
    ideas = tied(edition, person)
    page = sign_in(person).get(reverse("screening:ties", args=[edition.slug]))
    told = {one.tie for one in page.context["unjudged"]}
    assert told == {Tie.OWN, Tie.COAUTHOR, Tie.ENERGY, Tie.DECLARED}
    assert "You do not judge this idea. You gave energy to this idea." in text_of(page)
    assert "Ideas from your own unit and from your line do not come to you either" in text_of(page)
    edition.stage = Stage.MATCHING
    edition.save()
    page = sign_in(person).get(reverse("screening:ties", args=[edition.slug]))
    assert {one.tie: one.idea for one in page.context["unjudged"]} == ideas


def test_page_takes_a_tie_and_its_taking_back(sign_in, edition):
    juror, idea = make_juror(edition), make_idea(edition=edition)
    client, page = sign_in(juror), reverse("screening:ties", args=[edition.slug])
    assert client.post(page, {"idea": idea.public_id, "reason": ""}).status_code == 422
    assert client.post(page, {"idea": idea.public_id, "reason": "My sister's."}).status_code == 302
    assert "My sister" in text_of(client.get(page))
    client.post(reverse("screening:take_back", args=[Conflict.objects.get().public_id]))
    assert "My sister" not in text_of(client.get(page))
    assert sign_in(make_person()).get(page).status_code == 403


def test_ties_page_costs_the_same_with_one_and_three_ideas(sign_in, edition):
    person, page = make_screener(edition), reverse("screening:ties", args=[edition.slug])
    client, counts = sign_in(person), []
    for more in (1, 2):
        for _ in range(more):
            make_idea(edition=edition, submitter=person)
        with CaptureQueriesContext(connection) as reads:
            client.get(page)
        counts.append(len(reads))
    assert counts[0] == counts[1]


@pytest.fixture
def tied_idea(edition, manager):
    """An idea to which the manager is tied."""
    idea = make_idea(edition=edition)
    make_energy(idea=idea, person=manager)
    make_review(idea=idea)
    return idea


def decide(idea, by):
    said = {"outcome": Outcome.YES, "reason": "Clear demand.", "motive": "We talked."}
    return actions.decide(idea=idea, round=Round.SHORTLIST, by=by, at=MOMENT, **said)


def test_manager_who_is_tied_hands_the_decision_to_a_deputy(tied_idea, manager):
    with pytest.raises(Refused, match=r"You gave energy to this idea\. Somebody else decides about it"):
        decide(tied_idea, manager)
    deputy = make_person(language="en")
    actions.name_deputy(idea=tied_idea, person=deputy, by=manager, at=MOMENT)
    assert (Mail.objects.get().to, Mail.objects.get().subject) == (deputy.email, f"Decide about: {tied_idea.title}")
    assert decide(tied_idea, deputy).decided_by == deputy


def test_idea_with_a_deputy_is_not_decided_by_another_manager(edition, tied_idea, manager):
    deputy = make_person(name="Deputy Dawes")
    actions.name_deputy(idea=tied_idea, person=deputy, by=manager, at=MOMENT)
    with pytest.raises(Refused, match="Deputy Dawes decides about this idea"):
        decide(tied_idea, make_manager(edition))


def test_deputy_is_named_by_a_manager_and_is_somebody_else_who_is_free(edition, tied_idea, manager):
    name = {"idea": tied_idea, "by": manager, "at": MOMENT}
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.name_deputy(person=make_person(), **name | {"by": make_person()})
    with pytest.raises(Refused, match="somebody else than yourself"):
        actions.name_deputy(person=manager, **name)
    with pytest.raises(Refused, match="tied to the idea too"):
        actions.name_deputy(person=tied_idea.submitter, **name)
    with pytest.raises(Refused, match="account is closed"):
        actions.name_deputy(person=make_person(is_active=False), **name)
    edition.stage = Stage.MATCHING
    edition.save()
    tied_idea.edition = edition
    with pytest.raises(Refused, match="another stage"):
        actions.name_deputy(person=make_person(), **name)


def test_pages_lead_from_the_tie_to_the_decision_of_the_deputy(sign_in, tied_idea, manager):
    deputy = make_person()
    decision, hand_over = (
        reverse(f"screening:{name}", args=[tied_idea.public_id]) for name in ("decide", "name_deputy")
    )
    assert hand_over in text_of(sign_in(manager).get(decision))
    assert sign_in(manager).post(hand_over, {"email": "nobody@example.org"}).status_code == 422
    assert sign_in(manager).post(hand_over, {"email": tied_idea.submitter.email}).status_code == 422
    assert sign_in(deputy).get(decision).status_code == 403
    assert sign_in(manager).post(hand_over, {"email": deputy.email.upper()}).status_code == 302
    client = sign_in(deputy)
    assert "Decide about:" in text_of(client.get(reverse("front:my_page")))
    kept = client.post(decision, {"outcome": "yes", "reason": "Clear demand.", "motive": ""}, follow=True)
    assert (kept.status_code, Deputy.objects.get().person) == (200, deputy)
    assert client.get(reverse("screening:decisions", args=[tied_idea.edition.slug])).status_code == 403


def test_screener_is_led_from_the_review_to_the_tie(sign_in, edition):
    assignment = make_assignment(idea=make_idea(edition=edition))
    page = sign_in(assignment.screener).get(reverse("screening:review", args=[assignment.public_id]))
    assert f"?idea={assignment.idea.public_id}" in text_of(page)


def test_ties_of_a_sealed_call_name_no_idea_of_somebody_else(sign_in):
    edition = make_edition(sealed=True)
    manager, secret = make_manager(edition), make_idea(edition=edition, title="A secret about bees")
    make_energy(idea=secret, person=manager)
    assert (queries.unjudged_by(manager, edition), list(queries.declarable_ideas(manager, edition))) == ([], [])
    with pytest.raises(Refused, match="sealed"):
        actions.declare_conflict(idea=secret, reason="My brother's.", by=manager, at=MOMENT)
    page = sign_in(manager).get(reverse("screening:ties", args=[edition.slug]))
    assert (page.status_code, secret.title in text_of(page)) == (200, False)
