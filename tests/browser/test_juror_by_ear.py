"""A juror who sees no screen and holds no mouse scores, steps out and votes: by names that are read, and by Tab."""

import re

import pytest
from playwright.sync_api import expect

from datamatch.editions.queries import criteria_of
from datamatch.jury import queries
from datamatch.jury.models import Ballot, Recusal
from tests.browser.walk import Walk
from tests.factories.jury import PitchDay, make_box

pytestmark = pytest.mark.browser


def read(page):
    """Return what a screen reader says of what has the focus: its role and its name."""
    focused = page.locator(":focus")
    told = focused.aria_snapshot().splitlines() if focused.count() else []
    found = re.match(r"""- '?([a-z]+)(?: "(.*)")?""", told[0].strip()) if told else None
    return f'{found[1]} "{found[2]}"' if found else ""


def tab_to(page, wanted):
    """Press Tab until this is read, and return everything that was read on the way."""
    heard = []
    for _step in range(80):
        page.keyboard.press("Tab")
        heard.append(read(page))
        if heard[-1].startswith(wanted):
            return heard
    raise AssertionError(f"{wanted} was not reached: {heard}")


def enter(page):
    """Press Enter, and wait for the page that comes."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_juror_scores_by_ear(open_page, empty):
    day, walk = PitchDay(pitches=1), Walk(open_page, empty)
    page, title = walk.page_of(day.jurors[0]), day.pitches[0].idea.title
    walk.go(page, f"/edities/{day.edition.slug}/pitchdag/")
    expect(page.locator("[data-live-said]")).to_have_attribute("role", "status")
    tab_to(page, f'link "1. {title}"')
    enter(page)
    heard = []
    criteria = list(criteria_of(day.edition))
    for number, criterion in enumerate(criteria, start=1):
        heard += tab_to(page, "radio")
        group = page.get_by_role("group", name=str(criterion))
        expect(group.locator(":focus")).to_have_count(1)
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("status").filter(has_text=f"{number} of {len(criteria)} scores.")).to_have_count(
            1, timeout=15_000
        )
    heard += tab_to(page, 'textbox "Note')
    heard += tab_to(page, 'button "Keep')
    heard = heard[next(place for place, word in enumerate(heard) if word.startswith("radio")) :]
    asked = [word.split()[0] for word in heard if word.split()[0] in {"radio", "textbox", "button"}]
    assert asked == ["radio"] * len(criteria) + ["textbox", "button"]
    enter(page)
    expect(page.get_by_role("status").filter(has_text=f"Your card for “{title}” is kept.")).to_have_count(1)
    walk.go(page, f"/pitches/{day.pitches[0].public_id}/")
    card = queries.card_of(day.pitches[0], day.jurors[0])
    assert (card.is_complete, set(queries.scores_on(card).values())) == (True, {2})


def test_juror_steps_out_by_ear(open_page, empty):
    day, walk = PitchDay(pitches=1), Walk(open_page, empty)
    page, title = walk.page_of(day.jurors[0]), day.pitches[0].idea.title
    walk.go(page, f"/pitches/{day.pitches[0].public_id}/")
    tab_to(page, 'link "Step out for this pitch"')
    enter(page)
    expect(page.get_by_role("group", name="Why do you step out?")).to_have_count(1)
    tab_to(page, 'radio "We work in the same unit"')
    page.keyboard.press("Space")
    tab_to(page, 'textbox "In your own words')
    page.keyboard.type("We share a room")
    tab_to(page, 'button "Step out"')
    enter(page)
    expect(page.get_by_role("status").filter(has_text=f"You stepped out for “{title}”.")).to_have_count(1)
    walk.go(page, f"/pitches/{day.pitches[0].public_id}/")
    assert Recusal.objects.get().reason == "We work in the same unit: We share a room"


def test_juror_votes_by_ear(open_page, empty):
    day, walk = PitchDay(), Walk(open_page, empty)
    box = make_box(edition=day.edition)
    page, titles = walk.page_of(day.jurors[0]), [pitch.idea.title for pitch in day.pitches]
    walk.go(page, f"/edities/{day.edition.slug}/pitchdag/")
    tab_to(page, 'link "To the ballot"')
    enter(page)
    said = page.locator("#ballot-said")
    expect(said).to_have_attribute("role", "status")
    tab_to(page, f'button "Move down: {titles[0]}"')
    page.keyboard.press("Enter")
    expect(said).to_have_text(f"{titles[0]} stands at place 2 of 3.", timeout=15_000)
    assert read(page) == f'button "Move down: {titles[0]}"'
    page.keyboard.press("Enter")
    expect(said).to_have_text(f"{titles[0]} stands at place 3 of 3.", timeout=15_000)
    expect(page.get_by_role("button", name=f"Move up: {titles[0]}")).to_be_focused(timeout=15_000)
    tab_to(page, 'button "Cast my ballot"')
    enter(page)
    expect(page.get_by_role("status").filter(has_text="Your ballot is cast.")).to_have_count(1)
    order = [pitch.idea.title for pitch in queries.choice_of(Ballot.objects.get(box=box))]
    assert order == [titles[1], titles[2], titles[0]]
