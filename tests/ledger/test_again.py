"""A merge that takes over what did not change is the merge of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest

from benchmarks.ledger_case import readings
from firstmove.errors import CaseError
from firstmove.ledger import Anchor, Decision, Entry, Ledger, What, merge
from firstmove.ledger.case import taken_over
from firstmove.ledger.comparing.meaning import Meanings
from firstmove.ledger.decisions import Decided
from firstmove.ledger.incremental.again import Again
from firstmove.statement import Reading
from tests.ledger.making import Paper


@pytest.fixture(scope="module")
def meanings() -> Meanings:
    return Meanings()


def _told() -> Iterator[Reading]:
    """Two events; one person under two names, a denial, a condition, one quotation twice."""
    day = date(2031, 5, 4)
    says = "“The harbour of Tolvik stays open to every ship of the northern league,” "
    yield (
        Paper(says + "said Oda Brand of Norland on Monday.", "Gazette", day)
        .says(
            "The harbour of Tolvik stays open to every ship of the northern league",
            speaker="Oda Brand",
            party="Norland",
        )
        .reading
    )
    yield (
        Paper("Brand said Norland would not close the harbour of Tolvik.", "Courier", day)
        .says(
            "would not close the harbour of Tolvik",
            speaker="Brand",
            party="Norland",
            negated=True,
        )
        .reading
    )
    yield (
        Paper("Brand said Norland would close the harbour of Tolvik.", "Mail", day)
        .says("would close the harbour of Tolvik", speaker="Brand", party="Norland")
        .reading
    )
    yield (
        Paper(says + "said Ida Brand of Norland, the pilot.", "Herald", day)
        .says(
            "The harbour of Tolvik stays open to every ship of the northern league",
            speaker="Ida Brand",
            party="Norland",
        )
        .reading
    )
    yield (
        Paper("The Norlanders said they would pay the pilots if the strike ends.", "Star", day)
        .says(
            "would pay the pilots if the strike ends",
            speaker="The Norlanders",
            name="Norland",
            party="Norland",
            condition="if the strike ends",
        )
        .reading
    )
    yield from readings(80, seed=3)
    yield from readings(40, seed=4, first=400)


def _after(parts: Sequence[Sequence[Reading]], meanings: Meanings) -> Again:
    """The merges of the first part, the first two, … , each from the one before."""
    before = Again()
    read: list[Reading] = []
    for part in parts:
        read += part
        view = merge(read, meanings=meanings, again=before)
        anew = Again()
        assert view == merge(read, meanings=meanings, again=anew)
        before = before.next(view)
        assert before == anew.next(view)
    return before


@pytest.mark.parametrize("seed", range(4))
def test_any_cut_and_order_gives_the_merge_of_all(seed: int, meanings: Meanings) -> None:
    rng = Random(seed)
    told = list(_told())
    rng.shuffle(told)
    cuts = sorted({0, *rng.sample(range(1, len(told)), 4), len(told)})
    _after([told[a:b] for a, b in pairwise(cuts)], meanings)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_gone_or_changed_is_not_taken_over(seed: int, meanings: Meanings) -> None:
    rng = Random(seed)
    told = list(_told())
    before = _after([told], meanings)
    for _ in range(3):
        less = rng.sample(told, len(told) - 2)
        assert merge(less, meanings=meanings, again=before) == merge(less, meanings=meanings)
    assert merge(told, meanings=meanings, again=before) == merge(told, meanings=meanings)


def test_only_what_is_touched_is_compared(
    meanings: Meanings, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = import_module("firstmove.ledger.merge")
    told = list(_told())
    before = _after([told[:-1]], meanings)
    compared: list[int] = []
    real = room.candidates

    def counted(*given: object) -> object:
        found = real(*given)
        compared.append(len(found))
        return found

    monkeypatch.setattr(room, "candidates", counted)
    merge(told, meanings=meanings, again=before)
    part, compared[:] = sum(compared), []
    merge(told, meanings=meanings)
    assert part < sum(compared) / 2


@pytest.mark.parametrize(
    ("room", "name"),
    [
        ("firstmove.ledger.witnesses.occasion", "traits_of"),
        ("firstmove.ledger.witnesses.occasion", "compared_pair"),
        ("firstmove.ledger.incremental.retold", "tellings"),
        ("firstmove.ledger.witnesses.paragraphs", "_passages"),
        ("firstmove.ledger.differing.opposed_pairs", "_opposed"),
        ("firstmove.ledger.merge", "differences"),
    ],
)
def test_what_one_report_tells_is_worked_out_once(
    room: str, name: str, meanings: Meanings, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = import_module(room)
    real = getattr(module, name)
    asked: list[int] = []

    def counted(*given: Any) -> object:
        asked.append(len(given[0]) if name == "tellings" else 1)
        return real(*given)

    monkeypatch.setattr(module, name, counted)
    told = list(_told())
    before = _after([told[:-1]], meanings)
    asked.clear()
    merge(told, meanings=meanings)
    anew = sum(asked)
    asked.clear()
    merge(told, meanings=meanings, again=before)
    assert sum(asked) < anew / 1.5
    asked.clear()
    merge(told[:-1], meanings=meanings, again=before)
    assert sum(asked) == 0


def test_a_case_file_takes_over_what_it_keeps(tmp_path: Path) -> None:
    told = list(_told())
    with Ledger.open(tmp_path / "a.case") as ledger:
        for reading in told[:6]:
            ledger.add([reading])
        ledger.add(told[6:-1])
    with Ledger.open(tmp_path / "a.case") as ledger:
        assert taken_over.before(ledger._connection).rows
        ledger.add(told[-1:])
        assert ledger.view() == merge(told)
        assert ledger.verify().whole


def _anchors(ledger: Ledger, *entries: Entry) -> tuple[Anchor, ...]:
    return tuple(Anchor.of(ledger.view().statement(s)) for e in entries for s in e.statements)


@pytest.mark.parametrize("seed", range(3))
def test_after_every_change_the_file_holds_what_merging_anew_gives(
    seed: int, tmp_path: Path
) -> None:
    rng = Random(seed)
    told = list(_told())
    rng.shuffle(told)
    with Ledger.open(tmp_path / "a.case") as ledger:
        ledger.add(told[:5])
        for reading in told[5:9]:
            ledger.add([reading])
            entries = list(ledger.view().entries)
            one, other = rng.sample(entries, 2)
            many = next((e for e in entries if len(e.statements) > 1), one)
            mine, whole = _anchors(ledger, one), _anchors(ledger, many)
            for decision in (
                Decision(What.MERGE, "one", anchors=(*mine, *_anchors(ledger, other))),
                Decision(What.KIND, "so", anchors=mine[:1], value="WARN"),
                Decision(What.PARTY, "of it", name=other.speaker or other.party, value="Westland"),
                Decision(What.RETRACT, "wrong", report=rng.choice(ledger.view().reports).id),
                Decision(What.SPLIT, "two", anchors=whole[:1], others=whole[1:]),
            ):
                if rng.random() < 0.5:
                    with suppress(CaseError):  # it says nothing new, or nothing at all
                        ledger.decide(decision)
            assert ledger.verify().problems == ()
    with Ledger.open(tmp_path / "a.case") as ledger:
        assert ledger.view() == merge(ledger.readings(), decided=Decided.of(ledger.history()))
