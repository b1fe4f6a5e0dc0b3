"""Stage: the acts a statement names, which are what the options of a model are made of.

From the parse of the content and of the condition clause: who would do what.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from firstmove.reading.acts.doer import doer_of
from firstmove.reading.acts.kinds import WILL
from firstmove.reading.acts.label import Label, is_joined, label_of
from firstmove.reading.acts.owning import somebody
from firstmove.reading.page import Page
from firstmove.reading.parsing.clauses import leaves_open
from firstmove.report import Span
from firstmove.statement import Act, ActPlace, Kind, Statement

MAX_ACTS = 4

# Nouns and verbs that only introduce the act: "the notion of X", "wants X", "agreed to X".
CARRIER_NOUNS = frozenset(
    """notion idea proposal prospect possibility suggestion plan concept option call offer demand
    request desire wish need readiness willingness intention importance necessity hope talk promise
    pledge commitment invitation threat condition bid end start beginning chance time""".split()
)
CARRIER_VERBS = frozenset(
    """want need seek demand require desire wish expect hope intend plan agree consider try refuse
    insist propose suggest promise pledge offer prefer favour favor decline threaten urge ask press
    push call consent aim prepare support oppose reject provide""".split()
)
# Verbs of what happens to somebody: nobody does them at will.
BEFALLING = frozenset(
    """lose win suffer face fail fall collapse die survive benefit gain struggle shrink grow expect
    become remain run need deserve succeed prevail""".split()
)
LUCK = frozenset(
    "lose win suffer fail collapse die survive benefit succeed prevail deserve".split()
)
ASKING = frozenset("ask appeal call demand insist need press push request seek urge want".split())
READY = frozenset("ready willing prepared open able determined likely due set".split())
# Kinds that tell of others' acts without asking for them: only "X is ready to …" names an act that
# X could take, and even that as the speaker's belief.
OF_OTHERS = (Kind.ASSESS, Kind.WARN, Kind.ACCUSE, Kind.PROTEST)
OF_THE_MIND = frozenset(
    """let see know think believe understand remember look hear feel find thank pray wonder respect
    love admire sleep show""".split()
)
# Verbs that name an act by themselves.
WHOLE_ACTS = frozenset(
    """abdicate abstain agree appeal apologise apologize attack attend back campaign comply concede
    cooperate disarm escalate evacuate intervene invade leave mediate meet mobilise mobilize
    negotiate participate pay protest quit react reciprocate reconcile refuse resign respond
    retaliate retreat return revolt run sail sign step strike sue surrender talk testify vote
    withdraw yield""".split()
)
VAGUE_THINGS = frozenset(
    """anything everything nothing something thing way kind sort lot part people person percent
    % comment interview statement question answer gratitude thanks condolence sympathy hope luck
    love""".split()
)
OBLIGING = frozenset("must should ought shall".split())


def acts(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``Statement.acts``; the other fields stay as they are."""
    return tuple(replace(s, acts=_acts_of(page, s)) for s in statements)


def _acts_of(page: Page, statement: Statement) -> tuple[Act, ...]:
    found: list[Act] = []
    condition = statement.condition
    for span in statement.content:
        told = list(_tokens(page, span))
        if leaves_open(told):
            continue
        inside = [
            token for token in told if condition is None or not _within(token, condition.span)
        ]
        found += _acts_in(page, inside, statement, ActPlace.CONTENT)
    if condition is not None:
        clause = list(_tokens(page, condition.span))
        found += _whose(_acts_in(page, clause, statement, ActPlace.CONDITION), condition.span)
    unique: dict[tuple[str, str, ActPlace], Act] = {}
    for act in found:
        who = act.actor.party or act.actor.name if act.actor else ""
        unique.setdefault((act.label.lower(), who, act.place), act)
    return tuple(unique.values())[:MAX_ACTS]


def _whose(acts: list[Act], clause: Span) -> list[Act]:
    """A state is brought about by whom the clause is about ("if the signals from X are serious"),
    but not where that party has an act of its own in it ("if X pays and the weather holds")."""
    if not any(a.actor is not None and a.actor.span != clause for a in acts):
        return acts
    return [replace(a, actor=None) if a.actor and a.actor.span == clause else a for a in acts]


def _tokens(page: Page, span: Span) -> Iterator[Any]:
    chars = page.doc.char_span(span.start, span.end, alignment_mode="contract")
    return iter(chars if chars is not None else ())


def _within(token: Any, span: Span) -> bool:
    return bool(span.start <= token.idx < span.end)


def _acts_in(page: Page, tokens: list[Any], statement: Statement, place: ActPlace) -> list[Act]:
    inside = {token.i for token in tokens}
    found = []
    roots = _clause_verb(tokens) if place is ActPlace.CONDITION else _roots(tokens, inside)
    if place is ActPlace.CONTENT and statement.kind is Kind.REQUEST:
        roots = _obliged(tokens) or roots
    for root, first in _with_doers(roots):
        for head, subject, negated in _heads(root, first, False, inside, statement, 0):
            if statement.kind in OF_OTHERS and not (
                _under_readiness(head, inside)
                or (statement.kind is Kind.ASSESS and _planned(head, subject, place))
            ):
                continue
            for doer in _each_subject(subject, inside):
                act = _act(page, head, doer, negated, inside, statement, place)
                if act is not None:
                    found.append(act)
    return found


def _each_subject(subject: Any, inside: set[int]) -> list[Any]:
    """ "Russia and Ukraine are ready to talk" names an act of each."""
    if subject is None:
        return [None]
    return [subject, *(t for t in subject.conjuncts if t.i in inside and t.i > subject.i)]


def _with_doers(roots: list[Any]) -> Iterator[tuple[Any, Any]]:
    """ "Urged both sides to accept": under one cue a noun and a clause, the doer and the act."""
    for root in roots:
        if root.pos_ != "VERB" and any(
            r.pos_ in ("VERB", "AUX") and r.head.i == root.head.i and r.i > root.i for r in roots
        ):
            continue
        doer = next(
            (
                r
                for r in roots
                if r.pos_ in ("NOUN", "PROPN") and r.head.i == root.head.i and r.i < root.i
            ),
            None,
        )
        yield root, doer if root.pos_ in ("VERB", "AUX") else None


def _under_readiness(head: Any, inside: set[int]) -> bool:
    return any(t.i in inside and t.lemma_.lower() in READY for t in head.ancestors)


def _planned(head: Any, subject: Any, place: ActPlace) -> bool:
    """ "The council will open the gates" is a plan where the council's own side says so; whether
    it does, only all reports of a case can tell. What somebody suffers or is, is no plan."""
    if head.lemma_.lower() in BEFALLING or head.pos_ not in ("VERB", "AUX"):
        return False
    if place is ActPlace.CONDITION:
        return True
    verb = head
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    told = any(c.dep_ == "aux" and c.lower_ in WILL for c in (*head.children, *verb.children))
    return told and subject is not None and subject.pos_ != "NUM"


def _obliged(tokens: list[Any]) -> list[Any]:
    """ "It set a condition: the other side must act" asks for what must be done."""
    inside = {t.i for t in tokens}
    return [
        t
        for t in tokens
        if t.pos_ in ("VERB", "AUX")
        and t.dep_ not in ("aux", "auxpass", "relcl")
        and any(c.dep_ == "aux" and c.lower_ in OBLIGING and c.i in inside for c in t.children)
        and any(c.dep_ in ("nsubj", "nsubjpass") and c.i in inside for c in t.children)
    ]


def _clause_verb(tokens: list[Any]) -> list[Any]:
    """The verb of a condition clause: the topmost that has its subject in the clause.

    Markers such as "provided that" or "on condition that" are heads themselves in the parse.
    """
    inside = {t.i for t in tokens}
    verbs = [
        t
        for t in tokens
        if t.pos_ in ("VERB", "AUX")
        and any(c.dep_ in ("nsubj", "nsubjpass") and c.i in inside for c in t.children)
        and t.dep_ not in ("relcl", "aux", "auxpass")
    ]
    verbs.sort(key=lambda t: (sum(1 for a in t.ancestors if a.i in inside), t.i))
    return verbs[:1] or _roots(tokens, inside)


def _roots(tokens: list[Any], inside: set[int]) -> list[Any]:
    """Tokens whose head lies outside: the tops of what the span holds."""
    tops = [
        t
        for t in tokens
        if (t.head.i not in inside or t.head.i == t.i)
        and t.pos_ in ("VERB", "AUX", "NOUN", "PROPN")
        and t.dep_ not in ("mark", "aux", "neg", "advmod", "nsubj", "nsubjpass", "poss", "npadvmod")
    ]
    prepositions = [
        child
        for t in tokens
        if t.dep_ in ("prep", "agent") and t.head.i not in inside
        for child in t.children
        if child.dep_ in ("pobj", "pcomp") and child.i in inside
    ]
    if len(tops) > 1:
        # "to buy all herring landed there": what is told beside the act
        tops = [
            t
            for t in tops
            if t.dep_ not in ("advcl", "acl", "relcl", "conj") or t.tag_ not in ("VBD", "VBN")
        ]
    return [_exchanged(t, inside) for t in tops] or prepositions


def _exchanged(token: Any, inside: set[int]) -> Any:
    """ "In exchange for a cut": what is exchanged for it."""
    if token.lemma_ not in ("exchange", "return") or token.head.lower_ != "in":
        return token
    given = (o for c in token.children if c.lower_ == "for" for o in c.children)
    return next((o for o in given if o.dep_ in ("pobj", "pcomp") and o.i in inside), token)


def _heads(
    token: Any,
    subject: Any,
    negated: bool,
    inside: set[int],
    statement: Statement,
    depth: int,
) -> Iterator[tuple[Any, Any, bool]]:
    """Walk from the top of a clause through carriers to the words of the act itself."""
    if depth > 6:
        return
    own = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    subject = own if own is not None and own.i in inside else subject
    negated = negated or any(
        c.dep_ == "neg" or (c.dep_ == "det" and c.lower_ == "no") for c in token.children
    )
    if token.pos_ in ("VERB", "AUX") and any(
        c.lower_ == "no" and c.dep_ == "det" and o.dep_ in ("dobj", "obj")
        for o in token.children
        for c in o.children
    ):
        negated = not negated  # "accept no inspections"
    below = None
    if token.pos_ in ("VERB", "AUX"):
        below = _through_verb(token, subject, inside, statement)
    elif token.lemma_.lower() in CARRIER_NOUNS:
        below = _through_noun(token, inside)
    if below:
        for child in below:
            giver = _giver(token, child, inside)
            passed = giver if giver is not None and child.dep_ in ("xcomp", "ccomp") else subject
            if token.pos_ == "NOUN" and giver is not None:
                passed = giver
            if _asked_for(token, child):
                passed = None  # who asks for a thing, or calls for an act, would not do it
            yield from _heads(child, passed, negated, inside, statement, depth + 1)
    else:
        yield token, subject, negated
    for child in token.children:
        if child.dep_ == "conj" and child.i in inside and child.pos_ == token.pos_:
            if is_joined(token, inside):
                continue  # "rape and incest exceptions" is one thing
            if child.tag_ in ("VBD", "VBN") and token.tag_ in ("VB", "VBP", "VBZ"):
                continue  # "demanded that X reopen it and threatened to …": what the speaker did
            yield from _heads(child, subject, negated, inside, statement, depth + 1)


def _giver(token: Any, child: Any, inside: set[int]) -> Any:
    """Who would do what a verb or noun brings in: "urged X to act", "X's offer to act", "a
    proposal by X to act"."""
    by = (o for c in token.children if c.lower_ == "by" for o in c.children if o.dep_ == "pobj")
    given = (c for c in token.children if c.dep_ in ("dobj", "dative", "poss"))
    told = [*given, *(by if token.pos_ == "NOUN" else ())]
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
    if token.lemma_ == "be":
        ready = next((c for c in children if c.dep_ == "acomp" and c.lemma_.lower() in READY), None)
        if ready is not None:
            nested = [c for c in ready.children if c.dep_ in ("xcomp", "ccomp", "pcomp")]
            to = [
                o
                for c in ready.children
                if c.dep_ == "prep"
                for o in c.children
                if o.dep_ in ("pobj", "pcomp")
            ]
            return [c for c in (*nested, *to) if c.i in inside] or None
        if statement.kind is Kind.REJECT and any(c.dep_ == "expl" for c in children):
            return [c for c in children if c.dep_ == "attr"] or None  # "there will be no amnesty"
        if statement.kind is Kind.REJECT and subject is not None and subject.i in inside:
            # "A truce is a dead end": what is turned down is the subject.
            return [subject]
        return None
    clauses = [c for c in children if c.dep_ in ("xcomp", "ccomp")]
    if token.lemma_.lower() in ("have", "need") and clauses:
        return clauses  # "they have to come back"
    if token.lemma_.lower() not in CARRIER_VERBS or any(c.dep_ == "prt" for c in token.children):
        return None  # "call off the strike" calls for nothing
    if clauses:
        return clauses
    things = [c for c in children if c.dep_ in ("dobj", "obj")]
    things += [
        o
        for c in children
        if c.dep_ == "prep" and c.lower_ in ("for", "on", "to", "with")
        for o in c.children
        if o.dep_ in ("pobj", "pcomp") and o.i in inside
    ]
    return things[:1] or None


def _through_noun(token: Any, inside: set[int]) -> list[Any] | None:
    for child in token.children:
        if child.i not in inside:
            continue
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "to"):
            inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp") and c.i in inside]
            if inner and not any(
                c.pos_ == "NUM" or c.dep_ == "nummod" for i in inner for c in (i, *i.children)
            ):
                return inner
        if child.dep_ == "acl" and any(c.lower_ == "to" for c in child.children):
            return [child]
    return None


def _act(
    page: Page,
    head: Any,
    subject: Any,
    negated: bool,
    inside: set[int],
    statement: Statement,
    place: ActPlace,
) -> Act | None:
    # "the strike would go on": of a thing that goes on, not of somebody, the label needs the name
    of_a_thing = subject is not None and subject.pos_ == "NOUN" and not somebody(page, subject)
    condition = place is ActPlace.CONDITION
    label = label_of(head, subject, inside, with_subject=condition or of_a_thing)
    if label is None or _no_act(label) or (label.thing and somebody(page, label.head)):
        return None  # "the union" is nothing to be done
    left = min(t.idx for t in label.tokens)
    right = max(t.idx + len(t) for t in label.tokens)
    actor = doer_of(page, label.head, label.doer or subject, statement, place)
    return Act(actor, page.report.span(left, right), label.text, negated, place, label.thing)


def _no_act(label: Label) -> bool:
    """ "The offer" alone, a person, a thought, "do it", "decide": nothing that tells one act from
    another. A verb without object or way is an act only if it is one of those that disputes turn on
    ("withdraw", "resign")."""
    lemma = label.head.lemma_.lower()
    bare = all(
        t.i == label.head.i
        or (t.pos_ in ("PRON", "ADV", "PART", "AUX", "DET", "PUNCT") and t.lower_ != "nothing")
        for t in label.tokens
    )
    if label.thing:
        vague = label.head.pos_ in ("PROPN", "PRON", "NUM") or lemma in VAGUE_THINGS
        vague = vague or (bare and label.head.tag_ == "VBG") or "n't" in label.text
        return vague or (lemma in CARRIER_NOUNS and not _told_more(label))
    return lemma in OF_THE_MIND | LUCK or (bare and lemma not in WHOLE_ACTS)


def _told_more(label: Label) -> bool:
    """ "A pay offer of 3 percent" says what is offered, "the offer" does not."""
    return any(
        t.i != label.head.i and t.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") for t in label.tokens
    )
