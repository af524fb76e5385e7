"""Hostile texts in every field of the demo world, before a real browser: nothing runs, nothing is asked elsewhere.

A bird in each page sings when a script of a text runs (`canary(...)`), when the policy of the page had to hold
something back, and when markup of a text became part of the page. It may not sing.
"""

import re

import pytest
from django.conf import settings
from django.test import Client

from datamatch.people.models import Person
from tests.browser.harmed import harm
from tests.browser.places import PARTS, PLACES, VISITOR
from tests.browser.served import SERVER, World, our_database_is, stop
from tests.hostile.payloads import payloads

pytestmark = pytest.mark.browser
BIRD = """
  window.sung = [];
  window.canary = (number) => { window.sung.push(`ran ${number}`); };
  window.addEventListener("securitypolicyviolation",
    (held) => window.sung.push(`held back ${held.effectiveDirective} ${held.blockedURI} ${held.sample}`), true);
"""
GROWN = """() => {
  const link = /^(href|src|action|formaction|data|srcdoc|xlink:href|content|hx-get|hx-post)$/i;
  const script = /^[\\s\\0-\\x1f]*(j\\s*a\\s*v\\s*a\\s*script|vbscript|data:text|.*evil[.]example)/i;
  const foreign = new RegExp("^(animate|audio|base|embed|foreignobject|iframe|image|marquee|math|object|plaintext|set"
    + "|style|video|x(ss)?)$", "i");
  const grown = [];
  for (const one of document.querySelectorAll("*")) {
    if (foreign.test(one.localName) || one.matches("script:not([src]), img[src=x], [autofocus][tabindex]")) {
      grown.push(one.outerHTML.slice(0, 120));
    }
    for (const { name, value } of one.attributes) {
      if (/^(on|hx-on|data-hx-on|style$)/i.test(name) || (link.test(name) && script.test(value))) {
        grown.push(`${one.localName} ${name}=${value.slice(0, 80)}`);
      }
    }
  }
  return [...window.sung, ...grown];
}"""


@pytest.fixture(scope="module")
def harmed(demo, chromium, tmp_path_factory):
    """The demo world with harm in it, served; nobody need sign in with a password."""
    served = World(tmp_path_factory.mktemp("harmed"), DATAMATCH_SECRET_KEY=settings.SECRET_KEY, DATAMATCH_DEBUG="1")
    served.copy(demo.home)
    parts = {name: served.one(question) for name, question in PARTS.items()}
    changed = harm(served.database)
    server = served.serve(*SERVER)
    yield served, parts, changed
    stop(server)


@pytest.fixture
def reader_of(harmed, open_page, django_db_blocker):
    """Return the window of a reader, whose page has a bird in it."""
    served, _parts, _changed = harmed
    pages, dialogs = {}, []

    def _reader_of(email):
        if email not in pages:
            page = pages[email] = open_page(served.url, width=1440)
            page.add_init_script(BIRD)
            page.on("dialog", lambda shown: (dialogs.append(shown.message), shown.dismiss()))
            if email:
                with django_db_blocker.unblock(), our_database_is(served.database):
                    client = Client()
                    client.force_login(Person.objects.get(email=email))
                kept = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": served.url}
                page.context.add_cookies([kept])
        return pages[email]

    yield _reader_of
    assert dialogs == []


def test_there_are_more_than_five_hundred_texts_that_differ():
    assert len(set(payloads())) > 500


def test_nothing_that_is_kept_runs_on_any_page(harmed, reader_of):
    _served, parts, changed = harmed
    seen, sung, strange = set(), {}, {}
    for place in PLACES:
        page, path = reader_of(place.readers[1].format(**parts)), place.path.format(**parts)
        answer = page.goto(path, wait_until="load")
        if answer.status != 200:
            strange[path] = answer.status
        if heard := page.evaluate(GROWN):
            sung[path] = heard[:5]
        seen |= set(re.findall(r"canary\((\d+)\)", page.content()))
    assert (sung, strange) == ({}, {})
    # Every field of the rooms was harmed where the demo world has a row for it, and most texts were on some page.
    assert sum(changed.values()) > 5_000
    assert len(seen) > 500


def test_what_comes_while_typing_runs_nothing(harmed, reader_of):
    """The panel of what looks alike, the names to mention, and a comment as it is shown back."""
    _served, parts, _changed = harmed
    page = reader_of(parts["submitter"])
    page.goto("/edities/datamatch-2/ideeen/nieuw/?alles=1")
    with page.expect_response(lambda answer: "/lijkt-op/" in answer.url):
        page.locator("[name=title]").press_sequentially("canary img src onerror script", delay=1)
    page.locator("#alike-found").get_by_text("canary").first.wait_for()
    assert page.evaluate(GROWN) == []
    page = reader_of(parts["member"])
    page.goto(f"/ideeen/{parts['own']}/")
    words = page.locator("form[data-mentions] textarea").first
    with page.expect_response(lambda answer: "/reacties/wie/" in answer.url):
        words.press_sequentially("@canary", delay=1)
    assert page.evaluate(GROWN) == []


def test_bird_sings_when_something_runs(harmed, reader_of):
    """The bird itself is alive: a script that runs, one that is held back and markup that grew are all heard."""
    page = reader_of(VISITOR)
    page.goto("/privacy/")
    page.evaluate("() => { canary(1); document.body.append(document.createElement('marquee')); }")
    assert page.evaluate(GROWN) == ["ran 1", "<marquee></marquee>"]
