"""A ledger in the forms that other programs read: one form a file."""

from __future__ import annotations

from firstmove.views.export.annotation import web_annotations
from firstmove.views.export.parquet import parquet
from firstmove.views.export.plover import plover
from firstmove.views.export.polecat import polecat, polecat_additions
from firstmove.views.export.records import LeftOut, left_out, of_party
from firstmove.views.export.table import csv_lines

__all__ = [
    "LeftOut",
    "csv_lines",
    "left_out",
    "of_party",
    "parquet",
    "plover",
    "polecat",
    "polecat_additions",
    "web_annotations",
]
