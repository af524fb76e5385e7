"""Sending an idea on a phone: by keyboard, without JavaScript, kept by itself, in two windows, without a connection."""

import re

import pytest
from django.test import Client
from playwright.sync_api import expect

from datamatch.editions.enums import Stage
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import answers_of
from tests.browser.eyes import PHONE, axe_violations, scrolls_sideways
from tests.factories.editions import make_edition, make_question, make_theme
from tests.factories.ideas import make_idea
from tests.factories.people import make_person

pytestmark = pytest.mark.browser

WORDS = {
    "nl": {
        "title": "Welke bronnen vallen droog?",
        "demand": "Welke beken vallen het eerst droog, zodat onze boswachters daar kunnen beginnen?",
        "on": "Verder", "look": "Bekijken en insturen", "send": "Stuur het idee in", "yes": "Ja",
        "sent": "Je idee is ingestuurd", "condition": "Alleen als je hierboven antwoordde: Ja",
    },
    "en": {
        "title": "Which brooks run dry?",
        "demand": "Which brooks run dry first, so that our rangers can begin there?",
        "on": "Go on", "look": "Look at it and send", "send": "Send the idea", "yes": "Yes",
        "sent": "Your idea has been sent", "condition": "Only if you answered above: Yes",
    },
}  # fmt: skip


@pytest.fixture
def call(empty):
    """A call with two themes that asks whether data are about people, and if so whether they are sensitive."""
    edition = make_edition(stage=Stage.CALL, themes=1)
    make_theme(edition=edition, name_nl="Water", name_en="Water")
    first = make_question(edition=edition, slug="J1", kind="yes_no", label_nl="Over mensen?", label_en="About people?")
    make_question(
        edition=edition, slug="J2", kind="yes_no", label_nl="Gevoelig?", label_en="Sensitive?", asked_if=first,
        asked_if_answers=["yes"],
    )  # fmt: skip
    return edition


@pytest.fixture
def phone_of(open_page, empty):
    """Open a phone of somebody who is signed in."""

    def _phone_of(person, **wishes):
        page = open_page(empty, width=PHONE, **wishes)
        carry_sign_in(page.context, person, empty)
        return page

    return _phone_of


@pytest.fixture
def plain_phone_of(browser, empty):
    """Open a phone of which nobody looks at the console: what the browser calls an error there may be meant."""
    contexts = []

    def _plain_phone_of(person):
        context = browser.new_context(base_url=empty, viewport={"width": PHONE, "height": 900}, locale="en")
        context.add_cookies([{"name": "django_language", "value": "en", "url": empty}])
        carry_sign_in(context, person, empty)
        contexts.append(context)
        return context.new_page()

    yield _plain_phone_of
    for context in contexts:
        context.close()


def carry_sign_in(context, person, host):
    """Let this window be signed in as a person."""
    client = Client()
    client.force_login(person)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": host}])


class Keys:
    """Somebody with a keyboard only; counts what is pressed besides the words themselves."""

    def __init__(self, page):
        self.page, self.pressed = page, 0

    def press(self, key):
        self.page.keyboard.press(key)
        self.pressed += 1

    def to(self, found):
        """Tab until this holds for the control that has the focus, which must be seen."""
        for _try in range(60):
            self.press("Tab")
            if self.page.evaluate(f"(() => {{ const at = document.activeElement; return {found}; }})()"):
                assert self.page.evaluate("document.activeElement.matches(':focus-visible')")
                return
        raise AssertionError(f"The keyboard does not reach {found}")

    def write(self, name, words):
        self.to(f"at.name === '{name}'")
        self.page.keyboard.type(words)

    def choose(self, name):
        self.to(f"at.name === '{name}'")
        self.press("Space")

    def go_on(self, label):
        """Go to a button and press it, after a look at the step with axe-core."""
        assert axe_violations(self.page) == []
        assert scrolls_sideways(self.page, PHONE) == []
        self.to(f"at.textContent.trim() === '{label}'")
        with self.page.expect_navigation():
            self.press("Enter")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_idea_is_sent_on_a_phone_with_the_keyboard_only(phone_of, call, language):
    words, person = WORDS[language], make_person(language=language)
    page = phone_of(person, language=language)
    page.goto(f"/edities/{call.slug}/ideeen/nieuw/")
    keys = Keys(page)
    keys.write("title", words["title"])
    keys.go_on(words["on"])
    keys.write("demand", words["demand"])
    keys.choose("theme")
    keys.go_on(words["on"])
    keys.choose("answer-J1")
    keys.choose("answer-J2")
    keys.go_on(words["look"])
    keys.go_on(words["send"])
    expect(page.get_by_role("heading", level=1)).to_contain_text(words["sent"])
    assert axe_violations(page) == []
    idea = Idea.objects.get()
    assert (idea.state, idea.title, idea.demand) == (IdeaState.SENT, words["title"], words["demand"])
    assert answers_of(idea) == {"J1": "yes", "J2": "yes"}
    assert keys.pressed <= 150


@pytest.mark.parametrize("language", ["nl", "en"])
def test_idea_is_sent_on_a_phone_without_javascript(phone_of, call, language):
    words, person, asked = WORDS[language], make_person(language=language), []
    page = phone_of(person, language=language, java_script_enabled=False)
    page.on("request", lambda one: asked.append(one.url) if one.is_navigation_request() else None)
    page.goto(f"/edities/{call.slug}/ideeen/nieuw/")
    page.locator("[name=title]").fill(words["title"])
    page.get_by_role("button", name=words["on"], exact=True).click()
    page.locator("[name=demand]").fill(words["demand"])
    page.locator("input[name=theme]").first.check()
    page.get_by_role("button", name=words["on"], exact=True).click()
    assert words["condition"] in page.get_by_role("main").inner_text()
    page.locator("[name=answer-J1][value=no]").check()
    page.locator("[name=answer-J2][value=yes]").check()
    page.get_by_role("button", name=words["look"], exact=True).click()
    page.get_by_role("button", name=words["send"], exact=True).click()
    assert words["sent"] in page.get_by_role("main").inner_text()
    assert answers_of(Idea.objects.get()) == {"J1": "no"}
    assert len(asked) <= 10


def test_first_words_make_a_draft_that_keeps_itself_and_has_an_address(phone_of, call):
    page = phone_of(make_person())
    page.goto(f"/edities/{call.slug}/ideeen/nieuw/")
    page.locator("[name=title]").press_sequentially("Which brooks")
    expect(page.locator("[data-kept]")).to_contain_text("Saved at")
    page.wait_for_url(re.compile("/schrijven/titel/$"))
    draft = Idea.objects.get()
    assert (draft.title, draft.language) == ("Which brooks", "en")
    page.locator("[name=title]").press_sequentially(" run dry?")
    page.locator("[name=title]").blur()
    expect(page.locator("[name=version]")).to_have_value("1")
    page.reload()
    expect(page.locator("[name=title]")).to_have_value("Which brooks run dry?")


def test_coach_reads_along_while_somebody_writes(phone_of, call):
    draft = make_idea(edition=call, state=IdeaState.DRAFT, demand="", language="en")
    page = phone_of(draft.submitter)
    page.goto(f"/ideeen/{draft.public_id}/schrijven/idee/")
    page.locator("[name=demand]").press_sequentially("A dashboard with all our permits")
    expect(page.locator("[data-field=demand] [data-coach]")).to_contain_text("You name a means: “dashboard”")
    page.locator("[name=demand]").fill("Which permits should our team decide on first?")
    expect(page.locator("[data-field=demand] [data-coach]")).to_be_hidden()
    assert axe_violations(page) == []


def test_text_that_is_too_long_stays_and_is_named(phone_of, call):
    draft = make_idea(edition=call, state=IdeaState.DRAFT)
    page = phone_of(draft.submitter)
    page.goto(f"/ideeen/{draft.public_id}/schrijven/idee/")
    page.locator("[name=demand]").fill("word " * 500)
    expect(page.locator("[data-field=demand] [data-wrong]")).to_contain_text("2000")
    expect(page.locator("[name=demand]")).to_have_value("word " * 500)


def test_question_shows_itself_when_its_condition_is_met(phone_of, call):
    draft = make_idea(edition=call, state=IdeaState.DRAFT)
    page = phone_of(draft.submitter)
    page.goto(f"/ideeen/{draft.public_id}/schrijven/vragen/")
    second = page.get_by_text("Sensitive?")
    expect(second).to_be_hidden()
    page.locator("[name=answer-J1][value=yes]").check()
    expect(second).to_be_visible()
    page.locator("[name=answer-J1][value=no]").check()
    expect(second).to_be_hidden()


def test_two_windows_show_both_and_lose_nothing(plain_phone_of, call):
    draft = make_idea(edition=call, state=IdeaState.DRAFT, demand="First")
    one, two = plain_phone_of(draft.submitter), plain_phone_of(draft.submitter)
    for page in (one, two):
        page.goto(f"/ideeen/{draft.public_id}/schrijven/idee/")
    one.locator("[name=demand]").fill("Which brooks, says window one?")
    expect(one.locator("[name=version]")).to_have_value("1")
    with two.expect_response(re.compile("bewaren")) as refused:
        two.locator("[name=demand]").fill("Which brooks, says window two?")
    assert refused.value.status == 409
    beside = two.locator("[data-field=demand] [data-theirs]")
    expect(beside).to_contain_text("Which brooks, says window one?")
    expect(two.locator("[name=demand]")).to_have_value("Which brooks, says window two?")
    two.get_by_role("button", name="Keep what I wrote").click()
    expect(two.locator("[name=version]")).to_have_value("2")
    draft.refresh_from_db()
    assert draft.demand == "Which brooks, says window two?"


def test_lost_connection_is_told_and_made_up_for(plain_phone_of, call):
    draft = make_idea(edition=call, state=IdeaState.DRAFT)
    page = plain_phone_of(draft.submitter)
    page.goto(f"/ideeen/{draft.public_id}/schrijven/idee/")
    page.context.set_offline(True)
    page.locator("[name=demand]").fill("Which brooks run dry first?")
    expect(page.locator("[data-kept]")).to_contain_text("No connection")
    page.context.set_offline(False)
    expect(page.locator("[data-kept]")).to_contain_text("Saved at")
    draft.refresh_from_db()
    assert draft.demand == "Which brooks run dry first?"
