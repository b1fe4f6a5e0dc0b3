"""One sentence for a verdict, from fixed templates: option labels and names, nothing else."""

from __future__ import annotations

from firstmove.analysis.result import Improvement, Verdict
from firstmove.conflict import Conflict

NAMES = {"nash": "Nash", "gmr": "GMR", "smr": "SMR", "seq": "SEQ", "sim": "SIM", "sseq": "SSEQ"}


def sentence(verdict: Verdict, conflict: Conflict) -> str:
    """Why the state is stable for the decision maker under the concept, or why it is not."""
    who = conflict.decision_maker(verdict.decision_maker).name
    concept = NAMES.get(verdict.concept, verdict.concept.upper())
    holds = "would hold" if verdict.stable else "would not hold"
    head = f"{verdict.state} {holds} for {who} ({concept})"
    if not verdict.improvements:
        return f"{head}: no move of its own leads to a state it prefers."
    open_ones = [i for i in verdict.improvements if not i.deterred]
    chosen = (open_ones or list(verdict.improvements))[0]
    move = f"it could {_change(verdict.state, chosen.to, conflict)}, which it prefers"
    if verdict.concept == "nash":
        return f"{head}: {move}."
    if open_ones:
        return f"{head}: {move}, and no reply of the others deters it."
    others = len(verdict.improvements) - 1
    also = "" if not others else f" Each of its {others} other improvements is deterred as well."
    if others == 1:
        also = " Its one other improvement is deterred as well."
    return f"{head}: {move}, {_answer(verdict, chosen, conflict)}.{also}"


def _answer(verdict: Verdict, improvement: Improvement, conflict: Conflict) -> str:
    moves = [
        f"{conflict.decision_maker(step.mover).name} could "
        f"{_change(step.before, step.after, conflict)}"
        + (", which it prefers" if verdict.concept in ("seq", "sim", "sseq") else "")
        for step in improvement.reply
    ]
    worse = f"{improvement.ends}, which it does not prefer to {verdict.state}"
    if verdict.concept == "sim":
        return f"but at the same time {' and '.join(moves)}, and together they make {worse}"
    still = (
        ", and no further move of its own mends that" if verdict.concept in ("smr", "sseq") else ""
    )
    return f"but then {'; then '.join(moves)}, and that leaves it at {worse}{still}"


def _change(before: str, after: str, conflict: Conflict) -> str:
    """What has to be done to get from one state to another: “choose “x” and drop “y” (YN)”."""
    acts = [
        f"{'choose' if new == 'Y' else 'drop'} “{option.label or option.id}”"
        for option, old, new in zip(conflict.options, before, after, strict=True)
        if old != new
    ]
    listed = acts[0] if len(acts) == 1 else f"{', '.join(acts[:-1])} and {acts[-1]}"
    return f"{listed} ({after})"
