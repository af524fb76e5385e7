"""What every answer says to the browser: strict, and no page has a style or a script inside it."""

import re
from html.parser import HTMLParser

import pytest

from datamatch.editions.enums import Stage
from tests.factories.cases import make_case
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.jury import PitchDay

CSP = {
    "default-src": {"'self'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "connect-src": {"'self'"},
    "font-src": {"'self'"},
    "form-action": {"'self'"},
    "img-src": {"'self'", "data:"},
    "frame-ancestors": {"'none'"},
    "base-uri": {"'none'"},
    "object-src": {"'none'"},
}
VISITED = ["/", "/account/login/", "/account/signup/", "/account/password/reset/", "/privacy/", "/toegankelijkheid/"]
SIGNED_IN = [
    "/", "/mijn/", "/profiel/", "/mensen/", "/edities/", "/casussen/", "/waarborgen/", "/teams/vragen/",
    "/ideeen/concepten/", "/does-not-exist/",
]  # fmt: skip
OF_EDITION = [
    "", "plan/", "aanstellingen/", "ideeen/", "beoordelen/", "ranglijst/", "besluiten/", "teams/", "pitchdag/",
    "projecten/", "datadag/", "datadag/plan/", "brieven/", "regiekamer/", "ideeen/nieuw/",
]  # fmt: skip


class Inline(HTMLParser):
    """Collects what a strict policy would refuse: styles, scripts and handlers inside the page."""

    def __init__(self):
        super().__init__()
        self.found, self.script = [], False

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.found += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        self.found += [f"{tag} javascript:" for word in given.values() if (word or "").startswith("javascript:")]
        if tag == "style" or (tag == "script" and "src" not in given):
            self.found.append(tag)


def inline_in(html):
    """Return every style, script and handler inside a page."""
    parser = Inline()
    parser.feed(html)
    return parser.found


def policy_of(answer):
    """Return the policy as sets: the order of directives says nothing."""
    parts = [part.split() for part in answer["Content-Security-Policy"].split(";") if part.strip()]
    return {name: set(sources) for name, *sources in parts}


def assert_strict(answer):
    """Check the headers and the page of one answer."""
    assert policy_of(answer) == CSP
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert inline_in(answer.content.decode()) == []


@pytest.fixture
def manager():
    """The manager of an edition with pitches and of an edition in its call; a case is published."""
    day = PitchDay()
    call = make_edition(stage=Stage.CALL)
    make_manager(call, day.manager)
    make_idea(edition=call)
    make_case()
    return day.manager


@pytest.mark.django_db
@pytest.mark.parametrize("path", VISITED)
def test_a_page_for_visitors_is_strict(client, path):
    assert_strict(client.get(path))


@pytest.mark.django_db
@pytest.mark.parametrize("path", SIGNED_IN)
def test_a_page_for_people_is_strict(sign_in, manager, path):
    assert_strict(sign_in(manager).get(path))


@pytest.mark.django_db
@pytest.mark.parametrize("path", OF_EDITION)
def test_a_page_of_an_edition_is_strict(sign_in, manager, path):
    from datamatch.editions.models import Edition

    browser = sign_in(manager)
    for edition in Edition.objects.all():
        assert_strict(browser.get(f"/edities/{edition.slug}/{path}"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("planted", "found"),
    [
        ('<main style="color:red">', ["main style"]),
        ('<main onclick="x()">', ["main onclick"]),
        ("<style>p {}</style><main>", ["style"]),
        ("<script>x()</script><main>", ["script"]),
        ('<a href="javascript:x()">x</a><main>', ["a javascript:"]),
    ],
)
def test_something_inline_that_is_planted_in_a_page_is_seen(client, planted, found):
    html = client.get("/").content.decode()
    assert inline_in(re.sub(r"<main\b", planted.removesuffix(">"), html, count=1)) == found
