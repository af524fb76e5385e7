"""The pages of pitch day, ballot and verdict."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.jury import actions, queries
from datamatch.jury.enums import PitchState
from datamatch.jury.models import Ballot, BallotBox, Pitch, Recusal
from datamatch.teams.queries import team_of
from tests.factories.editions import make_edition, make_manager
from tests.factories.jury import PitchDay, make_ballot, make_box, make_card, make_pitch, make_recusal, same_unit
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.teams import make_shortlisted

pytestmark = pytest.mark.django_db


@pytest.fixture
def day():
    return PitchDay()


def address(name, of):
    return reverse(f"jury:{name}", args=[getattr(of, "slug", None) or of.public_id])


def missing(page, *words):
    text = page.content.decode()
    return [word for word in words if word not in text]


def closed_box(day):
    box = make_box(edition=day.edition)
    for juror in day.jurors:
        make_ballot(box=box, juror=juror, choice=day.pitches)
    return actions.close_box(ballot_box=box, by=day.manager, at=MOMENT)


# Pitch day


def test_pitch_day_shows_what_is_on_stage_and_the_way_to_the_card(sign_in):
    day = PitchDay(state=PitchState.WAITING)
    actions.call_on_stage(pitch=day.pitches[0], by=day.manager, at=MOMENT)
    page = sign_in(day.jurors[0]).get(address("pitch_day", day.edition))
    assert missing(page, "On stage now", day.pitches[0].idea.title, "My card", "0 of 3") == []


def test_pitch_day_gives_the_manager_deeds_and_others_none(sign_in):
    day = PitchDay(state=PitchState.WAITING)
    deeds = ("Call on stage", "Open the ballot", "Plan again")
    assert missing(sign_in(day.manager).get(address("pitch_day", day.edition)), *deeds) == []
    assert missing(sign_in(make_person()).get(address("pitch_day", day.edition)), *deeds) == list(deeds)


def test_pitch_day_without_plan_is_kind(sign_in):
    edition = make_edition(stage=Stage.PITCHING)
    assert missing(sign_in(make_person()).get(address("pitch_day", edition)), "No running order yet") == []


def test_pitch_day_names_jurors_with_a_tie_to_the_manager_only(sign_in, day):
    idea, juror = day.pitches[0].idea, day.jurors[0]
    idea.unit = same_unit(juror, idea.submitter)
    idea.save()
    told = f"{juror.name}: {idea.title}"
    assert missing(sign_in(day.manager).get(address("pitch_day", day.edition)), told) == []
    assert missing(sign_in(day.jurors[1]).get(address("pitch_day", day.edition)), told) == [told]


@pytest.mark.parametrize("who", ["manager", "juror"])
def test_pitch_day_asks_as_many_queries_for_three_pitches_as_for_one(sign_in, who):
    day = PitchDay(pitches=1, jurors=1)
    client = sign_in(day.manager if who == "manager" else day.jurors[0])
    counts = []
    for more in (0, 2):
        for _ in range(more):
            make_pitch(edition=day.edition)
        with CaptureQueriesContext(connection) as caught:
            client.get(address("pitch_day", day.edition))
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_board_is_sent_again_only_when_something_changed(sign_in):
    day = PitchDay(state=PitchState.WAITING)
    client = sign_in(day.jurors[0])
    version = client.get(address("pitch_day", day.edition)).context["version"]
    same = client.get(address("now_on_stage", day.edition), {"seen": version})
    actions.call_on_stage(pitch=day.pitches[0], by=day.manager, at=MOMENT)
    changed = client.get(address("now_on_stage", day.edition), {"seen": version})
    assert (same.status_code, changed.status_code, missing(changed, "On stage now")) == (204, 200, [])


def test_planning_by_the_page(sign_in):
    edition = make_edition(stage=Stage.PITCHING)
    make_shortlisted(edition=edition)
    given = {"starts_at": "2026-05-04T10:00", "minutes": 6}
    page = sign_in(make_manager(edition)).post(address("plan", edition), given, follow=True)
    assert missing(page, "1 pitch is planned.") == []
    assert Pitch.objects.get().minutes == 6


def test_planning_without_a_time_comes_back(sign_in):
    edition = make_edition(stage=Stage.PITCHING)
    make_shortlisted(edition=edition)
    answer = sign_in(make_manager(edition)).post(address("plan", edition), {"minutes": 6})
    assert (answer.status_code, Pitch.objects.count()) == (422, 0)


def test_calling_and_ending_by_the_page(sign_in):
    day = PitchDay(state=PitchState.WAITING)
    client = sign_in(day.manager)
    client.post(address("stage", day.pitches[0]))
    assert queries.on_stage(day.edition) == day.pitches[0]
    client.post(address("end", day.pitches[0]))
    assert queries.on_stage(day.edition) is None


@pytest.mark.parametrize("deed", ["plan", "open_box", "stage", "end", "close_box", "cast"])
def test_deeds_are_refused_to_others(sign_in, day, deed):
    box = make_box(edition=day.edition)
    of = {"plan": day.edition, "open_box": day.edition, "stage": day.pitches[0], "end": day.pitches[0]}.get(deed, box)
    assert sign_in(make_person()).post(address(deed, of)).status_code == 403


# The card


def test_card_page_asks_every_criterion_with_its_anchors(sign_in, day):
    page = sign_in(day.jurors[0]).get(address("pitch", day.pitches[0]))
    names = [str(criterion) for criterion in day.edition.criteria.all()]
    assert missing(page, *names, "excellent", "Keep my card", "Step out for this pitch") == []


def test_card_by_the_page_is_kept_and_shown_again(sign_in, day):
    client, pitch = sign_in(day.jurors[0]), day.pitches[0]
    given = {criterion.slug: 4 for criterion in day.edition.criteria.all()} | {"note": "Sharp"}
    client.post(address("pitch", pitch), given)
    card = queries.card_of(pitch, day.jurors[0])
    assert (set(queries.scores_on(card).values()), card.note) == ({4}, "Sharp")
    assert missing(client.get(address("pitch", pitch)), "Sharp", "Keep the changes") == []


def test_half_a_card_comes_back(sign_in, day):
    answer = sign_in(day.jurors[0]).post(address("pitch", day.pitches[0]), {"note": "Sharp"})
    assert (answer.status_code, missing(answer, "Sharp", "Something is not right yet")) == (422, [])


def test_recused_juror_sees_no_card(sign_in, day):
    make_recusal(pitch=day.pitches[0], juror=day.jurors[0])
    page = sign_in(day.jurors[0]).get(address("pitch", day.pitches[0]))
    assert missing(page, "You stepped out for this pitch.", "Keep my card") == ["Keep my card"]
    assert sign_in(day.jurors[0]).post(address("pitch", day.pitches[0])).status_code == 403


def test_conflict_is_shown_to_the_juror(sign_in, day):
    idea, juror = day.pitches[0].idea, day.jurors[0]
    idea.unit = same_unit(juror, idea.submitter)
    idea.save()
    page = sign_in(juror).get(address("pitch", day.pitches[0]))
    assert missing(page, "You are tied to this idea", "This idea comes from the unit you work in.") == []


def test_visitor_reads_the_pitch_without_a_card(sign_in, day):
    page = sign_in(make_person()).get(address("pitch", day.pitches[0]))
    assert missing(page, day.pitches[0].idea.title, "Keep my card") == ["Keep my card"]


def test_stepping_out_by_the_page(sign_in, day):
    client = sign_in(day.jurors[0])
    assert missing(client.get(address("step_out", day.pitches[0])), "Why do you step out?") == []
    client.post(address("step_out", day.pitches[0]), {"ground": "unit", "words": "Same corridor"})
    assert Recusal.objects.get().reason == "We work in the same unit: Same corridor"


def test_another_reason_needs_words(sign_in, day):
    answer = sign_in(day.jurors[0]).post(address("step_out", day.pitches[0]), {"ground": "other"})
    assert (answer.status_code, Recusal.objects.count()) == (422, 0)


def test_stepping_out_is_refused_to_others(sign_in, day):
    assert sign_in(day.manager).get(address("step_out", day.pitches[0])).status_code == 403


# The ballot


def test_ballot_begins_with_the_order_of_the_own_cards(sign_in, day):
    juror = day.jurors[0]
    for pitch, value in zip(day.pitches, (2, 5, 3), strict=True):
        make_card(pitch=pitch, juror=juror, value=value)
    page = sign_in(juror).get(make_box(edition=day.edition).get_absolute_url())
    a, b, c = day.pitches
    assert [item["id"] for item in page.context["items"]] == [str(pitch.public_id) for pitch in (b, c, a)]


def test_moves_work_without_javascript_and_cast_nothing(sign_in, day):
    box, client = make_box(edition=day.edition), sign_in(day.jurors[0])
    a, b, c = (str(pitch.public_id) for pitch in day.pitches)
    client.post(box.get_absolute_url(), {"move": f"{c}:up"})
    page = client.post(box.get_absolute_url(), {"move": f"{c}:up"}, follow=True)
    assert [item["id"] for item in page.context["items"]] == [c, a, b]
    assert (Ballot.objects.count(), missing(page, "This order is not cast yet.")) == (0, [])


def test_move_by_htmx_returns_the_part_that_changed(sign_in, day):
    box, client = make_box(edition=day.edition), sign_in(day.jurors[0])
    move = {"move": f"{day.pitches[0].public_id}:down"}
    answer = client.post(box.get_absolute_url(), move, headers={"HX-Request": "true"})
    assert (answer.status_code, missing(answer, "Cast my ballot", "<html")) == (200, ["<html"])


@pytest.mark.parametrize("move", ["", "x", "x:up", "{}:sideways"])
def test_unknown_moves_change_nothing(sign_in, day, move):
    box, client = make_box(edition=day.edition), sign_in(day.jurors[0])
    page = client.post(box.get_absolute_url(), {"move": move.format(day.pitches[1].public_id)}, follow=True)
    assert [item["id"] for item in page.context["items"]] == [str(pitch.public_id) for pitch in day.pitches]


def test_ballot_is_cast_in_the_order_shown(sign_in, day):
    box, juror = make_box(edition=day.edition), day.jurors[0]
    order = day.pitches[::-1]
    page = sign_in(juror).post(address("cast", box), {"pitch": [str(p.public_id) for p in order]}, follow=True)
    assert queries.choice_of(queries.ballot_of(juror, box)) == order
    assert missing(page, "Your ballot is cast", "Cast this order instead") == []


def test_recused_pitch_is_named_but_not_ranked(sign_in, day):
    make_recusal(pitch=day.pitches[0], juror=day.jurors[0])
    page = sign_in(day.jurors[0]).get(make_box(edition=day.edition).get_absolute_url())
    assert missing(page, "Not on your ballot, because you stepped out:") == []
    assert len(page.context["items"]) == 2


def test_ballot_page_is_refused_to_others(sign_in, day):
    assert sign_in(make_person()).get(make_box(edition=day.edition).get_absolute_url()).status_code == 403


def test_manager_sees_how_many_voted_and_why_the_box_stays_open(sign_in, day):
    page = sign_in(day.manager).get(make_box(edition=day.edition).get_absolute_url())
    assert missing(page, "0 of 3 jurors voted, and at least 2 ballots are needed.") == []


def test_opening_and_closing_by_the_page(sign_in, day):
    client = sign_in(day.manager)
    client.post(address("open_box", day.edition))
    box = BallotBox.objects.get()
    for juror in day.jurors:
        make_ballot(box=box, juror=juror, choice=day.pitches)
    page = client.post(address("close_box", box), follow=True)
    assert missing(page, "The ballot is closed and counted.", "Settle the verdict") == []


# The verdict


def test_result_page_tells_order_base_and_staffability(sign_in, day):
    page = sign_in(day.jurors[0]).get(address("verdict", closed_box(day)))
    words = ("3 ballots of 3 jurors", "Proposed by the ballot", "The team lacks: data scientist", "On 3 of 3 ballots.")
    assert missing(page, *words, "Settle the verdict") == ["Settle the verdict"]


def test_settling_by_the_page(sign_in, day):
    box = closed_box(day)
    given = {"chosen": [str(day.pitches[0].idea.public_id)]}
    page = sign_in(day.manager).post(address("verdict", box), given, follow=True)
    assert missing(page, "The jury chose", "The jury follows its ballot.") == []


def test_departure_without_motive_comes_back_with_the_choice(sign_in, day):
    box, other = closed_box(day), day.pitches[1].idea
    answer = sign_in(day.manager).post(address("verdict", box), {"chosen": [str(other.public_id)]})
    assert (answer.status_code, missing(answer, "This differs from the ballot.")) == (422, [])
    assert answer.context["form"]["chosen"].value() == [str(other.public_id)]


def test_chosen_idea_without_a_team_comes_back_with_the_reason(sign_in, day):
    box, idea = closed_box(day), day.pitches[0].idea
    team_of(idea).delete()
    answer = sign_in(day.manager).post(address("verdict", box), {"chosen": [str(idea.public_id)]})
    assert (answer.status_code, missing(answer, "There is no draft team for")) == (422, [])


def test_settling_is_refused_to_jurors_and_the_result_to_strangers(sign_in, day):
    box = closed_box(day)
    assert sign_in(day.jurors[0]).post(address("verdict", box), {}).status_code == 403
    assert sign_in(make_person()).get(address("verdict", box)).status_code == 403


def test_result_asks_as_many_queries_for_three_pitches_as_for_one(sign_in):
    counts = []
    for pitches in (1, 3):
        day = PitchDay(pitches=pitches)
        box = closed_box(day)
        client = sign_in(day.manager)
        client.get(address("minutes", day.edition))
        with CaptureQueriesContext(connection) as caught:
            client.get(address("verdict", box))
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_minutes_page_tells_the_day(sign_in, day):
    closed_box(day)
    page = sign_in(day.jurors[0]).get(address("minutes", day.edition))
    assert missing(page, "The ballot was closed", "3 of 3 jurors voted.") == []


def test_minutes_page_is_refused_to_strangers(sign_in, day):
    assert sign_in(make_person()).get(address("minutes", day.edition)).status_code == 403
