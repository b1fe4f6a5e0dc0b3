"""Whether what is insisted on, or expected, is an act that is asked for, or a fact."""

from __future__ import annotations

from collections.abc import Sequence

from firstmove.reading.kinds.modality import STATES
from firstmove.reading.kinds.told import Told
from firstmove.reading.parsing.predicates import (
    Token,
    auxiliaries,
    children,
    is_negated,
)
from firstmove.reading.parsing.verb_acts import act_of
from firstmove.statement import Kind

# Verbs whose past is their infinitive, and words by which the past is told.
ONE_FORM = set("cut put set let shut quit spread split shed cast bid hit read reset".split())


_WISHING = frozenset("want ask demand need seek request require".split())
# What a side owes to others, or gives way in: who expects these of another has a right to them in
# mind, where "expects it to close the port" is a forecast.
_OWED = (Kind.RETREAT, Kind.CONCEDE, Kind.AID)
_KEEPING = frozenset("abide comply fulfil fulfill honor honour keep obey observe respect".split())
_SOON = frozenset("eventually likely probably shortly soon".split())
PAST = {"last", "ago", "yesterday", "earlier", "previous", "past"}


def is_insisted(head: Token) -> bool:
    """ "that the levy be lifted", "that he resign": a bare verb with a subject, as in a demand."""
    aux = auxiliaries(head)
    doer = next(iter(children(head, "nsubj", "nsubjpass")), None)
    if doer is None:
        return False
    if head.tag_ == "VBN":
        return [a.lower_ for a in aux] == ["be"]
    alone = doer.tag_ in ("NN", "NNP") and not children(doer, "conj")  # "the mayor resign"
    return not aux and doer.i < head.i and (head.tag_ == "VB" or (head.tag_ == "VBP" and alone))


def may_be_insisted(head: Token, cue: Token) -> bool:
    """Whether "insisted that the firm cut fees" may ask for it: a verb with one form for both, or a
    present that the past cue did not shift; what was done would be told as "had cut"."""
    doer = next(iter(children(head, "nsubj")), None)
    if doer is None or auxiliaries(head) or is_negated(head) or head.lemma_ in STATES:
        return False
    timed = [t for t in head.subtree if t.ent_type_ in ("DATE", "TIME")]
    if any(t.lower_ in PAST or (t.dep_ == "pobj" and t.head.lower_ in ("on", "in")) for t in timed):
        return False
    if head.tag_ == "VBP":
        return cue.tag_ in ("VBD", "VBN")
    return head.tag_ == "VBD" and head.lower_ in ONE_FORM


def asks_of_them(head: Token) -> bool:
    """ "insisted that the pilots acknowledge it": those who are told of, and not as a rule."""
    doer = next(iter(children(head, "nsubj")), None)
    if doer is None or head.tag_ != "VBP":
        return False
    known = any(c.lower_ in ("the", "both", "all", "these", "those") for c in doer.children)
    ruled = {"too", "already", "still", "always", "often", "now", "never", "every"}
    return known and not ruled & {t.lower_ for t in head.subtree}


def wisher(head: Token) -> Token | None:
    """Whose wish "What the town wants is that he go", "all it asks is for him to go" tells."""
    if head.lemma_ != "be" or is_negated(head):
        return None
    behind = [c for c in children(head, "ccomp", "advcl", "attr") if c.i > head.i]
    leads = {c.lower_ for b in behind for c in (*children(b, "mark"), b.left_edge)}
    if not leads & {"that", "for"}:
        return None
    told = children(head, "csubj", "nsubj", "parataxis", "advcl")
    inner = [c for t in told if t.i < head.i for c in (t, *children(t, "relcl", "advcl", "csubj"))]
    for wish in inner:
        named = any(t.lower_ in ("what", "all") for t in wish.subtree if t.i < wish.i)
        before = wish.i > head.sent.start and wish.left_edge.i > head.sent.start
        named = named or (before and wish.left_edge.nbor(-1).lower_ == "all")
        if wish.lemma_ in _WISHING and wish.i < head.i and named:
            return next(iter(children(wish, "nsubj")), None)
    return None


def is_wish_of_another(top: Token, cue: Sequence[Token], heads: Sequence[Token]) -> bool:
    """ "Would like | the town to pay": a clause with a doer of its own."""
    would = any(t.tag_ == "MD" for t in cue)
    if top.lemma_ not in ("like", "love", "prefer") or not would or not heads:
        return False
    to = any(c.tag_ == "TO" for c in children(heads[0], "aux"))
    return to and bool(children(heads[0], "nsubj", "nsubjpass") or children(top, "dobj"))


def is_expected_of_another(top: Token | None, heads: Sequence[Token], told: Told) -> bool:
    """ "Tarn expects | Arvel to reopen the road", "we expect Arvel to …": by a side, and of one
    that is named; not what an onlooker expects, or anybody by a certain day."""
    if top is None or not heads or told.observing or told.from_document:
        return False
    expects, act = top, heads[0]
    if top.lemma_ != "expect":
        expects = heads[0]
        own = next(iter(children(expects, "nsubj")), None)
        act = next(iter(children(expects, "ccomp")), None)
        if own is None or act is None or not told.is_own(own):
            return False
    if expects.lemma_ != "expect" or is_negated(expects) or is_negated(act):
        return False
    doer = next(iter(children(act, "nsubj")), None)
    if doer is None or doer.pos_ != "PROPN" or told.is_own(doer):
        return False
    forecast = any(t.ent_type_ in ("DATE", "TIME") or t.lower_ in _SOON for t in act.subtree)
    owed = act_of(act) in _OWED or act.lemma_.lower() in _KEEPING
    return owed and not forecast and any(c.tag_ == "TO" for c in children(act, "aux"))
