"""The whole of reading: one report, a batch with a bad file in it, and what is promised of both."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from firstmove.errors import ReportError
from firstmove.reading import open_report, open_text, read, read_report
from firstmove.reading.pipeline import READER, STAGES
from firstmove.report import Span
from firstmove.statement import Reading

TEXT = """Quay stays shut as talks stall

NORPORT, March 3, 2031 (Reuters) - The harbour union said on Monday that it would end its strike \
if the council pays the lost wages.

“We will not move first,” union leader Ilse Marn told reporters. Some 1,200 dockers are out, \
according to the council.

Listen To Story Above

The council has offered a meeting on 10 March.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_report(open_text(TEXT, name="quay.txt"))


def spans(value: object) -> list[Span]:
    """Every span anywhere in a value."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for part in value for span in spans(part)]
    fields = getattr(value, "__dataclass_fields__", {})
    return [span for name in fields for span in spans(getattr(value, name))]


def test_every_span_is_found_verbatim(reading: Reading) -> None:
    found = spans((reading.statements, reading.figures, reading.dates, reading.unknowns))
    assert len(found) > 10
    for span in found:
        assert reading.report.text[span.start : span.end] == span.quote
        assert span.report_id == reading.report.id


def test_no_statement_from_an_aside(reading: Reading) -> None:
    asides = [aside.span for aside in reading.report.asides]
    for statement in reading.statements:
        for span in (*statement.cue, *statement.content):
            assert not any(span.overlaps(aside) for aside in asides)


def test_reading_says_who_made_it_and_where_sentences_are(reading: Reading) -> None:
    assert reading.reader == READER
    assert len(reading.sentences) == 4
    assert all(start < end for start, end in reading.sentences)
    assert reading.problems == ()


def test_reading_is_the_same_each_time(reading: Reading) -> None:
    assert read_report(open_text(TEXT, name="quay.txt")) == reading


def test_stages_are_named_once() -> None:
    names = [stage.__name__ for stage in STAGES]
    assert len(set(names)) == len(names)


def test_a_report_without_statements_says_so() -> None:
    reading = read_report(open_text("It rained on the quay. The boats stayed in.", name="rain.txt"))
    assert reading.statements == ()
    assert "no statement" in reading.problems[0].what
    assert reading.problems[0].where == "rain.txt"


def test_notes_of_opening_become_problems() -> None:
    reading = read_report(open_text(TEXT, name="quay.txt", notes=("read as Windows-1252",)))
    assert [p.what for p in reading.problems] == ["read as Windows-1252"]


def test_a_batch_goes_on_without_the_bad_file(tmp_path: Path) -> None:
    good, bad = tmp_path / "quay.txt", tmp_path / "bad.txt"
    good.write_text(TEXT, encoding="utf-8")
    bad.write_bytes(b"%PDF-1.7")
    errors: list[ReportError] = []
    readings = list(read([bad, good], failed=errors.append))
    assert [r.report.name for r in readings] == ["quay.txt"]
    assert "PDF" in errors[0].what
    with pytest.raises(ReportError, match="PDF"):
        list(read(bad))
    assert [r.report for r in read(str(good))] == [readings[0].report]


def test_a_batch_gives_what_each_report_gives_alone(tmp_path: Path) -> None:
    paths = []
    for number, quay in enumerate(["quay", "dock", "bridge", "quay", "gate"]):
        path = tmp_path / f"{number}.txt"
        path.write_text(TEXT.replace("quay", quay), encoding="utf-8")
        paths.append(path)
    paths.insert(2, tmp_path / "none.txt")
    errors: list[ReportError] = []
    alone = [read_report(open_report(path)) for path in paths if path.exists()]
    assert list(read(paths, failed=errors.append)) == alone
    assert [error.where for error in errors] == [str(tmp_path / "none.txt")]
    for first in read(paths):  # and no more of them
        assert first == alone[0]
        break
    for beside in [t for t in threading.enumerate() if t.name == "encoder"]:
        beside.join(10)
        assert not beside.is_alive()


def test_reading_leaves_the_collector_as_it_was() -> None:
    assert gc.isenabled()
    read_report(open_text(TEXT))
    assert gc.isenabled()
    gc.disable()
    try:
        read_report(open_text(TEXT))
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_opening_loads_no_heavy_library(tmp_path: Path) -> None:
    path = tmp_path / "quay.txt"
    path.write_text(TEXT, encoding="utf-8")
    code = (
        "import sys; from firstmove.reading import open_report; "
        f"open_report({str(path)!r}); "
        "print([m for m in ('spacy', 'numpy', 'trafilatura', 'dateparser') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
