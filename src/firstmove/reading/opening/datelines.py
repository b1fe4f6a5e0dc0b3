"""What a dateline takes away from a paragraph: "HALM, May 4 (Coastwire) - "."""

from __future__ import annotations

import re

from firstmove.reading.page import Page
from firstmove.report import Part

# The land and the day behind the place: ", Ardel, May 4".
_WHEN = r"(?:,? ?[A-Z0-9][\w.’'-]*(?: (?:of |de )?[A-Z0-9][\w.’'-]*){0,3}){0,3},?"
_AGENCY = r"[(\[][A-Z][\w.,&/’' -]{1,40}[)\]]"
# Behind a place in capitals the agency may be left out, before an agency the place.
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.'’ -]{{1,40}}{_WHEN}(?: ?{_AGENCY})?"
    rf"|(?:[A-Z][\w.'’ -]{{1,40}}{_WHEN} ?)?{_AGENCY})"
    r" ?(?:[—–]|-{1,2} )(?=\s?[\"'“‘]?[A-Z0-9])"
)
_LAND = re.compile(r"[^,(\[—–]+, (?P<land>[A-Z][a-z]+(?: [A-Z][a-z]+)*)(?=[,(\[—–:]| [(\[—–-]|$)")
_PARTED = re.compile(r"[,(\[—–:]|-(?:\s|$)")
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
# "IBM – Europe's largest supplier – said": two dashes hold an aside, and no place stands before.
_CLOSED = re.compile(
    r"(?P<dash>—|–|--|-)\s?\S[^.!?\n—–]{1,90}\s?(?P=dash)\s"
    r"(?:sa(?:id|ys?)|told|will|would|ha[sd]|have|is|are|was|were|may|might|can|could|do(?:es)?"
    r"|did|must|shall|should|[a-z]+ed|[a-z]+s)\b"
)


def holds_an_aside(text: str, dash: int) -> bool:
    """Whether the dash at ``dash`` opens an aside that another dash closes before the verb."""
    return _CLOSED.match(text, dash) is not None


def dateline_end(text: str, start: int) -> int:
    """Where the dateline of a paragraph ends ("HALM, May 4 (Coastwire) - "); ``start`` if none."""
    match = _matched(text, start)
    return match.end() if match else start


def place_and_land(text: str, start: int) -> tuple[str, str]:
    """What the dateline of a paragraph names: "HALM" and "Ardel" in "HALM, Ardel, May 4 - "; "" for
    what it does not."""
    match = _matched(text, start)
    return (_place(match.group()), _land(match.group())) if match else ("", "")


def datelines_of(page: Page) -> tuple[str, ...]:
    """The places that the datelines of a report name, also of those that are asides, each with the
    land behind it: "HALM", "Ardel"."""
    report = page.report
    asides = [a.span.quote for a in report.asides if a.part is Part.DATELINE]
    named = [(_place(aside), _land(aside)) for aside in asides]
    named += [place_and_land(report.text, paragraph.start) for paragraph in page.paragraphs]
    return tuple(dict.fromkeys(word for both in named for word in both if word))


def _place(dateline: str) -> str:
    return _PARTED.split(dateline)[0].strip()


def _land(dateline: str) -> str:
    """ "Ardel" in "HALM, Ardel, May 4"; "" where a day or an agency stands there."""
    found = _LAND.match(dateline)
    return found["land"] if found and found["land"][:3].lower() not in _MONTHS else ""


def _matched(text: str, start: int) -> re.Match[str] | None:
    match = _DATELINE.match(text, start)
    if match is None:
        return None
    dash = match.start() + len(match.group().rstrip().rstrip("—–-"))
    return None if holds_an_aside(text, dash) else match
