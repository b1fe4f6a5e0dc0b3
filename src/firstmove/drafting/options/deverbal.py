"""Nouns made of verbs: “the closure of the ward” is to close the ward."""

from __future__ import annotations

import re
from collections.abc import Iterable

from firstmove.drafting.acts.named import Named
from firstmove.drafting.likeness.alike import SAME_ACT, share
from firstmove.drafting.likeness.verbs import one_family
from firstmove.ledger.words import words

# Nouns that the lexicon does not join to their verbs.
_VERBS = {
    "abolition": "abolish",
    "annexation": "annex",
    "arrest": "arrest",
    "closing": "close",
    "closure": "close",
    "demolition": "demolish",
    "deportation": "deport",
    "dismissal": "dismiss",
    "eviction": "evict",
    "expansion": "expand",
    "expulsion": "expel",
    "extension": "extend",
    "merger": "merge",
    "opening": "open",
    "privatisation": "privatise",
    "privatization": "privatize",
    "release": "release",
    "relocation": "relocate",
    "reopening": "open",
    "removal": "remove",
    "sale": "sell",
    "takeover": "take over",
    "transfer": "transfer",
    "withdrawal": "withdraw",
}
_PHRASE = re.compile(
    r"(?P<det>the|its|their|any|an?|all)? ?(?P<of>(?:[\w’'-]+ ){0,3}?)(?P<noun>[\w-]+)"
    r"(?: (?:of|to|from|on|in) (?P<what>.+))?",
    re.IGNORECASE,
)


def is_deed(label: str) -> bool:
    return _found(label) is not None


def names_deed(label: str, named: Iterable[Named]) -> bool:
    """Whether a noun phrase names the deed that others name by its verb."""
    found = _found(label)
    if found is None:
        return False
    verb = words(_VERBS[found["noun"]]).weights.keys()
    about = (found["what"] or found["of"] or "").strip()
    for one in named:
        first, _, rest = one.label.lower().partition(" ")
        done = verb & words(first).weights.keys() or one_family(_VERBS[found["noun"]], first)
        if one.act.thing or not done:
            continue
        if not (about and rest) or share(about, rest) >= SAME_ACT:
            return True
    return False


def _found(label: str) -> re.Match[str] | None:
    found = _PHRASE.fullmatch(label.lower())
    return found if found and found["noun"] in _VERBS else None
