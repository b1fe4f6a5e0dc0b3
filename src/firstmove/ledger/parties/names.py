"""Names compared: titles, family and given names, the ways of writing one foreign name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from firstmove.statement import Mention

TITLES = frozenset(
    """mr mrs ms miss dr sir lord lady dame president vice prime minister foreign defence defense
    interior finance deputy acting former general gen lieutenant lt colonel col major captain
    admiral sergeant senator sen representative rep congressman congresswoman governor gov mayor
    secretary chancellor king queen prince princess sheikh ayatollah pope cardinal bishop judge
    justice chief ambassador speaker envoy spokesman spokeswoman spokesperson chairman chairwoman
    chair director professor prof retired ret commissioner""".split()
)
PARTICLES = frozenset("de da del della den der di dos du la le ten ter van von".split())
_SUFFIXES = frozenset("jr sr ii iii iv".split())


# Usual short forms of given names.
_SHORT_FORMS = """mike:michael joe:joseph bill:william bob:robert rob:robert jim:james tom:thomas
    dave:david dan:daniel ben:benjamin chris:christopher steve:steven matt:matthew tony:anthony
    ted:edward ed:edward ken:kenneth greg:gregory nick:nicholas andy:andrew liz:elizabeth
    kate:katherine ron:ronald don:donald tim:timothy jeff:jeffrey rick:richard dick:richard
    sam:samuel larry:lawrence charlie:charles chuck:charles ray:raymond fred:frederick
    stephen:steven"""


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """A name for comparing: no article, dots, case or doubled blanks."""
    plain = " ".join(name.replace(".", "").replace("’", "'").casefold().split())
    return plain.removeprefix("the ")


def spelling(word: str) -> str:
    """A word with the usual ways of writing one foreign name evened out, accents too."""
    apart = unicodedata.normalize("NFKD", fold(word))
    plain = "".join(c for c in apart if not unicodedata.combining(c))
    for old, new in (
        ("ou", "u"),
        ("kh", "h"),
        ("ck", "k"),
        ("ph", "f"),
        ("w", "v"),
        ("z", "s"),
        ("c", "k"),
    ):
        plain = plain.replace(old, new)
    plain = re.sub("[yj]", "i", plain)
    plain = re.sub("^(?:al|el)-|[-']", "", plain)  # "al-Amin", "Abdel-Hadi"
    return re.sub(r"(.)\1+", r"\1", plain)


_SHORT = {
    spelling(short): spelling(long)
    for short, _, long in (pair.partition(":") for pair in _SHORT_FORMS.split())
}


@dataclass(slots=True)
class Name:
    """One name of one party, with all its mentions; ``party`` may be filled in later."""

    name: str
    party: str
    given: tuple[str, ...]
    family: str
    mentions: list[Mention]

    @property
    def full(self) -> bool:
        return bool(self.given)


def split_name(name: str) -> tuple[tuple[str, ...], str]:
    """Given names and family name, evened out; titles, "de" and "Jr" dropped."""
    parts = [p for p in re.split(r"[\s,]+", name) if p]
    while len(parts) > 1 and fold(parts[0]).strip("-") in TITLES:
        parts = parts[1:]
    while len(parts) > 1 and fold(parts[-1]) in _SUFFIXES:
        parts = parts[:-1]
    words = [spelling(part) for part in parts]
    given = (w for w, part in zip(words[:-1], parts, strict=False) if fold(part) not in PARTICLES)
    return tuple(given), words[-1] if words else ""


def same_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether given names agree as far as both are given, initials and short forms included."""
    if not a or not b:
        return True
    first, other = a[0], b[0]
    if len(first) == 1 or len(other) == 1:
        if first[0] != other[0]:
            return False
    elif _SHORT.get(first, first) != _SHORT.get(other, other):
        return False
    # "George H. Bush" is not "George W. Bush".
    return all(x[0] == y[0] for x, y in zip(a[1:2], b[1:2], strict=False))


def same_name(a: Name, b: Name) -> bool:
    if a.family != b.family or not same_given(a.given, b.given):
        return False
    if a.full and b.full and len(a.given[0]) > 1 and len(b.given[0]) > 1:
        return True  # the same full name in reports of one dispute, whatever party each gives
    return not a.party or not b.party or a.party == b.party


def bare(name: str) -> str:
    """A name as it stands, without the titles before it and what follows a comma or "’s"."""
    parts = re.sub(r"[’']s?$", "", name.split(",")[0]).split()
    while len(parts) > 1 and all(fold(p) in TITLES for p in parts[0].split("-")):
        parts = parts[1:]
    return " ".join(parts)


def initials(name: str) -> str:
    """ "us" for "United States"; "" for one word, of which nothing is short."""
    parts = [word for word in name.split() if word[0].isupper()]
    return "".join(word[0] for word in parts).casefold() if len(parts) > 1 else ""


def given_clash(a: str, b: str) -> bool:
    """Whether two given names are spelled in two ways; an initial is no spelling."""
    return fold(a) != fold(b) and len(fold(a)) > 1 and len(fold(b)) > 1


def given_names(text: str, family: str) -> frozenset[str]:
    """The given names, evened out, that stand before a family name in a text; no titles."""
    from firstmove.ledger.words import FUNCTION_WORDS

    pattern = rf"\b([A-Z](?:\.|[\w’'-]+))(?: [A-Z]\.)? {re.escape(family)}\b"
    found = {fold(match[1]) for match in re.finditer(pattern, text)}
    return frozenset(spelling(name) for name in found - TITLES - FUNCTION_WORDS)
