"""Text of reports made safe to show: characters that could hide or reorder words become visible.

A report is not trusted. Control characters could drive a terminal, and bidirectional overrides
could make a quotation read as something else than it says (Unicode UAX #9; CVE-2021-42574).
"""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls, tab and line feed excepted
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks and overrides of direction
    "\u2028\u2029\ufff9-\ufffb"  # line and paragraph separators, interlinear annotation
    "\ud800-\udfff"  # lone surrogates, which no file can be written with
    "\U000e0000-\U000e007f"  # tag characters: invisible text
    "]"
)
_RETURN = re.compile("\r\n?")


def visible(text: str) -> str:
    """``text`` with every hiding character written out: U+202E becomes ``⟦U+202E⟧``.

    A carriage return is a line end and is shown as one.

    >>> visible("a\\u202eb")
    'a⟦U+202E⟧b'
    """
    if text.isprintable():  # nothing that hides is
        return text
    return _HIDDEN.sub(lambda match: f"⟦U+{ord(match[0]):04X}⟧", _RETURN.sub("\n", text))


def one_line(text: str) -> str:
    """``visible`` with white space run together, for places of one line."""
    if text.isprintable() and "  " not in text:  # no other white space than blanks is printable
        return text.strip()
    return " ".join(visible(text).split())
