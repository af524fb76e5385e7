"""The pages of the live room: each reader's own part, the screen on the wall, and the card that keeps itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.jury import actions, queries
from datamatch.jury.enums import PitchState
from datamatch.jury.models import Scorecard
from tests.factories.jury import PitchDay, make_card, make_pitch, make_recusal
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def day():
    day = PitchDay(state=PitchState.WAITING)
    day.pitches[0] = actions.call_next(edition=day.edition, seen=None, by=day.manager, at=MOMENT)
    return day


def address(name, of):
    return reverse(f"jury:{name}", args=[getattr(of, "slug", None) or of.public_id])


def missing(page, *words):
    text = page.content.decode()
    return [word for word in words if word not in text]


def test_manager_runs_the_stage_by_the_page(sign_in, day):
    client = sign_in(day.manager)
    now = day.pitches[0]
    for deed in ("pause", "resume"):
        client.post(address(deed, now))
    client.post(address("call_next", day.edition), {"seen": now.public_id})
    assert queries.on_stage(day.edition) == day.pitches[1]
    page = client.post(address("step_back", day.edition), {"seen": day.pitches[1].public_id}, follow=True)
    assert missing(page, "That pitch is still to come.", "Next pitch", "One step back") == []
    page = client.post(address("step_back", day.edition), {"seen": ""}, follow=True)
    assert missing(page, f"On stage: “{now.idea.title}”", "Pause the clock") == []


def test_last_pitch_is_ended_by_the_page(sign_in):
    day = PitchDay(pitches=1, state=PitchState.ON_STAGE)
    page = sign_in(day.manager).post(address("call_next", day.edition), {"seen": day.pitches[0].public_id}, follow=True)
    assert missing(page, "All pitches are done.") == []


@pytest.mark.parametrize(("seen", "code"), [("x", 404), ("8a1f7a52-0c7c-4b6e-9a55-1f5b4b3f0c11", 404), ("", 403)])
def test_next_with_another_pitch_in_mind_changes_nothing(sign_in, day, seen, code):
    assert sign_in(day.manager).post(address("call_next", day.edition), {"seen": seen}).status_code == code
    assert queries.on_stage(day.edition) == day.pitches[0]


@pytest.mark.parametrize("deed", ["call_next", "step_back", "pause", "resume", "jot"])
def test_deeds_of_the_room_are_refused_to_others(sign_in, day, deed):
    of = day.edition if deed in {"call_next", "step_back"} else day.pitches[0]
    assert sign_in(make_person()).post(address(deed, of)).status_code == 403


def test_screen_of_a_juror_who_stepped_out_is_blank_and_the_base_is_lower(sign_in, day):
    out, stays = day.jurors[:2]
    now = day.pitches[0]
    make_recusal(pitch=now, juror=out)
    page = sign_in(out).get(address("now_on_stage", day.edition))
    words = ("You stepped out", "2 of 3 jurors judge this pitch.", "On stage now", "My card</a>")
    assert missing(page, *words) == ["On stage now", "My card</a>"]
    page = sign_in(stays).get(address("now_on_stage", day.edition))
    assert missing(page, "On stage now", "2 of 3 jurors judge this pitch.", now.idea.title) == []
    assert missing(sign_in(out).get(address("pitch", now)), "Read the whole idea") == ["Read the whole idea"]


def test_screen_on_the_wall_shows_the_stage_and_no_deeds(sign_in, day):
    page = sign_in(day.manager).get(address("screen", day.edition))
    assert missing(page, day.pitches[0].idea.title, "3 of 3 jurors judge this pitch.", "<form", "<footer") == [
        "<form",
        "<footer",
    ]


@pytest.mark.parametrize("part", ["now_on_stage", "screen_now"])
def test_part_is_sent_again_only_when_something_changed(sign_in, day, part):
    client = sign_in(day.jurors[0])
    version = client.get(address(part, day.edition)).context["version"]
    same = client.get(address(part, day.edition), {"seen": version})
    actions.pause_pitch(pitch=day.pitches[0], by=day.manager, at=MOMENT)
    assert (same.status_code, client.get(address(part, day.edition), {"seen": version}).status_code) == (204, 200)


def test_stream_is_for_who_may_see_the_room(client, sign_in, day):
    assert client.get(address("follow", day.edition)).status_code == 302
    answer = sign_in(make_person()).get(address("follow", day.edition))
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/event-stream")


def test_room_asks_as_many_queries_for_three_pitches_as_for_one(sign_in):
    day = PitchDay(pitches=1, jurors=1, state=PitchState.ON_STAGE)
    client = sign_in(day.jurors[0])
    counts = []
    for more in (0, 2):
        for _ in range(more):
            make_pitch(edition=day.edition)
        with CaptureQueriesContext(connection) as caught:
            client.get(address("screen_now", day.edition))
        counts.append(len(caught))
    assert counts[0] == counts[1]


# The card that keeps itself


def test_card_is_kept_score_by_score_and_counts_when_it_is_complete(sign_in, day):
    juror, pitch = day.jurors[0], day.pitches[0]
    client, slugs = sign_in(juror), [criterion.slug for criterion in day.edition.criteria.all()]
    answer = client.post(address("jot", pitch), {slugs[0]: 4, "note": "Half"})
    card = queries.card_of(pitch, juror)
    assert (queries.scores_on(card), card.note, card.is_complete) == ({slugs[0]: 4}, "Half", False)
    assert missing(answer, "The card counts when all scores are given.") == []
    assert (queries.cards_done(day.edition, juror), queries.own_means(day.edition, juror)) == (set(), {})
    client.post(address("jot", pitch), dict.fromkeys(slugs, 4))
    assert queries.cards_done(day.edition, juror) == {pitch.pk}


def test_half_a_card_is_shown_again(sign_in, day):
    juror, pitch = day.jurors[0], day.pitches[0]
    slug = day.edition.criteria.first().slug
    actions.jot_card(pitch=pitch, by=juror, at=MOMENT, scores={slug: 2})
    page = sign_in(juror).get(address("pitch", pitch))
    assert page.context["form"][slug].value() == 2
    assert missing(page, "Keep my card", "scores.") == []


@pytest.mark.parametrize("given", [{"note": "x" * 2001}, {"score": 9}])
def test_what_is_no_card_is_not_kept(sign_in, day, given):
    slug = day.edition.criteria.first().slug
    typed = {slug if name == "score" else name: value for name, value in given.items()}
    answer = sign_in(day.jurors[0]).post(address("jot", day.pitches[0]), typed)
    assert (answer.status_code, Scorecard.objects.count()) == (422, 0)


def test_half_a_card_is_gone_when_a_juror_steps_out(sign_in, day):
    make_card(pitch=day.pitches[0], juror=day.jurors[0], is_complete=False)
    actions.step_out(pitch=day.pitches[0], by=day.jurors[0], at=MOMENT, reason="Same unit")
    assert not Scorecard.objects.exists()
