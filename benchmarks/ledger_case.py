"""Readings of a made-up case of any size: many parties, each with people, over many days.

What is said is said once by somebody and told by one to four reports of the next days, verbatim or
with some words left out or put in other places. Names and nouns are made of syllables, the rest
are plain words, so that lengths and the share of common words are those of news.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from firstmove.report import Report, Span
from firstmove.statement import Figure, Kind, Mention, Quotation, Reading, Statement

EACH = 20  # statements of a report
_OUTLETS = 40
_PARTIES = 40
_PEOPLE = 8  # of a party
_TOLD = (1, 1, 1, 2, 2, 3, 4)  # how many reports tell one thing
_SYLLABLES = "ba be bi bo da de do fa fe ga go ka ke ko la le li lo ma me mi mo na ne ni no".split()
_SYLLABLES += "ra re ri ro sa se si so ta te ti to va ve vi vo zan mur bel kor tan vil dor".split()
_VERBS = "accept reject open close extend halt review support pay build stop delay sign".split()
_JOIN = "before after unless until while because without under near over against within".split()
_COMMON = (
    "the a new old first last joint public final full long early late common agreement offer talks "
    "border water bridge port road plan budget vote law council price wage trade harbour prisoners "
    "inspectors exports payment deadline strike members delegation text draft proposal"
).split()
PLAIN = frozenset((*_VERBS, *_JOIN, *_COMMON, *"we will said of with for in".split()))
_KINDS = (Kind.STATE, Kind.STATE, Kind.REJECT, Kind.AGREE, Kind.REQUEST, Kind.WARN, Kind.ASSESS)
_FIRST_DAY = date(2020, 1, 1)


@dataclass(frozen=True)
class _Saying:
    name: str  # "" where the party itself speaks
    party: str
    kind: Kind
    words: tuple[str, ...]
    direct: bool


def readings(statements: int, *, seed: int = 0, first: int = 0) -> Iterator[Reading]:
    """Readings with ``statements`` in all; the same for the same seed.

    ``first`` is the number of the first report: what comes from another number is another text.
    """
    rng = Random(f"{statements} {seed} {first}")
    names = Random(seed)
    parties = _names(names, _PARTIES)
    people = {p: [f"{a} {b}" for a, b in _pairs(names, _PEOPLE)] for p in parties}
    # Some sides are heard far more often than others.
    weights = [1 / (n + 4) for n in range(_PARTIES)]
    waiting: dict[int, list[_Saying]] = {}  # by the number of the report that tells it next
    for number in range(first, first + statements // EACH):
        due = waiting.pop(number, [])
        if len(due) > EACH // 2:
            waiting.setdefault(number + 1, []).extend(due[EACH // 2 :])
        topic = _names(rng, 6)
        told = due[: EACH // 2]
        while len(told) < EACH:
            party = rng.choices(parties, weights)[0]
            name = rng.choice([*people[party], "", ""])
            saying = _Saying(name, party, rng.choice(_KINDS), _said(rng, topic), rng.random() < 0.4)
            told.append(saying)
            for _ in range(rng.choice(_TOLD) - 1):
                waiting.setdefault(number + rng.randint(1, 6), []).append(saying)
        yield _report(rng, number, told, topic)


def _report(rng: Random, number: int, told: list[_Saying], topic: list[str]) -> Reading:
    parts: list[str] = []
    places: list[tuple[_Saying, int, int, int, int, int, int]] = []
    sentences: list[tuple[int, int]] = []
    counted: list[tuple[int, int, float, str]] = []
    at = 0
    for saying in told:
        if rng.random() < 0.1:  # what the outlet tells itself
            amount = rng.randint(2, 400)
            noun = f"{rng.choice(_COMMON[12:])} {rng.choice(topic).lower()}"
            filler = f"{' '.join(_said(rng, topic)).capitalize()}, {amount} {noun}. "
            sentences.append((at, at + len(filler) - 1))
            begin = at + len(filler) - len(f"{amount} {noun}. ")
            counted.append((begin, at + len(filler) - 2, amount, noun))
            parts.append(filler)
            at += len(filler)
        who = saying.name or saying.party
        words = list(saying.words)
        if not saying.direct and rng.random() < 0.6:
            words.pop(rng.randrange(len(words)))
        said = " ".join(words)
        mark = ("“", "”") if saying.direct else ("", "")
        sentence = f"{who} of {saying.party} said {mark[0]}{said}{mark[1]}. "
        begin = at + len(who) + 4 + len(saying.party) + 6 + len(mark[0])
        cue = begin - len(mark[0]) - 5
        places.append((saying, at, at + len(who), cue, cue + 4, begin, begin + len(said)))
        sentences.append((at, at + len(sentence) - 1))
        parts.append(sentence)
        at += len(sentence)
    text = "".join(parts)
    day = _FIRST_DAY + timedelta(days=number // 4)
    outlet = f"Outlet {number % _OUTLETS}"
    report = Report(Report.id_of(text), text, outlet, f"Report {number}", day, "", f"{number}.txt")

    def span(start: int, end: int) -> Span:
        return report.span(start, end)

    return Reading(
        report,
        tuple(sentences),
        tuple(
            Statement(
                report.id,
                Mention(span(start, end), saying.name or saying.party, saying.party),
                (span(cue, cue_end),),
                (span(begin, stop),),
                saying.kind,
                Quotation.DIRECT if saying.direct else Quotation.INDIRECT,
                kind_probability=0.9,
            )
            for saying, start, end, cue, cue_end, begin, stop in places
        ),
        tuple(Figure(span(a, b), float(n), float(n), noun) for a, b, n, noun in counted),
        reader="made",
    )


def _said(rng: Random, topic: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for _ in range(rng.randint(2, 4)):
        found += ["we", "will", rng.choice(_VERBS), "the", *rng.choices(_COMMON, k=2)]
        found += [rng.choice(("of", "with", "for", "in")), rng.choice(topic), rng.choice(_JOIN)]
    return tuple(found[:-1])


def _names(rng: Random, count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))).capitalize()] = None
    return list(found)


def _pairs(rng: Random, count: int) -> list[tuple[str, str]]:
    names = _names(rng, 2 * count)
    return list(zip(names[::2], names[1::2], strict=True))
