"""The seed's edition step by step; every route is looked at once.

The first reviews of each screener are given in the browser. The others go through the same page by the requests that
the browser would send, with its cookies: the same view, form and answer, without drawing 300 pages more.
"""

from itertools import groupby

from django.utils import timezone

from datamatch.editions.enums import Duty
from datamatch.editions.queries import appointed
from datamatch.jury.models import BallotBox, Pitch
from datamatch.screening.models import Assignment
from datamatch.story.actions.screening import remark_of
from datamatch.teams.models import Member, Team
from tests.browser.eyes import PHONE
from tests.browser.walk import fill_one

# Fill in each field of a form by its name.
FILL = """(answers) => {
  for (const [name, value] of Object.entries(answers)) {
    const radio = document.querySelector(`input[type="radio"][name="${name}"][value="${value}"]`);
    if (radio) radio.checked = true;
    else document.querySelector(`[name="${name}"]`).value = value;
  }
}"""
BY_HAND = 2


def compare_all(walk, manager, edition):
    """Let the product look for ideas that are much alike, and look at what it found."""
    page = walk.page_of(manager)
    walk.go(page, f"/edities/{edition.slug}/ideeen/dubbel/")
    walk.press_and_wait(page, "Compare all ideas")


def share_out(walk, manager, edition):
    """Ask the twelve screeners for three reviews of every idea."""
    page = walk.page_of(manager)
    walk.go(page, f"/edities/{edition.slug}/ranglijst/")
    walk.press_and_wait(page, "Ask for missing reviews")


def review_all(walk, journey):
    """Let every screener go from review to review on a phone, until none is left."""
    criteria = [criterion.slug for criterion in journey.edition.criteria.all()]
    for screener in appointed(journey.edition, Duty.SCREENER):
        phone = walk.page_of(screener, width=PHONE)
        walk.go(phone, f"/edities/{journey.edition.slug}/beoordelen/")
        asked = Assignment.objects.filter(screener=screener, idea__edition=journey.edition, state="open").count()
        walk.press(phone, "Next review")
        address, token = phone.url, phone.locator("[name=csrfmiddlewaretoken]").first.input_value()
        for place in range(asked):
            answers = review_of(journey, address, criteria)
            if place < BY_HAND:
                address = give_review(walk, phone, answers)
            else:
                address = post_review(phone, address, answers | {"csrfmiddlewaretoken": token})
        walk.leave(screener, width=PHONE)


def review_of(journey, address, criteria):
    """Return what the screener of the review at this address fills in, by the name of each field."""
    shown = address.rstrip("/").rsplit("/", 1)[-1]
    assignment = Assignment.objects.select_related("idea", "screener").get(public_id=shown)
    row, email = journey.row_of(assignment.idea), assignment.screener.email
    scores = journey.world.scores(row, email, criteria)
    return {
        **{f"criterion-{slug}": str(value) for slug, value in scores.items()},
        "confidence": str(journey.world.confidence(row, email)),
        "remark": remark_of(journey, row, assignment, scores),
    }


def give_review(walk, phone, answers):
    """Fill in the review that is shown, keep it, and return the address of what comes next."""
    phone.evaluate(FILL, answers)
    with phone.expect_navigation():
        phone.locator(".screening-form button[type=submit]").first.click()
    walk.look(phone)
    return phone.url


def post_review(phone, address, answers):
    """Send the review as the browser would, and return the address of what comes next."""
    answer = phone.request.post(address, form=answers, headers={"Referer": address})
    assert answer.status == 200, answer.text()
    assert answer.url != address
    return answer.url


def form_teams(walk, manager, edition):
    """Draft the teams, let everybody who is asked say yes, and give each team a lead."""
    page = walk.page_of(manager)
    walk.go(page, f"/edities/{edition.slug}/teams/")
    walk.press_and_wait(page, "Draft the teams")
    walk.press(page, "Ask th", exact=False)
    asked = Member.objects.filter(team__idea__edition=edition, state="proposed").select_related("person")
    for person, members in groupby(asked.order_by("person"), key=lambda member: member.person):
        theirs = walk.page_of(person)
        walk.go(theirs, "/teams/vragen/")
        for _member in members:
            walk.press(theirs, "Yes, I join")
        walk.leave(person)
    for team in Team.objects.filter(idea__edition=edition).exclude(members__lead=True):
        walk.go(page, f"/teams/{team.public_id}/")
        walk.press(page, "Make lead")


def hold_pitches(walk, journey):
    """Call each idea on stage; every juror gives a card, or steps out where the page says that they are tied."""
    page, edition = walk.page_of(journey.manager), journey.edition
    walk.go(page, f"/edities/{edition.slug}/pitchdag/")
    fill_one(page, "The first pitch begins", f"{timezone.localdate()}T10:00")
    walk.press(page, "Make the running order")
    for pitch in Pitch.objects.filter(idea__edition=edition).select_related("idea"):
        walk.press(page, f"Call on stage: {pitch.idea.title}")
        for juror in appointed(edition, Duty.JUROR):
            judge(walk, walk.page_of(juror), journey, pitch, juror)
        walk.press(page, "End this pitch")


def judge(walk, page, journey, pitch, juror):
    """Give a card, step out of what one is tied to, or read that one's own idea is judged by the others."""
    walk.go(page, f"/pitches/{pitch.public_id}/")
    if page.get_by_text("This is your own idea; the others judge it.").count():
        return
    if page.get_by_text("You are tied to this idea").count():
        walk.press(page, "Step out for this pitch")
        page.get_by_label("We work in the same unit").check()
        walk.press(page, "Step out")
        return
    criteria = [criterion.slug for criterion in journey.edition.criteria.all()]
    scores = journey.world.scores(journey.row_of(pitch.idea), juror.email, criteria, occasion="card")
    page.evaluate(FILL, {slug: str(value) for slug, value in scores.items()})
    walk.press(page, "Keep my card")


def vote(walk, journey):
    """Open the ballot, let every juror cast the order of their cards, count, and settle what the jury chose."""
    page, edition = walk.page_of(journey.manager), journey.edition
    walk.go(page, f"/edities/{edition.slug}/pitchdag/")
    walk.press(page, "Open the ballot")
    box = BallotBox.objects.get(edition=edition)
    for juror in appointed(edition, Duty.JUROR):
        desk = walk.page_of(juror)
        walk.go(desk, f"/stemming/{box.public_id}/")
        walk.press(desk, "Cast my ballot")
    walk.go(page, f"/edities/{edition.slug}/pitchdag/")
    walk.press(page, "Close and count")
    walk.go(page, f"/stemming/{box.public_id}/uitspraak/")
    fill_one(page, "Motive of the jury", "The jury follows its ballot.")
    walk.press(page, "Settle the verdict")
