"""What comparing needs of statements, taken over from the merge before where nothing changed.

The words of a statement, as keys, depend on its own text, on whom its speaker and target mean, and
on which of its words name a party. Only a report of which one of these changed is read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import blake2b
from typing import Any

import msgspec

from firstmove.ledger.comparing.gist import Gist
from firstmove.ledger.comparing.numbers import Amount
from firstmove.ledger.comparing.telling import Telling, each_told, tellings
from firstmove.ledger.entry import Occasion
from firstmove.ledger.parties.cast import Cast
from firstmove.ledger.parties.people import mentions
from firstmove.ledger.words import Words
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
    vocabulary: tuple[str, ...]  # every word of them
    said: dict[str, tuple[bytes, Gist, bytes]]
    """By statement id: its marks, its gist, and ``Said`` as MessagePack."""


_said_in = msgspec.msgpack.Decoder(Said)
_SAID = frozenset(Said.__struct_fields__)


class Kept(Telling):
    """A telling taken over; its words are read where they are asked for."""

    _said: bytes
    _same: list[Telling]  # of its report, of one speaker

    def __getattr__(self, name: str) -> Any:
        if name not in _SAID:
            raise AttributeError(name)
        said = _said_in.decode(self._said)
        told = {field: getattr(said, field) for field in _SAID}
        told["sentence"] = self.report.span(*said.sentence)
        vars(self).update(told)
        return told[name]

    @cached_property
    def beside(self) -> tuple[str, ...]:
        return tuple(other.said for other in self._same if other is not self)


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
        if told is not None and told.made_from == all_told.digest(reading, told.vocabulary):
            kept[reading.report.id] = told
    rest = [reading for reading in readings if reading.report.id not in kept]
    anew = {telling.id: telling for telling in tellings(rest, all_told)}
    home = {id_: n for n, occasion in enumerate(occasions) for id_ in occasion.reports}
    found: list[Telling] = []
    of_one: dict[tuple[str, str], list[Telling]] = {}
    for statement, reading in each_told(readings):
        report = reading.report
        place, order = home.get(report.id, 0), len(found)
        if report.id not in kept:
            found.append(replace(anew[statement.id], order=order, occasion=place))
            continue
        marks, gist, said = kept[report.id].said[statement.id]
        speaker = all_told.who(statement.speaker)
        same = of_one.setdefault((report.id, speaker.key), [])
        telling = Kept.__new__(Kept)
        vars(telling).update(
            id=statement.id,
            statement=statement,
            report=report,
            order=order,
            speaker=speaker,
            target=all_told.who(statement.target),
            occasion=place,
            marks=marks,
            gist=gist,
            stance=gist.stance,
            _said=said,
            _same=same,
        )
        same.append(telling)
        found.append(telling)
    new |= kept
    for reading in rest:
        mine = {s.id: anew[s.id] for s in reading.statements if s.id in anew}
        vocabulary = tuple(sorted({word for t in mine.values() for word in _plain(t)}))
        digest = all_told.digest(reading, vocabulary)
        packed = {
            id_: (t.marks, t.gist, msgspec.msgpack.encode(_said(t))) for id_, t in mine.items()
        }
        new[reading.report.id] = Told(digest, vocabulary, packed)
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

    def digest(self, reading: Reading, vocabulary: Sequence[str]) -> str:
        """Hash of the statements, of whom they mean, and of the names that their words may be."""
        told = (
            (reading.report.id, reading.sentences, reading.statements),
            [(self.who(s.speaker), self.who(s.target)) for s in reading.statements],
            [
                name
                for word in vocabulary
                if word in self._by_first
                for name in self._by_first[word]
            ],
        )
        return blake2b(msgspec.json.encode(told), digest_size=12).hexdigest()


def _plain(telling: Telling) -> Iterator[str]:
    """Every word of it, of a condition too that is told elsewhere."""
    for words in (telling.words, telling.condition, telling.consequence, *telling.clauses):
        yield from words.plain if words is not None else ()


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
