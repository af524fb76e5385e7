"""Everything that counts works without JavaScript, and without a mouse."""

import pytest

from datamatch.editions.enums import Stage
from datamatch.ideas.models import Idea
from datamatch.jury.models import Ballot
from datamatch.people.actions import add_person
from datamatch.screening.models import Review
from tests.browser.eyes import PHONE, axe_violations
from tests.browser.steps_call import send_idea
from tests.browser.steps_choice import give_review
from tests.browser.walk import Walk
from tests.factories.editions import make_edition, make_question, make_screener, make_theme
from tests.factories.ideas import make_idea
from tests.factories.jury import PitchDay, make_box
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.screening import make_assignment

pytestmark = pytest.mark.browser
PASSWORD = "vier blauwe fietsen buiten"


@pytest.fixture
def plain_walk(open_page, empty):
    """A walk with JavaScript off."""
    return Walk(open_page, empty, scripts=False)


def make_call():
    """Make an edition in its call with one theme."""
    edition = make_edition(stage=Stage.CALL, themes=0)
    make_theme(edition=edition, name_en="Water")
    make_question(edition=edition, slug="J1", kind="yes_no", label_en="Is it about people?")
    return edition


def test_an_idea_is_sent_without_javascript(plain_walk):
    edition, person = make_call(), make_person()
    idea = send_idea(plain_walk, plain_walk.page_of(person), edition, "Brooks that run dry")
    assert (idea.submitter, idea.state) == (person, "sent")


def test_a_review_is_given_without_javascript(plain_walk):
    edition = make_edition(stage=Stage.SCREENING)
    screener, idea = make_screener(edition), make_idea(edition=edition)
    assignment = make_assignment(idea=idea, screener=screener)
    page = plain_walk.page_of(screener, width=PHONE)
    plain_walk.go(page, f"/beoordelingen/{assignment.public_id}/")
    give_review(plain_walk, page, 4)
    scores = Review.objects.get(assignment=assignment).scores.values_list("value", flat=True)
    assert list(scores) == [4, 4]


def test_a_ballot_is_ordered_and_cast_without_javascript(plain_walk):
    day = PitchDay()
    box, juror = make_box(edition=day.edition), day.jurors[0]
    page = plain_walk.page_of(juror)
    plain_walk.go(page, f"/stemming/{box.public_id}/")
    first, second, third = [words.inner_text() for words in page.locator("li strong").all()]
    plain_walk.press(page, f"Move down: {first}")
    plain_walk.press(page, "Cast my ballot")
    ranks = Ballot.objects.get(juror=juror).ranks.order_by("rank").select_related("pitch__idea")
    assert [rank.pitch.idea.title for rank in ranks] == [second, first, third]


def test_somebody_signs_in_and_sends_an_idea_by_keyboard_on_a_phone(open_page, empty, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    edition, person = make_call(), add_person(email="noor@example.org", name="Noor", language="en", at=MOMENT)
    person.set_password(PASSWORD)
    person.save()
    page = open_page(empty, width=PHONE)
    page.goto("/account/login/")
    to(page, "login")
    page.keyboard.type(person.email)
    to(page, "password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(empty + "/")
    page.goto(f"/edities/{edition.slug}/ideeen/nieuw/")
    to(page, "title")
    page.keyboard.type("Brooks that run dry")
    go_on(page)
    to(page, "demand")
    page.keyboard.type("Which brooks run dry first?")
    to(page, "theme")
    page.keyboard.press("Space")
    go_on(page)
    to(page, "answer-J1")
    page.keyboard.press("Space")
    go_on(page)
    press_to(page, "Send the idea")
    page.get_by_text("Your idea has been sent").wait_for()
    assert Idea.objects.get().submitter == person


def go_on(page):
    """Tab to the button that leads to the next step, and press it; each step is looked at with axe-core."""
    assert axe_violations(page) == []
    to(page, "next")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def to(page, name):
    """Tab until the control with this name has the focus, which must be seen."""
    for _press in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            assert page.evaluate("document.activeElement.matches(':focus-visible')")
            return
    raise AssertionError(f"The keyboard does not reach {name}")


def press_to(page, label):
    """Tab until the button with this label has the focus, and press it."""
    for _press in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == label:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"The keyboard does not reach {label}")
