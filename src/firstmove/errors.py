"""What can go wrong, said so that the reader can mend it: what, where, how."""

from __future__ import annotations


class FirstmoveError(Exception):
    """Base of every error that firstmove raises on purpose.

    ``what`` says what is wrong, ``where`` names the file and line (or the value), ``remedy`` says
    what to do or what is allowed. ``str()`` joins them in that order.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(what)

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}\n  {self.remedy}" if self.remedy else head


class ReportError(FirstmoveError):
    """A report that cannot be read."""


class ModelError(FirstmoveError):
    """A conflict model that says something impossible or unknown."""


class CaseError(FirstmoveError):
    """A case file that cannot be opened or written."""


class AnalysisError(FirstmoveError):
    """A question that the analysis cannot answer, and why."""


class WeightsError(FirstmoveError):
    """A file of a trained model that is missing, or is not the one that firstmove came with."""
