"""The documentation's pages, and the fenced blocks in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_FENCE = re.compile(r"^(?P<fence>```+)(?P<info>[^`\n]*)$")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, the file name after it if any, its text and first line."""

    language: str
    file: str
    text: str
    line: int  # of the text's first line, from 1
    output_of_last: bool  # nothing but blank lines between this block and the one before


def pages() -> list[Path]:
    """README, and all of docs but the decision notes, which show no commands."""
    found = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    found += sorted(p for p in (ROOT / "docs").rglob("*.md") if "decisions" not in p.parts)
    return found


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def blocks(page: Path) -> Iterator[Block]:
    """All fenced blocks of a page, in order."""
    lines = page.read_text(encoding="utf-8").split("\n")
    at, last_end = 0, -1
    while at < len(lines):
        opening = _FENCE.match(lines[at])
        if opening is None:
            at += 1
            continue
        end = next(
            (n for n in range(at + 1, len(lines)) if lines[n].strip() == opening["fence"]), None
        )
        if end is None:
            raise ValueError(f"{name_of(page)}, line {at + 1}: the block is not closed")
        language, _, file = opening["info"].strip().partition(" ")
        between = lines[last_end + 1 : at] if last_end >= 0 else ["before the first block"]
        text = "\n".join(lines[at + 1 : end])
        yield Block(language, file.strip(), text, at + 2, not any(line.strip() for line in between))
        at, last_end = end + 1, end


def with_next(page: Path) -> Iterator[tuple[Block, Block | None]]:
    """Each block with the one after it, which may hold its output."""
    found = list(blocks(page))
    for at, block in enumerate(found):
        yield block, found[at + 1] if at + 1 < len(found) else None
