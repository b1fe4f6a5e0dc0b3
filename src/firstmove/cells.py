"""Cells that a spreadsheet would run as a formula are made plain text.

A cell that begins with = + - @, a tab or a line break, or their full-width forms, gets an
apostrophe before it, and so does one that begins with an apostrophe: taking one leading apostrophe
away gives every cell back as it was (OWASP, CSV injection).
"""

from __future__ import annotations

_RISKY = tuple("=+-@\t\r\n'＝＋－＠")


def defused(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RISKY) or cell[:1].isspace() else cell


def restored(cell: str) -> str:
    """The cell as it was before ``defused``."""
    return cell[1:] if cell.startswith("'") else cell
