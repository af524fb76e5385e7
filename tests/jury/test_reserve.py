"""Ideas in reserve beside the verdict: kept in the order of the ballot; one moves up when a chosen one drops out."""

import pytest
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.jury import actions, queries, rules
from datamatch.post import actions as post
from datamatch.post.models import Letter
from datamatch.screening import actions as screening
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.queries import chosen_ideas, confirmation_of, decision_on, free_places, reserve_in
from datamatch.screening.rules import why_not_move_up
from datamatch.teams.queries import team_of
from tests.factories.jury import PitchDay, make_ballot, make_box
from tests.factories.moments import later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def text_of(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def day():
    return PitchDay()


@pytest.fixture
def ideas(day):
    return [pitch.idea for pitch in day.pitches]


@pytest.fixture
def closed(day):
    """A ballot in the order of the pitches, counted."""
    box = make_box(edition=day.edition)
    for juror in day.jurors:
        make_ballot(box=box, juror=juror, choice=day.pitches)
    return actions.close_box(ballot_box=box, by=day.manager, at=later(hours=3))


@pytest.fixture
def box(closed, day, ideas):
    """The same with a verdict: the first idea."""
    actions.settle_verdict(ballot_box=closed, chosen=ideas[:1], motive="Sure.", by=day.manager, at=later(hours=4))
    return closed


def keep(box, day, count, by=None):
    return actions.keep_reserve(ballot_box=box, count=count, by=by or day.manager, at=later(hours=5))


def kept(day):
    return [decision.idea for decision in reserve_in(day.edition, Round.VERDICT)]


def test_next_ones_of_the_ballot_are_kept_in_their_order(box, day, ideas):
    assert keep(box, day, 2) == 2
    assert kept(day) == ideas[1:]
    assert [decision_on(idea, Round.VERDICT).reserve_place for idea in ideas] == [None, 1, 2]
    assert keep(box, day, 1) == 1
    assert kept(day) == ideas[1:2]
    assert decision_on(ideas[2], Round.VERDICT).outcome == Outcome.NO
    assert TrailEntry.objects.filter(deed="verdict.reserve").count() == 2


def test_reason_of_the_jury_stays(box, day, ideas):
    before = decision_on(ideas[1], Round.VERDICT).reason
    keep(box, day, 1)
    assert decision_on(ideas[1], Round.VERDICT).reason == before


def test_reserve_is_refused_with_a_reason(box, day, ideas):
    with pytest.raises(Refused, match="Only the programme manager"):
        keep(box, day, 1, by=make_person())
    for count in (-1, 3):
        with pytest.raises(Refused, match="Keep at most 2 ideas in reserve"):
            keep(box, day, count)
    screening.publish_decisions(edition=day.edition, round=Round.VERDICT, by=day.manager, at=later(hours=6))
    with pytest.raises(Refused, match="The decisions are published"):
        keep(box, day, 1)


def test_there_is_no_reserve_before_the_verdict(closed, day):
    assert queries.next_in_order(closed) == []
    with pytest.raises(Refused, match="First the jury settles its verdict"):
        keep(closed, day, 1)


def test_verdict_of_every_idea_leaves_nothing_to_keep():
    day = PitchDay(pitches=1)
    box = make_box(edition=day.edition)
    for juror in day.jurors:
        make_ballot(box=box, juror=juror, choice=day.pitches)
    box = actions.close_box(ballot_box=box, by=day.manager, at=later(hours=3))
    chosen = [day.pitches[0].idea]
    actions.settle_verdict(ballot_box=box, chosen=chosen, motive="Sure.", by=day.manager, at=later(hours=4))
    assert rules.why_not_reserve(ballot_box=box, by=day.manager) == "The jury chose every idea that was pitched."


def test_page_keeps_the_reserve_with_one_deed(sign_in, box, day, ideas):
    client, page = sign_in(day.manager), reverse("jury:verdict", args=[box.public_id])
    assert "No idea is kept in reserve" in text_of(client.get(page))
    told = text_of(client.post(reverse("jury:keep_reserve", args=[box.public_id]), {"count": 1}, follow=True))
    assert "1 idea is kept in reserve." in told
    assert "the first of these moves up" in told
    assert client.post(reverse("jury:keep_reserve", args=[box.public_id]), {"count": "many"}).status_code == 403
    assert kept(day) == ideas[1:2]


@pytest.fixture
def told(box, day, ideas):
    """The letters are sent; the chosen idea was asked to confirm, two are in reserve."""
    day.edition.delivery_starts_on = later(days=60).date()
    day.edition.save()
    keep(box, day, 2)
    said = {"edition": day.edition, "round": Round.VERDICT, "by": day.manager}
    screening.plan_publication(**said, confirm_by=later(days=9).date(), at=later(hours=6))
    post.write_letters(**said, at=later(hours=6))
    post.send_letters(**said, at=later(hours=7))
    return confirmation_of(ideas[0], Round.VERDICT)


def give_up(confirmation, ideas):
    by = ideas[0].submitter
    post.give_up(confirmation=confirmation, reason="We have no hours.", by=by, at=later(days=1))


def test_letters_say_who_is_in_reserve(told, ideas):
    subjects = [Letter.objects.get(decision__idea=idea, to=idea.submitter).outcome for idea in ideas]
    assert subjects == [Outcome.YES, Outcome.RESERVE, Outcome.RESERVE]


def test_nobody_moves_up_while_no_place_is_free(told, day, ideas):
    decision = decision_on(ideas[1], Round.VERDICT)
    assert why_not_move_up(decision=decision, by=day.manager) == "No place is free."
    assert free_places(day.edition, Round.VERDICT) == 0


def test_first_in_reserve_takes_the_place_and_its_team_starts(told, day, ideas):
    give_up(told, ideas)
    assert free_places(day.edition, Round.VERDICT) == 1
    second = decision_on(ideas[2], Round.VERDICT)
    assert "not the first in reserve" in why_not_move_up(decision=second, by=day.manager)
    first = decision_on(ideas[1], Round.VERDICT)
    count = post.move_up(decision=first, confirm_by=later(days=9).date(), by=day.manager, at=later(days=2))
    assert (count, list(chosen_ideas(day.edition))) == (1, ideas[1:2])
    assert [team_of(idea).state for idea in ideas] == ["released", "formed", "released"]
    assert free_places(day.edition, Round.VERDICT) == 0
    assert Letter.objects.filter(decision=first, outcome=Outcome.YES).count() == 1
    assert kept(day) == ideas[2:]


def test_manager_lets_it_move_up_on_the_page_of_places(sign_in, told, day, ideas, time_machine):
    give_up(told, ideas)
    time_machine.move_to(later(days=2))
    client = sign_in(day.manager)
    page = text_of(client.get(reverse("post:places", args=[day.edition.slug])))
    assert "1 free place, and the reserve" in page
    assert ideas[1].title in page
    day_on = (later(days=9)).date().isoformat()
    client.post(reverse("post:move_up", args=[ideas[1].public_id]), {"confirm_by": day_on})
    assert list(chosen_ideas(day.edition)) == ideas[1:2]


def test_nobody_moves_up_once_the_work_has_begun(told, day, ideas):
    give_up(told, ideas)
    day.edition.stage = Stage.DELIVERY
    day.edition.save()
    decision = decision_on(ideas[1], Round.VERDICT)
    assert "The work has begun" in why_not_move_up(decision=decision, by=day.manager)
