"""The live room in a real browser: it follows by itself, and can be used by ear and by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from datamatch.editions.queries import criteria_of
from datamatch.foundation import live
from datamatch.jury import queries
from datamatch.jury.enums import PitchState
from datamatch.jury.models import Scorecard
from tests.browser.walk import Walk
from tests.factories.jury import PitchDay, make_recusal
from tests.factories.people import make_person

pytestmark = pytest.mark.browser


def room(walk, person, day, page="pitchdag/"):
    opened = walk.page_of(person)
    walk.go(opened, f"/edities/{day.edition.slug}/{page}")
    return opened


def test_room_follows_the_stage_by_itself(open_page, empty):
    day, walk = PitchDay(jurors=2, state=PitchState.WAITING), Walk(open_page, empty)
    first, second, third = (pitch.idea.title for pitch in day.pitches)
    make_recusal(pitch=day.pitches[1], juror=day.jurors[1])
    desk, phone, out = (room(walk, person, day) for person in (day.manager, *day.jurors))
    wall = room(walk, make_person(), day, "pitchdag/scherm/")
    expect(phone.locator("[data-live-state]")).to_have_text("This page follows the stage by itself.", timeout=15_000)
    walk.press(desk, "Start the first pitch")
    for page in (phone, out, wall):
        expect(page.get_by_role("heading", name=first)).to_be_visible(timeout=15_000)
        expect(page.get_by_role("timer")).to_have_text(re.compile(r"^[78]:\d\d$"))
        walk.look(page)
    expect(phone.locator("[data-live-said]")).to_have_text(f"On stage: {first}")
    walk.press(desk, "Next pitch")
    expect(phone.get_by_role("heading", name=second)).to_be_visible(timeout=15_000)
    expect(phone.get_by_text("1 of 2 jurors judges this pitch.")).to_be_visible()
    expect(out.get_by_role("heading", name="You stepped out")).to_be_visible(timeout=15_000)
    expect(out.get_by_role("heading", name=second)).to_have_count(0)
    walk.look(out)
    walk.press(desk, "Pause the clock")
    walk.press(desk, "Let the clock go on")
    walk.press(desk, "Next pitch")
    expect(out.get_by_role("heading", name=third)).to_be_visible(timeout=15_000)


def test_card_keeps_itself_and_is_filled_in_by_keyboard(open_page, empty):
    day, walk = PitchDay(pitches=1, state=PitchState.ON_STAGE), Walk(open_page, empty)
    page = room(walk, day.jurors[0], day)
    walk.press(page, "My card")
    criteria = list(criteria_of(day.edition))
    for criterion in criteria:
        group = page.get_by_role("group", name=str(criterion))
        group.get_by_role("radio").first.focus()
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        expect(group.get_by_role("radio").nth(1)).to_be_checked()
    told = f"{len(criteria)} of {len(criteria)} scores."
    expect(page.get_by_role("status").filter(has_text=told)).to_be_visible(timeout=15_000)
    with page.expect_response(lambda answer: answer.url.endswith("/kaart/")):
        page.get_by_label("Note").fill("Sharp story")
    page.reload()
    expect(page.get_by_label("Note")).to_have_value("Sharp story")
    card = Scorecard.objects.get()
    assert (card.is_complete, set(queries.scores_on(card).values())) == (True, {2})


def test_room_without_javascript_has_a_button_to_refresh(open_page, empty):
    day, walk = PitchDay(jurors=1, state=PitchState.WAITING), Walk(open_page, empty, scripts=False)
    desk, phone = (room(walk, person, day) for person in (day.manager, day.jurors[0]))
    walk.press(desk, "Start the first pitch")
    walk.press(phone, "Refresh")
    expect(phone.get_by_role("heading", name=day.pitches[0].idea.title)).to_be_visible()
    assert live.version_of(queries.room_of(day.edition)) == 1
