"""Reports to readings: open a text or HTML file, and find who said what in it."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from firstmove.errors import FirstmoveError, ReportError
from firstmove.reading.opening.open_report import open_report, open_text
from firstmove.report import Report
from firstmove.statement import Reading

if TYPE_CHECKING:
    from firstmove.models.ahead import Ahead

_BEGUN = 2  # reports that the tagger reads beside the one whose turn it is

__all__ = ["open_report", "open_text", "read", "read_report"]


def read_report(report: Report) -> Reading:
    """The statements, figures and dates of one report, and what could not be read in it.

    Raises ReportError also where the fault is firstmove's own, so that one report that trips the
    reader never ends a batch.
    """
    from firstmove.models.ahead import Ahead

    with Ahead() as ahead:
        return _read(report, ahead)


def _read(report: Report, ahead: Ahead) -> Reading:
    from firstmove.reading.open_page import open_page
    from firstmove.reading.pipeline import read_page

    try:
        with _unswept():
            return read_page(open_page(report, ahead))
    except FirstmoveError:
        raise
    except Exception as error:
        raise ReportError(
            f"the reader failed on this report ({type(error).__name__}: {error})",
            where=report.name or report.source,
            remedy="A fault of firstmove, not of the report. Leave it out; a report of the fault "
            "with the sentence that causes it helps to mend it.",
        ) from error


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    failed: Callable[[ReportError], object] | None = None,
) -> Iterator[Reading]:
    """One reading for each file, as they are read.

    Args:
        paths: text or HTML files, or a single one.
        failed: called with the error of each file that cannot be read; the batch goes on
            without it. When it is None, the first such error is raised.
    """
    from firstmove.models.ahead import Ahead

    listed = [paths] if isinstance(paths, str | Path) else paths
    with Ahead() as ahead:
        for opened in _opened(listed, ahead):
            try:
                if isinstance(opened, ReportError):
                    raise opened
                reading = _read(opened, ahead)
            except ReportError as error:
                if failed is None:
                    raise
                failed(error)
                continue
            yield reading


def _opened(paths: Iterable[str | Path], ahead: Ahead) -> Iterator[Report | ReportError]:
    """Each report, or why it can't be opened, when the tagger has begun on the next ones: so there
    is something to do beside the stages that need no model."""
    from firstmove.reading.open_page import begin

    waiting: deque[Report | ReportError] = deque()
    for path in paths:
        try:
            report = open_report(path)
        except ReportError as error:
            waiting.append(error)
        else:
            waiting.append(report)
            with suppress(Exception):  # told when the report is read
                begin(report, ahead)
        if len(waiting) > _BEGUN:
            yield waiting.popleft()
    yield from waiting


@contextmanager
def _unswept() -> Iterator[None]:
    """Without Python's search for objects that only hold each other: a page is one such knot, gone
    through again and again while it grows, and let go of as a whole when it is read."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()
