"""What a plan lays out: "a deal under which Velm would free the men and Oske would leave"."""

from __future__ import annotations

from firstmove.reading.parsing.predicates import Token, children

_PLANS = frozenset(
    """accord agreement arrangement compromise deal draft framework initiative formula offer pact
    package plan proposal roadmap scheme settlement truce""".split()
)
_WITHIN = frozenset("by in under".split())


def laid_out(noun: Token) -> Token | None:
    """The first clause of what would be done; None for other nouns."""
    if noun.lemma_.lower() not in _PLANS:
        return None
    for clause in children(noun, "relcl"):
        modal = any(c.lower_ in ("would", "will", "should") for c in children(clause, "aux"))
        led = any(
            prep.lower_ in _WITHIN and any(w.lower_ == "which" for w in children(prep, "pobj"))
            for prep in children(clause, "prep")
        )
        if modal and led and children(clause, "nsubj", "nsubjpass"):
            return clause
    return None
