"""Names that the tagger takes for a body's, and that may be somebody's: "Tamsin Ardle".

As far as nothing else is told of such a name, whom "he" means is left open.
"""

from __future__ import annotations

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token
from firstmove.reading.people.body_kinds import ORGANS
from firstmove.reading.people.callings import called_by, is_thing, names_body
from firstmove.reading.people.cast import Cast

_PLACES = ("GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART")
_LAST_OF_BODIES = roles.COMPANY_ENDINGS | roles.BODY_ENDINGS | ORGANS


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
    led = any(c.dep_ == "det" for c in name.children)
    return led or is_thing(name) or any(names_body(noun) for noun in called_by(name))
