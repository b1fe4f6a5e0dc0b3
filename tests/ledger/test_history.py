"""The history of a case: earlier answers come back, and what was tampered with is found."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from firstmove.errors import CaseError
from firstmove.ledger import Anchor, Decision, Effect, Ledger, What
from firstmove.ledger.case.history import digest, moment, written_by_others
from firstmove.statement import Kind, Reading
from tests.ledger.making import Paper
from tests.ledger.test_decisions import DEAR, TOLL, courier, envoy, herald, merge


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "weir.case"


def newer(reading: Reading) -> Reading:
    """The same report, read otherwise."""
    return replace(
        reading,
        reader="newer",
        statements=tuple(replace(s, kind=Kind.ACCUSE) for s in reading.statements[:1]),
    )


def full(path: Path) -> Ledger:
    """A case to which everything was done that can be done."""
    ledger = Ledger.open(path)
    ledger.add([courier().reading, herald().reading])
    ledger.decide(merge(ledger, TOLL, DEAR))
    ledger.add([envoy().reading])
    ledger.decide(Decision(What.RETRACT, "withdrawn by the outlet", report=envoy().report.id))
    ledger.reread([newer(herald().reading)])
    ledger.decide(Decision(What.UNDO, "it was not", withdraws=4))
    return ledger


def test_every_earlier_answer_comes_back(path: Path) -> None:
    seen = []
    with Ledger.open(path) as ledger:
        ledger.add([courier().reading, herald().reading])
        seen.append(ledger.view())
        ledger.decide(merge(ledger, TOLL, DEAR))
        seen.append(ledger.view())
        ledger.add([envoy().reading])
        seen.append(ledger.view())
        ledger.decide(Decision(What.RETRACT, "withdrawn", report=envoy().report.id))
        seen.append(ledger.view())
        ledger.reread([newer(herald().reading)])
        seen.append(ledger.view())
    assert len({repr(view) for view in seen}) == 5
    with Ledger.open(path) as ledger:
        assert [ledger.view(as_of=n) for n in range(1, 6)] == seen
        assert ledger.view() == seen[-1]
        assert [e.what for e in ledger.history()] == [
            What.ADD, What.MERGE, What.ADD, What.RETRACT, What.REREAD,
        ]  # fmt: skip


def test_an_earlier_answer_knows_nothing_of_later_decisions(path: Path) -> None:
    with full(path) as ledger:
        assert [len(ledger.view(as_of=n).decisions) for n in range(1, 7)] == [0, 1, 1, 2, 2, 3]
        assert ledger.view(as_of=5).gone[0].report.id == envoy().report.id
        assert ledger.view().gone == ()


def test_a_retracted_report_leaves_a_tombstone(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add([courier().reading, envoy().reading])
        entries = len(ledger.view().entries)
        decision = Decision(What.RETRACT, "withdrawn", "Desk", report=envoy().report.id)
        added = ledger.decide(decision)
        assert added.gone_reports == (envoy().report.id,)
        assert len(added.gone_entries) == 2
        view = ledger.view()
        assert [r.id for r in view.reports] == [courier().report.id]
        assert len(view.entries) == entries - 2
        (gone,) = view.gone
        assert (gone.report, gone.number, gone.reason, gone.by) == (
            envoy().report, 2, "withdrawn", "",
        )  # fmt: skip
        again = ledger.add([envoy().reading])
        assert again.already_known == (envoy().report.id,)
        assert ledger.view().gone == view.gone, "adding it again is no change of mind"
        with pytest.raises(CaseError, match="does not count any more since event 2"):
            ledger.decide(decision)


def test_a_report_that_looks_like_a_new_version_is_named_and_counts(path: Path) -> None:
    def titled(paper: Paper, title: str, url: str = "") -> Reading:
        return replace(paper.reading, report=replace(paper.report, title=title, url=url))

    longer = courier("Update. " + courier().text)
    with Ledger.open(path) as ledger:
        ledger.add([titled(courier(), "The weir"), titled(envoy(), "", "https://x.example/1")])
        (alike,) = ledger.add([titled(longer, "The weir")]).alike
        assert (alike.new, alike.old, alike.by) == (longer.report.id, courier().report.id, "title")
        (alike,) = ledger.add([titled(herald(), "", "https://x.example/1")]).alike
        assert (alike.old, alike.by) == (envoy().report.id, "url")
        assert len(ledger.view().reports) == 4


def test_the_last_of_two_versions_counts(path: Path) -> None:
    texts = [f"{n}. {courier().text}" for n in range(3)]
    papers = [courier(text) for text in texts]
    ids = [paper.report.id for paper in papers]
    with Ledger.open(path) as ledger:
        ledger.add([papers[0].reading])
        for old, new in ((0, 1), (1, 2)):
            why = Decision(What.REPLACE, "corrected", report=ids[old], by=ids[new])
            ledger.add([papers[new].reading], replaces=why)
        assert [r.id for r in ledger.view().reports] == [ids[2]]
        assert {g.report.id: g.by for g in ledger.view().gone} == {ids[0]: ids[1], ids[1]: ids[2]}
        ledger.decide(Decision(What.UNDO, "two stories", withdraws=5))
        assert {r.id for r in ledger.view().reports} == {ids[1], ids[2]}


def test_reading_anew_the_same_changes_nothing(path: Path) -> None:
    with full(path) as ledger:
        before = ledger.history(), ledger.view()
        ledger.reread([newer(herald().reading), courier().reading])
        assert (ledger.history(), ledger.view()) == before
        with pytest.raises(CaseError, match="holds no report"):
            ledger.reread([courier("Another text. " + courier().text).reading])


def test_reading_anew_twice_keeps_both_readings(path: Path) -> None:
    first, second, third = (
        replace(courier().reading, reader=name, statements=courier().reading.statements[:n])
        for name, n in (("a", 2), ("b", 1), ("c", 0))
    )
    with Ledger.open(path) as ledger:
        ledger.add([first])
        ledger.reread([second])
        ledger.reread([third])
        assert [ledger.readings(n) for n in (1, 2, 3)] == [(first,), (second,), (third,)]
        assert ledger.verify().whole


# --- moments ---------------------------------------------------------------------------------


def test_a_moment_is_a_number_a_day_or_a_time(path: Path) -> None:
    with full(path) as ledger:
        events = ledger.history()
        start = datetime(2031, 5, 5, 22, 30, 15, tzinfo=UTC)
        dated = [replace(e, at=start + timedelta(hours=n)) for n, e in enumerate(events)]
    for asked, number in (
        ("3", 3),
        ("2031-05-05", 2),
        ("2031-05-06", 6),
        ("2031-05-05T23:30:15", 2),
        ("2031-05-05 23:30:14", 1),
        ("2031-05-06T01:00:00+02:00", 1),
        ("2031-05-06T02:00", 4),
    ):
        assert moment(dated, asked, "x") == number, asked
    for asked, what in (
        ("0", "no event 0"),
        ("99", "no event 99"),
        ("2031-05-04", "held nothing"),
        ("yesterday", "no number"),
        ("9999-99-99", "no number"),
        ("", "no number"),
    ):
        with pytest.raises(CaseError, match=what) as caught:
            moment(dated, asked, "x")
        assert caught.value.remedy


def test_the_digest_of_a_reading_sees_every_change_but_not_new_defaults() -> None:
    reading = courier().reading
    (first, *rest) = reading.statements
    assert first.speaker is not None
    others = [
        replace(reading, reader="x"),
        replace(reading, statements=(replace(first, negated=True), *rest)),
        replace(reading, statements=(*rest, first)),
        replace(reading, report=replace(reading.report, source="x")),
        replace(reading, report=replace(reading.report, published=None)),
        replace(
            reading,
            statements=(replace(first, speaker=replace(first.speaker, party="Orland")), *rest),
        ),
        replace(reading, sentences=((0, 5),)),
    ]
    assert len({digest(one) for one in (reading, *others)}) == len(others) + 1
    assert digest(reading) == digest(courier().reading)


def test_programs_of_other_versions_are_told(path: Path) -> None:
    with full(path) as ledger:
        (first, *rest) = ledger.history()
    older = [replace(first, program="firstmove 0.0.1"), *rest]
    assert written_by_others(older, 3) == ("firstmove 0.0.1",)
    assert written_by_others([first, *rest], 6) == ()


# --- tampering -------------------------------------------------------------------------------

PARTY = "replace(speaker, 'Kessa', 'Orlan')"
TAMPERED = {
    "text": "UPDATE report SET text = replace(text, 'toll', 'bell') WHERE position = 0",
    "source": "UPDATE report SET source = 'Another' WHERE position = 0",
    "day": "UPDATE report SET published = '2031-05-07' WHERE position = 0",
    "report id": "UPDATE report SET id = 'r-0000000000000000' WHERE position = 2",
    "report taken out": "DELETE FROM report WHERE position = 2",
    "span": "UPDATE span SET start = start - 1 WHERE role = 'content'",
    "words": "UPDATE span SET quote = 'never said' WHERE role = 'content'",
    "statement id": "UPDATE statement SET id = 's-0000000000000000' WHERE position = 0",
    "speaker's party": f"UPDATE statement SET speaker = {PARTY}",
    "negation": "UPDATE statement SET negated = 1 - negated",
    "statement taken out": "DELETE FROM statement WHERE position = 1",
    "former reading": "UPDATE former SET value = replace(value, 'Kessa', 'Orlan')",
    "former reading, damaged": "UPDATE former SET value = substr(value, 9)",
    "former reading taken out": "DELETE FROM former",
    "vector": "UPDATE meaning SET vector = zeroblob(768)",
    "reason": "UPDATE history SET decision = replace(decision, 'complaint', 'compliment')",
    "place of a decision": "UPDATE history SET decision = replace(decision, '\"start\":', "
    "'\"start\":1')",
    "kind of a decision": "UPDATE history SET what = 'drop' WHERE what = 'merge'",
    "time": "UPDATE history SET at = '2031-01-01T00:00:00+00:00' WHERE id = 2",
    "decision taken out": "DELETE FROM history WHERE id = 2",
    "last decision taken out": "DELETE FROM history WHERE id = 6",
    "decision made up": "INSERT INTO history SELECT 9, at, program, given, what, digests, "
    "decision, mark FROM history WHERE id = 6",
}  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sound") / "weir.case"
    with full(path) as ledger:
        assert ledger.verify().problems == ()
        assert ledger.verify().events == 6
        ledger._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_tampered_with_is_found(path: Path, sound: bytes, what: str) -> None:
    path.write_bytes(sound)
    connection = sqlite3.connect(path)
    changed = connection.execute(TAMPERED[what]).rowcount
    connection.commit()
    connection.close()
    assert changed
    with Ledger.open(path) as ledger:
        checked = ledger.verify()
    assert not checked.whole


def test_every_byte_of_a_text_counts(path: Path, sound: bytes) -> None:
    text = courier().text.encode()
    at = sound.index(text)
    for offset in range(0, len(text), 7):
        changed = bytearray(sound)
        changed[at + offset] ^= 1
        path.write_bytes(bytes(changed))
        with Ledger.open(path) as ledger:
            assert any("courier" in told.lower() for told in ledger.verify().problems), offset


def test_a_decision_on_words_that_are_not_there_is_named(path: Path) -> None:
    with full(path) as ledger:
        anchor = Anchor.of(courier().reading.statements[0])
        moved = replace(anchor, content=(replace(anchor.content[0], start=1, end=5),))
        from firstmove.ledger.case import history

        decision = Decision(What.DROP, "x", anchors=(moved,))
        history.write(ledger._connection, What.DROP, decision=decision)
        (problem,) = ledger.verify().problems
        assert problem.startswith("Decision 7 stands on words that are not at")
        assert ledger.view().decisions[-1].effect is Effect.LOST
