"""What "until", "after" and "without" bound: an act to come, or one refused or gone on with."""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.condition_clauses.clause import Clause, ahead, is_offer, refused, refuses
from firstmove.reading.lexicon.cues import BODIES, PEOPLE
from firstmove.reading.lexicon.markers import (
    ARMED,
    COSTING,
    GIVEN_UP,
    GOING_ON,
    MANNERS,
    ON_AND_ON,
    REFUSERS,
)
from firstmove.reading.lexicon.vocabulary import LABOUR
from firstmove.reading.parsing.predicates import (
    SUBJECTS,
    Token,
    children,
    is_negated,
)
from firstmove.reading.parsing.verb_acts import is_future


def without_which_nothing(clause: Clause) -> bool:
    """ "no truce without guarantees": nothing of the kind happens unless the thing is given."""
    governor = clause.governor
    if governor is None or clause.head.lemma_.lower() in MANNERS:
        return False
    if clause.head.tag_ == "VBG" and clause.head.lemma_.lower() in COSTING:
        return False
    if governor.pos_ in ("VERB", "AUX") and refused(governor):
        # "will not sign without guarantees", "without it, we will not sign"
        if clause.head.lower_ in ("it", "that", "this", "them", "these", "those"):
            return bool(clause.head.i < governor.i)
        return clause.head.pos_ in ("NOUN", "PROPN") or clause.head.tag_ == "VBG"
    if any(c.dep_ == "det" and c.lower_ in ("no", "any") for c in children(clause.head, "det")):
        return False
    nouns = [governor] if governor.pos_ == "NOUN" else children(governor, "attr", "nsubj", "dobj")
    none = any(c.dep_ == "det" and c.lower_ == "no" for n in nouns for c in n.children)
    verb = governor if governor.pos_ in ("VERB", "AUX") else governor.head
    return bool(none and (is_future(verb) or verb.tag_ in ("VBZ", "VBP")))


def waited_for(clause: Clause) -> bool:
    """ "We will open it after they leave", "… after their release": an act of another comes first.

    "After the summit" and "after it rains" tell a time.
    """
    governor, head = clause.governor, clause.head
    if governor is None or governor.pos_ != "VERB":
        return False
    if not (is_future(governor) or is_offer(governor, head)):
        return False
    if head.pos_ == "NOUN":
        of = [p for p in children(head, "prep") if p.lower_ == "of"]
        return head.lemma_.lower() in GIVEN_UP and bool(of or children(head, "poss"))
    doer = next(iter(children(head, "nsubj", "nsubjpass")), None)
    perfect = any(a.lower_ in ("have", "has") for a in children(head, "aux"))
    if doer is None or not (perfect or head.tag_ in ("VBP", "VBZ")):
        return False
    acts = doer.lemma_.lower() in BODIES | PEOPLE | LABOUR | ARMED or doer.ent_type_ in (
        "GPE",
        "ORG",
        "NORP",
    )
    return bool(acts or doer.lower_ in ("they", "you"))


def goes_on(verb: Token) -> bool:
    """ "continue", "stay", "go on": what "until" can bound."""
    if verb.lemma_.lower() in GOING_ON:
        return True
    after = {str(c.lower_) for c in verb.children if c.i > verb.i}
    return str(verb.lemma_).lower() in ON_AND_ON and bool(after & {"on", "ahead"})


def hung_elsewhere(clause: Clause) -> Iterator[Token]:
    """What a clause may bound where the parser hung it on another verb.

    Above "the lines that the cranes need", where the clause is shifted as the verb above is; and
    what stands between: "shut the gates and vowed to keep them shut until …".
    """
    inner, start = clause.governor, clause.words[0].i
    if inner is None or inner.i > start:
        return
    if inner.dep_ != "relcl":
        near = [t for t in inner.subtree if inner.i < t.i < start and t.pos_ in ("VERB", "AUX")]
        if near and near[-1].dep_ != "relcl":
            yield from (near[-1], near[-1].head)
        return
    had = any(a.lower_ == "had" for a in children(clause.head, "aux"))
    if not had or inner.tag_ not in ("VBZ", "VBP") or goes_on(inner) or is_negated(inner):
        return
    above = inner.head
    for _ in range(4):
        if above.pos_ in ("VERB", "AUX") or above.head.i == above.i:
            break
        above = above.head
    if above.pos_ in ("VERB", "AUX") and above.i < inner.i:
        yield above


def while_refused(clause: Clause) -> bool:
    """ "Will not talk while they shoot": a refusal that holds as long as the other thing does."""
    governor, head = clause.governor, clause.head
    if governor is None or not (refused(governor) or refuses(governor) or _nobody(governor)):
        return False
    if not children(head, *SUBJECTS) or (head.tag_ == "VBG" and not children(head, "aux")):
        return False
    helpers = [head, *children(head, "aux", "auxpass")]
    if any(a.tag_ in ("VBZ", "VBP") for a in helpers):
        return True
    return ahead(governor) and any(a.tag_ == "VBD" for a in helpers)


def _nobody(governor: Token) -> bool:
    """ "Not a single wagon leaves", "not one of them moves"."""
    doer = next(iter(children(governor, "nsubj", "nsubjpass")), None)
    edge = governor.left_edge if doer is None else doer.left_edge
    while edge.is_punct and edge.i < governor.i:
        edge = edge.nbor()
    if edge.lower_ in ("a", "one", "any") and edge.i > governor.sent.start:
        edge = edge.nbor(-1)  # "not" may hang on the verb
    if edge.i + 1 >= len(edge.doc):
        return False
    return bool(edge.lower_ == "not" and edge.nbor().lower_ in ("a", "one", "any"))


def _unready(governor: Token) -> bool:
    """ "cannot agree to debate it", "is not prepared to open it", "no intention of opening it":
    not to do it, so far."""
    above = governor
    if governor.dep_ in ("pcomp", "acl"):
        noun = governor.head.head if governor.dep_ == "pcomp" else governor.head
        return any(c.lower_ == "no" for c in children(noun, "det"))
    for _ in range(3):
        if above.dep_ not in ("xcomp", "acomp"):
            return False
        above = above.head
        if above.pos_ in ("VERB", "AUX") and is_negated(above):
            return True
    return False


def _is_infinitive(governor: Token) -> bool:
    """ "ruled out lifting", "refused to lift", "would not lift": what is told is still to come,
    whatever the tense of the clause that bounds it."""
    helpers = children(governor, "aux", "auxpass")
    below = governor.dep_ in ("xcomp", "ccomp", "acl", "pcomp") and governor.tag_ in ("VB", "VBG")
    return (below and all(a.lower_ == "to" for a in helpers)) or any(
        a.tag_ == "MD" for a in helpers
    )


def bounds_something(clause: Clause) -> bool:
    """Whether "until" or "before" bounds a refusal or a going on, and not just a time."""
    governor = clause.governor
    if governor is None:
        return False
    if governor.dep_ in ("prep",) and governor.head is not None:
        governor = governor.head
    not_until = clause.words[0].lower_ == "not"
    refused = (
        not_until
        or is_negated(governor)
        or _nobody(governor)
        or governor.lemma_.lower() in REFUSERS
    )
    for above in (governor.head, governor.head.head):
        refused = refused or (
            governor.dep_ in ("xcomp", "ccomp", "acl") and above.lemma_.lower() in REFUSERS
        )
    refused = refused or _unready(governor)
    clausal = clause.head.pos_ in ("VERB", "AUX")
    if clause.words[0].lower_ == "before":
        told = clausal and any(c.dep_ in SUBJECTS for c in clause.head.children)
        narrated = clause.head.tag_ == "VBD" and not _is_infinitive(governor)
        return refused and told and not narrated
    if clausal:
        past = clause.head.tag_ == "VBD" and not ahead(governor) and not refused
        kept = governor.dep_ == "ccomp" and governor.head.lemma_ == "keep"  # "keep it shut"
        kept = kept or governor.dep_ in ("xcomp", "acomp", "oprd")
        stays = kept and goes_on(governor.head)
        return (refused or stays or goes_on(governor)) and not past
    return refused and ahead(governor)
