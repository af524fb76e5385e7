"""Every template of the house keeps to the strict policy and to the icons that exist."""

import re
from pathlib import Path

import pytest

import datamatch
from datamatch.design.samples import icon_names

PACKAGE = Path(datamatch.__file__).parent
TEMPLATES = {str(file.relative_to(PACKAGE)): file for file in sorted(PACKAGE.glob("*/templates/**/*.html"))}
WITHOUT_COMMENTS = re.compile(r"{% comment %}.*?{% endcomment %}", re.DOTALL)
FORBIDDEN = re.compile(
    r"""\sstyle=|\son[a-z]+=["']|<style|<script(?![^>]*\ssrc=)|javascript:|(?:src|href)=["']https?://[^"']*\.(?:js|css)""",
    re.IGNORECASE,
)
ICON = re.compile(r"""{%\s*icon\s+["']([a-z0-9-]+)["']|\bicon=["']([a-z0-9-]+)["']""")


def words_of(file: Path) -> str:
    """Return the template without what it says about itself."""
    return WITHOUT_COMMENTS.sub("", file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_has_no_inline_style_or_script(name: str) -> None:
    assert FORBIDDEN.findall(words_of(TEMPLATES[name])) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_uses_icons_of_the_sprite(name: str) -> None:
    used = {first or second for first, second in ICON.findall(words_of(TEMPLATES[name]))}
    assert used - set(icon_names()) == set()


def test_inline_style_and_handlers_are_seen() -> None:
    assert len(FORBIDDEN.findall('<p style="a"> <a onclick="b"> <script>c</script>')) == 3


def test_components_state_how_to_use_them() -> None:
    partials = [file for name, file in TEMPLATES.items() if re.search(r"^design/.*/_\w+\.html$", name)]
    silent = [file.name for file in partials if not file.read_text(encoding="utf-8").startswith("{% comment %}")]
    assert silent == []
