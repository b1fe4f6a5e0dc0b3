"""Names that political parties have in the plural: "the Greens", "the Social Democrats"."""

from __future__ import annotations

from firstmove.reading.lexicon.roles import FACTIONS
from firstmove.reading.parsing.clauses import Token

CREEDS = frozenset(
    "agrarians centrists christians communists conservatives democrats federalists greens labour "
    "liberals liberationists moderates monarchists nationalists populists progressives radicals "
    "reformers reformists republicans royalists socialists unionists".split()
)
# Of these, the members of a party of the U.S. Congress have no word of the kind before them.
_KINDS_OF = frozenset("social christian liberal national free new united centre center".split())


# At the head of a sentence these too tell of a party, not only of what somebody thinks.
_PARTIES = frozenset("conservative green labour liberal socialist".split())


def faction_of(word: Token) -> str:
    """ "Democratic Party" for "Democrat" and "Democrats"; "" in "Social Democrats"."""
    before = word.nbor(-1).text if word.i > word.sent.start else ""
    if before.istitle() and before.lower() in _KINDS_OF:
        return ""
    return FACTIONS.get(word.lower_) or FACTIONS.get(word.lower_.removesuffix("s"), "")


def creed_called(word: Token) -> str:
    """ "Social Democrats" for "Democratic" in "Social Democratic leader", "Liberals" for "Liberal";
    "" for a word of no party."""
    before = word.nbor(-1).text if word.i > word.sent.start else ""
    one = word.text.removesuffix("ic") if word.text == "Democratic" else word.text
    many = one if one == "Labour" else f"{one}s"
    goes_on = word.i + 1 < word.sent.end and word.nbor(1).text.istitle()  # "Liberal Party"
    if not word.text.istitle() or goes_on or one == "Christian":
        return ""
    if before.istitle() and before.lower() in _KINDS_OF and is_creed(f"{before} {many}"):
        return f"{before} {many}"
    sure = not word.is_sent_start or word.lower_ in _PARTIES
    return many if sure and is_creed(many) else ""


def is_creed(name: str) -> bool:
    """ "Greens", "National Democrats": a party; "Democrats" alone are those of the U.S."""
    words = name.lower().removeprefix("the ").split() or [""]
    kind = len(words) == 2 and words[0] in _KINDS_OF
    alone = len(words) == 1 and words[0].removesuffix("s") not in FACTIONS
    return words[-1] in CREEDS and (kind or alone)
