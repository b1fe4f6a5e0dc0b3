"""Single names that no list knows and that are of lands, by what they have: "the army of Tarn";
or of lands or bodies by what is told of them: "Velm said it would cut the gas supply to Tarn"."""

from __future__ import annotations

from firstmove.reading.lexicon import roles
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.people.countries import office_of
from firstmove.reading.people.given_names import likely_gender
from firstmove.reading.people.not_own import BRINGING
from firstmove.reading.people.runs import Run

# What lands have, and hardly anybody alone.
_THEIRS = (roles.STATEHOOD | {"delegation", "capital", "president", "airspace"}) - {"king", "queen"}
_POSSESSIVE = ("'s", "’s", "'", "’")
_BEFORE = _THEIRS | {"official", "diplomat"}


def lands(runs: list[Run]) -> set[str]:
    """Names of one word, never told with another one or with a title, that have what states have;
    and those told in one breath with these: "Tarn and Velm"."""
    full = {word.text for run in runs if len(run.name) > 1 or run.title for word in run.name}
    alone = [
        run.name[0]
        for run in runs
        if len(run.name) == 1
        and not run.title
        and run.name[0].text not in full
        and not likely_gender(run.name[0].text)
        and not office_of(run.name[0].text, None)
    ]
    found = {name.text for name in alone if _has_a_state(name) or _says_it(name)}
    for name in alone:
        pair = {name.text, *(c.text for c in name.children if c in alone and c.dep_ == "conj")}
        if pair & found:
            found |= pair
    return found


def _has_a_state(name: Token) -> bool:
    if name.dep_ == "pobj" and name.head.lower_ == "of":
        return lemma(name.head.head) in _THEIRS
    if name.i + 2 < name.sent.end and name.nbor(1).text in _POSSESSIVE:
        owned = name.nbor(2)  # wherever the parser hangs it
        while owned.i + 1 < name.sent.end and owned.nbor(1).pos_ in ("NOUN", "PROPN"):
            owned = owned.nbor(1)
        return lemma(owned) in _THEIRS or lemma(name.nbor(2)) in _THEIRS
    return (
        name.dep_ in ("compound", "nmod")
        and name.head.i > name.i
        and (lemma(name.head) in _BEFORE and name.head.text.islower())
    )


def _says_it(name: Token) -> bool:
    """ "Velm said it would cut the gas supply to Tarn": told of no person, where whoever else was
    named before is named in that clause too, so that "it" means nobody else."""
    if name.dep_ != "nsubj":
        return False
    for clause in name.head.children:
        if clause.dep_ != "ccomp" or clause.i < name.i or clause.pos_ != "VERB":
            continue
        it = any(c.dep_ == "nsubj" and c.lower_ == "it" for c in clause.children)
        will = any(c.dep_ == "aux" and c.lower_ in ("will", "would") for c in clause.children)
        does = any(c.dep_ == "dobj" for c in clause.children)
        if it and will and does and lemma(clause) not in BRINGING:
            named = {t.text for t in name.doc[: name.i] if t.pos_ == "PROPN"}
            return named <= {name.text, *(t.text for t in clause.subtree)}
    return False
