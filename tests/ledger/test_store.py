"""The case file: nothing lost, nothing half done, nothing foreign touched, nothing believed."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firstmove.errors import CaseError
from firstmove.ledger import Added, Ledger
from firstmove.ledger.case.migrations import APPLICATION_ID, MIGRATIONS
from firstmove.report import Aside, Part, Report, Span
from firstmove.statement import (
    Act,
    ActPlace,
    Basis,
    Condition,
    ConditionKind,
    Event,
    Figure,
    Kind,
    Mention,
    Modality,
    Problem,
    Quotation,
    Reading,
    Statement,
    Via,
    ViaRole,
    When,
)
from tests.ledger.making import Paper
from tests.watchdog import ends


def paper(number: int = 0) -> Reading:
    text = f"Note {number}. Mara Voss said the gates would open on Monday."
    return (
        Paper(text, source=f"Paper {number}")
        .says("the gates would open on Monday", speaker="Mara Voss", party="Kessa")
        .reading
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.firstmove"


# --- round trip -----------------------------------------------------------------------------

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading at all: every field of every value is drawn."""
    text = draw(TEXTS)
    id_ = Report.id_of(text)

    @st.composite
    def span_of(draw: st.DrawFn) -> Span:
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        return Span(id_, start, end, text[start:end])

    spans = span_of()
    several = st.lists(spans, max_size=3).map(tuple)
    maybe = st.none()
    mentions = st.builds(Mention, span=spans, name=WORDS, party=WORDS, party_span=maybe | spans)
    whens = st.builds(
        When,
        span=spans,
        start=maybe | st.dates(),
        end=maybe | st.dates(),
        basis=st.sampled_from(Basis),
        planned=st.booleans(),
        anchor=WORDS,
    )
    numbers = maybe | st.floats(allow_nan=False, allow_infinity=False)
    figures = st.builds(
        Figure,
        span=spans,
        low=numbers,
        high=numbers,
        counted=WORDS,
        per=WORDS,
        unit=WORDS,
        hedge=maybe | spans,
        source=maybe | mentions,
    )
    acts = st.builds(
        Act,
        actor=maybe | mentions,
        span=spans,
        label=WORDS,
        negated=st.booleans(),
        place=st.sampled_from(ActPlace),
    )
    statements = st.builds(
        Statement,
        report_id=st.just(id_),
        speaker=maybe | mentions,
        cue=several,
        content=st.lists(spans, min_size=1, max_size=3).map(tuple),
        kind=st.sampled_from(Kind),
        quotation=st.sampled_from(Quotation),
        target=maybe | mentions,
        condition=maybe
        | st.builds(Condition, kind=st.sampled_from(ConditionKind), span=spans, party=WORDS),
        modality=st.sampled_from(Modality),
        negated=st.booleans(),
        via=st.lists(
            st.builds(Via, role=st.sampled_from(ViaRole), span=spans, name=WORDS), max_size=2
        ).map(tuple),
        when=maybe | whens,
        glosses=several,
        acts=st.lists(acts, max_size=2).map(tuple),
        kind_probability=st.none() | st.floats(0, 1),
    )
    report = Report(
        id=id_,
        text=text,
        source=draw(WORDS),
        title=draw(WORDS),
        published=draw(maybe | st.dates()),
        url=draw(WORDS),
        name=draw(WORDS),
        asides=draw(
            st.lists(st.builds(Aside, span=spans, part=st.sampled_from(Part)), max_size=2).map(
                tuple
            )
        ),
        notes=draw(st.lists(WORDS, max_size=2).map(tuple)),
    )
    events = st.builds(
        Event,
        actor=mentions,
        recipient=maybe | mentions,
        kind=st.sampled_from(Kind),
        probability=st.floats(0, 1),
        span=spans,
        verb=spans,
        when=maybe | whens,
    )
    problems = st.builds(Problem, what=WORDS, where=WORDS, remedy=WORDS, span=maybe | spans)
    return Reading(
        report=report,
        sentences=tuple((s.start, s.end) for s in draw(several)),
        statements=draw(st.lists(statements, max_size=3).map(tuple)),
        figures=draw(st.lists(figures, max_size=2).map(tuple)),
        dates=draw(st.lists(whens, max_size=2).map(tuple)),
        unknowns=draw(several),
        problems=draw(st.lists(problems, max_size=2).map(tuple)),
        reader=draw(WORDS),
        events=draw(st.lists(events, max_size=2).map(tuple)),
    )


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(readings(), min_size=1, max_size=3, unique_by=lambda r: r.report.id))
def test_what_goes_in_comes_out(given_: list[Reading]) -> None:
    with Ledger.open(":memory:") as ledger:
        ledger.add(given_)
        assert ledger.readings() == tuple(given_)
        ledger.view()


@pytest.mark.parametrize(
    ("class_", "known"),
    [
        (Report, "id text source title published url name asides notes"),
        (
            Reading,
            "report sentences statements figures dates unknowns problems reader events",
        ),
        (
            Statement,
            "report_id speaker cue content kind quotation target condition modality negated via "
            "when glosses acts kind_probability",
        ),
    ],
)
def test_every_field_of_a_row_is_known_to_the_store(class_: type[Any], known: str) -> None:
    # A field added to one of these needs a column, a migration and a strategy above.
    assert [field.name for field in fields(class_)] == known.split()


# --- adding ---------------------------------------------------------------------------------


def test_a_report_given_twice_is_one(path: Path) -> None:
    with Ledger.open(path) as ledger:
        first = ledger.add([paper(), paper()])
        again = ledger.add([paper()])
        assert first.new_reports == again.already_known == (paper().report.id,)
        assert again == Added(already_known=first.new_reports)
        assert len(ledger.readings()) == 1
        assert [len(a.given) for a in ledger.history()] == [2]


def test_a_known_report_is_not_changed_by_a_second_reading(path: Path) -> None:
    later = replace(paper(), statements=(), reader="another")
    with Ledger.open(path) as ledger:
        ledger.add([paper()])
        ledger.add([later])
        assert ledger.readings() == (paper(),)


def test_it_is_all_there_after_opening_again(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add([paper(1)])
        view = ledger.view()
    with Ledger.open(path, create=False) as ledger:
        assert ledger.view() == view
        ledger.add([paper(2)])
        assert ledger.readings() == (paper(1), paper(2))


def test_nothing_is_kept_of_an_add_that_fails(path: Path) -> None:
    bad = paper(2)
    span = replace(bad.statements[0].content[0], quote="other words altogether")
    bad = replace(bad, statements=(replace(bad.statements[0], content=(span,)),))
    with Ledger.open(path) as ledger:
        with pytest.raises(CaseError, match="do not stand at"):
            ledger.add([paper(1), bad])
        assert ledger.readings() == ()
        assert ledger.history() == ()


def test_the_view_follows_another_writer(path: Path) -> None:
    with Ledger.open(path) as one, Ledger.open(path) as other:
        assert one.view().reports == ()
        other.add([paper()])
        assert one.view() == other.view()
        assert one.add([paper()]).already_known


CRASH = """
    import sys, os
    from firstmove.ledger import Ledger
    from firstmove.ledger.case import rows
    from tests.ledger.test_store import paper
    path, stop = sys.argv[1], sys.argv[2]
    ledger = Ledger.open(path)
    count = 0
    def trace(statement):
        global count
        count += 1
        if stop in (str(count), statement):
            os.kill(os.getpid(), 9)
    ledger._connection.set_trace_callback(trace)
    ledger.add([paper(n) for n in range(100, 103)])
    print(count)
"""


# The number of the SQL statement on which the process is killed: inserts are 5 to 17.
@pytest.mark.parametrize("stop", ["2", "6", "11", "17", "30", "COMMIT"])
def test_a_crash_in_the_middle_leaves_the_file_as_it_was(path: Path, stop: str) -> None:
    with Ledger.open(path) as ledger:
        ledger.add([paper(1)])
        before = ledger.readings(), ledger.history()
    command = [sys.executable, "-c", textwrap.dedent(CRASH), str(path)]
    root = Path(__file__).parents[2]
    done = subprocess.run([*command, stop], cwd=root, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    with Ledger.open(path) as ledger:
        assert (ledger.readings(), ledger.history()) == before
        ledger.add([paper(100)])
        assert len(ledger.readings()) == 2


def test_making_the_file_is_all_or_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("firstmove.ledger.case.casefile.os.link", fail)
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(CaseError, match="No space left"):
        Ledger.open(path)
    assert list(path.parent.iterdir()) == []


# --- files that are no case files --------------------------------------------------------------


def refused(path: Path, *, create: bool = True) -> CaseError:
    """The error on opening ``path``, which is left as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(CaseError) as caught:
        Ledger.open(path, create=create)
    if before is not None:
        assert path.read_bytes() == before
        assert not list(path.parent.glob(f"{path.name}-*"))
    assert str(path) == caught.value.where
    assert caught.value.remedy
    return caught.value


def test_a_text_file_is_refused(path: Path) -> None:
    path.write_text("Mara Voss said the gates would open. " * 10)
    assert "not a case file" in refused(path).what


def test_the_file_of_another_program_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    assert "another program" in refused(path).what


def test_a_newer_version_is_refused(path: Path) -> None:
    Ledger.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 3}")
    connection.close()
    with pytest.raises(CaseError, match=f"version {len(MIGRATIONS) + 3}") as caught:
        Ledger.open(path)
    assert "newer firstmove" in caught.value.remedy


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path).what


def test_a_missing_file_is_made_or_refused(path: Path) -> None:
    assert "no case file" in refused(path, create=False).what
    assert not path.exists()
    Ledger.open(path).close()
    assert path.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big")


def test_an_empty_file_becomes_one(path: Path) -> None:
    path.touch()
    assert "empty" in refused(path, create=False).what
    with Ledger.open(path) as ledger:
        ledger.add([paper()])
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    refused(tmp_path / "no" / "case.firstmove")


def test_a_file_that_is_written_to_is_waited_for_and_then_an_error(path: Path) -> None:
    said: list[str] = []
    with Ledger.open(path, wait=0.1, note=said.append) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with ends(), pytest.raises(CaseError, match="another process") as caught:
            ledger.add([paper()])
        assert "--wait" in caught.value.remedy
        assert caught.value.where == str(path)
        assert len(said) == 1
        assert str(path) in said[0]
        other.execute("ROLLBACK")
        other.close()
        assert ledger.add([paper()]).new_reports
    assert len(said) == 1


def test_a_change_goes_on_when_the_other_process_is_done(path: Path) -> None:
    Ledger.open(path).close()
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    # The other one ends when it is waited for.
    with ends(), Ledger.open(path, wait=60, note=lambda _: other.execute("COMMIT")) as ledger:
        assert ledger.add([paper()]).new_reports
    other.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    with Ledger.open(folder / "case.firstmove") as ledger:
        ledger.add([paper()])
    folder.chmod(0o500)
    try:
        refused(folder / "new.firstmove")
    finally:
        folder.chmod(0o700)


def test_a_case_that_cannot_be_written_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(path) as ledger:
        ledger.add([paper()])
    monkeypatch.setattr("firstmove.ledger.case.casefile.os.access", lambda *_: False)
    with Ledger.open(path) as ledger:
        assert ledger.readings() == (paper(),)
        with pytest.raises(CaseError, match="only be read"):
            ledger.add([paper(2)])


# --- a case file written by a stranger ---------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE report SET text = replace(text, 'open', 'shut')",
        "UPDATE span SET start = start + 1",
        "UPDATE span SET quote = 'never said'",
        'UPDATE span SET "end" = 99999',
        "UPDATE statement SET kind = 'AGREE'",
        "UPDATE statement SET kind = 'NOTHING'",
        "UPDATE statement SET speaker = '{\"name\": 5}'",
        "UPDATE statement SET speaker = 'no json'",
        "UPDATE statement SET id = 's-0000000000000000'",
        "UPDATE report SET published = 'yesterday'",
        "UPDATE report SET notes = '7'",
        "DELETE FROM span",
        "INSERT INTO sentence SELECT id, 0, 5, 100000 FROM report",
        "INSERT INTO found SELECT id, 'figure', 0, '{}' FROM report",
    ],
)
def test_what_was_tampered_with_is_named(path: Path, change: str) -> None:
    with Ledger.open(path) as ledger:
        ledger.add([paper()])
    connection = sqlite3.connect(path)
    connection.execute(change)
    connection.commit()
    connection.close()
    with Ledger.open(path) as ledger, pytest.raises(CaseError) as caught:
        ledger.view()
    assert "paper 0.txt" in str(caught.value)


def test_a_damaged_file_is_an_error_and_no_crash(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add([paper(n) for n in range(40)])
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(CaseError, match="damaged"):
        Ledger.open(path).view()


def test_a_damaged_schema_is_an_error(path: Path) -> None:
    Ledger.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE span")
    connection.close()
    with Ledger.open(path) as ledger, pytest.raises(CaseError, match="damaged"):
        ledger.add([paper()])


def made_by_the_first(steps: int, path: Path, reading: Reading) -> None:
    """A case file as a program wrote it that knew only the first ``steps`` of the schema."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for step in MIGRATIONS[:steps]:
        step(connection)
    connection.execute(f"PRAGMA user_version = {steps}")
    report, (statement,) = reading.report, reading.statements
    connection.execute(
        "INSERT INTO history (at, program, given) VALUES (?, ?, ?)",
        ("2031-03-12T10:00:00+00:00", "firstmove 0.0.1", f'["{report.id}"]'),
    )
    connection.execute(
        "INSERT INTO report (id, position, added, name, source, title, url, published, reader, "
        "notes, text) VALUES (?, 0, 1, ?, ?, '', '', NULL, 'hand', '[]', ?)",
        (report.id, report.name, report.source, report.text),
    )
    connection.execute(
        "INSERT INTO statement (report, position, id, kind, quotation, modality, negated, speaker, "
        "via, acts) VALUES (?, 0, ?, 'STATE', 'indirect', 'asserted', 0, ?, '[]', '[]')",
        (report.id, statement.id, msgspec.json.encode(statement.speaker).decode()),
    )
    for role, (span,) in (("cue", statement.cue), ("content", statement.content)):
        connection.execute(
            "INSERT INTO span VALUES (?, 0, ?, 0, ?, ?, ?)",
            (report.id, role, span.start, span.end, span.quote),
        )
    connection.execute("INSERT INTO sentence VALUES (?, 0, 0, 7)", (report.id,))
    connection.execute(
        "INSERT INTO found VALUES (?, 'problem', 0, ?)",
        (report.id, '{"what": "a word was not read", "where": "here"}'),
    )
    connection.close()


@pytest.mark.parametrize("steps", range(1, len(MIGRATIONS) + 1))
def test_a_file_of_every_earlier_version_opens(path: Path, steps: int) -> None:
    told = replace(paper(), sentences=((0, 7),), problems=(Problem("a word was not read", "here"),))
    made_by_the_first(steps, path, told)
    with Ledger.open(path) as ledger:
        assert ledger.readings() == (told,)
        (event,) = ledger.history()
        assert (event.number, event.given) == (1, (told.report.id,))
        if steps < 4:  # later ones write the mark themselves
            assert ledger.verify().problems == ()
        ledger.add([paper(2)])
        assert ledger.view(as_of=1).reports == (told.report,)


def test_a_probability_that_is_none_is_refused(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add([paper()])
    connection = sqlite3.connect(path)
    connection.execute("UPDATE statement SET kind_probability = 1.5")
    connection.commit()
    connection.close()
    with Ledger.open(path) as ledger, pytest.raises(CaseError, match="no probability"):
        ledger.readings()


def test_the_file_says_what_it_is(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add([paper()])
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    strict = connection.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 "
        "AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    assert strict == []
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_ends_of_time(path: Path) -> None:
    reading = paper()
    old = replace(reading, report=replace(reading.report, published=date.min))
    with Ledger.open(path) as ledger:
        ledger.add([old])
        assert ledger.readings() == (old,)


def test_no_temporary_files_are_left(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add([paper()])
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    assert not list(Path(tempfile.gettempdir()).glob(f".{path.name}*"))
