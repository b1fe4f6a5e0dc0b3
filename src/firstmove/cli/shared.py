"""What the commands share: arguments, reading a batch, writing a file, the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated

import typer

from firstmove.cli import output
from firstmove.errors import FirstmoveError, ReportError
from firstmove.statement import Reading

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help="Reports: .txt or .html files.")
]
CaseFile = Annotated[Path, typer.Argument(metavar="CASE", help="A case file (SQLite).")]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]
Out = Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Where the HTML page goes.")]
AsOf = Annotated[
    str,
    typer.Option(
        metavar="MOMENT", help="As it was: number of an event (firstmove history), day or time."
    ),
]
Wait = Annotated[
    float,
    typer.Option(
        min=0, metavar="SECONDS", help="How long to wait while another process writes to the case."
    ),
]
WAIT = 60.0  # as the ledger waits, too, which is loaded later
Concepts = Annotated[
    str,
    typer.Option(metavar="LIST", help="Stability concepts, joined by commas."),
]
Limit = Annotated[
    int, typer.Option(min=0, metavar="N", help="States named for each concept; counts are exact.")
]

ALL_CONCEPTS = "nash,gmr,smr,seq,sim"


def concepts_asked(concepts: str, option: str = "--concepts") -> tuple[str, ...]:
    from firstmove.analysis.names import ALLOWED, concept

    asked = tuple(dict.fromkeys(c.strip().lower() for c in concepts.split(",") if c.strip()))
    unknown = [c for c in asked if concept(c) is None]
    if unknown or not asked:
        raise typer.BadParameter(
            f"{output.named(unknown) or 'nothing'}: allowed are {ALLOWED}",
            param_hint=option,
        )
    return asked


def each(files: list[Path]) -> Iterator[Reading | None]:
    """The readings of the files, then a None for each that could not be read (said on stderr)."""
    from firstmove.reading import read as read_files

    failed: list[ReportError] = []

    def told(error: ReportError) -> None:
        failed.append(error)
        output.error(error)

    for reading in output.progress(read_files(files, failed=told), "reading", len(files)):
        for problem in reading.problems:
            output.warn(problem)
        yield reading
    yield from (None for _ in failed)


def read_all(files: list[Path]) -> tuple[list[Reading], bool]:
    readings = [r for r in each(files) if r is not None]
    return readings, len(readings) < len(files)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A place to write to, moved to ``path`` when all is written: the whole file or none of it."""
    partial = path.with_name(f".{path.name}.part")
    try:
        yield partial
        partial.replace(path)
    except OSError as error:
        raise FirstmoveError(
            f"cannot write: {error.strerror or error}",
            where=str(path),
            remedy="Name another place with --out.",
        ) from error
    finally:
        with suppress(OSError):
            partial.unlink()


def write(path: Path, text: str) -> None:
    """Write the whole file or none of it."""
    with replacing(path) as partial:
        partial.write_text(text, encoding="utf-8")


def width() -> int:
    import shutil

    return min(shutil.get_terminal_size((80, 24)).columns, 100)


def colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
