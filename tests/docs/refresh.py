"""Writes the real outputs into the documentation: ``python -m tests.docs.refresh [PAGE...]``.

Where a page leaves lines out (“...”), as many lines as before are kept above and below. An output
with several gaps that no longer fits is printed instead, for a person to shorten.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.docs.blocks import Block, name_of, pages, with_next
from tests.docs.running import ANY_LINES, Session, matches
from tests.docs.tables import WANTS_PAGE, with_tables


def refresh(page: Path) -> None:
    """One page: outputs that differ are replaced, from the last to the first."""
    lines = page.read_text(encoding="utf-8").split("\n")
    changes: list[tuple[int, int, list[str]]] = []
    with tempfile.TemporaryDirectory() as folder:
        session = Session(Path(folder))
        for block, following in with_next(page):
            for example, got in session.run(block, following):
                if matches(example.expected, got):
                    continue
                gaps = [n for n, s in enumerate(example.expected) if s.strip() == ANY_LINES]
                if len(gaps) == 1:
                    below = len(example.expected) - gaps[0] - 1
                    got = [*got[: gaps[0]], ANY_LINES, *got[len(got) - below :]]
                elif gaps:
                    print(f"== {name_of(page)}, line {example.line}: {example.command}")
                    print("\n".join(got))
                    continue
                start = _output_starts(block, following, example.line)
                changes.append((start, start + len(example.expected), got))
    for start, end, got in reversed(changes):
        lines[start - 1 : end - 1] = got
    page.write_text("\n".join(lines), encoding="utf-8")


def _output_starts(block: Block, following: Block | None, line: int) -> int:
    if block.language == "python" and following is not None:
        return following.line
    return line + 1


if __name__ == "__main__":
    WANTS_PAGE.write_text(with_tables(WANTS_PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    for chosen in [Path(p).resolve() for p in sys.argv[1:]] or pages():
        refresh(chosen)
