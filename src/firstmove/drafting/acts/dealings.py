"""Who deals with whom: who takes a position against whom, and each side's one opposite."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from firstmove.drafting.acts.sides import Sides
from firstmove.ledger import View
from firstmove.ledger.words import CALENDAR
from firstmove.reading.lexicon.cues import BODIES
from firstmove.reading.people.own_bodies import UNION
from firstmove.statement import Kind

_LEAST = 2  # times that two sides turn to each other before one is taken for the other's opposite
_FAR_MORE = 3  # times as often as to any other
_PLACE = re.compile(
    r"(?:the )?(?:(?:North|South|East|West|New|Upper|Lower|Great|Greater|Saint|St|Northern|"
    r"Southern|Eastern|Western|Central|United|Republic of|Kingdom of) )?[A-Z][\w’'-]*[a-z]"
)
_NAMES = r"[A-Z][\w-]{0,40}[a-z](?: [A-Z][\w-]{0,40}[a-z])?"
_TOGETHER = re.compile(
    r"(?<!, )(?<!\bin )(?<!\bat )(?<!\bfrom )(?<!\bnear )"
    rf"\b({_NAMES}) and ({_NAMES})\b(?! [A-Z]|[’'-]\w)"
)
_MAIN = 1.5  # times as much told of as the next, to be one of the two that a dispute is between


@dataclass(frozen=True, slots=True)
class Around:
    """``speaking``: the sides that take a position in each report, and those that it is taken
    against. ``pairs``: how often the two of a pair do so against each other in the case.
    ``lands``: how much is told of each side that bears the name of a place alone. ``texts``: the
    reports."""

    speaking: Mapping[str, tuple[str, ...]]
    pairs: Mapping[tuple[str, str], int]
    lands: Mapping[str, int]
    texts: Mapping[str, str]

    def named_together(self, report: str, end: int, side: str, sides: Sides) -> tuple[str, ...]:
        """The one pair of lands that a report names in one breath before a place in it: "Norland
        and Sudmark met in Osk"; () where it names several, or ``side`` is one of the two."""
        found = set()
        for pair in _TOGETHER.finditer(self.texts.get(report, "")[:end]):
            names = tuple(sides.of("", name) for name in pair.groups())
            placed = all(
                _is_place(name) and name.lower() not in CALENDAR and of in (name, *sides.parties)
                for name, of in zip(pair.groups(), names, strict=True)
            )
            if placed and names[0] != names[1]:
                found.add(tuple(sorted(names)))
        return found.pop() if len(found) == 1 and not any(side in pair for pair in found) else ()

    def lands_without(self, side: str) -> tuple[str, ...]:
        """The two countries of which most is told, of whom a third one speaks; () where several
        may be meant."""
        ranked = sorted(((n, land) for land, n in self.lands.items() if land != side), reverse=True)
        if len(ranked) < 2 or ranked[1][0] < _LEAST:
            return ()
        alone = len(ranked) == 2 or ranked[1][0] >= _MAIN * ranked[2][0]
        return (ranked[0][1], ranked[1][1]) if alone else ()

    def pair_without(self, side: str) -> tuple[str, ...]:
        """The two sides but this one that have more to do with each other than any others."""
        ranked = sorted(
            ((n, pair) for pair, n in self.pairs.items() if side not in pair), reverse=True
        )
        if not ranked or ranked[0][0] < _LEAST:
            return ()
        alone = len(ranked) == 1 or ranked[1][0] < ranked[0][0]
        return ranked[0][1] if alone else ()


def around_of(view: View, sides: Sides) -> Around:
    by_id = {s.id: s for s in view.statements}
    speaking: dict[str, dict[str, None]] = {}
    pairs: Counter[tuple[str, str]] = Counter()
    told_of: Counter[str] = Counter()
    for entry in view.entries:
        said_by = sides.speaking(entry)
        for id_ in entry.statements:
            statement = by_id[id_]
            doing = (sides.of(a.actor.party, a.actor.name) for a in statement.acts if a.actor)
            told_of.update({*said_by, *doing} - {""})
            if statement.kind in (Kind.WARN, Kind.ASSESS, Kind.STATE):
                continue
            target = statement.target
            other = "" if target is None else sides.of(target.party, target.name)
            told = speaking.setdefault(statement.report_id, {})
            told.update(dict.fromkeys(one for one in (*said_by, other) if one))
            for side in said_by:
                if other and side != other:
                    pairs[min(side, other), max(side, other)] += 1
    lands = {side: n for side, n in told_of.items() if side in sides.parties and _is_place(side)}
    told_by = {report: tuple(told) for report, told in speaking.items()}
    return Around(told_by, pairs, lands, {report.id: report.text for report in view.reports})


def _is_place(name: str) -> bool:
    """Whether a name may be a country's, and is no person's: one word, or one of a part of it."""
    return _PLACE.fullmatch(name) is not None and name.lower() not in BODIES | UNION


def opposites(turned: Iterable[tuple[str, frozenset[str]]]) -> Mapping[str, str]:
    """The one opposite of each side that has one.

    ``turned``: each side as often as it says something, with the other sides that this is about.
    Who turns to several at once, as mediators do, is not counted. The opposite is the only side
    that one deals with, or the one that it turns to far more often than to any other.
    """
    out: dict[str, Counter[str]] = {}
    both: dict[str, Counter[str]] = {}
    for side, others in turned:
        if len(others) != 1:
            continue
        (other,) = others
        out.setdefault(side, Counter())[other] += 1
        both.setdefault(side, Counter())[other] += 1
        both.setdefault(other, Counter())[side] += 1
    found: dict[str, str] = {}
    for side, counts in both.items():
        if len(counts) == 1 and counts.total() >= _LEAST:
            found[side] = next(iter(counts))
            continue
        ranked = out.get(side, Counter()).most_common(2)
        second = ranked[1][1] if len(ranked) > 1 else 0
        if ranked and ranked[0][1] >= max(_LEAST, _FAR_MORE * second):
            found[side] = ranked[0][0]
    return found
