"""The command line that the evaluations on sentences with marks share."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

Case = TypeVar("Case")
Scored = TypeVar("Scored", contravariant=True)


class Score(Protocol[Scored]):
    def __call__(self, cases: Sequence[Scored], /, *, errors: bool) -> Mapping[str, object]: ...


def options(doc: str | None, data: Path) -> ArgumentParser:
    """A file (``data`` where none is named), which half of it, and whether errors are listed."""
    parser = ArgumentParser(description=(doc or "").split("\n")[0])
    parser.add_argument("file", type=Path, nargs="?", default=data)
    parser.add_argument("--half", choices=("tuned", "held-out", "all"), default="held-out")
    parser.add_argument("--errors", action="store_true", help="list what was read wrongly")
    return parser


def tell(file: Path, found: Callable[[], Mapping[str, object]]) -> int:
    """What is found, in one JSON line; 2 and the name of the file where it can't be read."""
    try:
        print(json.dumps(found()))
    except (OSError, KeyError, ValueError) as error:
        print(f"{file}: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    return 0


def scored(
    doc: str | None,
    data: Path,
    cases_of: Callable[[Path, str], Sequence[Case]],
    score: Score[Case],
    argv: Sequence[str] | None,
) -> int:
    """The whole command: the figures of the cases of one half of a file."""
    given = options(doc, data).parse_args(argv)
    return tell(
        given.file,
        lambda: {
            "half": given.half,
            **score(cases_of(given.file, given.half), errors=given.errors),
        },
    )
