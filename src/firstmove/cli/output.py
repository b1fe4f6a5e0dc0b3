"""Data to stdout, progress and warnings to stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from firstmove.errors import FirstmoveError
from firstmove.statement import Problem

if TYPE_CHECKING:
    from firstmove.analysis.engine import Progress as Told
    from firstmove.analysis.engine import Watch

T = TypeVar("T")


def document(value: Any) -> None:
    """One JSON document on one line."""
    import msgspec

    try:  # a large case has ten megabytes of it: a quarter of the time
        line = msgspec.json.format(msgspec.json.encode(value), indent=0).decode()
    except (OverflowError, UnicodeEncodeError):  # counts beyond 64 bits, lone surrogates
        line = json.dumps(value, ensure_ascii=False, default=_read)
    sys.stdout.write(line + "\n")


def _read(raw: Any) -> Any:
    """What is given out as it is kept: JSON that only msgspec takes as it is."""
    return json.loads(bytes(raw))


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
    sys.stderr.write(_shown(line) + "\n")


def _shown(line: str) -> str:
    """What comes from outside must not steer the terminal."""
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in line)


def progress(items: Iterable[T], what: str, total: int) -> Iterator[T]:
    """The items, with a bar on stderr where that is a terminal."""
    if not total or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, what, total=total, console=Console(stderr=True), transient=True)


@contextmanager
def counting(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on stderr, where that is a terminal, for something that tells how much is done and how
    much there is; None where it is not."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def watch(done: int, whole: int) -> None:
            bar.update(task, completed=done, total=whole)

        yield watch


@contextmanager
def solving(names: Mapping[str, str], *, quiet: bool) -> Iterator[Watch | None]:
    """A line on stderr that says what a solve is at, where that is a terminal; None where it is
    not. ``names``: what to call the decision makers."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from firstmove.analysis.names import written

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading the model", total=None)

        def watch(told: Told) -> None:
            whom = _shown(names.get(told.decision_maker, told.decision_maker))
            what = f"{written(told.concept)}, {whom}" if told.concept else "done"
            bar.update(task, description=escape(what), completed=told.decided, total=told.of)

        yield watch


def named(values: Sequence[str]) -> str:
    return ", ".join(values)
