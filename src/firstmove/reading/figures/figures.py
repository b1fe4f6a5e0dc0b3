"""Figures: how many of what, per what, hedged how, and who counts.

A figure needs something counted or measured. Years, dates, clock times, ordinals, ages, numbers in
names (Article 5, F-16) and scores are none; small numbers in words ("two ministers") are figures
only with a hedge or a source, or where they count what was done to people. A length of time is one
only where the text names its source: "for more than 20 years" is nobody's count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from firstmove.reading.dates.date_phrases import find_phrases
from firstmove.reading.dates.meanings import Unclear, Year
from firstmove.reading.figures.estimates import estimate_of, told_by
from firstmove.reading.figures.numbers import PLAIN, Number, find_numbers
from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import noun_place
from firstmove.report import Span
from firstmove.statement import Figure, Mention, Statement

_TIME = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year years decade "
    "decades century centuries night nights".split()
)
_MEASURES = re.compile(
    r"(?:square|cubic)\s(?:kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|foot)(?:\s(?:a|per)\s\w+)?"
    r"|kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|km|miles?|feet|foot|inches|acres?"
    r"|hectares?|tonnes?|tons?|kilograms?|kilos?|kg|grams?|pounds?|lit(?:re|er)s?|gallons?|barrels?"
    r"|bushels?|(?:kilo|mega|giga|tera)watts?(?:[\s-]hours?)?|MW|GW|kWh|MWh|degrees?|acre-feet"
    r"|(?:US\s|Canadian\s|Australian\s)?dollars?|euros?|cents|pence|yen|yuan|rupees?|roubles?"
    r"|rubles?|pesos?|francs?|kron(?:er|or)|lira|shekels?|riyals?|dinars?|hryvnias?|zloty|reais",
    re.I,
)
_MONEY_WORD = re.compile(
    r"(?:dollars?|euros?|cents|pence|yen|yuan|rupees?|roubles?|rubles?|pesos?|francs?|kron|lira"
    r"|shekels?|riyals?|dinars?|hryvnias?|zloty|reais)",
    re.I,
)
_PER = re.compile(
    r"\s*(?:(?:per|a|an|each|every)\s(?P<per>second|minute|hour|day|night|week|month|quarter|year"
    r"|person|head|household|capita|worker|employee|member|family|shift|tonne|litre|barrel)\b"
    r"(?!\s(?:earlier|later|ago|before|after|old))"
    r"|(?P<ly>hourly|daily|weekly|monthly|annually|yearly)\b)",
    re.I,
)
_PER_LY = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "annually": "year",
    "yearly": "year", "annual": "year",
}  # fmt: skip
_LABELS = frozenset(
    "article resolution phase chapter paragraph section page route highway room flight number no "
    "level step point clause option class grade type channel track line pier gate unit block plan "
    "category stage sector district act annex appendix protocol order bill proposition season "
    "episode part volume version agenda covid formula area zone precinct ward".split()
)
_TIME_OF_DAY = re.compile(r"\s?(?:a\.?m\b|p\.?m\b|o[’']clock|GMT|UTC|[AP]M\b)")
_AGE = re.compile(r"\s?-?years?-?\s?old\b|-year-old", re.I)
_DEFINITE = frozenset("the these those both all his her its their our my your this that".split())
_TO_PEOPLE = frozenset(
    "kill injure wound die arrest detain lose displace evacuate miss hospitalise hospitalize "
    "abduct capture jail shoot lay dismiss strike hold charge execute drown flee strand".split()
)
_HEARSAY = frozenset("reportedly allegedly apparently purportedly supposedly".split())
_ACCORDING = re.compile(r"\b(?:according\s+to|as\s+reported\s+by|by\s+the\s+count\s+of)\s+", re.I)
_NOT_OF_THE_NOUN = frozenset("more other such additional further new".split())


def figures(page: Page, statements: tuple[Statement, ...]) -> tuple[Figure, ...]:
    """Every figure told in the body, in order, with the source the text gives for it."""
    found: list[Figure] = []
    for sentence in page.sentences:
        dates = [
            (p.start, p.end)
            for p in find_phrases(sentence.quote)
            if not isinstance(p.meaning, Unclear)
            and not (isinstance(p.meaning, Year) and not p.meaning.part)
        ]
        named = _sources(page, sentence)
        for number in find_numbers(sentence.quote):
            if any(number.start < end and start < number.end for start, end in dates):
                continue
            figure = _figure(page, sentence, number, named, statements)
            if figure is not None:
                found.append(figure)
    return tuple(found)


def _figure(
    page: Page,
    sentence: Span,
    number: Number,
    named: Sequence[tuple[Span, Span]],
    statements: tuple[Statement, ...],
) -> Figure | None:
    text = sentence.quote
    before, after = text[: number.start], text[number.end :]
    tokens = _tokens(page, sentence.start + number.start, sentence.start + number.end)
    if not tokens or _no_count(text, number, before, after, tokens):
        return None
    unit, counted, end = _counted(page, sentence, number)
    per, end = _per(text, end, before)
    source = _source(sentence, number, named, statements)
    hedge = _hedge(page, sentence, number, tokens)
    estimate = estimate_of(tokens)
    by = told_by(tokens) if estimate is None else estimate.by
    if estimate is not None:
        counted = counted or estimate.counted
    if by is not None and (source is None or not _named(source, named)):
        who = page.report.span(*noun_place(by, page.report.text))
        same = (s.speaker for s in statements if s.speaker and s.speaker.span.overlaps(who))
        source = next(same, Mention(who, name=who.quote))
    if not (counted or unit or estimate or _stands_alone(tokens)):
        return None
    if counted.split(" ")[-1].lower() in _TIME and (source is None or not _named(source, named)):
        return None
    if not (number.digits or number.vague or unit or per or hedge or number.range):
        large = number.low is None or number.low >= 11
        if not large and not _done_to_people(tokens):
            return None
        if tokens[0].i > 0 and tokens[0].nbor(-1).lower_ in _DEFINITE and not large:
            return None
    start = number.start
    if hedge is not None and hedge.end <= sentence.start + number.start:
        words = text[hedge.start - sentence.start : number.start]
        if words[len(hedge.quote) :].strip().lower() in ("", "a", "an", "the"):
            start = hedge.start - sentence.start
    return Figure(
        span=page.report.span(sentence.start + start, sentence.start + end),
        low=number.low,
        high=number.high,
        counted=counted,
        per=per,
        unit=unit,
        hedge=hedge,
        source=source,
    )


def _no_count(text: str, number: Number, before: str, after: str, tokens: list[Any]) -> bool:
    """Whether the number is a year, a time, an age, part of a name or of a fixed phrase."""
    words = text[number.start : number.end]
    lower = words.lower()
    plain = number.digits and not number.unit and not number.range
    if number.unit == "share" and re.search(
        r"\b(?:first|second|third|fourth|last|final|latter|former|other)\s$", before, re.I
    ):
        return True  # "the second half of the match"
    if number.unit == "share" and re.match(r"\sof\san?\s(?:million|billion|trillion)", after):
        return True
    if _TIME_OF_DAY.match(after) or _AGE.match(after):
        return True
    if plain and re.fullmatch(r"(?:1[5-9]|20|21)\d\d", words):
        definite = re.search(r"\b(?:the|its|his|her|their|our|[’']s)\s$", before, re.I)
        if (definite and not words.endswith("00")) or not _plural_follows(tokens):
            return True
    if words.isdigit() and len(words) > 9:
        return True  # a serial number
    if re.search(r"\b(?:half|third|quarter|thirds|quarters)\sof\s$", before, re.I):
        return True  # "a quarter of a million": neither number alone is meant
    if lower in ("one", "a", "an", "zero") and not number.unit:
        return True
    if re.match(r"\sof\s(?:the|its|his|her|their|our|those|these|them|us)\b", after) and (
        not number.unit and not number.digits and not number.vague
    ):
        return True
    if after.startswith(("-", "–")) and re.match(r"[-–]\s?[a-z]", after):
        return True  # "three-day", "two-state", "12-member"
    if re.search(r"[A-Za-z][-–/]$", before):
        return True  # "F-16", "mid-20s"
    if plain and re.search(r"(?:\baged?|\bage of)\s$", before, re.I):
        return True
    if plain and re.search(r"[A-Z][\w’'-]*,\s$", before) and re.match(r"\s?[,.;)]", after):
        return True  # "Anna Berg, 52,"
    if number.digits and re.match(r"(?:-|–|\sto\s)\d", after):
        return True  # a score or a vote, "52-48"
    previous = re.search(r"([\w’'-]+)\.?\s$", before)
    if previous is None or not plain:
        return False
    if previous[1].lower() in _LABELS:
        return True
    capital = previous[1][0].isupper() and len(before.split()) > 1
    return capital and not _plural_follows(tokens) and previous[1].lower() not in _DEFINITE


def _plural_follows(tokens: list[Any]) -> bool:
    last = tokens[-1]
    for step in range(1, 5):
        if last.i + step >= len(last.doc):
            return False
        token = last.doc[last.i + step]
        if token.tag_ in ("NNS", "NNPS"):
            return True
        if token.pos_ not in ("ADJ", "NOUN", "PROPN"):
            return False
    return False


def _stands_alone(tokens: list[Any]) -> bool:
    """ "40 were killed", "it wounded at least 12": a subject or object without a noun."""
    return any(token.dep_ in ("nsubj", "nsubjpass", "dobj") for token in tokens)


def _done_to_people(tokens: list[Any]) -> bool:
    token = tokens[-1]
    for _ in range(4):
        if token.lemma_.lower() in _TO_PEOPLE and token.pos_ == "VERB":
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def _counted(page: Page, sentence: Span, number: Number) -> tuple[str, str, int]:
    """Unit, what is counted, and where in the sentence the phrase ends."""
    text = sentence.quote
    unit, end = number.unit, number.end
    measure = re.compile(rf"[\s-]?(?:{_MEASURES.pattern})\b", re.I).match(text, end)
    if measure and (not unit or _MONEY_WORD.search(measure.group())):
        unit, end = measure.group().strip(" -"), measure.end()
    joint = re.match(r"\s(?:more\s)?of\s(?:(?:the|its|his|her|their|all|our|those)\s)?", text[end:])
    worth = re.match(r"\s(?:in|for|worth of|of)\s(?:\w+\s)?", text[end:])
    money = unit and (_MONEY_WORD.search(unit) or not unit[0].isalpha() or unit.endswith("$"))
    if joint and (unit or number.vague or number.digits):
        noun = _noun(page, sentence, end + joint.end())
        if noun and _MONEY_WORD.fullmatch(noun[0]):
            return noun[0], "", noun[1]
        return (unit, noun[0], noun[1]) if noun else (unit, "", end)
    if money and worth and worth.group().startswith((" in ", " worth")):
        start = end + re.match(r"\s(?:in|worth of)\s", text[end:]).end()  # type: ignore[union-attr]
        noun = _noun(page, sentence, start)
        return (unit, noun[0], noun[1]) if noun and noun[0][0].islower() else (unit, "", end)
    if measure:
        return unit, "", end
    if unit == "share":  # "half the reservoirs", "six in 10 members"
        det = re.compile(r"\s(?:the|its|his|her|their|our|all)\b").match(text, end)
        noun = _noun(page, sentence, det.end() if det else end)
        return (unit, noun[0], noun[1]) if noun else (unit, "", end)
    noun = _noun(page, sentence, end)
    return (unit, noun[0], noun[1]) if noun else (unit, "", end)


def _noun(page: Page, sentence: Span, offset: int) -> tuple[str, int] | None:
    """The nouns (with their adjectives) that begin at an offset of the sentence, and their end."""
    text = sentence.quote
    offset += len(text[offset:]) - len(text[offset:].lstrip())
    tokens = _tokens(page, sentence.start + offset, min(sentence.start + offset + 80, sentence.end))
    run: list[Any] = []
    last = 0
    for token in tokens[:7]:
        joins = token.text == "-" and run
        if token.idx >= sentence.end or not (
            token.pos_ in ("NOUN", "PROPN", "ADJ")
            or joins
            or (token.tag_ in ("VBN", "VBG") and not last and token.dep_ == "amod")
        ):
            break
        if token.pos_ in ("NOUN", "PROPN"):
            if last and run[-1].tag_ in ("NNS", "NNPS"):
                break  # "300 soldiers Monday"
            last = len(run) + 1
        elif last and not joins:
            break
        run.append(token)
    run = run[:last]
    while run and run[0].text in _NOT_OF_THE_NOUN:
        run.pop(0)
    if len(run) > 1 and run[0].lower_ in _TIME:
        return None  # "a 95 minute speech"
    if not run:
        return None
    start, end = run[0].idx, run[-1].idx + len(run[-1])
    return page.report.text[start:end], min(end, sentence.end) - sentence.start


def _per(text: str, end: int, before: str) -> tuple[str, int]:
    match = _PER.match(text, end)
    if match:
        return match["per"] or _PER_LY[match["ly"].lower()], match.end()
    rate = re.search(r"\b(daily|weekly|monthly|annual|yearly|hourly)\s(?:\w+\s){0,3}of\s$", before)
    return (_PER_LY[rate[1].lower()], end) if rate else ("", end)


def _hedge(page: Page, sentence: Span, number: Number, tokens: list[Any]) -> Span | None:
    """The hedge before the number, or a word of hearsay on the verb that governs it."""
    if number.hedge:
        start, end = number.hedge
        words = sentence.quote[start:end].lower()
        if words not in PLAIN:
            return page.report.span(sentence.start + start, sentence.start + end)
    token = tokens[-1]
    for _ in range(8):
        if token.pos_ in ("VERB", "AUX"):
            for child in token.children:
                if child.lower_ in _HEARSAY:
                    return page.report.span(child.idx, child.idx + len(child))
            if token.dep_ in ("ROOT", "ccomp", "conj", "advcl", "relcl"):
                return None
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _sources(page: Page, sentence: Span) -> list[tuple[Span, Span]]:
    """Each "according to X" of a sentence: what it covers, and X."""
    found = []
    text = sentence.quote
    for match in _ACCORDING.finditer(text):
        noun = _name(page, sentence, match.end())
        if noun is None:
            continue
        covers = _covers(text, match.start(), noun.end - sentence.start)
        found.append(
            (page.report.span(sentence.start + covers[0], sentence.start + covers[1]), noun)
        )
    return found


def _covers(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch that "according to" at ``start:end`` vouches for.

    At the head of the sentence, all of it; behind a comma, what stands before it; without a comma,
    its own member of the sentence only.
    """
    if not text[:start].strip("“\"'‘ "):
        return 0, len(text)
    if text[:start].rstrip().endswith((",", "—", "–", "-", ";")):
        opening = max(text.rfind("; ", 0, start), -1) + 1
        closes = re.match(r"\s*[.?!…”\"]*$", text[end:])
        return (opening, start) if closes else (opening, len(text))
    left = max((m.end() for m in re.finditer(r"[,;—–]\s", text[:start])), default=0)
    return left, start


def _name(page: Page, sentence: Span, offset: int) -> Span | None:
    """The noun phrase that begins at an offset of the sentence."""
    tokens = _tokens(page, sentence.start + offset, sentence.end)
    run: list[Any] = []
    last = 0
    for token in tokens[:14]:
        if token.pos_ in ("NOUN", "PROPN"):
            run.append(token)
            last = len(run)
        elif token.pos_ in ("DET", "ADJ", "NUM", "PART", "PRON") or token.text in (
            "of", "for", "’s", "'s", "-", "and", "&", "the", "on",
        ):  # fmt: skip
            run.append(token)
        else:
            break
    run = run[:last]
    if not run:
        return None
    return page.report.span(run[0].idx, run[-1].idx + len(run[-1]))


def _source(
    sentence: Span,
    number: Number,
    named: Sequence[tuple[Span, Span]],
    statements: Iterable[Statement],
) -> Mention | None:
    """Who counts: whom "according to" names for this stretch, else whose words the figure is in."""
    start = sentence.start + number.start
    speakers = {s.speaker.span: s.speaker for s in statements if s.speaker is not None}
    for covers, name in named:
        if covers.start <= start < covers.end:
            known = [m for span, m in speakers.items() if span.overlaps(name)]
            return known[0] if known else Mention(name, name=name.quote)
    said = [
        (sum(len(part.quote) for part in s.content), index, s.speaker)
        for index, s in enumerate(statements)
        if s.speaker is not None
        and any(part.start <= start < part.end for part in s.content)
        and not any(_ACCORDING.match(cue.quote + " to ") for cue in s.cue)
    ]
    return min(said, key=lambda found: found[:2])[2] if said else None


def _named(source: Mention, named: Sequence[tuple[Span, Span]]) -> bool:
    return any(source.span.overlaps(name) for _, name in named)


def _tokens(page: Page, start: int, end: int) -> list[Any]:
    span = page.doc.char_span(start, end, alignment_mode="expand")
    return list(span) if span is not None else []
