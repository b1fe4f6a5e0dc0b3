"""The command line that the evaluations on sentences with marks share."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from pathlib import Path


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
