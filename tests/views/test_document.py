"""The JSON documents hold every key that others build on."""

from __future__ import annotations

import json
from typing import Any

from firstmove.analysis import analyse
from firstmove.ledger.differing.diff import Added, Changed
from firstmove.ledger.entry import Relation
from firstmove.views import (
    added_document,
    brief_document,
    draft_document,
    ledger_document,
    reading_document,
    solve_document,
)
from tests.views import sample

SPAN = {"start", "end", "quote"}
EVIDENCE = {"entry", "report", "start", "end", "quote"}
REPORT = {"id", "source", "title", "published"}
STATEMENT = {
    "id", "kind", "modality", "negated", "speaker", "cue", "content", "target", "condition",
    "via", "when",
}  # fmt: skip
ENTRY = {
    "id", "relation", "party", "speaker", "kind", "statements", "reports", "witnesses",
    "differences",
}  # fmt: skip


def through_json(document: Any) -> Any:
    """What a reader of the document gets; equal to it, so it is plain data."""
    read = json.loads(json.dumps(document, ensure_ascii=False, allow_nan=False))
    assert read == document
    return read


def check_statement(row: dict[str, Any], text: str) -> None:
    assert set(row) >= STATEMENT
    spans = [*row["cue"], *row["content"], *row["via"]]
    for mention in (row["speaker"], row["target"]):
        if mention is not None:
            assert set(mention) >= SPAN | {"name", "party"}
            spans.append(mention)
    if row["condition"] is not None:
        assert row["condition"]["kind"] in {"if", "only_if", "unless", "iff", "until"}
        spans.append(row["condition"])
    for span in spans:
        assert text[span["start"] : span["end"]] == span["quote"]
    if row["when"] is not None:
        when = row["when"]
        assert set(when) >= {"phrase", "start", "end", "from", "to", "basis"}
        assert text[when["start"] : when["end"]] == when["phrase"]


def test_reading() -> None:
    document = through_json(reading_document(sample.READING))
    assert set(document) >= {"report", "statements", "figures", "problems"}
    assert set(document["report"]) >= REPORT | {"text"}
    assert document["report"]["text"] == sample.A_TEXT
    assert document["report"]["published"] == "2031-11-19"
    assert len(document["statements"]) == 7
    for row in document["statements"]:
        check_statement(row, sample.A_TEXT)
    assert document["statements"][0]["condition"]["kind"] == "only_if"
    assert document["statements"][0]["when"]["from"] == "2031-11-18"
    for figure in document["figures"]:
        assert sample.A_TEXT[figure["start"] : figure["end"]] == figure["quote"]


def test_ledger() -> None:
    document = through_json(ledger_document(sample.VIEW))
    assert set(document) >= {"reports", "statements", "parties", "entries", "origins"}
    assert all(set(r) >= REPORT and "text" not in r for r in document["reports"])
    texts = {report.id: report.text for report in sample.VIEW.reports}
    for row in document["statements"]:
        check_statement(row, texts[row["report"]])
    known = {row["id"] for row in document["statements"]}
    for entry in document["entries"]:
        assert set(entry) >= ENTRY
        assert entry["relation"] in {"agree", "only_one", "differ", "update"}
        assert set(entry["statements"]) <= known
        assert set(entry["reports"]) <= set(texts)
        for difference in entry["differences"]:
            for side in difference["sides"]:
                assert texts[side["report"]][side["start"] : side["end"]] == side["quote"]
    assert document["origins"] == [[sample.A.id, sample.C.id]]


def test_draft() -> None:
    document = through_json(draft_document(sample.DRAFT))
    assert set(document) >= {"decision_makers", "options", "wants", "open_questions", "status_quo"}
    assert document["decision_makers"] == ["Torrance", "Bellmark", "Sana Mireau’s mission"]
    for option in document["options"]:
        assert set(option) >= {"id", "owner", "label", "evidence"}
        assert option["owner"] in document["decision_makers"]
    for want in document["wants"]:
        assert set(want) >= {"decision_maker", "condition", "basis", "evidence"}
        assert want["decision_maker"] in document["decision_makers"]
        assert want["basis"] in {"stated", "inferred", "assumed", "unknown"}
    rows = [*document["options"], *document["wants"], *document["open_questions"]]
    texts = {report.id: report.text for report in sample.VIEW.reports}
    for evidence in (e for row in rows for e in row["evidence"]):
        assert set(evidence) >= EVIDENCE
        assert texts[evidence["report"]][evidence["start"] : evidence["end"]] == evidence["quote"]
    assert document["status_quo"] == dict.fromkeys((o["id"] for o in document["options"]), False)


def test_solve_cuts_states_and_never_counts() -> None:
    analysis = analyse(sample.CONFLICT)
    document = through_json(solve_document(analysis, 2))
    assert set(document) >= {
        "model", "decision_makers", "options", "states", "engine", "equilibria", "stable",
        "seconds",
    }  # fmt: skip
    assert list(document["equilibria"]) == ["nash", "gmr", "smr", "seq", "sim"]
    for concept, found in document["equilibria"].items():
        assert found["count"] == analysis.equilibria[concept].count > 2
        assert len(found["states"]) == 2
        assert all(len(s) == len(document["options"]) for s in found["states"])
        assert set(document["stable"][concept]) == set(document["decision_makers"])
    whole = solve_document(analysis, 10**6)
    assert all(len(f["states"]) == f["count"] for f in whole["equilibria"].values())


def test_brief() -> None:
    document = through_json(brief_document(sample.brief()))
    assert document["ledger"] == ledger_document(sample.VIEW)
    assert document["draft"] == draft_document(sample.DRAFT)
    assert (
        document["what_holds"]["equilibria"]
        == (solve_document(analyse(sample.CONFLICT), 100)["equilibria"])
    )
    assert document["summary"]["sentences"]
    assert [r["letter"] for r in document["reports"]] == ["A", "B", "C"]


def test_added() -> None:
    added = Added(
        (sample.B.id,),
        (sample.A.id,),
        ("e-open",),
        (Changed("e-shut", Relation.ONLY_ONE, Relation.DIFFER),),
    )
    document = through_json(added_document(added, sample.VIEW))
    assert document["new_reports"] == [sample.B.id]
    assert document["changed"] == [{"entry": "e-shut", "before": "only_one", "after": "differ"}]
