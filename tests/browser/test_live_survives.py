"""The server is killed under open pages and started again: they say so, pick up by themselves, and lose no vote."""

import pytest
from django.db.models import Sum
from django.utils import timezone
from playwright.sync_api import expect

from datamatch.editions.enums import Stage
from datamatch.jury import actions, queries
from datamatch.jury.enums import PitchState
from datamatch.jury.models import Ballot, HallQuestion, HallTally, HallVoter, Scorecard
from tests.browser.eyes import NOBODY, PHONE, REFUSED
from tests.browser.served import SERVER
from tests.browser.walk import Walk
from tests.factories.jury import PitchDay, make_box, make_hall
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.browser
GONE = "The connection is gone. This page tries again by itself."
UNSENT = "No connection, so this is not sent yet."
# A server takes seconds to start, and a busy machine more.
LONG = 30_000


@pytest.fixture
def walk(open_page, empty):
    """A walk on which the server goes away."""
    return Walk(open_page, empty, bears=NOBODY)


def room(walk, person, day, page="pitchdag/"):
    opened = walk.page_of(person)
    walk.go(opened, f"/edities/{day.edition.slug}/{page}")
    return opened


def in_the_hall(walk, hall):
    phone = walk.page_of(width=PHONE)
    walk.go(phone, hall.get_absolute_url())
    return phone


def line_of(page):
    return page.locator("[data-connection]")


def all_say(pages, words):
    for page in pages:
        expect(line_of(page)).to_have_text(words, timeout=LONG)


def test_pages_that_listen_pick_up_by_themselves(walk, empty_world):
    day = PitchDay(jurors=1, state=PitchState.WAITING)
    hall = make_hall(edition=day.edition, pitches=day.pitches)
    wall = room(walk, make_person(), day, "pitchdag/scherm/")
    juror, phone = room(walk, day.jurors[0], day), in_the_hall(walk, hall)
    desk = room(walk, day.manager, day, "pitchdag/publiek/vragen/")
    pages, first = [wall, juror, phone, desk], day.pitches[0].idea.title
    with empty_world.away(*SERVER):
        all_say(pages, GONE)
        for page in pages:
            expect(line_of(page)).to_have_attribute("role", "status")
        walk.look(wall)
    actions.call_next(edition=day.edition, seen=None, by=day.manager, at=timezone.now())
    actions.ask(hall=hall, guest=queries.Guest("another phone"), text="Who pays?", at=MOMENT)
    for page in (wall, juror, phone):
        expect(page.get_by_role("heading", name=first)).to_be_visible(timeout=LONG)
    expect(desk.get_by_text("Who pays?", exact=True)).to_be_visible(timeout=LONG)
    all_say(pages, "")
    expect(juror.locator("[data-live-said]")).to_have_text(f"On stage: {first}")


def test_what_is_sent_while_the_server_is_away_comes_in_once(walk, empty_world):
    day = PitchDay(jurors=2)
    hall, box = make_hall(edition=day.edition, pitches=day.pitches), make_box(edition=day.edition)
    guest, (juror, writer) = in_the_hall(walk, hall), map(walk.page_of, day.jurors)
    walk.go(juror, box.get_absolute_url())
    walk.go(writer, f"/pitches/{day.pitches[0].public_id}/")
    pages, liked = (guest, juror, writer), day.pitches[1]
    first = juror.locator("li strong").first.inner_text()
    with empty_world.away(*SERVER):
        juror.get_by_role("button", name=f"Move down: {first}").click()
        expect(line_of(juror)).to_contain_text("Press again", timeout=LONG)
        juror.get_by_role("button", name="Cast my ballot").click()
        writer.get_by_label("Note").fill("Sharp story")
        guest.get_by_label(liked.idea.title).check()
        guest.get_by_role("button", name="Vote").click()
        for page in pages:
            expect(line_of(page)).to_contain_text(UNSENT, timeout=LONG)
        expect(guest.get_by_label(liked.idea.title)).to_be_checked()
        guest.get_by_role("button", name="Vote").click()
        guest.get_by_label("Your question").fill("Who pays?")
        walk.look(guest)
    expect(guest.get_by_role("status").filter(has_text="Your vote is in.")).to_be_visible(timeout=LONG)
    expect(juror.get_by_role("status").filter(has_text="Your ballot is cast.")).to_be_visible(timeout=LONG)
    all_say(pages, "")
    expect(guest.get_by_label("Your question")).to_have_value("Who pays?")
    assert (HallVoter.objects.count(), HallTally.objects.get(pitch=liked).count) == (1, 1)
    assert HallTally.objects.aggregate(all=Sum("count"))["all"] == 1
    assert next(iter(queries.choice_of(Ballot.objects.get(juror=day.jurors[0])))).idea.title == first
    assert Scorecard.objects.get().note == "Sharp story"


def test_refused_question_comes_back_as_it_was_typed(open_page, empty):
    walk, day = Walk(open_page, empty, bears=REFUSED), PitchDay()
    phone, text = in_the_hall(walk, make_hall(edition=day.edition)), "Who pays for this in the years after?"
    phone.get_by_label("Your question").fill(text)
    day.edition.stage = Stage.DELIVERY
    day.edition.save()
    with phone.expect_navigation():
        phone.get_by_role("button", name="Ask").click()
    expect(phone.get_by_text("Pitch day is over.").first).to_be_visible()
    expect(phone.get_by_label("Your question")).to_have_value(text)
    assert not HallQuestion.objects.exists()
