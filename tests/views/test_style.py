"""The page's colours can be read (WCAG 2.2 AA), and the room stays light to import."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.resources import files

import pytest

CSS = (files("firstmove.views.brief") / "templates" / "brief.css").read_text("utf-8")
THEMES = {"light": 0, "dark": 1, "print": 2}
PAIRS = [
    ("ink", "paper"), ("ink", "raised"), ("ink", "accent-bg"), ("ink", "quiet-bg"),
    ("soft", "paper"), ("soft", "raised"), ("soft", "accent-bg"), ("soft", "quiet-bg"),
    ("link", "paper"), ("link", "raised"), ("link", "accent-bg"),
    ("accent", "paper"), ("accent", "raised"), ("accent", "accent-bg"),
    ("lit-ink", "lit"),
]  # fmt: skip
TINTS = [(f"t{n}", "paper") for n in range(8)]


def theme(name: str) -> dict[str, str]:
    blocks = re.findall(r":root \{(.*?)\}", CSS, flags=re.S)
    found: dict[str, str] = {}
    for block in (blocks[0], blocks[THEMES[name]]):
        found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", block))
    return found


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_text_has_contrast(name: str) -> None:
    colours = theme(name)
    for text, ground in PAIRS:
        assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("name", THEMES)
def test_tints_can_be_seen_and_are_neither_red_nor_blue(name: str) -> None:
    colours = theme(name)
    for tint, ground in TINTS:
        assert contrast(colours[tint], colours[ground]) >= 3, tint
        red, green, blue = (int(colours[tint][i : i + 2], 16) for i in (1, 3, 5))
        assert max(red, green, blue) - min(red, green, blue) < 125, tint
    assert len({colours[tint] for tint, _ in TINTS}) == len(TINTS)


def test_style_is_whole_and_loads_nothing() -> None:
    assert CSS.count("{") == CSS.count("}")
    assert "url(" not in CSS
    assert "@import" not in CSS
    assert "<" not in CSS


def test_importing_the_views_loads_no_heavy_library() -> None:
    code = (
        "import sys, firstmove.views;"
        "print([m for m in ('rich', 'jinja2', 'numpy', 'spacy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
