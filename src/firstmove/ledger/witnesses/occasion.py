"""Whether two reports tell of one event, or only of the same topic.

An event is one thing that happens at one time and place (Allan et al. 1998, topic detection and
tracking). Texts that are alike do not decide it: what is weighed is whether the reports name the
same people and places, tell of the same days and numbers and quote the same words, besides how
near their openings are in meaning. The weights were fitted by logistic regression, each with its
sign held, on ``evaluation/data/events.toml`` and on news of the same event by several outlets, then
rounded. Reports of a few words tell too little to be parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log, log1p
from typing import TYPE_CHECKING

from firstmove.ledger.comparing.meaning import Meanings
from firstmove.ledger.comparing.numbers import CLOSE, numbers
from firstmove.ledger.comparing.telling import voiceless
from firstmove.ledger.comparing.words import CALENDAR, tokens, words
from firstmove.ledger.entry import Compared, Occasion
from firstmove.ledger.parties.names import spelling, split_name
from firstmove.report import Part
from firstmove.statement import Basis, Reading

if TYPE_CHECKING:
    from firstmove.ledger.comparing.meaning import Vector

SAME = 0.5  # least score of two reports of one event
_JOINED = 0.4  # least mean over all pairs that were compared, when groups are joined
_LEAST_WORDS = 30  # of each report, for two to be parted
_ALIKE = 0.6  # cosine of two things said
_LEAD = 3  # sentences
_RUN = 5  # words in a row, quoted by both
_NEAREST = 30  # reports that each report is compared with
_ALL = 40  # reports of which each is compared with each
_NEAR = 2  # days between two reports of one event
_FAR = 14
_NAMED = 4  # names that are shown
_UNIT = 10_000  # of a score: its four places

_QUOTED = re.compile(r"“[^”\n]{0,2000}”|\"[^\"\n]{0,2000}\"|«[^»\n]{0,2000}»")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")

_BIAS = -3.9
_MEANING = 4.1  # by how far the cosine of the openings lies between .3 and .8
_NAMES = 1.0
_SAID = 2.0
_QUOTES = 1.6
_LATER = -2.7  # by how far the days of publication lie between 2 and 14 days apart
_DAYS = 2.4
_WEEKDAYS = -0.9
_NUMBERS = 2.0
_OTHER_NUMBERS = -1.8


@dataclass(frozen=True, slots=True)
class _Traits:
    """What of a report is compared."""

    id: str
    size: int  # words
    names: frozenset[str]
    lead_names: frozenset[str]
    shown: dict[str, str]  # a name's key: as the report writes it
    said: dict[str, Vector]  # vectors of what is said, by speaker and by party
    runs: frozenset[tuple[str, ...]]
    numbers: frozenset[float]
    published: date | None
    days: frozenset[tuple[int, int]]  # month and day that are told, that of publication too
    weekdays: frozenset[str]


def occasions(readings: Sequence[Reading], meanings: Meanings) -> tuple[Occasion, ...]:
    """Each report in the one event it tells of: the event that most reports tell of first.

    ``readings`` in the order of the reports; groups are made from the pairs that are most alike on.
    """
    if len(readings) < 2:
        return tuple(Occasion((r.report.id,)) for r in readings)
    traits = [_traits(reading, meanings) for reading in readings]
    vectors = meanings.of(opening(reading) for reading in readings)
    compared = {
        (x, y): compared_pair(traits[x], traits[y], float(vectors[x] @ vectors[y]))
        for x, y in _candidates(vectors)
    }
    groups = _grouped(len(readings), {pair: found.score for pair, found in compared.items()})
    groups.sort(key=lambda group: (-len(group), group[0]))
    home = {n: at for at, group in enumerate(groups) for n in group}
    inside: list[list[Compared]] = [[] for _ in groups]
    outside: list[list[Compared]] = [[] for _ in groups]
    for (x, y), found in compared.items():
        if home[x] == home[y]:
            inside[home[x]].append(found)
        else:
            outside[home[x]].append(found)
            outside[home[y]].append(found)
    return tuple(
        Occasion(
            tuple(readings[n].report.id for n in group),
            _in_common([traits[n] for n in group]),
            tuple(_best_links(inside[at])),
            max(outside[at], key=lambda found: found.score, default=None),
        )
        for at, group in enumerate(groups)
    )


def told_apart(found: Sequence[Occasion], names: Mapping[str, str]) -> tuple[str, ...]:
    """One sentence for each event but the first: which reports tell of it, and what parts them.

    ``names``: what to call each report, by its id.
    """
    notes = []
    for occasion in found[1:]:
        mine = " and ".join(names[id_] for id_ in occasion.reports)
        others = " and ".join(names[id_] for id_ in found[0].reports)
        tell = "tells" if len(occasion.reports) == 1 else "tell"
        about = f" ({', '.join(occasion.names)})" if occasion.names else ""
        why = f": {'; '.join(occasion.apart.reasons)}" if occasion.apart else ""
        notes.append(f"{mine} {tell} of another event{about} than {others}{why}.")
    return tuple(notes)


def compared_pair(a: _Traits, b: _Traits, cosine: float) -> Compared:
    """Two reports weighed: score between 0 and 1, and what it stands on."""
    reasons = [f"openings: meaning {cosine:.2f}"]
    told = _MEANING * min(1.0, max(0.0, (cosine - 0.3) / 0.5))
    told += _about_names(a, b, reasons) + _about_days(a, b, reasons)
    if alike := _told_by_both(a, b):
        told += _SAID * min(1.0, log(1 + alike) / log(4))
        reasons.append(
            f"{alike} things said are told by both"
            if alike > 1
            else "one thing said is told by both"
        )
    if shared := a.runs & b.runs:
        told += _QUOTES * min(1.0, log1p(len(shared)) / 2)
        reasons.append(f"both quote: {' '.join(min(shared))}")
    same = {x for x in a.numbers if any(abs(x - y) <= CLOSE * max(x, y) for y in b.numbers)}
    if same:
        told += _NUMBERS * min(2, len(same)) / 2
        reasons.append("both: " + ", ".join(f"{x:,.10g}" for x in sorted(same)[:_NAMED]))
    elif a.numbers and b.numbers:
        told += _OTHER_NUMBERS
        reasons.append("no number in common")
    score = round(1 / (1 + exp(-(_BIAS + told))), 4)
    if score < SAME and min(a.size, b.size) < _LEAST_WORDS:
        score = SAME
        reasons.append("too short to be told apart")
    return Compared(a.id, b.id, score >= SAME, score, tuple(reasons))


def _about_names(a: _Traits, b: _Traits, reasons: list[str]) -> float:
    shares = [
        len(mine & theirs) / len(mine)
        for mine, theirs in ((a.lead_names, b.names), (b.lead_names, a.names))
        if mine
    ]
    shared = sorted(a.names & b.names)
    if shared:
        reasons.append("both name " + ", ".join(a.shown[key] for key in shared[:_NAMED]))
    for one, other in ((a, b), (b, a)):
        if alone := sorted(one.lead_names - other.names):
            reasons.append("only one names " + ", ".join(one.shown[key] for key in alone[:_NAMED]))
    return _NAMES * min(1.0, min(shares, default=0.5) / 0.75)


def _about_days(a: _Traits, b: _Traits, reasons: list[str]) -> float:
    told, near = 0.0, False
    if a.published is not None and b.published is not None:
        gap = abs((a.published - b.published).days)
        near = gap <= _NEAR
        told += _LATER * min(1.0, max(0, gap - _NEAR) / (_FAR - _NEAR))
        if gap > _NEAR:
            reasons.append(f"published {gap} days apart")
    dated = a.published is not None and b.published is not None
    if a.days & b.days:
        told += _DAYS
        reasons.append("the same day told")
    elif dated:
        told += _DAYS / 2 if near else 0
        reasons.append("no day in common")
    else:
        told += _DAYS / 2  # the days that one tells are not those of its publication
    if a.weekdays and b.weekdays and not a.weekdays & b.weekdays:
        # Where no day of publication tells more, all depends on the days of the week.
        told += _WEEKDAYS if dated else 3 * _WEEKDAYS
        reasons.append("other days of the week named")
    return told


def _told_by_both(a: _Traits, b: _Traits) -> int:
    """How many things said, by one speaker or party, are alike in meaning."""
    best = 0
    for key in a.said.keys() & b.said.keys():
        near = a.said[key] @ b.said[key].T >= _ALIKE
        best = max(best, min(int(near.any(axis=1).sum()), int(near.any(axis=0).sum())))
    return best


def _traits(reading: Reading, meanings: Meanings) -> _Traits:
    report = reading.report
    text = report.text
    for aside in report.asides:
        start, end = aside.span.start, aside.span.end
        if aside.part is not Part.HEADLINE:
            text = text[:start] + " " * (end - start) + text[end:]
    everything, lead = words(text), words(opening(reading))
    found = [tuple(w.lower() for w in tokens(passage)) for passage in _QUOTED.findall(text)]
    days = {
        (when.start.month, when.start.day)
        for when in reading.dates
        if when.basis is not Basis.UNRESOLVED
        and not when.planned
        and when.start is not None
        and when.start == when.end
    }
    if report.published is not None:
        # What is told on a day is mostly of that day or the one before.
        days |= {(d.month, d.day) for d in (report.published, report.published - timedelta(1))}
    names = {key: surface for surface, key in _names(text, everything.keys)}
    return _Traits(
        report.id,
        len(everything.plain),
        frozenset(names),
        frozenset(key for _, key in _names(opening(reading), lead.keys) if key in names),
        names,
        {key: meanings.of(texts) for key, texts in _said(reading).items()},
        frozenset(run[n : n + _RUN] for run in found for n in range(len(run) - _RUN + 1)),
        numbers(text),
        report.published,
        frozenset(days),
        frozenset(_WEEKDAY.findall(text)),
    )


def _said(reading: Reading) -> dict[str, list[str]]:
    """What is said, by the family name of who says it and by the party."""
    found: dict[str, list[str]] = {}
    for statement in reading.statements:
        who = statement.speaker
        if who is not None:
            for key in {split_name(who.name)[1], spelling(who.party)} - {""}:
                found.setdefault(key, []).append(voiceless(statement))
    return found


def _names(text: str, keys: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Names as they are written, each with its spelling evened out; no days or months."""
    for surface, key in zip(tokens(text), keys, strict=True):
        if key[:1] == "@" and len(surface) > 1 and surface.lower() not in CALENDAR:
            yield surface, spelling(surface)


def opening(reading: Reading) -> str:
    """The headline and the first sentences."""
    report = reading.report
    lead = " ".join(report.text[a:b] for a, b in reading.sentences[:_LEAD])
    return f"{report.title}. {lead}" if report.title else lead or report.text[:600]


def _candidates(vectors: Vector) -> list[tuple[int, int]]:
    """Pairs of reports to compare: all of a few; of many, each with those nearest in meaning."""
    import numpy as np

    count = len(vectors)
    if count <= _ALL:
        return [(x, y) for x in range(count) for y in range(x + 1, count)]
    found: set[tuple[int, int]] = set()
    for start in range(0, count, 1024):
        near = vectors[start : start + 1024] @ vectors.T
        # One more than asked for: a report is nearest to itself.
        chosen = np.argsort(-near, axis=1, kind="stable")[:, : _NEAREST + 1]
        for row, others in enumerate(chosen.tolist(), start):
            found.update((min(row, n), max(row, n)) for n in others if n != row)
    return sorted(found)


def _grouped(count: int, scores: dict[tuple[int, int], float]) -> list[list[int]]:
    """Groups joined from the best pair on, while the pairs across them are alike on the whole."""
    groups = {n: [n] for n in range(count)}
    home = list(range(count))
    # Sum of the scores known between two groups and their number, each way round; whole numbers,
    # so that the sum is the same in any order.
    across: list[dict[int, tuple[int, int]]] = [{} for _ in range(count)]
    for (x, y), score in scores.items():
        across[x][y] = across[y][x] = round(_UNIT * score), 1
    for (x, y), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < SAME:
            break
        a, b = sorted((home[x], home[y]), key=lambda n: (-len(across[n]), n))
        if a == b or across[a][b][0] < _JOINED * _UNIT * across[a][b][1]:
            continue
        del across[a][b], across[b][a]
        for other, (total, pairs) in across[b].items():
            known = across[a].get(other, (0, 0))
            across[a][other] = across[other][a] = known[0] + total, known[1] + pairs
            del across[other][b]
        across[b] = {}
        for n in groups[b]:
            home[n] = a
        groups[a] += groups.pop(b)
    return sorted(sorted(group) for group in groups.values())


def _best_links(found: Sequence[Compared]) -> Iterable[Compared]:
    """Of the pairs of one event, for each report the one it is most like, in order."""
    best: dict[str, Compared] = {}
    for one in sorted(found, key=lambda c: -c.score):
        for id_ in (one.first, one.second):
            best.setdefault(id_, one)
    return dict.fromkeys(best.values())


def _in_common(group: Sequence[_Traits]) -> tuple[str, ...]:
    """Names in the opening of more than half of the reports, most told first."""
    told: dict[str, int] = {}
    for one in group:
        for key in sorted(one.lead_names):
            told[key] = told.get(key, 0) + 1
    often = [key for key, times in told.items() if 2 * times > len(group)]
    often.sort(key=lambda key: (-told[key], key))
    shown = {key: surface for one in reversed(group) for key, surface in one.shown.items()}
    return tuple(shown[key] for key in often[:_NAMED])
