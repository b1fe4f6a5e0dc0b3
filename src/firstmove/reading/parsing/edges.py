"""Moving the edges of a parse."""

from __future__ import annotations

from firstmove.reading.parsing.clauses import Token


def attach(token: Token, head: Token, dep: str) -> None:
    """Hang ``token`` on ``head``; refused where ``head`` hangs on ``token`` already."""
    if any(above.i == token.i for above in (head, *head.ancestors)):
        return
    token.doc.hang(token, head, dep)


def swap_root(old: Token, new: Token, dep: str) -> None:
    """``new``, which hangs on ``old``, takes its place; ``old`` then hangs on it as ``dep``."""
    place, above = old.dep_, old.head
    if place == "ROOT" or above.i == old.i:
        new.doc.hang(new, new, "ROOT")
    else:
        new.doc.hang(new, above, place)
    old.doc.hang(old, new, dep)
