"""Of whom words tell that come before their speaker: "Zbriv Orel would sign it, he told reporters".

Whoever is told of there is the one that "he" means, who carries those words; a name that may be
somebody's is then somebody's, as far as nothing else is told of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token
from firstmove.reading.people.body_kinds import ORGANS
from firstmove.reading.people.callings import is_thing, names_body

if TYPE_CHECKING:
    from firstmove.reading.people.cast import Cast

_PLACES = ("GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART")
_LAST_OF_BODIES = roles.COMPANY_ENDINGS | roles.BODY_ENDINGS | ORGANS


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


def may_be_somebody(cast: Cast, name: Token | None) -> bool:
    """Whether two words that the tagger takes for a body's name may be somebody's as well."""
    if name is None or name.i not in cast.bodies or name.ent_type_ in _PLACES:
        return False
    words = cast.bodies[name.i]
    if words.count(" ") != 1 or words.lower().startswith("the "):
        return False
    if words.split()[-1].lower() in _LAST_OF_BODIES or words in cast.fuller:
        return False
    heads = [cast.token(index) for index, told in cast.bodies.items() if told == words]
    return not any(head is not None and _is_body(head) for head in heads)


def _is_body(name: Token) -> bool:
    """ "Tarn Ferro, a carrier,", "the firm Tarn Ferro", "the Tarn Ferro", "Tarn Ferro's boss"."""
    beside = [c for c in name.children if c.dep_ == "appos"]
    beside += [name.head] if name.dep_ in ("appos", "compound") else []
    led = any(c.dep_ == "det" for c in name.children)
    return led or is_thing(name) or any(names_body(noun) for noun in beside)
