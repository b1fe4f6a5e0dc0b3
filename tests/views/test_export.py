"""A case in the forms of other programs: their columns and fields, and nothing that runs."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.cells import defused, restored
from firstmove.cli.app import app
from firstmove.errors import FirstmoveError
from firstmove.examples import reports
from firstmove.ledger import Ledger, View, merge
from firstmove.reading import read
from firstmove.statement import Kind
from firstmove.views.export import (
    csv_lines,
    left_out,
    parquet,
    plover,
    polecat,
    polecat_additions,
    web_annotations,
)
from firstmove.views.export.ontology import QUADS, TYPES
from firstmove.views.export.polecat import COLUMNS
from firstmove.views.export.table import WORDS, rows

Form = Callable[..., Iterable[str]]
FORMS: tuple[Form, ...] = (plover, polecat, polecat_additions, csv_lines, web_annotations)

PUBLIC = """Wales and Denmark disagree over herring quotas, talks showed on Monday.

Danish Fisheries Minister Jette Holm demanded that Norway open its waters by June.
Norway rejected the demand, Norwegian Prime Minister Kari Moen said.
Denmark imposed sanctions on Norway on Sunday. Norwegian troops attacked Danish ships on Friday.
"""


@cache
def dam() -> View:
    return merge(tuple(reading for path in reports() for reading in read(path)))


@pytest.fixture(scope="module")
def view() -> View:
    return dam()


@pytest.fixture(scope="module")
def countries(tmp_path_factory: pytest.TempPathFactory) -> View:
    path = tmp_path_factory.mktemp("reports") / "herring.txt"
    path.write_text(PUBLIC, encoding="utf-8")
    return merge(tuple(read(path)))


def documents(lines: Iterable[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in lines]


def test_every_plover_type_has_a_quad_and_a_score() -> None:
    assert set(TYPES) == {kind for kind in Kind if kind.is_plover}
    assert {quad for quad, _ in TYPES.values()} == {1, 2, 3, 4}
    # Cooperation counts up, conflict down.
    assert all((score > 0) == (quad <= 2) for quad, score in TYPES.values())


def test_plover_tells_each_entry_once_and_leaves_own_kinds_out(view: View) -> None:
    found = documents(plover(view))
    plover_entries = [e for e in view.entries if e.kind.is_plover and (e.speaker or e.party)]
    told = [d for d in found if d["firstmove"]["told_by"] == "speaker"]  # type: ignore[index]
    assert [d["id"] for d in told] == [e.id for e in plover_entries]
    assert {kind for d in found for kind in d["event"]} <= {k.value for k in TYPES}  # type: ignore[attr-defined]
    counted = left_out(view)
    assert counted.own_kind + counted.nobody + len(told) == len(view.entries)
    for document in found:
        assert {"id", "date", "actor", "recipient", "event", "quad_code"} <= document.keys()
        report = view.report(document["cite_info"]["citation"])  # type: ignore[index]
        for place in document["firstmove"]["places"]:  # type: ignore[index]
            assert report.text[place["start"] : place["end"]] == place["quote"]


def test_countries_have_their_codes(countries: View) -> None:
    found = documents(plover(countries))
    codes = {a["identifier_text"]: a.get("code") for d in found for a in d["actor"]}  # type: ignore[attr-defined]
    assert codes["Denmark"] == "DNK"
    assert codes["Norway"] == "NOR"


def test_what_the_outlet_tells_as_done_is_an_event_without_speaker(countries: View) -> None:
    assert countries.events, "the reader found no event: the text of this test must be mended"
    found = [d for d in documents(plover(countries)) if d["firstmove"]["told_by"] == "outlet"]  # type: ignore[index]
    assert [d["event"] for d in found] == [[event.kind.value] for event in countries.events]


def test_polecat_has_its_forty_columns(view: View) -> None:
    heading, *lines = polecat(view)
    assert len(COLUMNS) == 40
    assert heading.rstrip("\n").split("\t") == list(COLUMNS)
    events = [dict(zip(COLUMNS, line.rstrip("\n").split("\t"), strict=True)) for line in lines]
    assert len(events) == len(list(plover(view)))
    for event in events:
        assert event["Quad Code"] in QUADS
        assert Kind(event["Event Type"]).is_plover
        assert re.fullmatch(r"\d{4}-\d\d-\d\d|None", event["Event Date"])
        assert float(event["Intensity"])
    additions = [line.split("\t") for line in polecat_additions(view)]
    assert [line[0] for line in additions[1:]] == [event["Event ID"] for event in events]
    assert len({len(line) for line in additions}) == 1


def test_csv_tells_every_statement_and_reads_back(view: View) -> None:
    found = list(csv.DictReader(io.StringIO("".join(csv_lines(view)), newline="")))
    assert sorted(row["statement"] for row in found) == sorted(s.id for s in view.statements)
    for row in found:
        statement = view.statement(row["statement"])
        assert restored(row["content"]) == statement.quote
        assert json.loads(row["content_places"]) == [[s.start, s.end] for s in statement.content]


@given(st.text())
def test_no_cell_begins_a_formula_and_all_come_back(cell: str) -> None:
    assert restored(defused(cell)) == cell
    assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", defused(cell))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(min_size=1), min_size=8, max_size=8), st.sampled_from(FORMS))
def test_hostile_names_break_no_line(words: list[str], form: Form) -> None:
    view = dam()
    names = dict(zip(sorted({e.party for e in view.entries}), words, strict=False))
    hostile = replace(
        view,
        entries=tuple(
            replace(e, party=names.get(e.party, "x"), speaker="=1+1\t\n\x00\"'\u202e")
            for e in view.entries
        ),
    )
    text = "".join(form(hostile)).encode("utf-8", "replace").decode()
    if form is csv_lines:
        found = list(csv.reader(io.StringIO(text, newline="")))
        assert len({len(row) for row in found}) == 1
        assert not any(cell.startswith("=") for row in found for cell in row)
    elif form in (polecat, polecat_additions):
        lines = text.split("\n")[:-1]
        assert len({line.count("\t") for line in lines}) == 1
        assert not any(cell.startswith("=") for line in lines for cell in line.split("\t"))
    else:
        assert all(json.loads(line) for line in text.split("\n")[:-1])


def test_annotations_are_of_the_web_annotation_model(view: View) -> None:
    found = documents(web_annotations(view))
    assert {d["id"] for d in found} == {f"urn:firstmove:{s.id}" for s in view.statements}
    for document in found:
        assert document["@context"][0] == "http://www.w3.org/ns/anno.jsonld"  # type: ignore[index]
        assert document["type"] == "Annotation"
        for target in document["target"]:  # type: ignore[attr-defined]
            report = view.report(target["firstmove:report"])
            position, quote = target["selector"]
            start, end = position["start"], position["end"]
            assert position["type"] == "TextPositionSelector"
            assert quote["type"] == "TextQuoteSelector"
            assert report.text[start:end] == quote["exact"]
            assert report.text[:start].endswith(quote["prefix"])
            assert report.text[end:].startswith(quote["suffix"])


@pytest.mark.parametrize("form", FORMS)
def test_without_text_no_words_of_a_report_are_left_but_names(view: View, form: Form) -> None:
    text = "".join(form(view, text=False))
    names = {e.speaker for e in view.entries} | {e.party for e in view.entries}
    names |= {event.actor.name for event in view.events}
    for statement in view.statements:
        condition = (statement.condition.span,) if statement.condition else ()
        for span in (*statement.content, *condition):
            if len(span.quote.split()) >= 3 and span.quote not in names:
                assert span.quote not in text
                if form is web_annotations:
                    assert hashlib.sha256(span.quote.encode()).hexdigest() in text
    for report in view.reports:
        assert not report.title or report.title not in text


def test_parquet_holds_the_rows_of_the_table(view: View, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "case.parquet"
    parquet(view, path)
    assert pq.read_table(path).to_pylist() == list(rows(view))
    parquet(view, path, text=False)
    assert not any(row[name] for row in pq.read_table(path).to_pylist() for name in WORDS)


def test_one_party(view: View) -> None:
    found = list(rows(view, party="karvenia"))
    assert found
    assert {row["party"] for row in found} == {"Karvenia"}
    with pytest.raises(FirstmoveError, match="Karvenia"):
        list(rows(view, party="Nowhere"))


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "dam.case"
    with Ledger.open(case) as ledger:
        ledger.add([reading for path in reports() for reading in read(path)])
    out = tmp_path / "events.tsv"
    app(["export", str(case), "--as", "polecat", "--out", str(out)], standalone_mode=False)
    assert out.read_text(encoding="utf-8").startswith("Event ID\t")
    assert (tmp_path / "events.additions.tsv").exists()
    assert "WARN" not in out.read_text(encoding="utf-8")
    assert "no type" in capsys.readouterr().err
    app(["export", str(case), "--as", "jsonl"], standalone_mode=False)
    assert capsys.readouterr().out.startswith('{"@context"')
    assert not list(tmp_path.glob(".*.part"))
