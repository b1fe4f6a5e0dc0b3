"""firstmove: from reports of a dispute to what would hold and who would have to move first.

Five calls make the whole way: ``read`` reports, ``Ledger.add`` what was read, ``draft`` a model,
``analyse`` it, and ``Brief.of`` puts all of it on one page. The names below are the public ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.rooms import lazily

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

lazily(
    __name__,
    {
        "analysis": "Analysis analyse",
        "conflict": "Conflict",
        "drafting": "Draft draft",
        "errors": "FirstmoveError",
        "ledger": "Ledger",
        "reading": "read",
        "report": "Report",
        "statement": "Statement",
        "views": "Brief",
    },
)

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
