"""Data to stdout, progress and warnings to stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from firstmove.errors import FirstmoveError
from firstmove.statement import Problem

T = TypeVar("T")


def document(value: Any) -> None:
    """One JSON document on one line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def text(value: str) -> None:
    sys.stdout.write(value if value.endswith("\n") else value + "\n")


def warn(problem: Problem) -> None:
    head = f"{problem.where}: {problem.what}" if problem.where else problem.what
    _err(f"warning: {head}")
    if problem.remedy:
        _err(f"  {problem.remedy}")


def error(problem: FirstmoveError) -> None:
    _err(f"error: {problem}")


def note(line: str) -> None:
    _err(line)


def _err(line: str) -> None:
    # What comes from outside must not steer the terminal.
    shown = "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in line)
    sys.stderr.write(shown + "\n")


def progress(items: Iterable[T], what: str, total: int) -> Iterator[T]:
    """The items, with a bar on stderr where that is a terminal."""
    if not total or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, what, total=total, console=Console(stderr=True), transient=True)


def named(values: Sequence[str]) -> str:
    return ", ".join(values)
