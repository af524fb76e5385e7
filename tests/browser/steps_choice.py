"""Screening, matching and pitch day: reviews, ranking, decisions, letters, teams, cards, a ballot, a verdict."""

import re

from datamatch.jury.models import BallotBox, Pitch
from datamatch.screening.models import Assignment, Decision
from datamatch.teams.models import Member, Suggestion, Team
from tests.browser.eyes import PHONE
from tests.browser.steps_call import move_on
from tests.browser.walk import fill, fill_one


def review_all(walk, manager, screeners, edition):
    """Share out the ideas; the screeners read them on a phone, one steps back once, and the manager asks again."""
    page = walk.page_of(manager)
    walk.go(page, f"/edities/{edition.slug}/ranglijst/")
    walk.press_and_wait(page, "Ask for missing reviews")
    walk.go(page, f"/edities/{edition.slug}/verdeling/")
    walk.press(page, f"Change {screeners[0].name}")
    walk.press(page, "Keep this")
    walk.go(page, f"/edities/{edition.slug}/ranglijst/")
    step_back(walk, screeners[0], edition)
    ask_the_makers(walk, screeners[1], edition)
    walk.press_and_wait(page, "Ask for missing reviews")
    for screener in screeners:
        phone = walk.page_of(screener, width=PHONE)
        for assignment in Assignment.objects.filter(screener=screener, state="open"):
            walk.go(phone, f"/edities/{edition.slug}/beoordelen/")
            phone.get_by_role("link", name=assignment.idea.title).click()
            give_review(walk, phone, 2 + assignment.idea.number % 3)
    say_of_another(walk, manager, screeners[1], edition)


def step_back(walk, screener, edition):
    """Hand one review back, with a reason."""
    phone = walk.page_of(screener, width=PHONE)
    walk.go(phone, f"/edities/{edition.slug}/beoordelen/")
    walk.press(phone, "Next review")
    walk.press(phone, "Step back from this idea")
    fill(phone, Why_do_you_step_back="I helped to write this.")
    walk.press(phone, "Step back from this idea")


def ask_the_makers(walk, screener, edition):
    """Ask the makers of an idea something."""
    phone = walk.page_of(screener, width=PHONE)
    walk.go(phone, f"/edities/{edition.slug}/beoordelen/")
    walk.press(phone, "Next review")
    walk.press(phone, "Ask the makers something")
    fill(phone, What_do_you_want_to_know="Who keeps the data?")
    walk.press(phone, "Send the question")
    walk.go(phone, f"/edities/{edition.slug}/beoordelen/")
    walk.press(phone, "Review without the site, in a file")


def say_of_another(walk, manager, screener, edition):
    """Let screeners read each other, and one say what they find of the first review that they find there."""
    page = walk.page_of(manager)
    walk.go(page, f"/edities/{edition.slug}/spelregels/")
    page.get_by_role("checkbox", name="After their own review, screeners read what others gave").check()
    walk.press(page, "Keep the ground rules")
    phone = walk.page_of(screener, width=PHONE)
    given = Assignment.objects.filter(screener=screener, state="done").first()
    walk.go(phone, f"/beoordelingen/{given.public_id}/")
    walk.press(phone, "Say what you find of review 1")
    phone.get_by_role("radio", name="I disagree, because").check()
    phone.get_by_role("checkbox", name="too short").check()
    fill(phone, Why_you_disagree="The data are there already.")
    walk.press(phone, "Keep what you find")
    assert "not agreed, because: The data are there already." in phone.get_by_role("main").inner_text()


def give_review(walk, page, value):
    """Score every criterion, and say something to the makers."""
    page.get_by_role("heading", name="Your review", exact=True).wait_for()
    walk.look(page)
    for scale in page.get_by_role("group").filter(has=page.get_by_role("radio", name=re.compile(r"^5\. "))).all():
        scale.get_by_role("radio", name=re.compile(rf"^{value}\. ")).check()
    page.get_by_role("radio", name="I know the subject well").check()
    fill(page, What_would_you_tell_the_makers="Clear question. Say who manages the data.")
    walk.press(page, re.compile("^Keep "), exact=False)


def decide(walk, manager, edition):
    """Calculate, prepare the decisions, and check one of them by hand."""
    page = walk.page_of(manager)
    walk.go(page, f"/edities/{edition.slug}/ranglijst/")
    walk.press_and_wait(page, "Calculate the ranking")
    walk.press(page, "Go to the decisions")
    walk.press_and_wait(page, "Prepare the decisions")
    decision = Decision.objects.filter(outcome="yes").first()
    walk.press(page, decision.idea.title)
    walk.press(page, "Let somebody else decide")
    walk.press(page, "Back to the decision")
    fill_one(page, "Why, for the makers", "The question is clear and the data are there.")
    walk.press(page, "Keep this decision")


def answer_everybody(walk, manager, edition, round):
    """Write the letters of a round, read one, change it, send them all."""
    page = walk.page_of(manager)
    walk.go(page, f"/edities/{edition.slug}/brieven/?round={round}")
    walk.press_and_wait(page, "Write all letters")
    page.get_by_role("rowheader").get_by_role("link").first.click()
    page.get_by_label("Subject").wait_for()
    walk.look(page)
    walk.press(page, "Keep this letter")
    walk.go(page, f"/edities/{edition.slug}/brieven/?round={round}")
    page.get_by_role("link", name="Send all letters").or_(page.get_by_role("button", name="Send all letters")).click()
    walk.look(page)
    walk.press(page, "Yes, send all letters")
    walk.go(page, f"/edities/{edition.slug}/regiekamer/")


def form_teams(walk, manager, edition):
    """Draft the teams, fill a canvas, and let everybody who is asked say yes."""
    page = walk.page_of(manager)
    walk.go(page, f"/edities/{edition.slug}/teams/")
    walk.press_and_wait(page, "Draft the teams")
    weigh_one(walk, page, Suggestion.objects.filter(team__idea__edition=edition).first())
    walk.press_and_wait(page, "Propose again")
    walk.press(page, "Ask th", exact=False)
    team = Team.objects.filter(idea__edition=edition).first()
    walk.press(page, team.idea.title)
    walk.go(page, f"/ideeen/{team.idea.public_id}/canvas/")
    walk.press(page, "Change the canvas")
    fill_one(page, "Who wants to use the result?", "The water boards")
    walk.press(page, "Keep the canvas")
    for member in Member.objects.filter(team__idea__edition=edition, state="proposed").select_related("person"):
        asked = walk.page_of(member.person)
        walk.go(asked, "/teams/vragen/")
        walk.press(asked, "Yes, I join")
    walk.go(page, f"/edities/{edition.slug}/teams/")
    for team in Team.objects.filter(idea__edition=edition).exclude(members__lead=True):
        walk.go(page, f"/teams/{team.public_id}/")
        walk.press(page, "Make lead")


def weigh_one(walk, page, suggestion):
    """Let one proposed seat stay, and look at the page on which its person would be left out."""
    walk.go(page, f"/teams/{suggestion.team.public_id}/")
    walk.press(page, "Keep in the next proposal")
    walk.press(page, f"Leave {suggestion.person.name} out")
    walk.go(page, f"/edities/{suggestion.team.idea.edition.slug}/teams/")


def hold_pitches(walk, manager, jurors, edition, today):
    """Make the running order, call each idea on stage; the jurors give cards, one steps out of one pitch."""
    page = walk.page_of(manager)
    walk.go(page, f"/edities/{edition.slug}/pitchdag/")
    fill_one(page, "The first pitch begins", f"{today}T10:00")
    walk.press(page, "Make the running order")
    recused = Pitch.objects.filter(idea__edition=edition).last()
    for pitch in Pitch.objects.filter(idea__edition=edition).select_related("idea"):
        walk.press(page, f"Call on stage: {pitch.idea.title}")
        for place, juror in enumerate(jurors):
            desk = walk.page_of(juror)
            walk.go(desk, f"/edities/{edition.slug}/pitchdag/")
            walk.press(desk, "My card")
            if pitch == recused and juror == jurors[-1]:
                step_out(walk, desk)
            else:
                give_card(walk, desk, 3 + place % 2)
        walk.press(page, "End this pitch")


def step_out(walk, page):
    """Leave the judging of one pitch to the others."""
    walk.press(page, "Step out for this pitch")
    page.get_by_label("I know the makers too well to judge").check()
    walk.press(page, "Step out")


def give_card(walk, page, value):
    """Score a pitch on every criterion."""
    for scale in page.get_by_role("group").filter(has=page.get_by_role("radio")).all():
        scale.get_by_role("radio", name=re.compile(rf"^{value}")).check()
    walk.press(page, "Keep my card")


def vote(walk, manager, jurors, edition):
    """Open the ballot, let everybody put the pitches in order, close it, settle the verdict."""
    page = walk.page_of(manager)
    walk.go(page, f"/edities/{edition.slug}/pitchdag/")
    walk.press(page, "Open the ballot")
    box = BallotBox.objects.get(edition=edition)
    for juror in jurors:
        desk = walk.page_of(juror)
        walk.go(desk, f"/stemming/{box.public_id}/")
        if juror == jurors[0]:
            desk.get_by_role("button", name=re.compile("^Move down")).first.click()
            desk.get_by_text("This order is not cast yet.").wait_for()
            walk.look(desk)
        walk.press(desk, "Cast my ballot")
    walk.go(page, f"/edities/{edition.slug}/pitchdag/")
    walk.press(page, "Close and count")
    walk.go(page, f"/stemming/{box.public_id}/uitspraak/")
    fill_one(page, "Motive of the jury", "We heard the makers.")
    walk.press(page, "Settle the verdict")
    walk.go(page, f"/edities/{edition.slug}/pitchdag/vergelijken/")
    walk.go(page, f"/edities/{edition.slug}/verslag/")


def go_on(walk, manager, edition):
    """Move on to the next stage, from the control room."""
    page = walk.page_of(manager)
    walk.go(page, f"/edities/{edition.slug}/regiekamer/")
    move_on(walk, page)
