"""Who would undo what was done: who holds the sailors frees them, who set the levy lifts it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from firstmove.reading.acts.forms import is_small_clause
from firstmove.reading.page import Page
from firstmove.reading.people.somebody import somebody
from firstmove.statement import Statement

_HELD = "arrest capture detain hold imprison jail keep seize"
_SET = "announce impose introduce levy order place set"
# What is done, by what undoes it.
_UNDONE = {
    undoing: frozenset(done.split())
    for words, done in (
        ("free freedom release return handover", _HELD),
        ("abolish cancel drop ease end lift remove scrap suspend", _SET),
        ("open reopen unblock", "block close seal shut"),
        ("withdraw withdrawal", f"deploy mass send station {_SET}"),
        ("reinstate readmit", "dismiss expel fire sack suspend"),
    )
    for undoing in words.split()
}
_NEAR = 60  # words back to whoever took somebody
_FAR = 600  # words back to what was done to a thing
_ENDS = frozenset("end freeze halt stop".split())  # to something
_ENDED = _ENDS | frozenset("departure pullback pull-out pullout retreat withdrawal".split())
# What only its owner moves or gives up: "Norland's troops must be pulled back".
_GIVING_UP = frozenset("abandon cancel drop halt pull scrap shelve stop suspend withdraw".split())
_OWN = frozenset(
    "army bid decision force offensive plan policy project proposal scheme soldier tank troop "
    "warship".split()
)


def undone_by(page: Page, head: Any, subject: Any, statement: Statement) -> Any:
    """The word for who would do it; None where the words do not tell: "the release of sailors held
    by Velm", "wants the levy set by Velm lifted", "Velm's troops must be withdrawn", and "wants the
    sailors freed" after "Velm holds ten sailors"."""
    thing = _thing(head, subject)
    if thing is None:
        return None
    done = _UNDONE.get(head.lemma_.lower(), frozenset())
    held = [c for c in thing.children if c.tag_ == "VBN" and c.lemma_.lower() in done]
    for agent in (a for verb in held for a in verb.children if a.dep_ == "agent"):
        return next((o for o in agent.children if o.dep_ == "pobj"), None)
    ended = _by_whom(thing) if head.lemma_.lower() in _ENDS else None
    ended = ended or _whose_to_end(head, thing)
    return ended or _owner(page, head, thing, statement) or _doer_before(page, thing, done)


def taken_before(pronoun: Any, undoing: str) -> tuple[Any, Any] | None:
    """Who took whom: "Velm" and "pilots" for "their release" after "Velm captured two pilots"; None
    where two did so."""
    done = _UNDONE.get(undoing, frozenset())
    near = pronoun.doc[max(0, pronoun.sent.start - _NEAR) : pronoun.sent.start]
    verbs = [v for v in near if v.lemma_.lower() in done and _is_told(v)]
    pairs = [
        (by, o)
        for v in verbs
        for by in v.children
        for o in v.children
        if by.dep_ == "nsubj" and o.dep_ == "dobj" and o.tag_ == "NNS"
    ]
    return pairs[0] if len(pairs) == 1 else None


def _thing(head: Any, subject: Any) -> Any:
    """What it is done to: "the border" of "be reopened", "sailors" of "the release of sailors"."""
    if head.pos_ == "NOUN":
        to = "to" if head.lemma_.lower() in _ENDS else "of"
        of = (o for c in head.children if c.lower_ == to for o in c.children if o.dep_ == "pobj")
        return next(of, None)
    if subject is None:
        return None
    return subject if subject.dep_ == "nsubjpass" or is_small_clause(head) else None


def _by_whom(deed: Any) -> Any:
    """ "Norland" of "a halt to the raids by Norland"."""
    by = (o for c in deed.children if c.lower_ == "by" for o in c.children if o.dep_ == "pobj")
    return next((o for o in by if o.pos_ == "PROPN" and o.ent_type_ != "DATE"), None)


def _whose_to_end(noun: Any, thing: Any) -> Any:
    """ "Velm" of "the withdrawal of Velm's troops", "an end to Velm's blockade"."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in _ENDED:
        return None
    return next((c for c in thing.children if c.dep_ == "poss" and c.pos_ != "PRON"), None)


def _owner(page: Page, head: Any, thing: Any, statement: Statement) -> Any:
    """ "Norland" of "Norland's plan must be dropped", asked by somebody else."""
    if head.lemma_.lower() not in _GIVING_UP or thing.lemma_.lower() not in _OWN:
        return None
    owner = next((c for c in thing.children if c.dep_ in ("amod", "poss")), None)
    named = None if owner is None or not owner.text[0].isupper() else somebody(page, owner)
    speaker = statement.speaker
    own = named is not None and speaker is not None and named.party == speaker.party
    return owner if named is not None and named.party and not own else None


def _doer_before(page: Page, thing: Any, done: frozenset[str]) -> Any:
    """ "Norland" of "Norland closed the border", the only one told before to have done so."""
    named = ((noun, somebody(page, noun)) for noun in _doers_before(thing, done))
    found = [(noun, m.party or m.name) for noun, m in named if m is not None]
    return found[-1][0] if len({whose for _, whose in found}) == 1 else None


def _doers_before(thing: Any, done: frozenset[str]) -> Iterator[Any]:
    for verb in thing.doc[max(0, thing.i - _FAR) : thing.i]:
        if verb.lemma_.lower() not in done or not _is_told(verb):
            continue
        told = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
        if any(o.lemma_.lower() == thing.lemma_.lower() and o.pos_ == "NOUN" for o in told):
            yield from (c for c in verb.children if c.dep_ == "nsubj")
            agents = (c for c in verb.children if c.dep_ == "agent")
            yield from (o for a in agents for o in a.children if o.dep_ == "pobj")


def _is_told(verb: Any) -> bool:
    """Whether it is told as done: not denied, and on no condition."""
    if verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP") or verb.head.lemma_.lower() == "deny":
        return False
    return not any(
        c.dep_ == "neg" or c.tag_ == "MD" or c.lower_ in ("if", "unless", "until", "whether")
        for c in verb.children
    )
