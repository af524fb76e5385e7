"""A walk through the product as several people, each in a window of their own, looking at every page on the way."""

from urllib.parse import urlsplit

from django.core.management import call_command
from django.test import Client
from django.urls import resolve
from playwright.sync_api import expect

from tests.browser.eyes import DESK, GOOD_BONES, axe_violations, bones, dead_controls, scrolls_sideways


class Walk:
    """Who is where; `seen` holds the name of every route that was looked at.

    Without JavaScript axe-core cannot answer, so there it stays out. On a long walk (`once`) a route is looked at the
    first time it is seen. `wishes` are those of every window.
    """

    def __init__(self, open_page, host, *, scripts=True, once=False, **wishes):
        self.open_page, self.host, self.scripts, self.once, self.wishes = open_page, host, scripts, once, wishes
        self.seen, self.pages = set(), {}

    def page_of(self, person=None, *, width=DESK):
        """Return the window of somebody, signed in; without a person the window of a visitor."""
        key = (person.pk if person else None, width)
        if key not in self.pages:
            self.pages[key] = self.open_page(self.host, width=width, java_script_enabled=self.scripts, **self.wishes)
            if person:
                client = Client()
                client.force_login(person)
                kept = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": self.host}
                self.pages[key].context.add_cookies([kept])
        return self.pages[key]

    def leave(self, person, *, width=DESK):
        """Close the window of somebody who is done."""
        self.pages.pop((person.pk, width)).context.close()

    def go(self, page, path):
        """Open an address and look at the page."""
        answer = page.goto(path)
        assert answer.status == 200, path
        self.look(page)

    def press(self, page, name, *, within=None, exact=True):
        """Press the button or follow the link with this name, and look at what comes."""
        place = within or page
        found = place.get_by_role("button", name=name, exact=exact).or_(
            place.get_by_role("link", name=name, exact=exact)
        )
        assert found.count(), f"No “{name}” on {page.url}, which offers {offered_on(page)}"
        with page.expect_navigation():
            found.first.click()
        self.look(page)

    def press_and_wait(self, page, name):
        """Press the button that asks for a job, be its worker, and see the page show by itself what came of it."""
        self.press(page, name)
        unfinished = page.locator(".dm-job--waiting, .dm-job--running")
        expect(unfinished).to_have_count(1)
        call_command("work", "--once", verbosity=0)
        expect(unfinished).to_have_count(0, timeout=15_000)
        self.look(page)

    def look(self, page):
        """Look at the page as it is now: its bones, axe-core, its width."""
        path = urlsplit(page.url).path
        route = resolve(path).view_name
        if self.once and route in self.seen:
            return
        self.seen.add(route)
        violations = axe_violations(page) if self.scripts else []
        assert bones(page, "en") == GOOD_BONES, path
        assert dead_controls(page) == [], path
        assert violations == [], f"{path}: {violations}"
        assert scrolls_sideways(page, page.viewport_size["width"]) == [], path


def offered_on(page):
    """Return what a page offers to press, for who looked for something else."""
    return page.get_by_role("main").locator("button, a").all_inner_texts()


def fill(page, **fields):
    """Fill fields by their labels; underscores stand for spaces, a choice is made when the field is a list."""
    for label, value in fields.items():
        fill_one(page, label.replace("_", " "), value)


def fill_one(page, label, value):
    """Fill one field by (the beginning of) its label."""
    field = page.get_by_label(label).first
    if field.evaluate("field => field.tagName") == "SELECT":
        field.select_option(label=value)
    else:
        field.fill(str(value))
