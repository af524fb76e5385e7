"""Preparation and call: a programme, an edition, appointments, somebody who registers, ideas, energy."""

import re
from datetime import timedelta

from django.utils import timezone

from datamatch.editions.models import Edition
from datamatch.foundation.models import Mail
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from tests.browser.walk import fill, fill_one

EMAIL, PASSWORD = "noor.dekker@ministry.example", "vier blauwe fietsen buiten"
THEME = "Water | Water | Wat stroomt er? | What flows?"


def prepare(walk, administrator, people):
    """The administrator opens a programme, prepares an edition, appoints, and opens the call."""
    page, today = walk.page_of(administrator), timezone.localdate()
    walk.go(page, "/edities/")
    walk.press(page, "Open a programme")
    fill(page, Name_of_the_programme="Data together", What_is_it_for="To work with data.")
    walk.press(page, "Open the programme")
    fill(page, Name_of_the_edition="First edition", Which_edition_is_it="1", Themes_of_the_call=THEME)
    fill(page, The_call_opens_on=str(today), The_call_closes_on=str(today), Opening_hour="", Closing_hour="")
    walk.press(page, "Prepare the edition")
    fill(page, Pitch_day=str(today), Delivery_starts_on=str(today), DataDag=str(today + timedelta(days=1)))
    fill(page, Reviews_for_each_idea=2, Ideas_that_pitch=2, Ideas_that_the_jury_chooses=1)
    fill(page, Jurors_needed_for_a_valid_vote=2)
    walk.press(page, "Keep the plan")
    edition = Edition.objects.get()
    for person, duty in people:
        appoint(walk, page, edition, person, duty)
    open_call(walk, page, edition)
    return edition


def appoint(walk, page, edition, person, duty):
    """Find somebody by name and give them a duty."""
    walk.go(page, f"/edities/{edition.slug}/aanstellingen/")
    fill(page, Name_or_address=person.name)
    walk.press(page, "Search")
    walk.press(page, duty)


def open_call(walk, page, edition):
    """Move on from preparation to the call."""
    walk.go(page, f"/edities/{edition.slug}/regiekamer/")
    move_on(walk, page)


def move_on(walk, page):
    """Leave the stage, from the control room."""
    walk.press(page, "Move on")
    walk.press(page, "Yes, move on")


def register(walk):
    """Somebody registers with the code that was mailed, and tells what they can."""
    page = walk.page_of()
    walk.go(page, "/account/signup/")
    fill_one(page, "Your name", "Noor Dekker")
    page.get_by_role("textbox", name=re.compile("mail", re.I)).fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("I understand what is kept about me").check()
    walk.press(page, "Sign up")
    code = re.search(r"\b[A-Z]{4}-[A-Z]{4}\b", Mail.objects.get(to=EMAIL).body).group()
    page.get_by_role("textbox").fill(code)
    walk.press(page, "Go on")
    walk.go(page, "/profiel/")
    fill(page, What_are_you_in_a_team="Data scientist", How_much_time_could_you_give=6)
    page.get_by_label("English").check()
    walk.press(page, "Keep my profile")
    return page, Person.objects.get(email=EMAIL)


def send_idea(walk, page, edition, title):
    """Write an idea step by step, look at it, send it."""
    walk.go(page, f"/edities/{edition.slug}/ideeen/")
    walk.press(page, "Send an idea")
    fill(page, What_do_you_call_your_idea=title)
    walk.press(page, "Go on")
    fill(page, What_do_you_want_to_solve="Which brooks run dry first, and who should know?")
    page.get_by_label("Water").check()
    walk.press(page, "Go on")
    walk.press(page, "Look at it and send")
    walk.press(page, "Send the idea")
    return Idea.objects.get(title=title)


def join(walk, page, idea, role, hours):
    """Offer to join an idea in a role; the answer comes into the page."""
    walk.go(page, f"/ideeen/{idea.public_id}/")
    card = page.locator("article", has=page.get_by_role("button", name="I want to join"))
    fill_one(card, "As what?", role)
    fill_one(card, "Hours per week", hours)
    card.get_by_role("button", name="I want to join").click()
    page.get_by_text("You said this").wait_for()
    walk.look(page)
