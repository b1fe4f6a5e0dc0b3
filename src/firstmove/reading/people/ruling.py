"""Which party of a report is "the ruling party", and which is not."""

from __future__ import annotations

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.cast import Cast
from firstmove.reading.people.leads import lead_of, owner_of
from firstmove.reading.people.side import presides

RULING = frozenset({"ruling", "governing"})


def rules_told(cast: Cast, name: Token) -> bool | None:
    """True for "the ruling Kiln Party", "the Kiln Party, the governing party"; False for "the
    opposition Kiln Party" and for "Roe's party, the Kiln Party", where Roe governs nothing; None
    where neither is told."""
    nouns = [name, *(c for c in name.children if c.dep_ == "appos")]
    if name.dep_ == "appos" and name.head.i < name.i:
        nouns.append(name.head)
    words = {t.lower_ for noun in nouns for t in (*lead_of(noun), *noun.lefts)}
    if words & RULING:
        return True
    if words & roles.APART:
        return False
    for noun in nouns:
        owner = owner_of(noun)
        person = cast.by_head.get(owner.i) if owner is not None else None
        if person is not None and lemma(noun) in ("party", "coalition", "bloc", "alliance"):
            return None if any(presides(r) or roles.is_minister(r) for r in person.roles) else False
    return None
