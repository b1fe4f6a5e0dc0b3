"""Passages that stand in a report's text but are not its story: named and kept, never read.

Told by form, line by line. When in doubt a line stays in the body: an aside too few shows a stray
line, an aside too many would hide what someone said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from firstmove.reading.opening.aside_forms import (
    BOILERPLATE,
    BYLINE,
    CAPTION,
    CREDIT,
    DATE,
    DATE_AND_OUTLET,
    DATE_LINE,
    DATED_LABEL,
    DATED_WITHOUT_COLON,
    DATELINE,
    INVITED_TO,
    INVITES,
    LABELLED,
    MAX_LINE,
    OUTLET_AND_DATE,
    OUTLET_WORD,
    PLACE_AND_DATE,
    TRAILING_CREDIT,
)
from firstmove.reading.opening.datelines import holds_an_aside
from firstmove.reading.opening.lines import Line, lines_of
from firstmove.reading.opening.turns import turn_labels
from firstmove.report import Part

Place = tuple[int, int, Part]
"""Start, end (characters of the text) and what stands there."""

_BULLET = re.compile(r"^(?:[-–—•*▪·◦●]\s|\d{1,2}[.)]\s|\(?[a-z]\)\s)")
_ENDS = re.compile(r"[.?!…][\"'”’»)\]]*$")
# A line with one of these is a sentence, whatever its punctuation.
_SPEAKS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|said|says|told|asked|added|warned|insisted"
    r"|announced|promised|refused|did|does|do|can|could|must|may|might|shall|agreed|demanded)\b"
)
_NO_PLACES = frozenset("On By In From Since Until Before After".split())
# What a headline leaves out: the past tense, and the day.
_TELLS = re.compile(
    r"\b(?:was|were|had|did|said|told|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|at (?:noon|dawn|midnight)|yesterday)\b"
)
_CORRECTED = re.compile(r"(?:correction|clarification)\s*:(?:\s\S{1,40}){1,16}$", re.I)
_WORD = re.compile(r"[^\W_]+")


def normal(line: str) -> str:
    """Words of a line in lower case, for likeness of headlines and repeated lines."""
    return " ".join(_WORD.findall(line.lower()))


def find_asides(text: str, title: str = "") -> tuple[Place, ...]:
    """The asides of a text in order, none overlapping another.

    ``title`` is the report's title where it is known from elsewhere (a page's metadata).
    """
    lines = lines_of(text)
    parts = _classify(lines, title)
    places: list[Place] = []
    seen_body = 0
    for line, part in zip(lines, parts, strict=True):
        if part is not None:
            places.append((line.start, line.end, part))
            continue
        seen_body += 1
        if seen_body <= 3:
            places.extend(_dateline(line))
        if credit := TRAILING_CREDIT.search(line.text[-80:]):
            offset = max(line.start, line.end - 80)
            place = (offset + credit.start(1), offset + credit.end(1), Part.CREDIT)
            if not places or places[-1][1] <= place[0]:
                places.append(place)
    return tuple(places)


def _classify(lines: Sequence[Line], title: str) -> list[Part | None]:
    parts: list[Part | None] = [None] * len(lines)
    if not lines:
        return parts
    turns = turn_labels([line.text for line in lines])
    top = min([_head(lines), *(index for index, length in enumerate(turns) if length)])
    headline = normal(title)
    for index in range(top):
        parts[index] = _in_head(lines[index].text)
        if parts[index] is Part.HEADLINE and not headline:
            label = LABELLED.match(lines[index].text)
            headline = normal(label[2] if label else lines[index].text)
    counts = Counter(normal(line.text) for line in lines)
    punctuated = [line.ends for line in lines[top:] if line.words > 3]
    usual = sum(punctuated) >= 0.6 * max(1, len(punctuated))
    seen = {normal(line.text) for line in lines[:top]}
    for index in range(top, len(lines)):
        line = lines[index]
        if turns[index]:
            continue  # somebody's words, whatever they look like
        key = normal(line.text)
        part = in_any_place(line.text)
        if part is None and headline and key == headline:
            part = Part.REPEATED_HEADLINE if key in seen else Part.HEADLINE
        if part is None and key and counts[key] > 1 and _repeats(line, key in seen):
            part = Part.BOILERPLATE
        if part is None and usual and _is_heading(lines, index):
            part = Part.HEADING
        parts[index] = part
        seen.add(key)
    if all(part is not None for part in parts):
        # Nothing is left to read: then the form says little, and the longest line is the story.
        longest = max(range(len(lines)), key=lambda i: len(lines[i].text))
        if in_any_place(lines[longest].text) is None:
            parts[longest] = None
    return parts


def in_any_place(line: str) -> Part | None:
    """What a line is by its form wherever it stands, or None for what may be body text."""
    if len(line) > MAX_LINE:
        return None
    if CREDIT.match(line):
        return Part.CREDIT
    if CAPTION.match(line):
        return Part.CAPTION
    if BOILERPLATE.match(line) and not _told(line):
        return Part.BOILERPLATE
    if BYLINE.match(line) and not _ENDS.search(line.removesuffix(".")):
        return Part.BYLINE
    if DATE_LINE.match(line) or DATED_WITHOUT_COLON.match(line):
        return Part.HEADER
    if (label := LABELLED.match(line)) and DATED_LABEL.match(label[1]):
        return Part.HEADER if re.match(DATE, label[2], re.I) else None
    if INVITES.match(line):
        words = len(line.split())
        if words <= 8 and not _ENDS.search(line):
            return Part.BOILERPLATE
        if words <= 30 and INVITED_TO.search(line) and not _told(line):
            return Part.BOILERPLATE
    return None


def _told(line: str) -> bool:
    """Whether the line quotes someone or tells that someone spoke: then it is no furniture."""
    return bool(re.search(r"[“”\"«»„]|\b(?:said|says|told|asked|added|urged|warned)\b", line))


def _head(lines: Sequence[Line]) -> int:
    """How many lines at the top are not yet the story: headline, date, source, byline."""
    top = 0
    headlines = 0
    for index, line in enumerate(lines[:12]):
        if index == len(lines) - 1:
            break  # the last line is the story, whatever its form
        part = _in_head(line.text)
        if part is Part.HEADLINE:
            if headlines == 2 or not _headline_form(lines, index):
                break
            headlines += 1
        elif part is None:
            break
        top = index + 1
    return top


def _in_head(line: str) -> Part | None:
    if len(line) > MAX_LINE:
        return None
    if match := LABELLED.match(line):
        label = match[1].lower()
        if label in ("author", "by", "byline"):
            return Part.BYLINE
        return Part.HEADLINE if label in ("title", "headline") else Part.HEADER
    part = in_any_place(line)
    if part is Part.BOILERPLATE and _CORRECTED.match(line) and not _ENDS.search(line):
        return Part.HEADLINE  # "Correction: Dockers story", as agencies head a story sent anew
    if part is not None:
        return part
    if PLACE_AND_DATE.match(line):
        return Part.DATELINE
    if _outlet_and_date(line) or OUTLET_WORD.match(line):
        return Part.HEADER
    return Part.HEADLINE


def _outlet_and_date(line: str) -> bool:
    return bool(OUTLET_AND_DATE.match(line) or DATE_AND_OUTLET.match(line))


def _headline_form(lines: Sequence[Line], index: int) -> bool:
    line, following = lines[index], lines[index + 1]
    if line.words > 30 or len(line.text) > 220 or _BULLET.match(line.text):
        return False
    if _dateline(line):
        return False
    if not following.apart and following.text[:1].islower():
        return False  # a wrapped line
    if line.text.endswith(";"):
        return line.words <= 20  # "Talks resume; both sides hopeful", on two lines
    if line.text.endswith((",", ":", "-", "–", "—")):
        return False
    if not _ENDS.search(line.text):
        # Set apart, or followed by something longer: a line of verse or of a list is neither.
        below = following.text if len(following.text) <= MAX_LINE else ""
        furniture = (
            in_any_place(below) is not None
            or _outlet_and_date(below)
            or PLACE_AND_DATE.match(below) is not None
        )
        return following.apart or furniture or following.words >= 1.5 * line.words
    if not following.apart or line.words > 20:
        return False
    if line.text.endswith(("?", "!")):
        return line.words <= 15
    # With a full stop it may be the first sentence: a headline has capitals, drops its articles and
    # the day, stands above a dateline, or goes on from a line that ends in a semicolon.
    if DATELINE.match(line.text[:120]):
        return False
    return (
        _title_case(line.text)
        or bool(_dateline(following))
        or (index > 0 and lines[index - 1].text.endswith(";"))
        or (
            line.words <= 15
            and following.words >= 1.5 * line.words
            and not re.search(r"\b(?:the|an?)\b|[“”\"«»]|[.?!]\s", line.text)
            and not _TELLS.search(line.text)
        )
    )


def _title_case(line: str) -> bool:
    """Whether most of the longer words are capitalised, as in the title of a book."""
    words = [w for w in _WORD.findall(line) if len(w) >= 4]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def _repeats(line: Line, again: bool) -> bool:
    """Repeated short lines without an end mark are furniture; a repeated paragraph is read once."""
    if not _ENDS.search(line.text):
        return line.words <= 15 and not _SPEAKS.search(line.text)
    return again and line.words >= 6


def _is_heading(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if line.words > 10 or line.ends or line.text.endswith((",", "-", "–", "—", "”", '"', "’")):
        return False
    if not line.apart or _BULLET.match(line.text) or not line.text[0].isupper():
        return False
    if _SPEAKS.search(line.text) or re.search(r"[“”\"«»]", line.text):
        return False
    before = lines[index - 1] if index else None
    if before is not None and not before.ends and before.words > 10:
        return False  # the paragraph before goes on here
    if before is not None and before.text.endswith(":"):
        return False  # an item of a list
    after = lines[index + 1] if index + 1 < len(lines) else None
    return after is None or ((after.apart or after.words >= 12) and after.text[0] not in "-•*–")


def _dateline(line: Line) -> list[Place]:
    """The dateline at the start of a paragraph, and the agency's credit in it.

    A place in small letters needs a date or an agency beside it: "Moscow — which …" is prose.
    """
    match = DATELINE.match(line.text[:120])
    if match is None:
        return []
    place, day, credit = match["place"], match["date"], match["credit"]
    shouted = bool(place) and place.split(",")[0].upper() == place.split(",")[0]
    if not (credit or (place and day) or (shouted and match["dash"] in ("—", "–", "--", "-"))):
        return []
    if match["unknown"] and not (day or shouted):
        return []
    if match["dash"] == ":" and not (place and (credit or day) and place not in _NO_PLACES):
        return []
    if match.end() >= len(line.text):
        return []
    if not day and holds_an_aside(line.text, match.start("dash")):
        return []
    start, end = line.start, line.start + len(match.group().rstrip())
    if not credit:
        return [(start, end, Part.DATELINE)]
    middle = line.start + match.start("credit")
    middle += len(credit) - len(credit.lstrip(" ,"))
    places: list[Place] = []
    if head := line.text[: middle - line.start].rstrip(" ,"):
        places.append((start, start + len(head), Part.DATELINE))
    return [*places, (middle, end, Part.CREDIT)]
