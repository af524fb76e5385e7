"""What is looked at on every page: its bones, axe-core, sideways scrolling, the language, what the browser says."""

import re
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

# axe leaves target-size (WCAG 2.2) out unless it is asked for; its best practices are looked at too.
AXE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
PHONE, DESK = 360, 1440
# What the browser (and htmx) says when nobody answers, and when a form is refused.
NOBODY = re.compile(r"net::ERR_(CONNECTION|EMPTY_RESPONSE|INCOMPLETE_CHUNKED)|htmx:(sendError|afterRequest)")
REFUSED = re.compile("status of 422")

# Words of our own pages that do not exist in Dutch, or mean something else there.
ENGLISH = (
    "About", "Add", "All", "Answer", "Appoint", "Back", "Ballot", "Because", "Cancel", "Case", "Cases", "Change",
    "Choose", "Chosen", "Close", "Closed", "Count", "Day", "Days", "Decision", "Decisions", "Draft", "Drafts",
    "Edition", "Editions", "Energy", "Every", "Finish", "Found", "Gate", "Gates", "Give", "Go on", "Hours", "How",
    "Idea", "Ideas", "Keep", "Language", "Letter", "Letters", "Member", "Members", "Name", "New", "Next", "None",
    "Nothing", "Nobody", "Of", "Open the", "Password", "People", "Prepare", "Programme", "Publish", "Published",
    "Ranking", "Reason", "Register", "Report", "Result", "Review", "Reviews", "Role", "Round", "Safeguard",
    "Safeguards", "Save", "Search", "Send", "Sent", "Settle", "Share", "Show",
    "Sign in", "Sign out", "Sign up", "Skills", "Stage", "Start the", "Still", "Submit", "Teams of", "The", "Theme",
    "This", "To do", "Trail", "Unit", "Units", "Verdict", "Vote", "Waiting", "Weeks", "Who", "Why", "With", "Withdraw",
    "Write", "Yes", "You", "Your",
)  # fmt: skip
ENGLISH_WORD = re.compile(rf"(?<![\w-])({'|'.join(ENGLISH)})(?![\w-])")

# Buttons, labels and heads are ours; what people wrote themselves may be in either language.
OUR_WORDS = """() => {
  const ours = 'button, label, legend, summary, th, dt, caption, nav a, footer a, .dm-button, .utrecht-button, '
    + '.dm-kicker, .dm-help, .dm-notice, .dm-empty, title';
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const said = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement;
    if (parent.closest(ours) && !parent.closest('[lang]:not(html)')) said.push(text.data.trim());
  }
  return said;
}"""


def watch(page, host: str, *, bears: re.Pattern[str] | None = None) -> list[str]:
    """Return a list that fills with what the browser finds wrong: errors, CSP violations, other hosts.

    What the test brings about on purpose, and so `bears`, is no error.
    """
    wrong: list[str] = []

    def hear(said) -> None:
        if said.type == "error" and not (bears and bears.search(said.text)):
            wrong.append(f"console: {said.text}")

    page.on("console", hear)
    page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    page.on(
        "request", lambda asked: wrong.append(f"other host: {asked.url}") if is_elsewhere(asked.url, host) else None
    )
    return wrong


def is_elsewhere(url: str, host: str) -> bool:
    """Tell whether an address is that of somebody else."""
    parts = urlsplit(url)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != urlsplit(host).netloc


SETTLED = """() => Promise.all([
  document.fonts.ready,
  ...document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().endTime < 5000)
    .map((one) => one.finished.catch(() => null)),
]).then(() => true)"""


def settle(page) -> None:
    """Wait until the page is loaded, its letters are there and nothing fades any more: a page half there is no page."""
    page.wait_for_load_state("load")
    page.evaluate(SETTLED)


def axe_violations(page) -> list[str]:
    """Return what axe-core finds on the settled page: the rule, how often, and the first place."""
    settle(page)
    found = Axe().run(page, options=AXE).response["violations"]
    return [f"{one['id']} ({len(one['nodes'])}x): {one['nodes'][0]['html'][:160]}" for one in found]


def scrolls_sideways(page, *widths: int) -> list[str]:
    """Return at which widths (in px) a page is wider than its window."""
    wide = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            wide.append(f"{over} px too wide at {width} px")
    return wide


def bones(page, language: str) -> dict[str, object]:
    """Return the bones of a page: how many h1, whether it has a title, its language."""
    return {
        "h1": page.locator("h1").count(),
        "titled": len(page.title()) > len(" · DataMatch"),
        "language": page.locator("html").get_attribute("lang") == language,
    }


GOOD_BONES = {"h1": 1, "titled": True, "language": True}


DEAD = """() => {
  const says = (id) => (id && document.getElementById(id)?.textContent.trim()) || '';
  const hook = /^(data-|hx-|popovertarget|commandfor|aria-controls)/;
  const hooked = (one) => one.getAttributeNames().some((name) => hook.test(name));
  const dead = (one) => {
    if (one.matches('a')) return ['#', null].includes(one.getAttribute('href')); // '' is this page, again
    if (one.matches('[disabled], [aria-disabled="true"]')) return !says(one.getAttribute('aria-describedby'));
    return one.type === 'submit' ? !one.form : !hooked(one);
  };
  return [...document.querySelectorAll('a, button')].filter(dead).map((one) => one.outerHTML.slice(0, 200));
}"""


def dead_controls(page) -> list[str]:
    """Return the links that lead nowhere, the buttons that do nothing, and the refused ones that do not say why."""
    return page.evaluate(DEAD)


LEADS = "() => [...document.querySelectorAll('a[href], form[action]')].map((one) => one.href || one.action)"


def leads(page) -> set[str]:
    """Return the paths of our own that the links and forms of a page lead to."""
    ours = urlsplit(page.url).netloc
    found = [urlsplit(lead) for lead in page.evaluate(LEADS)]
    return {one.path for one in found if one.netloc == ours}


def english_words(page) -> list[str]:
    """Return our own words on a page that are English."""
    said = page.evaluate(OUR_WORDS)
    return sorted({found for text in said for found in ENGLISH_WORD.findall(text)})
