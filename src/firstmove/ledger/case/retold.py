"""What comparing needs of statements, taken over from the merge before where nothing changed.

The words of a statement, as keys, depend on its own text, on whom its speaker and target mean, and
on which of its words name a party. Only a report of which one of these changed is read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

import msgspec

from firstmove.ledger.comparing.numbers import Amount
from firstmove.ledger.comparing.telling import Telling, each_told, tellings
from firstmove.ledger.comparing.words import Words
from firstmove.ledger.entry import Occasion
from firstmove.ledger.parties.cast import Cast
from firstmove.ledger.parties.people import mentions
from firstmove.statement import Mention, Reading

Names = Mapping[tuple[str, ...], str]


class Said(msgspec.Struct, frozen=True, array_like=True):
    """Of one statement, what is worked out from its words."""

    words: Words
    condition: Words | None
    consequence: Words | None
    clauses: tuple[Words, ...]
    amounts: tuple[Amount, ...]
    sentence: tuple[int, int]


class Told(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of a report's statements. ``made_from``: hash of all that it depends on."""

    made_from: str
    said: dict[str, Said]  # by statement id


def retold(
    readings: Sequence[Reading],
    cast: Cast,
    occasions: Sequence[Occasion],
    known: Mapping[str, Told],
    new: dict[str, Told],
) -> tuple[Telling, ...]:
    """What ``tellings`` gives. ``known``: by report, from before; ``new`` takes up that of now."""
    all_told = _Whole(cast, mentions(readings))
    kept: dict[str, Told] = {}
    for reading in readings:
        told = known.get(reading.report.id)
        if told is not None and told.made_from == all_told.digest(reading, told.said.values()):
            kept[reading.report.id] = told
    rest = [reading for reading in readings if reading.report.id not in kept]
    anew = {telling.id: telling for telling in tellings(rest, all_told)}
    home = {id_: n for n, occasion in enumerate(occasions) for id_ in occasion.reports}
    found: list[Telling] = []
    of_one: dict[tuple[str, str], list[Telling]] = {}
    for statement, reading in each_told(readings):
        report = reading.report
        place = home.get(report.id, 0)
        if report.id not in kept:
            found.append(replace(anew[statement.id], order=len(found), occasion=place))
            continue
        said = kept[report.id].said[statement.id]
        telling = Telling(
            statement,
            report,
            len(found),
            all_told.who(statement.speaker),
            all_told.who(statement.target),
            said.words,
            said.condition,
            said.consequence,
            said.clauses,
            said.amounts,
            report.span(*said.sentence),
            place,
        )
        of_one.setdefault((report.id, telling.speaker.key), []).append(telling)
        found.append(telling)
    for same in of_one.values():
        for telling in same if len(same) > 1 else ():
            beside = tuple(other.said for other in same if other is not telling)
            found[telling.order] = replace(telling, beside=beside)
    new |= kept
    for reading in rest:
        said_there = {s.id: _said(anew[s.id]) for s in reading.statements if s.id in anew}
        digest = all_told.digest(reading, said_there.values())
        new[reading.report.id] = Told(digest, said_there)
    return tuple(found)


class _Whole(Cast):
    """Who is who, and the names of parties, of all reports, when only some are read."""

    def __init__(self, cast: Cast, found: Sequence[Mention]) -> None:
        vars(self).update(vars(cast))
        self._all_names = cast.names_of_parties(found)
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, key in sorted(self._all_names.items()):
            self._by_first.setdefault(name[0], []).append((name, key))

    def names_of_parties(self, found: Iterable[Mention]) -> dict[tuple[str, ...], str]:
        """Those of all reports, whatever is asked for."""
        return self._all_names

    def digest(self, reading: Reading, said: Iterable[Said]) -> str:
        """Hash of the statements, of whom they mean, and of the names that their words may be."""
        plain = {
            word
            for one in said
            for words in (one.words, one.condition, one.consequence, *one.clauses)
            if words is not None
            for word in words.plain
        }
        told = (
            (reading.report.id, reading.sentences, reading.statements),
            [(self.who(s.speaker), self.who(s.target)) for s in reading.statements],
            [
                name
                for word in sorted(plain & self._by_first.keys())
                for name in self._by_first[word]
            ],
        )
        return blake2b(msgspec.json.encode(told), digest_size=12).hexdigest()


def _said(telling: Telling) -> Said:
    sentence = telling.sentence.start, telling.sentence.end
    return Said(
        telling.words,
        telling.condition,
        telling.consequence,
        telling.clauses,
        telling.amounts,
        sentence,
    )
