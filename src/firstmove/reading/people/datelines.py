"""What a dateline takes away from a paragraph: "HALM, May 4 (Coastwire) - "."""

from __future__ import annotations

import re

_WHEN = r"(?:, ?[A-Za-z.0-9 ]{1,40})?"
_AGENCY = r"\([A-Z][A-Za-z.,0-9 ]{1,40}\)"
# Behind a place in capitals the agency may be left out, before an agency the place.
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.'’ -]{{1,40}}{_WHEN}(?: ?{_AGENCY})?"
    rf"|(?:[A-Z][\w.'’ -]{{1,40}}{_WHEN} ?)?{_AGENCY})"
    r" ?(?:[—–]|-{1,2} )(?=\s?[\"'“‘]?[A-Z0-9])"
)


def dateline_end(text: str, start: int) -> int:
    """Where the dateline of a paragraph ends ("HALM, May 4 (Coastwire) - "); ``start`` if none."""
    match = _DATELINE.match(text, start)
    return match.end() if match else start


def dateline_place(text: str, start: int) -> str:
    """The place that a dateline begins with ("HALM"); "" where there is none."""
    match = _DATELINE.match(text, start)
    return re.split(r"[,(—–-]", match.group())[0].strip() if match else ""
