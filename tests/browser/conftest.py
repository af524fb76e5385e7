"""A real browser before the real product."""

import os
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import sync_playwright

from tests.browser.eyes import DESK, watch
from tests.browser.served import COMMAND, PASSWORD, SERVER, World, our_database_is, stop

FINDER = Path(__file__).parents[2] / "scripts" / "find-browser"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def chromium():
    """Return the path of Chromium; without one the test is skipped, but fails where CI is set."""
    path = subprocess.run([FINDER], capture_output=True, text=True, check=True).stdout.strip()
    if not path and os.environ.get("CI"):
        pytest.fail("There is no Chromium on this machine, and CI may not pass without one.")
    if not path:
        pytest.skip("There is no Chromium on this machine; scripts/system-packages chromium installs it.")
    return path


@pytest.fixture(scope="session")
def world(chromium, demo, tmp_path_factory):
    """The demo world, served for the whole session."""
    served = World(tmp_path_factory.mktemp("world"))
    served.copy(demo.home)
    served.give_passwords()
    server = served.serve(*COMMAND, "demo")
    yield served
    stop(server)


@pytest.fixture(scope="session")
def empty_world(chromium, migrated, tmp_path_factory):
    """The product on an empty database, served for the whole session."""
    # As in the demo, style sheets are read anew for each answer: somebody may be working on them.
    ours = {"DATAMATCH_SECRET_KEY": settings.SECRET_KEY, "DATAMATCH_DEBUG": "1"}
    served = World(tmp_path_factory.mktemp("empty"), **ours)
    migrated(served.database)
    served.run("migrate", "--verbosity=0")
    served.serve(*SERVER)
    yield served
    stop(served.server)


@pytest.fixture
def empty(empty_world, django_db_blocker):
    """The address of a server whose database is empty, and is ours as well while the test lasts."""
    with django_db_blocker.unblock(), our_database_is(empty_world.database):
        yield empty_world.url
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="package")
def browser(chromium):
    """A browser for the tests in this folder.

    Its driver keeps an event loop running in this thread; Django is told that its database may be used all the same.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        with sync_playwright() as driver:
            opened = driver.chromium.launch(executable_path=chromium, args=FLAGS)
            yield opened
            opened.close()


def new_page(browser, host, language, width, **wishes):
    """Return a page in a new window, in a language."""
    size = {"width": width, "height": 900}
    context = browser.new_context(base_url=host, viewport=size, locale=language, reduced_motion="reduce", **wishes)
    context.add_cookies([{"name": "django_language", "value": language, "url": host}])
    context.set_default_timeout(15_000)
    return context.new_page()


@pytest.fixture
def open_page(browser):
    """Open a page in a window of its own; the test fails on anything the browser finds wrong in it.

    But for what the test `bears`, as it brings that about on purpose.
    """
    contexts, wrong = [], []

    def _open_page(host, *, language="en", width=DESK, bears=None, **wishes):
        page = new_page(browser, host, language, width, **wishes)
        contexts.append(page.context)
        wrong.append(watch(page, host, bears=bears))
        return page

    yield _open_page
    for context in contexts:
        context.close()
    assert [said for heard in wrong for said in heard] == []


@pytest.fixture(scope="package")
def sign_in_of(world, browser):
    """Return what a browser keeps of somebody who signed in, which each does once; nothing of a visitor."""
    kept = {}

    def _sign_in_of(email):
        if email and email not in kept:
            context = browser.new_context(base_url=world.url)
            sign_in(context.new_page(), email)
            kept[email] = context.storage_state()
            context.close()
        return kept.get(email)

    return _sign_in_of


@pytest.fixture
def page_of(world, open_page, sign_in_of):
    """Open a page of the demo world as somebody; an empty address is a visitor."""
    return lambda email, **wishes: open_page(world.url, storage_state=sign_in_of(email), **wishes)


@pytest.fixture(scope="package")
def kept_window():
    """The window that is open for who looked last, with what was wrong in it since."""
    kept = {}
    yield kept
    for page, _wrong in kept.values():
        page.context.close()


@pytest.fixture
def window_of(world, browser, sign_in_of, kept_window):
    """Let somebody look in one window after another page: a new window costs as much as all that is looked at.

    Whoever has another language or name gets a new one. The test fails on anything wrong, as with a page of its own.
    """

    def _window_of(email, *, language, width, color_scheme):
        if (email, language) not in kept_window:
            for page, _wrong in kept_window.values():
                page.context.close()
            kept_window.clear()
            page = new_page(browser, world.url, language, width, storage_state=sign_in_of(email))
            kept_window[email, language] = page, watch(page, world.url)
        page, _wrong = kept_window[email, language]
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=color_scheme)
        return page

    yield _window_of
    heard = [said for _page, wrong in kept_window.values() for said in wrong]
    for _page, wrong in kept_window.values():
        wrong.clear()
    assert heard == []


def sign_in(page, email, password=PASSWORD):
    """Sign in as a person does."""
    page.goto("/account/login/")
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill(password)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url(lambda url: "/account/login/" not in url)
