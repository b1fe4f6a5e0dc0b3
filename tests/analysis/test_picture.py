"""The picture of states and moves: every state, every move, and nothing that breaks the file."""

from __future__ import annotations

from itertools import combinations
from math import dist
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
TEXT = "{http://www.w3.org/2000/svg}text"


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
    assert svg.count("<rect") == 2  # the status quo is one of the equilibria: a double square
    assert to_svg(elmira, analyse(elmira), "nash").count("<rect") == 1
    assert "double: would hold (GMR)" in svg
    assert "3: accept the order as it then stands" in svg
    assert "Ministry of the Environment" in svg


def test_past_some_states_only_gains_are_drawn_and_that_is_said() -> None:
    large = free(5)
    few, all_ = to_svg(large), to_svg(large, all_moves=True)
    assert "moves without a gain are not drawn" in few
    assert "dashed: it does not" in all_
    assert few.count("stroke-dasharray") == 0 < all_.count("stroke-dasharray")
    assert few.count('stroke-width="2"') == all_.count('stroke-width="2"')


def test_long_names_become_numbers_with_a_list() -> None:
    names = ("talks-in-spring", "talks-in-autumn", "no-talks")
    graph = Conflict(
        "long", (DecisionMaker("a", "A", moves=((names[0], names[1]),)),), (),
        states=tuple(State(name, "a state with a long label " * 3) for name in names),
    )  # fmt: skip
    root = ElementTree.fromstring(to_svg(graph))
    shown = [text.text for text in root.findall("s:g/s:text", NS)]
    assert shown == ["1", "2", "3"]
    titles = [title.text for title in root.findall("s:g/s:title", NS)]
    assert [title.split(":")[0] for title in titles if title] == list(names)
    listed = [(t.text or "", t.findtext("s:title", "", NS)) for t in root.findall("s:text", NS)]
    for nth, name in enumerate(names, start=1):
        assert any(whole.startswith(f"{nth}: {name}") for _, whole in listed)


def test_nothing_lies_outside_the_picture_or_over_its_neighbour() -> None:
    for conflict in (free(4), free(6), load_model(bundled("elmira")), random_graph(4)):
        root = ElementTree.fromstring(to_svg(conflict))
        width, height = (float(root.get(side, "0")) for side in ("width", "height"))
        texts = [(float(t.get("x", "0")), float(t.get("y", "0"))) for t in root.iter(TEXT)]
        assert all(0 < x < width and 0 < y < height for x, y in texts)
        states = [
            (float(t.get("x", "0")), float(t.get("y", "0"))) for t in root.findall("s:g/s:text", NS)
        ]
        assert all(dist(a, b) > 2 * 26 for a, b in combinations(states, 2))
        rows = [
            (float(t.get("x", "0")), float(t.get("y", "0"))) for t in root.findall("s:text", NS)
        ]
        assert all(abs(a[1] - b[1]) >= 16 for a, b in combinations(rows, 2))


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
    with pytest.raises(AnalysisError, match="128 states, too many"):
        to_svg(free(7))
    elmira = load_model(bundled("elmira"))
    with pytest.raises(AnalysisError, match="was not analysed"):
        to_svg(elmira, analyse(elmira, ["nash"]), "seq")
