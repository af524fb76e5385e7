"""A page follows a job by itself, and without JavaScript by a link."""

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from datamatch.editions.enums import Stage
from datamatch.foundation.jobs import carrying
from datamatch.foundation.models import Job
from tests.browser.walk import Walk
from tests.factories.editions import make_edition, make_manager, make_screener
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT

pytestmark = pytest.mark.browser


def open_ranking(walk):
    """Open the ranking of an edition with ideas and screeners, as its manager."""
    edition = make_edition(stage=Stage.SCREENING)
    for _number in range(2):
        make_screener(edition), make_idea(edition=edition)
    page = walk.page_of(make_manager(edition))
    walk.go(page, f"/edities/{edition.slug}/ranglijst/")
    return page


def test_page_follows_a_job_by_itself(open_page, empty):
    walk = Walk(open_page, empty)
    page = open_ranking(walk)
    walk.press(page, "Ask for missing reviews")
    live = page.locator(".dm-job").get_by_role("status")
    expect(live).to_contain_text("Waits for its turn")
    doing = carrying.begin(Job.objects.get().public_id, at=MOMENT)
    doing.tell(40, "The reviews are being shared out.")
    expect(live).to_contain_text("The reviews are being shared out.", timeout=15_000)
    expect(live.get_by_label("How far it is")).to_have_attribute("value", "40")
    walk.look(page)
    doing.end(Job.State.DONE, saying="4 reviews were asked.")
    expect(page.get_by_text("4 reviews were asked.")).to_be_visible(timeout=15_000)
    walk.look(page)


def test_page_without_javascript_has_a_link_to_look_again(open_page, empty):
    walk = Walk(open_page, empty, scripts=False)
    page = open_ranking(walk)
    walk.press(page, "Ask for missing reviews")
    walk.press(page, "Look again")
    expect(page.get_by_text("Waits for its turn")).to_be_visible()
    call_command("work", "--once", verbosity=0)
    walk.press(page, "Look again")
    expect(page.get_by_text("4 reviews were asked.")).to_be_visible()
