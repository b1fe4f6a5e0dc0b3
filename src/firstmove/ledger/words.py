"""Words of a passage as comparable keys: stems, concepts, parties, numbers, with their weights.

A key's weight is its inverse document frequency in news text, between 0 and 1, so that "the talks"
counts for little and "armistice" for much. The tables are package data: ``data/concepts.toml``
(words that tell the same thing) and ``data/frequencies.tsv`` (how common a stem is).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import log
from typing import Any

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d(?:[\d.,]*\d)?|[^\W\d_]+(?:['’][^\W\d_]+)?|[$€£%]")
_RAREST = 8  # per thousand: the share that a stem not in the table is given
_NAME_WEIGHT = 0.5  # parties stand in nearly every sentence of a dispute
_NUMBER_WEIGHT = 0.8
_PHRASE_WEIGHT = 0.9

FUNCTION_WORDS = frozenset(
    """a about above accordingly after again all also although am among an and any are as at be
    because been before being below between both but by can cannot could course did do does doing
    done during each either else even ever every few for from further had has have having he her
    here hers herself him himself his how however i if in indeed instead into is it its itself just
    least less let like many may me might more most mr mrs ms much must my myself neither
    no nor not now of off on once one only onto or other others our ours ourselves out over own
    per quite rather s said same say saying says shall she should since so some soon statement such
    t tell tells than that the their theirs them themselves then there these they this those
    though through thus till to today told too toward towards under unless until up upon us very
    via was we were what when where whether which while who whom whose why will with within
    without would yes yesterday yet you your yours""".split()
)
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep sept oct
    nov dec""".split()
)
NEGATIONS = frozenset("not never neither nor cannot without none nobody nothing".split())
_BOUNDS = frozenset("more less fewer later earlier".split())
_AFTER_AN_ANSWER = frozenset(
    """i we you he she it they this that these those the a an there not no never sir thank thanks
    because but absolutely of""".split()
)
_OPEN_AFTER = {"without": "with", "not": "whether"}  # "with or without", "whether or not"

# Names are left as they are, before stemming.
_CONTRACTIONS = {"won't": ("will", "not"), "can't": ("can", "not"), "shan't": ("shall", "not")}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables, with all words stemmed."""

    concepts: Mapping[tuple[str, ...], str]  # stems of a word or phrase -> concept
    longest: int
    irregular: Mapping[str, str]
    shares: Mapping[str, float]  # stem -> per thousand articles
    concept_shares: Mapping[str, float]
    opposites: tuple[tuple[str, str], ...]
    acts: tuple[tuple[str, str], ...]  # of the opposites those that are acts: "lift", "impose"
    states: tuple[tuple[str, str], ...]  # the others, of which not the one is the other: "safe"


@dataclass(frozen=True, slots=True)
class Words:
    """A passage: its plain words in order, the key of each ("" for none), the keys' weights."""

    plain: tuple[str, ...]
    keys: tuple[str, ...]
    weights: Mapping[str, float]

    @property
    def mass(self) -> float:
        return sum(self.weights.values())

    @property
    def vocabulary(self) -> frozenset[str]:
        return _vocabulary(self.plain)

    @property
    def negated(self) -> bool:
        """Whether it has an odd number of negating words."""
        return negated(self.plain)


@lru_cache(maxsize=50_000)
def negated(plain: tuple[str, ...]) -> bool:
    """Whether words have an odd number of negating ones; "no" at the start may be an answer.

    "With or without", "whether or not" leave a thing open, "no more than" bounds it: they deny
    nothing.
    """
    plain = tuple(word for n, word in enumerate(plain) if not _denies_nothing(plain, n))
    return sum(word in NEGATIONS or word == "no" for word in plain) % 2 == 1


def _denies_nothing(plain: tuple[str, ...], at: int) -> bool:
    if _left_open(plain, at):
        return True
    after = plain[at + 1 : at + 3]
    if plain[at] in ("no", "not") and after[1:] == ("than",) and after[0] in _BOUNDS:
        return True
    return plain[at] == "no" and at == 0 and (not after or after[0] in _AFTER_AN_ANSWER)


def _left_open(plain: tuple[str, ...], at: int) -> bool:
    return at > 1 and plain[at - 1] == "or" and plain[at - 2] == _OPEN_AFTER.get(plain[at])


@lru_cache(maxsize=20_000)
def _vocabulary(plain: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain)


def tokens(text: str) -> list[str]:
    """The words of a text as they stand; "U.S." is "US", "didn't" is "did" and "not"."""
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        word = match[0].replace("’", "'")
        if "." in word and not word[0].isdigit():
            found.append(word.replace(".", ""))
            continue
        lower = word.lower()
        if lower in _CONTRACTIONS:
            found.extend(_CONTRACTIONS[lower])
        elif lower.endswith("n't"):
            found.extend(part for part in (word[:-3], "not") if part)
        else:
            found.append(word.split("'")[0])
    return found


@cache
def _stemmer() -> Any:
    import snowballstemmer  # type: ignore[import-untyped,unused-ignore]

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


def stem(word: str) -> str:
    """The stem of a lower-case word, irregular forms first."""
    return _stem(lexicon().irregular.get(word, word))


@cache
def lexicon() -> Lexicon:
    folder = files("firstmove.ledger").joinpath("data")
    table = tomllib.loads(folder.joinpath("concepts.toml").read_text(encoding="utf-8"))
    irregular: dict[str, str] = table["irregular"]

    def stems(phrase: str) -> tuple[str, ...]:
        words = (word.lower() for word in tokens(phrase))
        return tuple(_stem(irregular.get(word, word)) for word in words)

    concepts: dict[tuple[str, ...], str] = {}
    for name, words in table["concepts"].items():
        for word in words:
            key = stems(word)
            if concepts.setdefault(key, name) != name:
                raise ValueError(f"concepts.toml: “{word}” stands in {concepts[key]} and {name}")
    shares: dict[str, float] = {}
    for line in folder.joinpath("frequencies.tsv").read_text(encoding="utf-8").splitlines():
        word, share = line.split("\t")
        shares[word] = float(share)
    concept_shares: dict[str, float] = {}
    for key, name in concepts.items():
        if len(key) == 1:
            common = max(shares.get(key[0], _RAREST), concept_shares.get(name, 0.0))
            concept_shares[name] = common
    pairs: list[tuple[str, str]] = []
    acts: list[tuple[str, str]] = []
    for entry in table.get("opposites", ()):
        first, second = (_named(word, concepts, stems(word)) for word in entry["pair"])
        pairs.append((first, second))
        if entry.get("act"):
            acts.append((first, second))
    return Lexicon(
        concepts,
        max(map(len, concepts)),
        irregular,
        shares,
        concept_shares,
        tuple(pairs),
        tuple(acts),
        tuple(pair for pair in pairs if pair not in acts),
    )


def _named(word: str, concepts: Mapping[tuple[str, ...], str], key: tuple[str, ...]) -> str:
    return f"~{word}" if word in concepts.values() else " ".join(key)


def weight(key: str) -> float:
    """Between 0 (in every article) and 1 (rare)."""
    if key.startswith("@"):
        return _NAME_WEIGHT
    if key[0].isdigit():
        return _NUMBER_WEIGHT
    table = lexicon()
    if key.startswith("~"):
        share = table.concept_shares.get(key[1:], _RAREST)
    else:
        share = table.shares.get(key, _RAREST)
    return max(0.05, log(1000 / min(1000, max(share, _RAREST))) / log(1000 / _RAREST))


def words(
    text: str,
    names: Mapping[tuple[str, ...], str] | None = None,
    *,
    also: Iterable[str] = (),
    without: Iterable[str] = (),
) -> Words:
    """Read a passage.

    ``names`` maps words that name a party (lower case) to that party's key ("@…"); they count only
    where the text writes them with a capital. ``also`` adds keys, ``without`` takes keys away.
    """
    surface = tokens(text)
    plain = tuple(word.lower() for word in surface)
    stems = [stem(word) for word in plain]
    names = names or {}
    longest_name = max(map(len, names), default=0)
    placed: list[str] = []  # the key of each plain word, "" where it has none
    phrases: set[str] = set()
    while len(placed) < len(plain):
        at = len(placed)
        key, length = _named_at(surface, plain, at, names, longest_name)
        if not key:
            key, length = _concept_at(plain, stems, at)
            content = sum(word not in FUNCTION_WORDS for word in plain[at : at + length])
            if key and content > 1:
                phrases.add(key)
        if not key and plain[at] not in FUNCTION_WORDS and plain[at] not in "$€£%":
            key = stems[at].replace(",", "")
            if surface[at][0].isupper() and key not in lexicon().shares:
                key = f"@{key}"  # a name: the lower-case tables don't know it
        placed.extend([key] * max(length, 1))
    dropped = frozenset(without)
    keys = tuple("" if key in dropped else key for key in placed)
    weights = {
        key: weight(key) for key in dict.fromkeys((*also, *keys)) if key not in {*dropped, ""}
    }
    # A phrase is rarer than the most common single word for the same idea.
    weights |= {key: max(weights[key], _PHRASE_WEIGHT) for key in phrases if key in weights}
    return Words(plain, keys, weights)


def _named_at(
    surface: list[str],
    plain: tuple[str, ...],
    at: int,
    names: Mapping[tuple[str, ...], str],
    longest: int,
) -> tuple[str, int]:
    if surface[at][0].isupper():
        for length in range(min(longest, len(plain) - at), 0, -1):
            if (key := names.get(plain[at : at + length])) is not None:
                return key, length
    return "", 0


def _concept_at(plain: tuple[str, ...], stems: list[str], at: int) -> tuple[str, int]:
    table = lexicon()
    for length in range(min(table.longest, len(plain) - at), 0, -1):
        concept = table.concepts.get(tuple(stems[at : at + length]))
        if concept is None:
            continue
        # A function word is none by the accident of its stem ("will", "willing").
        if length > 1 or plain[at] not in FUNCTION_WORDS or plain[at] == concept:
            return f"~{concept}", length
    return "", 0


def longest_run(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How many words in a row two passages share at most; O(words of a · their places in b)."""
    places: dict[str, list[int]] = {}
    for j, word in enumerate(b):
        places.setdefault(word, []).append(j)
    best = 0
    previous: dict[int, int] = {}
    for word in a:
        row = {j: previous.get(j - 1, 0) + 1 for j in places.get(word, ())}
        if row:
            best = max(best, *row.values())
        previous = row
    return best
