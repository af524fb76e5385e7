"""The house as the contracts describe it: rooms from top to bottom."""

import re
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "datamatch"


@cache
def rooms() -> list[str]:
    """Return the rooms from top to bottom, from the first import contract."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return [layer.strip("()") for layer in layers]


def is_above(room: str, other: str) -> bool:
    """Tell whether a room stands above another."""
    return rooms().index(room) < rooms().index(other)


def rooms_named_in_template(text: str) -> set[str]:
    """Return the rooms whose templates, addresses or files a template names."""
    named = re.findall(r"""{%\s*(?:extends|include|static)\s+["']([a-z]+)/""", text)
    named += re.findall(r"""{%\s*url\s+["']([a-z]+):""", text)
    return {name for name in named if name in rooms()}


def rooms_named_in_code(text: str) -> set[str]:
    """Return the rooms whose addresses or templates a Python file names in words."""
    named = re.findall(r"""(?:reverse|reverse_lazy|redirect)\(\s*["']([a-z]+):""", text)
    named += re.findall(r"""["']([a-z]+)/[a-z_/]+\.html""", text)
    return {name for name in named if name in rooms()}
