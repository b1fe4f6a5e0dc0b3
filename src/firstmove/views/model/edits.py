"""What became of an analyst's edits of a draft: notes for the terminal, rows for JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from firstmove.views.rows import Document, evidence_rows

if TYPE_CHECKING:  # drafting loads the reader, which a listing has no need of
    from firstmove.drafting.over_time.carry import Line

_SAID = {
    "new": "new since the model was edited",
    "gone": "left out, as no report tells it any more",
    "edited": "edited, and told by more words now",
    "added": "your own, and the reports tell it now",
    "rejected": "taken out, and told again",
}
_SORT = {
    "option": "option",
    "want": "want",
    "impossible": "impossible",
    "define": "named condition",
    "question": "open question",
}


_ACCEPTED = "accepted"
_COUNTED = (_ACCEPTED, "edited", "added", "rejected")


def edit_counts(lines: Sequence[Line]) -> str:
    """How many lines the analyst left, changed, added and took out."""
    counts: Counter[str] = Counter(line.fate for line in lines)
    return "remembered: " + ", ".join(f"{counts[fate]} {fate}" for fate in _COUNTED)


def line_rows(lines: Iterable[Line]) -> list[Document]:
    return [
        {
            "fate": line.fate.value,
            "line": line.about,
            "text": line.text,
            "touched": line.touched,
            "new_evidence": evidence_rows(line.fresh),
        }
        for line in lines
    ]


def touched_notes(lines: Iterable[Line]) -> list[str]:
    """What the reports say since the edit, a note a line; open questions are in the model itself,
    and accepted lines that more words tell are only counted."""
    touched = [line for line in lines if line.touched and line.about != "question"]
    notes = [
        f"{_SAID[line.fate]}: {_SORT[line.about]} “{line.text}”"
        + "".join(f"\n    {e.report} {e.start}: “{e.quote}”" for e in line.fresh)
        for line in touched
        if line.fate != _ACCEPTED
    ]
    more = sum(line.fate == _ACCEPTED for line in touched)
    if more:
        notes.append(f"accepted, and told by more words now: {more} lines")
    return notes
