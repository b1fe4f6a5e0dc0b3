"""What capitals stand for, by the report itself: "DWU", the Dock Workers Union."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from firstmove.reading.lexicon import cues, roles
from firstmove.reading.page import Page
from firstmove.reading.people.countries import country_of

_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z.&]{1,9})\)")


def acronyms_of(page: Page, bodies: Iterable[str]) -> dict[str, str]:
    """'Dock Workers Union (DWU)' in the report's own words: "DWU" is the Dock Workers Union.

    Capitals of three letters and more also mean the one body of the report whose words begin
    with them.
    """
    found: dict[str, str] = {}
    text = page.report.text
    for match in _IN_BRACKETS.finditer(text):
        short = match.group(1)
        letters = [c.lower() for c in short if c.isupper()]
        if len(letters) < 2:
            continue
        words = re.findall(r"[\w’'&-]+", text[max(0, match.start() - 120) : match.start()])
        for size in range(len(letters), min(len(words), len(letters) + 4) + 1):
            tail = words[-size:]
            initials = [w[0].lower() for w in tail if w[0].isupper()]
            if initials == letters and tail[0][0].isupper():
                found[short] = " ".join(tail)
                break
    known = dict.fromkeys(bodies)
    full: dict[str, set[str]] = defaultdict(set)
    for name in known:
        words = name.removeprefix("the ").removeprefix("The ").split()
        if len(words) > 1 and not country_of(name):
            full["".join(w[0] for w in words if w[0].isupper())].add(" ".join(words))
    for name in known:
        short = name.replace(".", "").removeprefix("the ").removeprefix("The ")
        outlet = short.lower() in cues.AGENCIES | cues.OUTLETS
        if len(short) < 2 or not (short.isalpha() and short.isupper()) or outlet:
            continue
        if len(short) == 2 and not _is_pair(full[short]):
            continue
        if len(full[short]) == 1 and name not in found and not country_of(name):
            found[name] = next(iter(full[short]))
    return found


def _is_pair(names: set[str]) -> bool:
    """ "Football Association": two words may be told by two letters where they end like a body."""
    return all(name.split()[-1].lower() in roles.BODY_ENDINGS for name in names)
