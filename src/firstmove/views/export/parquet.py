"""The table of tellings as a Parquet file; needs the extra ``firstmove[parquet]``."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from firstmove.errors import FirstmoveError
from firstmove.ledger.entry import View
from firstmove.views.export.table import COLUMNS, rows

BATCH = 10_000  # rows written at a time


def parquet(view: View, path: Path, *, party: str = "", text: bool = True) -> None:
    """Write the file at ``path``. Raises FirstmoveError where pyarrow is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise FirstmoveError(
            "Parquet needs the library pyarrow, which is not installed",
            remedy="pip install 'firstmove[parquet]', or export with --as csv.",
        ) from error
    types: dict[type, Any] = {
        str: pyarrow.string(),
        int: pyarrow.int64(),
        float: pyarrow.float64(),
        bool: pyarrow.bool_(),
    }
    schema = pyarrow.schema([(name, types[kind]) for name, kind in COLUMNS.items()])
    found = rows(view, party=party, text=text)
    with pyarrow.parquet.ParquetWriter(path, schema) as writer:
        while True:
            batch = list(islice(found, BATCH))
            writer.write_table(pyarrow.Table.from_pylist(batch, schema=schema))
            if len(batch) < BATCH:
                return
