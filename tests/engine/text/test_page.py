"""What the page on alike ideas tells is what the engine does."""

import re
from pathlib import Path

from datamatch.engine.text import Index

PAGE = Path(__file__).parents[3] / "docs" / "explanation" / "how-alike-ideas-are-found.md"


def test_the_example_on_the_page_is_that_of_the_engine():
    text = PAGE.read_text(encoding="utf-8")
    ideas = re.findall(r"^\| ([A-D]) \| (.+?)\. (.+) \|$", text, flags=re.MULTILINE)
    query = re.search(r"Somebody writes: \*(.+?)\*", text).group(1)
    found = Index.build((key, title, body, "nl") for key, title, body in ideas).similar(query, worth_showing=True)
    told = [(match.id, ", ".join(f"{reason.mine} ↔ {reason.theirs}" for reason in match.why)) for match in found]
    assert re.findall(r"^\| ([A-D]) \| (.+ ↔ .+) \|$", text, flags=re.MULTILINE) == told
