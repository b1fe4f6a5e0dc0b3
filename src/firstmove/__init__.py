"""firstmove: from reports of a dispute to what would hold and who would have to move first.

Five calls make the whole way: ``read`` reports, ``Ledger.add`` what was read, ``draft`` a model,
``analyse`` it, and ``Brief.of`` puts all of it on one page. The names below are the public ones.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firstmove.analysis import Analysis, analyse
    from firstmove.conflict import Conflict
    from firstmove.drafting import Draft, draft
    from firstmove.errors import FirstmoveError
    from firstmove.ledger import Ledger
    from firstmove.reading import read
    from firstmove.report import Report
    from firstmove.statement import Statement
    from firstmove.views import Brief

__version__ = "0.1.0"

_HOME = {
    "Analysis": "analysis",
    "Brief": "views",
    "Conflict": "conflict",
    "Draft": "drafting",
    "FirstmoveError": "errors",
    "Ledger": "ledger",
    "Report": "report",
    "Statement": "statement",
    "analyse": "analysis",
    "draft": "drafting",
    "read": "reading",
}

__all__ = [
    "Analysis",
    "Brief",
    "Conflict",
    "Draft",
    "FirstmoveError",
    "Ledger",
    "Report",
    "Statement",
    "analyse",
    "draft",
    "read",
]


def __getattr__(name: str) -> Any:
    """Load a room when a name of it is first used, so that ``import firstmove`` stays light."""
    if name in _HOME:
        return getattr(import_module(f"firstmove.{_HOME[name]}"), name)
    raise AttributeError(f"module 'firstmove' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
