"""Where sentences end, by rule: the same text always gives the same sentences.

A closing quotation mark belongs to the sentence before it, a paragraph ends a sentence, and
neither an abbreviation nor an initial does. A question or an exclamation in quotation marks goes on
when a verb of saying follows ("“Will they come?” the minister asked.").
"""

from __future__ import annotations

import re
from itertools import pairwise

MAX_SENTENCE = 3_000  # characters

# Abbreviations after which a sentence hardly ever ends.
_NEVER = frozenset(
    "mr mrs ms messrs dr prof gen lt col maj capt cmdr cpl sgt adm brig gov sen rep reps sens hon "
    "rev fr st ste mt pres sec amb supt insp det pvt jr sr vs etc al eg ie cf approx est dept "
    "no nos art fig vol ch pp op ed eds viz ft col-gen lt-gen maj-gen brig-gen lt-col "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun "
    "assn natl intl univ bldg ave blvd hwy".split()
)
# Those after which it may: then what follows decides.
_PERHAPS = frozenset(
    "inc ltd co corp bros llc plc etc jr sr a.m p.m u.s u.k u.n e.u d.c u.a.e".split()
)
_CLOSERS = "\"'”’»›)]}"
_END = re.compile(r"(?<![.?!…])(?P<mark>[.?!…]+)(?P<close>[\"'”’»›)\]}]*)(?=\s|$)")
_SPEECH = (
    r"(?:said|says|asked|asks|told|tells|wrote|writes|added|adds|tweeted|posted|replied|shouted"
    r"|cried|chanted|declared|demanded|exclaimed|wondered|continued|insisted|warned|answered"
    r"|inquired|remarked|argued|quipped|joked)"
)
_GOES_ON = re.compile(
    rf"\s+(?:[a-z]|(?!No\b|Nobody|None|Not\b)(?:[A-Z][\w.’'-]*\s+){{1,4}}{_SPEECH}\b)"
)
_WORD_BEFORE = re.compile(r"[\w.’'-]{1,40}$")
_NICKNAME = re.compile(r"[\"“'‘][A-Z]\w+[\"”'’]\s[A-Z]")
_FOLLOWERS_OF_NUMBER = re.compile(r"\s+\d")


def sentence_ends(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of the paragraph ``text[start:end]``, as places without white space around."""
    cuts = [start, *_ends(text, start, end), end]
    places = []
    for left, right in pairwise(cuts):
        piece = text[left:right]
        stripped = piece.strip()
        if stripped:
            left += len(piece) - len(piece.lstrip())
            places.append((left, left + len(stripped)))
    return places


def _ends(text: str, start: int, end: int) -> list[int]:
    found = [
        match.end()
        for match in _END.finditer(text, start, end)
        if match.end() < end and _is_end(text, match, start, end)
    ]
    if end - start <= MAX_SENTENCE:
        return found
    cuts: list[int] = []
    last = start
    for stop in [*found, end]:
        while stop - last > MAX_SENTENCE:
            # Nobody wrote this as one sentence: cut it at white space, lest a stage hang on it.
            space = max(text.rfind(sign, last + 1, last + MAX_SENTENCE) for sign in " \n\t")
            last = space if space > last else last + MAX_SENTENCE
            cuts.append(last)
        cuts.append(stop)
        last = stop
    return cuts[:-1]


def _is_end(text: str, match: re.Match[str], start: int, end: int) -> bool:
    mark, close = match["mark"], match["close"]
    rest = text[match.end() : min(end, match.end() + 120)]
    following = rest.lstrip()
    if not following:
        return False
    first = following.lstrip("\"'“‘«‹„([{—–-").lstrip()[:1]
    if first.islower():
        return False  # "Will you?” he asked", "… and so on", "etc. were"
    if mark == "." and (
        following[0] == "."
        or text[max(start, match.start() - 2) : match.start()] in (". ", ".\xa0")
    ):
        return False  # an ellipsis written with spaces
    if close:
        if set(mark) <= {"."}:
            return not (close[0] in ")]" and mark == "." and _abbreviated(text, match, start, rest))
        if "’" in close or '"' in close or "”" in close or "'" in close or "»" in close:
            return _GOES_ON.match(rest) is None
        return True
    if mark == ".":
        return not _abbreviated(text, match, start, rest)
    return True


def _abbreviated(text: str, match: re.Match[str], start: int, rest: str) -> bool:
    found = _WORD_BEFORE.search(text, max(start, match.start() - 40), match.start())
    if not found:
        return False
    word = found.group().strip("’'-").lower()
    following = rest.lstrip()
    if word.isdigit() and len(word) <= 2 and not text[start : match.start()].strip(word):
        return True  # the number of an item at a paragraph's start
    if word == "del":
        return found.group()[0].isupper()  # a delegate; the state of Delaware ends few sentences
    if word in ("no", "nos", "art", "fig", "vol", "ch", "pp"):
        return _FOLLOWERS_OF_NUMBER.match(rest) is not None
    if word in (
        "sat",
        "sun",
        "mar",
        "may",
        "fr",
        "est",
        "op",
        "ed",
        "al",
        "col",
        "det",
        "st",
        "ms",
    ):
        # Words or ends of names as well: an abbreviation only where it is written as one.
        if not found.group()[0].isupper() and word not in ("al", "est", "ed"):
            return False
        return word in ("fr", "st", "col", "ms", "det") or following[:1].isdigit()
    if word in _NEVER or (word.split("-")[-1] in _NEVER and "-" in word):
        return True
    if len(word) == 1 and word.isalpha() and found.group().isupper():
        # An initial ("George W. Bush"), unless the letter is a word or a grade.
        return word != "i" and (following[:1].isupper() or _NICKNAME.match(following) is not None)
    if word in _PERHAPS or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        return not _opens_sentence(following)
    return False


_OPENERS = re.compile(
    r"[\"'“‘«(]|(?:The|A|An|He|She|It|They|We|I|You|This|That|These|Those|But|And|However|In|On|At"
    r"|If|When|While|After|Before|As|For|By|With|Since|Although|Though|Meanwhile|His|Her|Its|Their"
    r"|Our|There|Both|Some|Many|Most|No|Not|So|Yet|Still|Asked|According|Instead|Last|Earlier"
    r"|Under|Until|Unless|What|Who|Where|Why|How|Now|Then|Also|Despite|Mr|Mrs|Ms)\b"
)


def _opens_sentence(following: str) -> bool:
    return _OPENERS.match(following) is not None
