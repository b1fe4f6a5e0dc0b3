"""Words set out without quotation marks, told by form: turns of a transcript, posts, statements.

- A turn: "ANNA LIND: We will wait.", "Q: …", "A: …", where a text has several of them.
- A block: the paragraph below one that ends in a colon ("The union's statement reads:"), if it is
  indented or speaks in the first person.
- A post: a paragraph above a line with its author and the author's handle.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from firstmove.reading.opening.aside_forms import LABELLED

Place = tuple[int, int]

_LABEL = re.compile(
    r"(?P<label>[^\W\d_a-z][\w.’'-]{0,30}"
    r"(?:[ \xa0](?:de|van|von|der|bin|al|el|[^\W\d_a-z(][\w.’'-]{0,30}|[A-Z]{1,6}\d?)){0,5}"
    r"(?:[ \xa0]\([^()\n]{1,40}\))?)\s?:[ \t\xa0]+(?=\S)"
)
# Labels that head a paragraph of the outlet's own, not somebody's turn.
_HEADS = frozenset(
    "note update updated background context analysis live breaking correction editor's editor’s"
    " watch read more also fact facts timeline location cost when where what who why how explainer"
    " opinion related topics key monday tuesday wednesday thursday friday saturday sunday photo"
    " image video audio caption disclaimer summary highlights recap phone fax email tel web".split()
)
ASKERS = frozenset(
    "q question interviewer moderator host anchor reporter journalist questioner presenter caller"
    " audience operator narrator announcer correspondent press".split()
)
ANSWERS = frozenset({"a", "answer"})
_NOBODY = re.compile(r"^(?:unidentified|unknown|speaker|voice|man|woman|male|female|crowd|all)\b")
_FIRST = re.compile(r"\b(?:I|we|We|our|Our|us|my|My|ours|mine|me)\b")
# The outlet tells it: then the paragraph is no block of somebody's words.
_TOLD = re.compile(r"[“”\"«»]|\b(?:said|says|told|according to)\b")
_LEADS = re.compile(
    r"\b(?:said|says|wrote|writes|writing|posted|posting|tweeted|read|reads|reading|added|stated"
    r"|states|declared|announced|replied|responded|continued)\b[^.!?]{0,120}:$"
)
_AUTHOR = re.compile(
    r"[—–-]{1,2}\s?(?P<name>[^\W\d_][^\n@()]{1,60}?)\s?(?P<handle>\(@\w{1,30}\))"
    r"(?:[ ,·|]{1,3}[\w ,.:]{1,40})?$"
)


def turn_labels(paragraphs: Sequence[str]) -> list[int]:
    """For each paragraph the length of the label that it opens with, 0 where it opens no turn.

    A text is a transcript where three paragraphs have a label, two labels differ and one comes
    back; or where questions and answers are marked as such.
    """
    labels: list[tuple[str, int]] = []
    for paragraph in paragraphs:
        match = _LABEL.match(paragraph[:120])
        label = match["label"] if match else ""
        if not match or LABELLED.match(paragraph[:200]) or _is_head(label):
            labels.append(("", 0))
        else:
            labels.append((label.lower(), len(label)))
    counts = Counter(label for label, _ in labels if label)
    marked = any(c in counts for c in ("q", "question")) and bool(ANSWERS & counts.keys())
    alternating = sum(counts.values()) >= 3 and len(counts) >= 2 and max(counts.values()) >= 2
    if not (marked or alternating):
        return [0] * len(labels)
    return [length for _, length in labels]


def _is_head(label: str) -> bool:
    words = label.lower().replace("(", " ").split()
    return not words or words[0] in _HEADS or words[-1] in _HEADS


def is_asker(label: str) -> bool:
    """Whether the one who speaks is the outlet's own or nobody named."""
    words = re.findall(r"[^\W\d_]+", label.lower())
    return not words or bool(ASKERS & set(words)) or _NOBODY.match(" ".join(words)) is not None


def posts_of(text: str, paragraphs: Sequence[Place]) -> list[tuple[Place, Place, Place]]:
    """Name, handle and words of each post that stands above a line with its author."""
    found: list[tuple[Place, Place, Place]] = []
    for (start, end), (below, below_end) in pairwise(paragraphs):
        match = _AUTHOR.match(text[below:below_end]) if below_end - below <= 200 else None
        if match is None or end - start > 1_000:
            continue
        name, handle = match.span("name"), match.span("handle")
        found.append(
            (
                (below + name[0], below + name[1]),
                (below + handle[0], below + handle[1]),
                (start, end),
            )
        )
    return found


def blocks_below(text: str, paragraphs: Sequence[Place]) -> list[tuple[Place, Place]]:
    """The paragraph that ends in a colon, and the words set out below it, without marks.

    Only the indented paragraphs below it or, without indentation, the one next paragraph, if it
    speaks in the first person and the outlet tells nothing in it.
    """
    found: list[tuple[Place, Place]] = []
    for number, (start, end) in enumerate(paragraphs[:-1]):
        if text[end - 1] != ":" or not _LEADS.search(text[max(start, end - 200) : end]):
            continue
        for number_below in range(number + 1, min(number + 9, len(paragraphs))):
            place = paragraphs[number_below]
            words = text[place[0] : place[1]]
            indented = _is_indented(text, place[0]) and not _is_indented(text, start)
            if words[0] in "“\"«„‘'-–—•*" or _TOLD.search(words):
                break
            if not indented and (number_below > number + 1 or not _FIRST.search(words)):
                break
            found.append(((start, end), place))
            if not indented:
                break
    return found


def _is_indented(text: str, start: int) -> bool:
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    before = text[line:start]
    return "\t" in before or ">" in before or len(before) >= 2
