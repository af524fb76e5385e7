"""Talking about an idea in a real browser: words stay words, and somebody is mentioned with and without JavaScript."""

import pytest

from tests.browser.places import PARTS

pytestmark = pytest.mark.browser
NASTY = (
    "<script>document.title='got you'</script><img src=x onerror=\"document.title='got you'\">"
    '<svg onload=alert(1)> https://example.org/"onmouseover="alert(1) javascript:alert(1) {{ 7|add:7 }} &lt;b&gt;'
)


@pytest.fixture
def there(world, page_of):
    """A page of the demo world with an idea of the open call, and somebody's name to mention."""
    parts = {name: world.one(PARTS[name]) for name in ("own", "member", "person")}
    name = world.one("SELECT name FROM people_person WHERE is_staff = 0 ORDER BY id LIMIT 1 OFFSET 9")

    def _there(**wishes):
        page = page_of(parts["member"], **wishes)
        page.goto(f"/ideeen/{parts['own']}/")
        return page

    return _there, name


def test_whatever_is_typed_does_nothing_but_stand_there(there):
    page = there[0]()
    page.get_by_label("Your comment").fill(NASTY)
    page.get_by_role("button", name="Place your comment").click()
    page.wait_for_url("**comment=**")
    said = page.locator(".idea-comment:target .idea-said")
    assert said.inner_text() == NASTY
    assert said.locator("a").get_attribute("href") == "https://example.org/"
    assert said.locator("script, img, svg").count() == 0
    assert "got you" not in page.title()
    page.get_by_role("button", name="Remove").first.click()
    assert page.get_by_text("Your comment is removed.").is_visible()


def test_name_is_put_in_the_words_while_typing(there):
    open_there, name = there
    page = open_there()
    words = page.get_by_label("Your comment")
    words.press_sequentially(f"Ask @{name.split()[0]}")
    page.get_by_role("button", name=f"@{name}", exact=True).click()
    assert words.input_value() == f"Ask @{name} "
    page.get_by_role("button", name="Place your comment").click()
    page.wait_for_url("**comment=**")
    assert page.locator(".idea-comment:target .idea-said a").inner_text() == f"@{name}"


def test_name_is_looked_up_by_a_button_without_javascript(there):
    open_there, name = there
    page = open_there(java_script_enabled=False, width=360)
    page.get_by_label("Your comment").fill("Ask")
    page.locator("summary", has_text="Mention somebody").click()
    page.get_by_label("Name").fill(name.split()[0])
    page.get_by_label("Name").press("Enter")
    page.get_by_role("button", name=f"@{name}", exact=True).click()
    assert page.get_by_label("Your comment").input_value().strip() == f"Ask @{name}"
    page.get_by_role("button", name="Place your comment").click()
    assert page.locator(".idea-said a", has_text=f"@{name}").last.is_visible()
