"""What a dateline takes away from a paragraph: "HALM, May 4 (Coastwire) - "."""

from __future__ import annotations

import re

_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{1,40}(?:, ?[A-Za-z.0-9 ]{1,40})?(?: ?\([A-Za-z.,0-9 ]{1,40}\))? ?"
    r"(?:[—–]|-{1,2} )"
)


def dateline_end(text: str, start: int) -> int:
    """Where the dateline of a paragraph ends ("HALM, May 4 (Coastwire) - "); ``start`` if none."""
    match = _DATELINE.match(text, start)
    return match.end() if match else start


def dateline_place(text: str, start: int) -> str:
    """The place that a dateline begins with ("HALM"); "" where there is none."""
    match = _DATELINE.match(text, start)
    return re.split(r"[,(—–-]", match.group())[0].strip() if match else ""
