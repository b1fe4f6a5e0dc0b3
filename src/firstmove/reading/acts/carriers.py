"""From the top of a clause to the words of the act itself, through what only brings it in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from firstmove.reading.acts.anaphora import says_no
from firstmove.reading.acts.brought_in import by_doing, is_no_talk, is_to_do, says_what
from firstmove.reading.acts.forms import is_infinitive, is_joined_infinitive
from firstmove.reading.acts.phrase import is_joined
from firstmove.reading.kinds.priced import does_not_mind
from firstmove.reading.parsing.laid_out import laid_out
from firstmove.statement import Kind, Statement

# Nouns and verbs that only introduce the act: "the notion of X", "wants X", "agreed to X".
CARRIER_NOUNS = frozenset(
    """notion idea proposal prospect possibility suggestion plan concept option call offer demand
    request desire wish need readiness willingness intention importance necessity hope talk promise
    pledge commitment invitation threat condition bid start beginning chance time""".split()
)
CARRIER_VERBS = frozenset(
    """want need seek demand require desire wish expect hope intend plan agree consider try refuse
    insist propose suggest promise pledge offer prefer favour favor decline threaten urge ask press
    push call consent aim prepare support oppose reject like""".split()
)
BINDING = frozenset("agree commit guarantee pledge promise swear undertake vow".split())
_FORCING = ("force", "compel", "oblige")
STANDS = frozenset("support oppose reject".split())
ASKING = frozenset(
    "ask appeal call demand insist need plea press push request seek urge want".split()
)
# Whoever turns these down turns down what others would do.
PLANS = frozenset("attempt bid drive effort move plan scheme".split())
READY = frozenset("ready willing prepared open able determined likely due set".split())
_WISHING = ("like", "want", "wish", "hope", "need", "prefer")
BEING = ("be", "stand", "remain", "stay")
# What is had without being done: only these bring in an act.
HELD_IN_MIND = frozenset("intention plan wish desire intent".split())
# Who does so in a condition does not do it: "if it failed to report the spill".
UNDONE = frozenset("fail refuse neglect decline".split())
_NONE = ("no", "neither")
NOBODY = frozenset("nobody none nothing neither".split())


def heads(
    token: Any,
    subject: Any,
    negated: bool,
    inside: set[int],
    statement: Statement,
    depth: int = 0,
) -> Iterator[tuple[Any, Any, bool]]:
    """Walk from the top of a clause through carriers: head of the act, its subject, negated."""
    if depth > 6 or any(c.lower_ == "whether" for c in token.children):
        return  # "pressed him on whether he had been there": left open
    helped = (c for aux in token.children if aux.dep_ in ("aux", "auxpass") for c in aux.children)
    own = next(
        (c for c in (*token.children, *helped) if c.dep_ in ("nsubj", "nsubjpass", "csubj")), None
    )
    if own is not None and (own.i in inside or _told_before(own, inside, statement)):
        subject = own
    above = negated
    negated = negated or any(
        (c.dep_ == "neg" and not _begins(c, statement)) or (c.dep_ == "det" and c.lower_ == "no")
        for c in token.children
    )
    if token.pos_ in ("VERB", "AUX") and (
        any(_is_none(o) for o in token.children) or (not depth and _none_before(token, inside))
    ):
        negated = not negated  # "accept no inspections", "no lane would be blocked"
    undone = token.lemma_.lower() in UNDONE or says_no(token)
    if undone and _in_condition(token, statement):
        negated = not negated
    if does_not_mind(token):
        negated = above
    below = None
    if token.pos_ in ("VERB", "AUX", "ADJ"):
        below = _through_verb(token, subject, inside, statement)
    elif (plan := laid_out(token)) is not None and plan.i in inside:
        below = [plan]
    elif token.lemma_.lower() in CARRIER_NOUNS and not is_no_talk(token):
        below = _through_noun(token, inside)
    elif token.lemma_.lower() in ASKING | PLANS:
        below = [c for c in token.children if c.i in inside and says_what(c)]
        if not below and token.lemma_.lower() in ASKING:
            # "an appeal for a delay", "an appeal by Tarn for a delay"
            below = _through_noun(token, inside, ("for",)) or _behind(token, inside)
    if below:
        for child in below:
            giver = _giver(token, child, inside)
            passed = giver if giver is not None and child.dep_ in ("xcomp", "ccomp") else subject
            if token.pos_ == "NOUN" and giver is not None:
                passed = giver
            if _asked_for(token, child):
                passed = None  # who asks for a thing, or calls for an act, would not do it
            yield from heads(child, passed, negated, inside, statement, depth + 1)
    else:
        means = None if _in_condition(token, statement) else by_doing(token, inside)
        if means is None or not negated:
            yield token, subject, negated
        if means is not None:
            passive = subject is not None and subject.dep_ == "nsubjpass"
            doer = None if passive else subject
            yield from heads(means, doer, negated, inside, statement, depth + 1)
    for child in token.children:
        if child.i in inside and is_joined_infinitive(child, token):
            yield from heads(child, subject, negated, inside, statement, depth + 1)
        if child.dep_ == "conj" and child.i in inside and child.pos_ == token.pos_:
            if is_joined(token, inside):
                continue  # "rape and incest exceptions" is one thing
            if child.tag_ in ("VBD", "VBN") and token.tag_ in ("VB", "VBP", "VBZ"):
                continue  # "demanded that X reopen it and threatened to …": what the speaker did
            if child.tag_ == "VBZ" and token.tag_ == "VB":
                continue  # "would end it, but not before Y lifts the ban": of somebody else
            apart = any(c.dep_ == "aux" and c.tag_ == "MD" for c in child.children)
            denied = above if apart else negated  # "had not heard and would wait"
            if _is_spurned(child, token):
                denied = not negated  # "would strike rather than accept the cuts"
            yield from heads(child, subject, denied, inside, statement, depth + 1)


def _is_spurned(other: Any, token: Any) -> bool:
    """ "Rather than accept", "sooner than accept"."""
    words = [t.lower_ for t in token.doc[max(token.i, other.left_edge.i - 2) : other.i]]
    return "than" in words and bool({"rather", "sooner"} & set(words))


def _is_none(thing: Any) -> bool:
    """ "No lane", "not a cent", "none of the gates", as what is done or done to."""
    if thing.dep_ not in ("dobj", "obj", "nsubj", "nsubjpass"):
        return False
    if thing.dep_ in ("nsubj", "nsubjpass") and (
        thing.lower_ in NOBODY
        or any(c.dep_ == "neg" and c.lower_ == "not" and c.i < thing.i for c in thing.children)
    ):
        return True
    if thing.lower_ == "nothing":
        return True  # "sign nothing of the kind"
    return any(c.lower_ in _NONE and c.dep_ in ("det", "preconj") for c in thing.children)


def _none_before(verb: Any, inside: set[int]) -> bool:
    """ "Said nobody would be laid off", parsed as what was said."""
    first = verb.doc[min(inside, default=verb.i)]
    after = first.lower_ == "that" and first.i + 1 < verb.i
    first = first.nbor() if after else first
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return passive and not own and first.lower_ in NOBODY and first.i < verb.i


def _told_before(subject: Any, inside: set[int], statement: Statement) -> bool:
    """ "Osteria, X said, is not ready": a subject cut off from what is said, not who says it."""
    speaker = statement.speaker
    if subject.tag_ not in ("NN", "NNS", "NNP", "NNPS") or subject.sent != subject.head.sent:
        return False
    first = min(inside, default=subject.i)
    said = speaker is not None and speaker.span.start <= subject.idx < speaker.span.end
    return bool(subject.head.i in inside and subject.i < first and not said)


def _in_condition(token: Any, statement: Statement) -> bool:
    condition = statement.condition
    return condition is not None and condition.span.start <= token.idx < condition.span.end


def _begins(no: Any, statement: Statement) -> bool:
    """ "But not while X crosses", "warned it not to build, or …": the "not" of the words that tie,
    and not of the act."""
    condition = statement.condition
    if condition is None:
        return False
    return condition.span.start in (no.idx, no.idx + len(no) + 1)


def _giver(token: Any, child: Any, inside: set[int]) -> Any:
    """Who would do what a verb or noun brings in: "urged X to act", "X's offer to act", "a
    proposal by X to act", "an offer from X to act", "a Toskian proposal to act"."""
    by = (
        o
        for c in token.children
        if c.lower_ in ("by", "from")
        for o in c.children
        if o.dep_ == "pobj"
    )
    given = (c for c in token.children if c.dep_ in ("dobj", "dative", "poss"))
    of = (c for c in token.children if c.dep_ in ("amod", "compound") and c.ent_type_ == "NORP")
    told = [*given, *((*by, *of) if token.pos_ == "NOUN" else ())]
    return next((c for c in told if c.i in inside and c is not child), None)


def _asked_for(token: Any, child: Any) -> bool:
    word = token.lemma_.lower()
    if token.pos_ == "NOUN":
        return word in ASKING
    return word in ASKING and child.dep_ not in ("xcomp", "ccomp")


def _through_verb(
    token: Any, subject: Any, inside: set[int], statement: Statement
) -> list[Any] | None:
    """The complements to go on with, or None where the verb itself is the act."""
    children = [c for c in token.children if c.i in inside]
    ready = (c for c in (token, *children) if c.pos_ == "ADJ" and c.lower_ in READY)
    if token.lemma_ in BEING or token.pos_ == "ADJ":
        if (adjective := next(ready, None)) is not None:
            return _ready_for(adjective, inside) or None
        if to_do := is_to_do(token, children):
            return to_do
        if token.lemma_ != "be" or statement.kind is not Kind.REJECT:
            return None
        if any(c.dep_ == "expl" for c in children):
            return [c for c in children if c.dep_ == "attr"] or None  # "there will be no amnesty"
        if any(c.dep_ == "attr" and _is_the_way(c) for c in children):
            return None  # "withdrawing it is the only way"
        if subject is not None and subject.i in inside and not _in_condition(token, statement):
            # "A truce is a dead end": what is turned down is the subject.
            return [subject]
        return None
    if token.lemma_ in _FORCING and any(c.dep_ == "nsubjpass" for c in children):
        return [c for c in children if c.dep_ == "xcomp"] or None  # "will be forced to close it"
    unneeded = statement.kind is Kind.REJECT and token.lemma_ in ("need", "require")
    if unneeded and (passive := [c for c in children if c.dep_ == "nsubjpass"]):
        return passive  # "arbitration was not needed"
    clauses = [c for c in children if c.dep_ in ("xcomp", "ccomp")]
    if token.lemma_.lower() in ("have", "need", "ought") and clauses:
        return clauses  # "they have to come back"
    if token.lower_ == "going" and clauses:
        return [c for c in clauses if c.dep_ == "xcomp"] or None  # "we are not going to leave"
    if kept := _kept_doing(token, children):
        return kept
    planned = token.lemma_.lower() in ("plan", "envisage") and statement.kind is not Kind.REQUEST
    if planned and (passive := [c for c in children if c.dep_ == "nsubjpass"]):
        return passive  # "a declaration is not planned"
    if token.lemma_ == "see" and clauses and token.dep_ == "xcomp":
        return clauses if token.head.lemma_ in _WISHING else None  # "wants to see it scrapped"
    if token.lemma_.lower() in UNDONE and clauses and _in_condition(token, statement):
        return clauses
    things = [c for c in children if c.dep_ in ("dobj", "obj")]
    if token.lemma_ == "reserve" and statement.condition is not None and things:
        return _through_noun(things[0], inside)  # "reserves the right to close it if"
    held = bool(things) and things[0].lemma_.lower() in (*HELD_IN_MIND, "objection")
    if token.lemma_ == "have" and held:
        return _through_noun(things[0], inside)  # "has no intention of leaving"
    if token.lemma_.lower() in STANDS and statement.kind not in (Kind.REJECT, Kind.SUPPORT):
        return None  # "would not oppose the merger" names an act, and no refusal
    if token.lemma_.lower() in BINDING and any(
        c.dep_ == "neg" for clause in clauses for c in clause.children
    ):
        return clauses  # "pledged not to attack": what is not done
    if token.lemma_.lower() not in CARRIER_VERBS or any(c.dep_ == "prt" for c in token.children):
        return None  # "call off the strike" calls for nothing
    if clauses:
        return clauses
    if token.lemma_ == "call" and things:
        return None  # "call elections"
    things += [
        o
        for c in children
        if c.dep_ == "prep" and c.lower_ in ("for", "on", "to", "with")
        for o in c.children
        if o.dep_ in ("pobj", "pcomp") and o.i in inside
    ]
    return things[:1] or None


def _is_the_way(noun: Any) -> bool:
    return any(c.lower_ in ("best", "first", "only", "right") for c in noun.children)


def _kept_doing(verb: Any, children: list[Any]) -> list[Any]:
    """ "If it went on blocking the depots"."""
    on = next((c for c in children if c.lower_ == "on" and c.i == verb.i + 1), None)
    if verb.lemma_ != "go" or on is None:
        return []
    return [c for c in (*children, *on.children) if c.tag_ == "VBG" and c.i == on.i + 1]


def _ready_for(adjective: Any, inside: set[int]) -> list[Any]:
    nested = [c for c in adjective.children if c.dep_ in ("xcomp", "ccomp", "pcomp")]
    to = [
        o
        for c in adjective.children
        if c.dep_ == "prep"
        for o in c.children
        if o.dep_ in ("pobj", "pcomp")
    ]
    return [c for c in (*nested, *to) if c.i in inside]


def _through_noun(
    token: Any, inside: set[int], preps: Sequence[str] = ("of", "for", "to")
) -> list[Any] | None:
    for child in token.children:
        if child.i not in inside:
            continue
        if child.dep_ == "prep" and child.lower_ in preps:
            inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp") and c.i in inside]
            if inner and not any(
                c.pos_ == "NUM" or c.dep_ == "nummod" for i in inner for c in (i, *i.children)
            ):
                return inner
        if child.dep_ in ("acl", "relcl") and (is_infinitive(child) or _is_demanded(child)):
            return [child]
    return None


def _behind(noun: Any, inside: set[int]) -> list[Any]:
    """What stands after a "for" that the parser hangs higher than the noun before it."""
    after = noun.right_edge.i + 1
    prep = noun.doc[after] if after in inside else None
    if prep is None or prep.lower_ != "for" or prep.head.i != noun.head.i:
        return []
    return [c for c in prep.children if c.dep_ in ("pobj", "pcomp") and c.i in inside]


def _is_demanded(verb: Any) -> bool:
    """ "The demand that it lift the levy", "the idea that it should"; not "… that it did"."""
    that = any(c.lower_ == "that" and c.dep_ == "mark" for c in verb.children)
    aux = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    bare = verb.tag_ in ("VB", "VBN") or is_subjunctive(verb)
    return that and bare and all(a in ("should", "must", "be") for a in aux)


def is_subjunctive(verb: Any) -> bool:
    """ "That it close the mine": one doer, and the form of many."""
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    one = bool(own) and (own[0].lower_ in ("it", "he", "she") or own[0].tag_ in ("NN", "NNP"))
    joined = any(c.dep_ == "conj" for o in own for c in o.children)
    return verb.tag_ == "VBP" and verb.lower_ == verb.lemma_ and one and not joined
