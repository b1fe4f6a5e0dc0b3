"""Numbers as reports write them: digits, words, fractions, ranges, and the hedges before them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen".split()
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES: dict[str, float] = (
    {word: float(value) for value, word in enumerate(_ONES)}
    | {word: float(10 * value) for value, word in enumerate(_TENS, 2)}
    | {"a": 1.0, "an": 1.0, "half": 0.5, "dozen": 12.0}
)
_SCALES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mln": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
_VAGUE: dict[str, float] = {
    "tens": 10.0,
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
_PARTS: dict[str, float] = {
    "half": 1 / 2,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 1 / 4,
    "quarters": 1 / 4,
    "fifth": 1 / 5,
    "fifths": 1 / 5,
    "tenth": 1 / 10,
    "tenths": 1 / 10,
}
_SMALL = "|".join([*_ONES[1:], *_TENS])
_WORDS = (
    rf"(?:(?:{_SMALL})(?:[\s-](?:{_SMALL}))?(?:\s(?:hundred|thousand))?"
    rf"(?:\s(?:and\s)?(?:{_SMALL})(?:-(?:{_SMALL}))?)?)"
)
_DIGITS = r"\d{1,3}(?:[,\u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion)|\s?(?:mln|bn|tn)|[mkb](?![\w’']))"
_MONEY = r"(?:(?:US|C|A|NZ|HK|S)?\$|€|£|¥|₹|₽|₴|USD\s|EUR\s|GBP\s)"
# "two and a half million": alone, "two and a half" is a length of time as often as not
_AND_A_HALF = (
    rf"(?:{_SMALL})\sand\sa\shalf"
    r"(?:\s(?:thousand|million|billion|trillion|dozen)|(?=\s?%|[\s-]per\s?cent))"
)
_VALUE = (
    rf"(?:(?:{_DIGITS}){_SCALE}?"
    rf"|{_AND_A_HALF}"
    rf"|{_WORDS}(?:\s(?:hundred|thousand|million|billion|trillion|dozen))?"
    r"|(?:an?|half\sa)\s(?:hundred|thousand|million|billion|trillion|dozen)"
    r"|half\sa(?=\spercentage\spoint|\sper\s?cent))"
)
_VAGUE_NUMBER = (
    r"(?:(?:tens|hundreds)\sof\s(?:thousands|millions|billions)"
    r"|(?:several|a few|many|some|a couple(?:\sof)?)\s(?:dozen|hundred|thousand|million|billion)s?"
    r"|(?:dozens|scores|hundreds|thousands|millions|billions|trillions)(?=\s(?:of|more)\b))"
)
_WHOLE = "three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|10|12|20|50|100|1,000"
_FRACTION = (
    rf"(?:(?:(?:{_SMALL}|an?|\d)[\s-](?:third|quarter|fifth|tenth)s?"
    r"|half(?!\sa\s(?:dozen|hundred|thousand|million|billion|trillion|percentage|per\s?cent)))"
    r"(?=\s(?:of|the|its|his|her|their|a)\b)"
    rf"|(?:{_SMALL}|\d{{1,3}})\s(?:in|out\sof)\s(?:every\s)?(?:{_WHOLE})"
    r"(?=\s[A-Za-z])(?!\s(?:second|minute|hour|day|night|week|month|year|decade|game|match)))"
)

NUMBER = re.compile(
    rf"(?<![\w.,/:$€£¥-])(?:"
    rf"(?P<vague>{_VAGUE_NUMBER})"
    rf"|(?P<fraction>{_FRACTION})"
    rf"|(?P<money>{_MONEY})?(?P<first>{_VALUE})"
    rf"(?:(?P<link>\s?(?:-|–|—)\s?|\s(?:to|and|or)\s)(?:{_MONEY})?(?P<second>{_VALUE}))?"
    r"(?P<scale>\s(?:million|billion|trillion|thousand))?"
    r")(?P<percent>\s?%|\s?pc\b|[\s-]per\s?cent\b|\spercentage\spoints?\b)?(?![\w%]|[,.]\d|:\d)",
    re.I,
)

# What a hedge does to the number behind it: a floor, a ceiling, or neither.
HEDGES: dict[str, str] = (
    dict.fromkeys(
        (
            "at least", "more than", "over", "no fewer than", "no less than", "not less than",
            "upwards of", "upward of", "in excess of", "above", "a minimum of", "exceeding",
            "well over", "not fewer than",
        ),
        "floor",
    )
    | dict.fromkeys(
        (
            "at most", "up to", "as many as", "as much as", "fewer than", "less than", "under",
            "below", "no more than", "not more than", "a maximum of", "well under",
        ),
        "ceiling",
    )
    | dict.fromkeys(
        (
            "about", "around", "roughly", "approximately", "some", "nearly", "almost", "close to",
            "an estimated", "estimated", "an average of", "on average", "average of", "perhaps",
            "reportedly", "allegedly", "apparently", "an apparent", "just over", "just under",
            "a reported", "possibly", "probably", "an alleged", "only", "just", "a total of",
            "in the region of", "circa", "as few as", "as little as", "exactly", "purportedly",
            "supposedly", "an additional", "a further", "a record",
        ),
        "near",
    )
)  # fmt: skip
_BEFORE = re.compile(
    r"\b(?P<hedge>"
    + "|".join(sorted((re.escape(h) for h in HEDGES), key=len, reverse=True))
    + r")\s+(?:the\s+|a\s+)?$",
    re.I,
)
# Words of precision or addition: they stand before numbers, but leave the number as it is.
PLAIN = frozenset(
    ["only", "just", "exactly", "a total of", "an additional", "a further", "a record"]
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase at ``start:end``, its hedge before it included in neither."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str = ""  # "$", "per cent"
    hedge: tuple[int, int] | None = None
    vague: bool = False
    digits: bool = False
    range: bool = False


def find_numbers(text: str) -> tuple[Number, ...]:
    """Number phrases in order. Whether they count anything is not asked here."""
    found = []
    for match in NUMBER.finditer(text):
        number = _number(match, text)
        if number is not None:
            found.append(number)
    return tuple(found)


def value_of(words: str) -> float | None:
    """ "1,200" · "1.2 million" · "two hundred and five" · "half a million"; None if unreadable."""
    text = words.lower().replace("-", " ").strip()
    text = re.sub(r"(?<=\d)[,\u2009\u202f](?=\d{3})", "", text)
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s?([a-z]+)?", text)
    if match:
        scale = _SCALES.get(match[2]) if match[2] else 1.0
        return float(match[1]) * scale if scale is not None else None
    text, halves = re.subn(r"\sand a half\b", "", text)
    total, current = 0.0, 0.0
    known = False
    for word in text.split():
        if word in ("and", "of"):
            continue
        if word in _VALUES:
            dozens = word == "dozen" and known
            current = (current + halves / 2) * 12 if dozens else current + _VALUES[word]
            halves = 0 if dozens else halves
            if word == "a" and current == 1.5:  # "half a million"
                current = 0.5
        elif word in _SCALES:
            current, halves = ((current or 1.0) + halves / 2) * _SCALES[word], 0
            if _SCALES[word] > 100:
                total, current = total + current, 0.0
        else:
            return None
        known = True
    return total + current + halves / 2 if known else None


def _number(match: re.Match[str], text: str) -> Number | None:
    start, end = match.span()
    unit = "per cent" if match["percent"] else (match["money"] or "").strip()
    if match["percent"] and "point" in match["percent"]:
        unit = "percentage points"
    hedge, effect = _hedge(text, start)
    if match["vague"]:
        low = _vague(match["vague"].lower())
        return Number(start, end, low, None, unit, hedge, vague=True) if low else None
    if match["fraction"]:
        share = _share(match["fraction"].lower())
        return None if share is None else _hedged(start, end, share, share, "share", hedge, effect)
    first = value_of(match["first"] + (match["scale"] or ""))
    digits = match["first"][0].isdigit()
    if first is None:
        return None
    if not match["second"]:
        return _hedged(start, end, first, first, unit, hedge, effect, digits=digits)
    second = value_of(match["second"] + (match["scale"] or ""))
    ranged = second is not None and _is_range(match, text, first, second)
    if not ranged or second is None:
        stop = match.start("link")
        alone = value_of(match["first"])
        if alone is None:
            return None
        return _hedged(start, stop, alone, alone, (match["money"] or "").strip(), hedge, effect,
                       digits=digits)  # fmt: skip
    if match["second"].lower().endswith(tuple(_SCALES)) and not _scaled(match["first"]):
        # "10 to 12 million": the scale is that of both.
        scale = second / (value_of(re.sub(r"[\s-]?[a-z]+$", "", match["second"].lower())) or second)
        first *= scale
    if first > second:
        return None
    opening = re.search(r"\b(?:between|from)\s+$", text[:start][-9:], re.I)
    if opening:
        start -= len(opening.group())
    return Number(start, end, first, second, unit, hedge, digits=digits, range=True)


def _scaled(words: str) -> bool:
    return re.search(rf"{_SCALE}$", words, re.I) is not None


def _is_range(match: re.Match[str], text: str, first: float, second: float) -> bool:
    """ "10 to 12" and "10–12" are ranges; "10 and 12" only behind "between"; scores are none."""
    link = match["link"].strip().lower()
    before = text[max(0, match.start() - 10) : match.start()].lower()
    if link == "and":
        return before.rstrip().endswith("between")
    if link == "or":
        return second in (first + 1, first + 2)
    return second > first


def _hedged(
    start: int,
    end: int,
    low: float,
    high: float,
    unit: str,
    hedge: tuple[int, int] | None,
    effect: str,
    *,
    digits: bool = False,
) -> Number:
    return Number(
        start,
        end,
        None if effect == "ceiling" else low,
        None if effect == "floor" else high,
        unit,
        hedge,
        digits=digits,
    )


def _hedge(text: str, start: int) -> tuple[tuple[int, int] | None, str]:
    match = _BEFORE.search(text, max(0, start - 30), start)
    if match is None:
        return None, ""
    place = match.span("hedge")
    effect = HEDGES[match["hedge"].lower()]
    outer = _BEFORE.search(text, max(0, place[0] - 30), place[0])
    if outer:  # "reportedly at least 40"
        place = (outer.start("hedge"), place[1])
    return place, effect


def _vague(words: str) -> float | None:
    value = 1.0
    for word in words.split():
        if word in _VAGUE:
            value *= _VAGUE[word]
        elif word.rstrip("s") in _SCALES:
            value *= _SCALES[word.rstrip("s")]
        elif word.rstrip("s") == "dozen":
            value *= 12
        elif word in ("several", "few", "couple", "many", "some"):
            value *= 2
    return value if value > 1 else None


def _share(words: str) -> float | None:
    ratio = re.fullmatch(r"(\S+)\s(?:in|out\sof)\s(?:every\s)?(\S+)", words)
    if ratio:
        part, whole = value_of(ratio[1]), value_of(ratio[2])
        return part / whole if part and whole and part < whole else None
    parts = re.split(r"[\s-]", words)
    if parts == ["half"]:
        return 0.5
    count = 1.0 if parts[0] in ("a", "an") else value_of(parts[0])
    share = _PARTS.get(parts[-1])
    return count * share if count is not None and share is not None else None
