"""Colours are readable: every pair of text and ground passes WCAG AA in light and in dark."""

import re
from itertools import product
from pathlib import Path

import pytest

import datamatch
import datamatch.design

TOKENS = (Path(datamatch.design.__file__).parent / "static/design/tokens.css").read_text(encoding="utf-8")
COLOURS = {
    name: {"light": light, "dark": dark}
    for name, light, dark in re.findall(r"--dm-([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", TOKENS)
}
GROUNDS = ["paper", "raised", "sunk"]
TINTED = [f"theme-{number}" for number in range(1, 5)] + ["good", "care", "bad", "info"]
TEXT = [
    *product(["ink", "ink-soft", "link", "accent-ink", "bad", "good", "danger"], GROUNDS),
    *((name, f"{name}-tint") for name in TINTED),
    *product(["ink"], [f"{name}-tint" for name in TINTED] + ["accent-tint"]),
    *[("care", "accent-tint"), ("ink-soft", "accent-tint"), ("on-accent", "accent")],
    *[("on-accent", "accent-strong"), ("on-danger", "danger"), ("paper", "ink")],
    *[("on-night", "night"), ("on-night-soft", "night"), ("accent", "night")],
]
EDGES = [*product(["line-strong", "accent-ink"], GROUNDS), ("accent-edge", "paper")]


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb, as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def below(pairs: list[tuple[str, str]], scheme: str, least: float) -> list[str]:
    """Return the pairs that are not readable enough, with their ratio."""
    ratios = {pair: contrast(COLOURS[pair[0]][scheme], COLOURS[pair[1]][scheme]) for pair in pairs}
    return [f"{text} on {ground}: {ratio:.2f}" for (text, ground), ratio in ratios.items() if ratio < least]


def test_contrast_of_black_and_white_is_twenty_one() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21.0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_on_its_ground_has_contrast_of_at_least_four_and_a_half(scheme: str) -> None:
    assert below(TEXT, scheme, 4.5) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_controls_have_contrast_of_at_least_three(scheme: str) -> None:
    assert below(EDGES, scheme, 3.0) == []


def test_fonts_stay_within_their_weight_and_keep_their_licences() -> None:
    fonts = Path(datamatch.design.__file__).parent / "static/design/fonts"
    woff = sorted(fonts.glob("*.woff2"))
    assert sum(file.stat().st_size for file in woff) <= 75_000
    assert [(fonts / f"{file.stem}-LICENSE.txt").exists() for file in woff] == [True, True]


SHEETS = sorted(Path(datamatch.__file__).parent.glob("*/static/**/*.css"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_sheet_uses_only_tokens_that_exist(sheet: Path) -> None:
    words = sheet.read_text(encoding="utf-8")
    used = set(re.findall(r"var\((--dm-[a-z0-9-]+)", words))
    own = set(re.findall(r"(--dm-[a-z0-9-]+):", words + TOKENS))
    assert used - own == set()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_colours_are_decided_in_the_tokens_only(sheet: Path) -> None:
    screen = sheet.read_text(encoding="utf-8").split("@media print")[0]
    assert sheet.name == "tokens.css" or re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", screen) == []
