"""Which engine solves a conflict, and why: the reason is part of the answer."""

from __future__ import annotations

from importlib.util import find_spec

from firstmove.analysis.engine import Engine
from firstmove.conflict import Conflict
from firstmove.errors import AnalysisError

ENGINES = ("literal", "explicit", "cubes", "symbolic", "sets")

_SMALL = 20  # options up to which all states fit into arrays whatever is impossible
_LARGE = 24  # options up to which they do without an hour or the machine's memory
_FEW = 1 << 18  # possible states that are listed rather than kept among all


def choose(conflict: Conflict, name: str) -> tuple[Engine, str]:
    """The engine of this name, or for "auto" the quickest that can do the conflict.

    Raises AnalysisError for an unknown name, and where a library that the engine needs is missing.
    """
    if name not in ("auto", *ENGINES):
        raise AnalysisError(
            f"there is no engine “{name}”", remedy=f"choose from auto, {', '.join(ENGINES)}"
        )
    reason = "asked for"
    if name == "auto":
        name, reason = _fitting(conflict)
    engine = _make(name)
    return engine, f"{reason}; it takes {engine.limit}"


def _fitting(conflict: Conflict) -> tuple[str, str]:
    options = len(conflict.options)
    if options <= _SMALL:
        return "cubes", f"with {options} options all states fit into arrays"
    if _few_states(conflict):
        return "explicit", f"of 2^{options} states so few are possible that they can be listed"
    if options <= _LARGE:
        return "cubes", f"with {options} options all states fit into arrays"
    return "symbolic", f"2^{options} states are too many to visit one by one"


def _few_states(conflict: Conflict) -> bool:
    from firstmove.analysis.graphs.space import possible_codes  # loads numpy

    if not conflict.impossible:
        return False
    try:
        possible_codes(conflict, _FEW)
    except AnalysisError as error:
        return "no state is possible" in error.what  # which the engine will say again
    return True


def _make(name: str) -> Engine:
    # Each loads numpy or more, which a user who only reads reports need not wait for.
    if name == "literal":
        from firstmove.analysis.engines.literal import LiteralEngine

        return LiteralEngine()
    if name == "explicit":
        from firstmove.analysis.engines.explicit import ExplicitEngine

        return ExplicitEngine()
    if name == "cubes":
        from firstmove.analysis.engines.cubes import CubesEngine

        return CubesEngine()
    if name == "sets":
        from firstmove.analysis.engines.sets import SetsEngine

        return SetsEngine()
    if find_spec("dd") is None:
        raise AnalysisError(
            "the symbolic engine needs the library dd, which is not installed",
            remedy="pip install 'firstmove[symbolic]'; or leave options out, so that another "
            f"engine can do it (up to {_LARGE} options, or few possible states)",
        )
    from firstmove.analysis.engines.symbolic import SymbolicEngine

    return SymbolicEngine()
