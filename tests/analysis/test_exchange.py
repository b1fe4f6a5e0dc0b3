"""GraphML, NetworkX, tables, CSV and the notebook's table."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from firstmove.analysis import analyse
from firstmove.analysis.exchange import (
    stability_rows,
    state_rows,
    to_csv,
    to_graphml,
    to_networkx,
)
from firstmove.conflict import (
    And,
    Conflict,
    DecisionMaker,
    Name,
    Not,
    Option,
    State,
    Want,
    load_model,
)
from firstmove.errors import AnalysisError
from firstmove.examples import model as bundled
from tests.analysis.outright import Outright
from tests.analysis.test_sets import model

NS = {"g": "http://graphml.graphdrawing.org/xmlns"}


def test_graphml_holds_every_state_and_move() -> None:
    for seed in range(12):
        conflict = model(seed)
        oracle = Outright(conflict)
        analysis = analyse(conflict, ["nash", "gmr.c"])
        root = ElementTree.fromstring(to_graphml(conflict, analysis))
        nodes = root.findall(".//g:node", NS)
        assert [node.get("id") for node in nodes] == list(analysis.possible)
        edges = set()
        for edge in root.findall(".//g:edge", NS):
            data = {d.get("key"): d.text for d in edge}
            mover, s, q = data["edge.mover"], edge.get("source"), edge.get("target")
            assert mover
            assert s
            assert q
            edges.add((mover, s, q))
            better = oracle.relation[mover, s, q] in (">", ">>")
            assert data["edge.improves"] == str(better).lower()
        assert edges == {(i, s, q) for (i, s), to in oracle.moves.items() for q in to}
        for node in nodes:
            data = {d.get("key"): d.text for d in node}
            for key in ("nash", "gmr.c"):
                found = node.get("id") in analysis.equilibria[key]
                assert data[f"node.{key}"] == str(found).lower()


def test_names_cannot_break_the_file() -> None:
    hostile = Conflict(
        'a"<b>&\x00\x1b', (DecisionMaker("a", "A", moves=(("s", "t"),)),), (),
        states=(State("s", '</data><x y="\x01'), State("t")),
    )  # fmt: skip
    root = ElementTree.fromstring(to_graphml(hostile))
    label = root.find(".//g:node/g:data", NS)
    assert label is not None
    assert label.text == '</data><x y="'
    html = analyse(hostile, ["nash"])._repr_html_()
    assert "<b>&" not in html
    assert "<x" not in html


def test_networkx() -> None:
    pytest.importorskip("networkx")
    elmira = load_model(bundled("elmira"))
    graph = to_networkx(elmira, analyse(elmira, ["nash"]))
    assert graph.number_of_nodes() == 12
    assert [s for s, data in graph.nodes(data=True) if data["now"]] == ["NYNNN"]
    assert {s for s, data in graph.nodes(data=True) if data["nash"]} == set(
        analyse(elmira, ["nash"]).equilibria["nash"]
    )
    assert graph["NYNNN"]["NYNNY"]["local"]["improves"]


def test_networkx_reads_the_graphml(tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx")
    for seed in range(12):
        conflict = model(seed)
        analysis = analyse(conflict, ["nash", "gmr"])
        path = tmp_path / f"{seed}.graphml"
        path.write_text(to_graphml(conflict, analysis), encoding="utf-8")
        read = networkx.read_graphml(path, force_multigraph=True)
        made = to_networkx(conflict, analysis)
        assert dict(read.nodes(data=True)) == dict(made.nodes(data=True))
        edges = [
            sorted((a, b, data["mover"], data["improves"]) for a, b, data in g.edges(data=True))
            for g in (read, made)
        ]
        assert edges[0] == edges[1]


def test_without_networkx_the_error_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(AnalysisError, match="NetworkX is not installed"):
        to_networkx(load_model(bundled("elmira")))


def test_tables() -> None:
    elmira = load_model(bundled("elmira"))
    analysis = analyse(elmira, ["nash", "seq"])
    rows = list(csv.DictReader(StringIO(to_csv(state_rows(analysis)))))
    assert len(rows) == 12
    assert [row["number"] for row in rows] == [str(n) for n in range(1, 13)]
    (now,) = (row for row in rows if row["now"] == "1")
    assert (now["state"], now["uniroyal.delay"], now["moe.modify"]) == ("NYNNN", "Y", "N")
    assert {r["state"] for r in rows if r["seq"] == "1"} == set(analysis.equilibria["seq"])
    tidy = list(csv.DictReader(StringIO(to_csv(stability_rows(analysis)))))
    assert len(tidy) == 12 * 2 * 3
    for row in tidy:
        states = analysis.stable[row["concept"]][row["decision_maker"]]
        assert (row["state"] in states) == (row["stable"] == "1")


def test_csv_is_safe_to_open_in_a_spreadsheet() -> None:
    """No cell begins a formula; commas, quotes and line ends stay inside their cell."""
    bad = ["=cmd()", "+1", "-1", "@x", "\tx", "\nx"]
    odd = ["a,b", 'say "x"', "two\nlines", "plain", "Ü"]
    rows: list[dict[str, str | int]] = [
        {"=name": text, "n": -3} for text in (*bad, *odd, "one\rtwo")
    ]
    made = to_csv(iter(rows))
    first, *rest = csv.reader(StringIO(made, newline=""))
    assert first == ["'=name", "n"]
    assert [cell for cell, _ in rest] == [*(f"'{text}" for text in bad), *odd, "one\ntwo"]
    assert {n for _, n in rest} == {"-3"}, "numbers stay numbers"


def test_an_option_named_as_a_column_keeps_its_own() -> None:
    conflict = Conflict(
        "names", (DecisionMaker("a", "A"),),
        tuple(Option(name, "a", name) for name in ("state", "nash", "now", "else")),
    )  # fmt: skip
    analysis = analyse(conflict, ["nash"])
    for row in state_rows(analysis):
        given = (row["option:state"], row["option:nash"], row["option:now"], row["else"])
        assert "".join(map(str, given)) == row["state"]
        assert row["nash"] == 1


def test_a_mark_in_the_notebook_means_that_the_state_holds() -> None:
    """Also where it is far down the list of one concept and early in that of another."""
    names = [f"a.o{k}" for k in range(9)]
    last = And(tuple(Name(name) for name in names))
    conflict = Conflict(
        "far",
        (DecisionMaker("a", "A", (Want(last),)), DecisionMaker("b", "B", (Want(Not(last)),))),
        (*(Option(name, "a", name) for name in names), Option("b.x", "b", "x")),
    )  # fmt: skip
    analysis = analyse(conflict, ["nash", "gmr"])
    assert "Y" * 9 + "N" in analysis.equilibria["nash"]
    root = ElementTree.fromstring(f"<div>{analysis._repr_html_()}</div>")
    for line in root.findall(".//tbody/tr"):
        state, *marks = ("".join(cell.itertext()) for cell in line)
        for concept, mark in zip(analysis.concepts, marks, strict=True):
            assert (mark == "✓") is (state.split()[0] in analysis.equilibria[concept])


def test_the_notebook_table() -> None:
    analysis = analyse(load_model(bundled("elmira")), ["nash", "gmr"])
    html = analysis._repr_html_()
    assert "<th>Nash (6)</th>" in html
    assert "<code>NYNNY</code>" in html
    assert ElementTree.fromstring(f"<div>{html}</div>") is not None


def test_too_large_a_graph_is_an_honest_error() -> None:
    names = [f"a.o{k}" for k in range(10)]
    conflict = Conflict("wide", (DecisionMaker("a", "A"),), tuple(Option(n, "a", n) for n in names))
    with pytest.raises(AnalysisError, match="1,047,552 moves"):
        to_graphml(conflict)
    assert to_graphml(replace(conflict, options=conflict.options[:3]))
