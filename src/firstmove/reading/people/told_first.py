"""Of whom words tell that come before their speaker: "Zbriv Orel would sign it, he told reporters".

Whoever is told of there is the one that "he" means, who carries those words.
"""

from __future__ import annotations

from firstmove.reading.parsing.clauses import Token


def told_of_first(pronoun: Token) -> Token | None:
    """ "Orel" for "he" in "Zbriv Orel would sign it, he told reporters"; None for other words."""
    if pronoun.dep_ != "nsubj":
        return None
    for clause in pronoun.head.children:
        if clause.dep_ == "ccomp" and clause.i < pronoun.i:
            return next((c for c in clause.children if c.dep_ == "nsubj"), None)
    return None


def carried_by_he(name: Token) -> bool:
    """Whether "he" or "she" carries words that come first and tell of that name."""
    by = [c for c in name.head.head.children if c.lower_ in ("he", "she") and c.i > name.head.i]
    return any(told_of_first(pronoun) == name for pronoun in by)
