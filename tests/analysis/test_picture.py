"""The picture of states and moves: every state, every move, and nothing that breaks the file."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from firstmove.analysis import analyse
from firstmove.analysis.picture import to_svg
from firstmove.conflict import Conflict, DecisionMaker, State, load_model
from firstmove.errors import AnalysisError
from firstmove.examples import model as bundled
from tests.analysis.outright import Outright, random_graph
from tests.analysis.test_laws import free

NS = {"s": "http://www.w3.org/2000/svg"}


def test_every_state_and_move_is_drawn() -> None:
    for seed in range(30):
        conflict = random_graph(seed)
        oracle = Outright(conflict)
        svg = to_svg(conflict, analyse(conflict, ["seq"]))
        root = ElementTree.fromstring(svg)
        assert svg == to_svg(conflict, analyse(conflict, ["seq"]))
        assert len(root.findall("s:g", NS)) == len(oracle.states)
        arrows = root.findall("s:path", NS)
        assert len(arrows) == sum(map(len, oracle.moves.values()))
        thick = [a for a in arrows if a.get("stroke-width") == "2"]
        assert len(thick) == sum(len(oracle.better(i, s)) for i, s in oracle.moves)


def test_elmira() -> None:
    elmira = load_model(bundled("elmira"))
    svg = to_svg(elmira, analyse(elmira), "gmr")
    assert svg.count("<rect") == 1
    assert "double: would hold (GMR)" in svg
    assert svg.count('stroke-width="2"/></g>') == 0
    assert "Ministry of the Environment" in svg


def test_labels_cannot_break_the_file() -> None:
    hostile = Conflict(
        '</title><script>{y}', (DecisionMaker("a", 'A"><b>{y}'),), (),
        states=(State("s", "<x>\x00"), State("t")),
    )  # fmt: skip
    svg = to_svg(hostile)
    ElementTree.fromstring(svg)
    assert "<script" not in svg
    assert "<b>" not in svg
    assert "<x>" not in svg


def test_what_cannot_be_drawn() -> None:
    with pytest.raises(AnalysisError, match="64 states, too many"):
        to_svg(free(6))
    elmira = load_model(bundled("elmira"))
    with pytest.raises(AnalysisError, match="was not analysed"):
        to_svg(elmira, analyse(elmira, ["nash"]), "seq")
