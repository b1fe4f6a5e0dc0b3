"""The page of limits has the figures of the code."""

from __future__ import annotations

from firstmove.analysis import exchange, names, picture
from firstmove.analysis.concepts import coalition, limited_moves, sim
from firstmove.analysis.engines import cube, cube_sim, literal, symbolic
from firstmove.analysis.graphs import masks, space
from tests.docs.blocks import ROOT
from tests.docs.tables import rows_of


def test_the_figures_are_those_of_the_code() -> None:
    rows = {row[0]: row[1] for row in rows_of(ROOT / "docs/explanation/limits.md", "Sizes")}
    for what, numbers in {
        "literal engine": (literal.MAX_STATES,),
        "explicit engine": (space.MAX_STATES, space.MAX_OPTIONS, sim.MAX_STATES),
        "cubes engine": (cube.MAX_OPTIONS, cube_sim.MAX_OPTIONS),
        "symbolic engine": (symbolic.MAX_OPTIONS,),
        "sets engine: graph form, unknown preference, strength": (masks.MAX_STATES,),
        "coalitions, evolution, inverse": (masks.MAX_STATES,),
        "all coalitions at once": (coalition.MAX_MAKERS,),
        "limited moves": (2, limited_moves.MAX_STATES, names.MAX_HORIZON),
        "a picture": (picture.MAX_STATES,),
        "GraphML, NetworkX": (exchange.MAX_MOVES,),
    }.items():
        for number in numbers:
            assert f"{number:,}" in rows[what].replace(";", "").split(), what
