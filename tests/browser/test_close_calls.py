"""A screener compares close calls on a phone: by keyboard, with and without JavaScript, until the end."""

import pytest

from datamatch.editions.enums import Stage
from datamatch.screening import actions
from datamatch.screening.models import Comparison
from tests.browser.eyes import PHONE
from tests.browser.walk import Walk
from tests.factories.editions import make_edition, make_manager, make_screener
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.screening import make_calibration, make_reviewed

pytestmark = pytest.mark.browser
LONG = "Kaartjes van onderhoudswerkzaamheden langs hoofdwatergangen en waterkeringen"


@pytest.fixture
def going():
    """Three ideas that are alike to their screeners, being compared."""
    edition = make_edition(stage=Stage.SCREENING)
    manager, screeners = make_manager(edition), [make_screener(edition) for _ in range(3)]
    make_reviewed([make_idea(edition=edition, title=f"{LONG} {n}") for n in range(3)], screeners, best_first=False)
    make_calibration(edition, manager)
    return edition, manager, screeners


@pytest.mark.parametrize("scripts", [True, False])
def test_close_calls_are_compared_on_a_phone(open_page, empty, going, scripts):
    edition, manager, screeners = going
    walk = Walk(open_page, empty, scripts=scripts)
    desk = walk.page_of(manager)
    walk.go(desk, f"/edities/{edition.slug}/ranglijst/")
    walk.press(desk, "Let screeners compare")
    phone = walk.page_of(screeners[0], width=PHONE)
    walk.go(phone, f"/edities/{edition.slug}/beoordelen/")
    walk.press(phone, "Compare two ideas")
    walk.press(phone, "The first:", exact=False)
    walk.press(phone, "They are equal")
    walk.press(phone, "I cannot compare these")
    assert "You are done. Thank you!" in phone.get_by_role("main").inner_text()
    walk.press(phone, "Take my last answer back")
    walk.press(phone, "The second:", exact=False)
    assert sorted(Comparison.objects.values_list("preference", flat=True)).count("equal") == 1
    walk.go(desk, f"/edities/{edition.slug}/ranglijst/")
    walk.press(desk, "Close the comparing")
    assert "In comparisons" in desk.get_by_role("main").inner_text()


def test_close_calls_are_compared_by_keyboard(open_page, empty, going):
    edition, manager, screeners = going
    actions.open_comparing(edition=edition, by=manager, at=MOMENT)
    walk = Walk(open_page, empty)
    page = walk.page_of(screeners[0])
    walk.go(page, f"/edities/{edition.slug}/twijfelgevallen/")
    named = []
    for _step in range(60):
        page.keyboard.press("Tab")
        named.append(page.evaluate("document.activeElement.value || ''"))
        if named[-1] == "skip":
            break
    assert [one for one in named if one in {"first", "second", "equal", "skip"}] == ["first", "second", "equal", "skip"]
    page.keyboard.press("Shift+Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert Comparison.objects.get().preference == "equal"
