"""The plan of pitch day goes around who is away, and is changed by hand."""

from datetime import timedelta
from random import Random

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.refusal import Refused
from datamatch.jury import actions, queries, rules, weighing
from datamatch.jury.enums import PitchState, VoteState
from datamatch.jury.models import Absence
from datamatch.jury.weighing.ordering import Gaps, gaps_in, proposed
from tests.factories.editions import make_edition, make_juror, make_manager
from tests.factories.jury import PitchDay, make_hall, make_pitch, make_recusal, same_unit
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.teams import make_shortlisted

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def day():
    return PitchDay(state=PitchState.WAITING)


def away(day, person, *, begins=MOMENT, ends=MOMENT + HOUR, by=None):
    given = {"edition": day.edition, "person": person, "starts_at": begins, "ends_at": ends}
    return actions.note_absence(by=by or day.manager, at=MOMENT, **given)


def plan(day, **given):
    standard = {"starts_at": MOMENT, "minutes": 8, "by": day.manager, "at": MOMENT}
    return actions.plan_pitches(edition=day.edition, **standard | given)


def address(name, of):
    return reverse(f"jury:{name}", args=[getattr(of, "slug", None) or of.public_id])


def missing(page, *words):
    text = page.content.decode()
    return [word for word in words if word not in text]


def test_plan_goes_around_a_maker_who_is_away(day):
    for place in range(3):
        idea = plan(day)[place].idea
        Absence.objects.all().delete()
        begins = MOMENT + timedelta(minutes=10 * place)
        away(day, idea.submitter, begins=begins, ends=begins + timedelta(minutes=8))
        planned = plan(day)
        assert planned[place].idea != idea
        assert queries.clashes_in(day.edition, planned) == {}


def test_plan_that_cannot_be_is_refused_with_the_reason(day):
    away(day, day.pitches[0].idea.submitter, ends=MOMENT + 5 * HOUR)
    with pytest.raises(Refused, match="somebody is away when their own idea is on stage"):
        plan(day)


def test_clash_names_makers_and_jurors_who_are_away(day):
    plan(day)
    first = queries.pitches_in(day.edition)[0]
    for person in (first.idea.submitter, day.jurors[0]):
        away(day, person, ends=MOMENT + timedelta(minutes=8))
    told = queries.clashes_in(day.edition, list(queries.pitches_in(day.edition)))
    names = (first.idea.submitter.name, day.jurors[0].name)
    assert told == {first.pk: [f"{names[0]}, who made it, is away.", f"{names[1]} of the jury is away."]}


def slot_of(place):
    begins = MOMENT + timedelta(minutes=10 * place)
    return {"begins": begins, "ends": begins + timedelta(minutes=8)}


def test_plan_goes_around_a_juror_who_is_away(day):
    """Only the juror who stepped out for it misses nothing of the pitch that stands where they are away."""
    make_recusal(pitch=day.pitches[1], juror=day.jurors[0])
    for place in range(3):
        Absence.objects.all().delete()
        away(day, day.jurors[0], **slot_of(place))
        planned = plan(day)
        assert planned[place] == day.pitches[1]
        assert queries.clashes_in(day.edition, planned) == {}
        told = weighing.compared(edition=day.edition, pitches=planned)
        assert (told.missed, told.least_missed) == (0, 0)


def test_order_that_jurors_miss_more_of_is_told_beside_the_proposal(day):
    make_recusal(pitch=day.pitches[1], juror=day.jurors[0])
    away(day, day.jurors[0], **slot_of(0))
    plan(day)
    actions.move_pitch(pitch=queries.pitches_in(day.edition)[0], way="down", by=day.manager, at=MOMENT)
    told = weighing.compared(edition=day.edition, pitches=list(queries.pitches_in(day.edition)))
    assert (told.missed, told.least_missed) == (1, 0)


def heedless(edition, ideas, slots):
    """Return the ideas in the order that goes around makers only, as proposals once did."""
    gaps = gaps_in(edition=edition, ideas=ideas, slots=slots, minutes=8)
    return proposed(edition, ideas, Gaps(gaps.makers, np.zeros_like(gaps.jurors)), edition.seed)


@pytest.mark.parametrize("seed", range(12))
def test_proposal_never_has_more_clashes_than_one_that_heeds_makers_only(seed):
    random, day = Random(seed), PitchDay(pitches=4, jurors=4, state=PitchState.WAITING)
    for juror in day.jurors:
        same_unit(juror, random.choice(day.pitches).idea.submitter)
        make_recusal(pitch=random.choice(day.pitches), juror=juror)
        away(day, juror, **slot_of(random.randrange(4)))
    away(day, random.choice(day.pitches).idea.submitter, **slot_of(random.randrange(4)))
    ideas, slots = [one.idea for one in day.pitches], [slot_of(place)["begins"] for place in range(4)]
    order, before = plan(day), heedless(day.edition, ideas, slots).order.tolist()
    gaps = gaps_in(edition=day.edition, ideas=ideas, slots=slots, minutes=8)
    clashes = queries.clashes_in(day.edition, order)
    assert not any("made it" in words for several in clashes.values() for words in several)
    assert sum(map(len, clashes.values())) <= gaps.jurors[before, range(4)].sum()
    assert weighing.compared(edition=day.edition, pitches=order).missed == sum(map(len, clashes.values()))


def test_room_of_the_day_stands_with_every_pitch(day):
    assert {pitch.room for pitch in plan(day, room=" Grote zaal ")} == {"Grote zaal"}


def test_room_is_told_wherever_the_next_pitch_is(day, sign_in):
    first, client = plan(day, room="Grote zaal")[0], sign_in(day.manager)
    hall = make_hall(edition=day.edition, state=VoteState.TO_COME)
    told = {
        name: missing(client.get(where), "Grote zaal")
        for name, where in {
            "the page of the day": address("pitch_day", day.edition),
            "the wall": address("screen", day.edition),
            "the hall": hall.get_absolute_url(),
            "the plan": address("schedule", day.edition),
            "paper": address("paper", day.edition),
            "the pitch": address("pitch", first),
            "the trace": reverse("front:trace", args=[first.idea.public_id]),
        }.items()
    }
    assert {name: lacks for name, lacks in told.items() if lacks} == {}


def test_pitch_changes_places_and_the_times_stay(day):
    first, second, third = plan(day)
    actions.move_pitch(pitch=first, way="down", by=day.manager, at=MOMENT)
    order = list(queries.pitches_in(day.edition))
    assert order == [second, first, third]
    assert [one.starts_at for one in order] == [MOMENT + timedelta(minutes=10 * place) for place in range(3)]
    for pitch, way in ((order[0], "up"), (order[2], "down"), (order[1], "sideways")):
        assert rules.why_not_move_pitch(pitch=pitch, way=way, by=day.manager) == "It cannot go further."


def test_doors_of_an_order_are_told_beside_the_best(day):
    plan(day)
    order = list(queries.pitches_in(day.edition))
    unit = same_unit(day.jurors[0], make_person())
    for pitch in (order[0], order[2]):
        pitch.idea.unit = unit
        pitch.idea.save()
    told = weighing.compared(edition=day.edition, pitches=list(queries.pitches_in(day.edition)))
    assert (told.doors, told.least_doors) == (4, 2)


@pytest.mark.parametrize("who", ["juror", "stranger"])
def test_absence_is_noted_by_the_manager_of_who_is_needed(day, who):
    with pytest.raises(Refused):
        away(day, day.jurors[0], by=day.jurors[0] if who == "juror" else make_person())
    with pytest.raises(Refused, match="Only jurors and makers"):
        away(day, make_person())
    with pytest.raises(Refused, match="ends before it begins"):
        away(day, day.jurors[0], ends=MOMENT)


def test_nothing_is_moved_once_the_first_pitch_began(day):
    plan(day)
    pitch = actions.call_next(edition=day.edition, seen=None, by=day.manager, at=MOMENT)
    assert "has begun" in rules.why_not_move_pitch(pitch=pitch, way="down", by=day.manager)


# The page


def test_plan_that_cannot_be_comes_back_as_it_was_typed(day, sign_in):
    away(day, day.pitches[0].idea.submitter, ends=MOMENT + 5 * HOUR)
    given = {"starts_at": "2026-03-02T11:30", "minutes": 9, "room": "Grote zaal"}
    page = sign_in(day.manager).post(address("plan", day.edition), given)
    told = ("somebody is away when their own idea is on stage", "2026-03-02T11:30", 'value="9"', "Grote zaal")
    assert (page.status_code, missing(page, *told)) == (422, [])


def test_manager_plans_by_the_page(day, sign_in):
    plan(day)
    client, first = sign_in(day.manager), queries.pitches_in(day.edition)[0]
    given = {"person": first.idea.submitter.pk, "starts_at": "2026-01-01T09:00", "ends_at": "2026-01-01T08:00"}
    page = client.post(address("note_absence", day.edition), given)
    assert (page.status_code, missing(page, "It ends before it begins.", "2026-01-01T08:00")) == (422, [])
    page = client.post(address("note_absence", day.edition), given | {"ends_at": "2026-01-01T23:00"}, follow=True)
    assert missing(page, "Plan again to go around it.", f"{first.idea.submitter.name}, 1 January 09:00") == []
    client.post(address("schedule", day.edition), {"move": f"{first.public_id}:down"})
    assert queries.pitches_in(day.edition)[1] == first
    client.post(address("remove_absence", Absence.objects.get()))
    assert missing(client.get(address("schedule", day.edition)), "Nobody, as far as we know.", "in our proposal") == []


def test_schedule_without_a_plan_is_kind_and_for_the_manager_only(day, sign_in):
    edition = make_edition(stage=Stage.PITCHING)
    make_shortlisted(edition=edition)
    page = sign_in(make_manager(edition)).get(address("schedule", edition))
    assert missing(page, "No running order yet", "Who is away") == []
    client, absence = sign_in(day.jurors[0]), away(day, day.jurors[0])
    assert client.get(address("schedule", day.edition)).status_code == 403
    assert client.post(address("note_absence", day.edition)).status_code == 403
    assert client.post(address("remove_absence", absence)).status_code == 403


def test_schedule_asks_as_many_queries_for_three_pitches_as_for_one(sign_in):
    day = PitchDay(pitches=1, jurors=1, state=PitchState.WAITING)
    client, counts = sign_in(day.manager), []
    for more in (0, 2):
        for _one in range(more):
            make_pitch(edition=day.edition)
            away(day, make_juror(day.edition))
        with CaptureQueriesContext(connection) as caught:
            client.get(address("schedule", day.edition))
        counts.append(len(caught))
    assert counts[0] == counts[1]
