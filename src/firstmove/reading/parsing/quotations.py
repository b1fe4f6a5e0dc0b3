"""Passages in quotation marks.

Curly, straight and low marks, guillemets and single marks as in British use; a passage that runs
over paragraphs repeats its opening mark and closes once, at its end; one that is never closed goes
no further than its paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

Place = tuple[int, int]

# Which open passage a mark may close. Mixed and reversed marks are met in print: “so",  “so“.
_OPENED_BY = {
    "”": '“„"',
    "“": "“„",
    "„": "",
    "»": "«",
    "«": "",
    "›": "‹",
    "‹": "",
}
_SINGLE = {"‘": "’", "'": "'"}
_OPENING_BEFORE = set(" \t\n\r\v\f\u00a0\u2009\u202f([{—–-/…:,“‘\"'«‹„")
# How a paragraph opens that goes on with the passage of the one before.
_OPENS = {mark: (mark,) for mark in '“„«‹"'} | {"``": ("''", "``")}
_MARKS = frozenset("\"'“”„«»‹›‘’`")
_MAX_SINGLE = 1_500
_DEPTH = 8  # passages within passages; more than that is noise


def quotations(text: str, paragraphs: Sequence[Place]) -> tuple[Place, ...]:
    """The passages between quotation marks, marks not included, in order; inner ones too.

    A passage over several paragraphs gives one place for each of them.
    """
    found: list[Place] = []
    carried = ""  # the opening mark of a passage that the paragraph before left open
    for number, (start, end) in enumerate(paragraphs):
        opener = carried
        position = start
        if carried:
            position = start + len(_OPENS[carried][0])
        places, left_open = _in_paragraph(text, position, end, opener)
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else None
        carried = ""
        if left_open is not None:
            mark, begin = left_open
            goes_on = following is not None and text.startswith(_OPENS[mark], following)
            if goes_on:
                carried = mark
            places.append((begin, end))
        found.extend(place for place in places if text[place[0] : place[1]].strip())
    return tuple(sorted(set(found)))


def _in_paragraph(
    text: str, start: int, end: int, opener: str
) -> tuple[list[Place], tuple[str, int] | None]:
    """The closed passages of a paragraph, and the mark and place of one that is left open."""
    places: list[Place] = []
    stack: list[tuple[str, int]] = [(opener, start)] if opener else []
    position = start
    while position < end:
        char = text[position]
        if char not in _MARKS:
            position += 1
            continue
        del stack[:-_DEPTH]
        if text.startswith(("''", "``"), position):
            # Two single marks for a double one, as news archives and plain-text wires write it.
            if any(mark == "``" for mark, _ in stack):
                _close(stack, places, "``", position)
            elif _can_open(text, position, start):
                stack.append(("``", position + 2))
            position += 1
        elif char in "'‘’":
            _single(text, position, start, end, stack, places)
        elif char == '"':
            opened = _innermost(stack, '"“„')
            if opened == '"' or (opened and _closing(text, position, start, end)):
                _close(stack, places, opened, position)
            elif _opens(text, position, start, end):
                stack.append(('"', position + 1))
        elif char in "”“»›«„‹":
            opened = _innermost(stack, _OPENED_BY[char])
            if opened and (char not in "“„«‹" or _closing(text, position, start, end)):
                _close(stack, places, opened, position)
            elif char in "“„«‹":
                stack.append((char, position + 1))
        position += 1
    if not stack:
        return places, None
    # Single marks that were never closed are apostrophes, not quotations.
    open_marks = [(mark, begin) for mark, begin in stack if mark not in "'‘"]
    return places, (open_marks[0] if open_marks else None)


def _close(stack: list[tuple[str, int]], places: list[Place], mark: str, position: int) -> None:
    """Close the innermost passage that ``mark`` opened, and forget unclosed ones inside it."""
    while stack:
        opened, begin = stack.pop()
        if opened == mark:
            places.append((begin, position))
            return


def _innermost(stack: list[tuple[str, int]], marks: str) -> str:
    return next((mark for mark, _ in reversed(stack) if mark in marks), "")


def _closing(text: str, position: int, start: int, end: int) -> bool:
    """Whether a mark of either direction stands where a closing one would."""
    if position == start or text[position - 1].isspace():
        return False
    return position + 1 >= end or not text[position + 1].isalnum()


def _opens(text: str, position: int, start: int, end: int) -> bool:
    """Whether a straight mark opens: something follows it at once, and it is no sign for inches."""
    follows = position + 1 < end and not text[position + 1].isspace()
    return follows and not text[max(start, position - 1) : position].isdigit()


def _can_open(text: str, position: int, start: int) -> bool:
    return position == start or text[position - 1] in _OPENING_BEFORE


def _single(
    text: str,
    position: int,
    start: int,
    end: int,
    stack: list[tuple[str, int]],
    places: list[Place],
) -> None:
    """A single mark opens before a word, closes behind one, and is an apostrophe inside one."""
    char = text[position]
    before = text[position - 1] if position > start else " "
    after = text[position + 1] if position + 1 < end else " "
    opened = next((mark for mark, _ in reversed(stack) if mark in "'‘"), "")
    if char in "'’" and opened and _SINGLE[opened] == char and not after.isalnum():
        if before.isspace():
            return
        if before in ".,?!…" or not _goes_on(text, position + 1, end, opened):
            _close(stack, places, opened, position)
        return
    if char == "’" or opened:
        return
    if before in _OPENING_BEFORE and after.isalnum() | (after in '“"…['):
        if char == "'" and _elided(text, position + 1):
            return
        if _has_end(text, position + 1, end, "’" if char == "‘" else "'"):
            stack.append((char, position + 1))


def _goes_on(text: str, position: int, end: int, opened: str) -> bool:
    """Whether a mark behind a word is a plural's apostrophe: "the workers’ union’ said"."""
    close = _SINGLE[opened]
    window = text[position : min(end, position + 400)]
    before = text[position - 2 : position - 1]
    if before not in "sS" or not window.startswith(" ") or not window[1:2].islower():
        return False
    # The passage's own end must still come, before another one opens.
    for offset, char in enumerate(window):
        if char == ("‘" if close == "’" else "'") and window[offset - 1 : offset] == " ":
            return False
        closes = char == close and not window[offset + 1 : offset + 2].isalnum()
        if closes and window[offset - 1 : offset] not in "sS":
            return True
    return False


def _elided(text: str, position: int) -> bool:
    """``'em``, ``'til``, ``'90s``: an apostrophe before a word."""
    word = text[position : position + 6].lower()
    return word[:2].isdigit() or word.startswith(
        ("em ", "til ", "tis ", "twas ", "cause ", "bout ", "n' ")
    )


def _has_end(text: str, position: int, end: int, close: str) -> bool:
    limit = min(end, position + _MAX_SINGLE)
    at = text.find(close, position, limit)
    while at != -1:
        after = text[at + 1] if at + 1 < end else " "
        if not after.isalnum() and not text[at - 1].isspace():
            return True
        at = text.find(close, at + 1, limit)
    return False
