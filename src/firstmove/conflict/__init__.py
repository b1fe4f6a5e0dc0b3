"""The conflict model: its values, its condition language, its files."""

from __future__ import annotations

from firstmove.conflict.condition import (
    And,
    Condition,
    If,
    Iff,
    Name,
    Not,
    OnlyIf,
    Or,
    Unless,
    is_name,
)
from firstmove.conflict.file import load_model, parse_model
from firstmove.conflict.gmcr import parse_gmcr, read_gmcr
from firstmove.conflict.gmcr_write import dump_gmcr, gmcr_losses
from firstmove.conflict.ids import make_id
from firstmove.conflict.language import parse_condition
from firstmove.conflict.model import (
    Basis,
    Conflict,
    DecisionMaker,
    Direction,
    Evidence,
    Impossible,
    OpenQuestion,
    Option,
    State,
    StatusQuo,
    Want,
)
from firstmove.conflict.problem import Problem
from firstmove.conflict.rewrite import dump_model
from firstmove.conflict.states import feasible_states, state_of, values_of
from firstmove.conflict.validate import check, problems

__all__ = [
    "And",
    "Basis",
    "Condition",
    "Conflict",
    "DecisionMaker",
    "Direction",
    "Evidence",
    "If",
    "Iff",
    "Impossible",
    "Name",
    "Not",
    "OnlyIf",
    "OpenQuestion",
    "Option",
    "Or",
    "Problem",
    "State",
    "StatusQuo",
    "Unless",
    "Want",
    "check",
    "dump_gmcr",
    "dump_model",
    "feasible_states",
    "gmcr_losses",
    "is_name",
    "load_model",
    "make_id",
    "parse_condition",
    "parse_gmcr",
    "parse_model",
    "problems",
    "read_gmcr",
    "state_of",
    "values_of",
]
