"""Reports to readings: open a text or HTML file, and find who said what in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from firstmove.errors import ReportError
from firstmove.reading.open_report import open_report, open_text
from firstmove.report import Report
from firstmove.statement import Reading

__all__ = ["open_report", "open_text", "read", "read_report"]


def read_report(report: Report) -> Reading:
    """The statements, figures and dates of one report, and what could not be read in it."""
    from firstmove.reading.open_page import open_page
    from firstmove.reading.pipeline import read_page

    return read_page(open_page(report))


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    failed: Callable[[ReportError], object] | None = None,
) -> Iterator[Reading]:
    """One reading for each file, as they are read.

    Args:
        paths: text or HTML files, or a single one.
        failed: called with the error of each file that cannot be opened; the batch goes on
            without it. When it is None, the first such error is raised.
    """
    for path in [paths] if isinstance(paths, str | Path) else paths:
        try:
            report = open_report(path)
        except ReportError as error:
            if failed is None:
                raise
            failed(error)
            continue
        yield read_report(report)
