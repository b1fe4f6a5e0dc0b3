"""Stage: the acts a statement names, which are what the options of a model are made of.

From the parse of the content and of the condition clause: who would do what. The label is cut to
the words that tell one act from another, so that "they should make the first move to save the
harvest" and "make the first move" read alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from firstmove.reading.page import Page
from firstmove.reading.parties import resolve
from firstmove.report import Span
from firstmove.statement import Act, ActPlace, Kind, Mention, Statement

MAX_ACTS = 4
MAX_LABEL_WORDS = 9

# Nouns and verbs that only introduce the thing meant: "the notion of X", "wants X", "is ready to X".
CARRIER_NOUNS = frozenset(
    "notion idea proposal prospect possibility suggestion plan concept option call offer demand "
    "request desire wish need readiness willingness intention importance necessity hope talk "
    "framework promise pledge commitment invitation threat".split()
)
CARRIER_VERBS = frozenset(
    "want need seek demand require desire wish expect hope intend plan continue begin start agree "
    "consider try like refuse insist propose suggest promise pledge offer prefer favour favor "
    "decline threaten urge ask press push call have go consent aim prepare support oppose reject".split()
)
READY = frozenset("ready willing prepared open able determined likely due set".split())
# Kinds that tell of others' acts without asking for them: only "X is ready to …" names an act that
# X could take, and even that as the speaker's belief.
OF_OTHERS = (Kind.ASSESS, Kind.WARN, Kind.ACCUSE, Kind.PROTEST)
FIRST_PERSON = frozenset("i we us our my ours me".split())
THIRD_PERSON = frozenset("it they he she them him her you its their his".split())
# What a sentence says about a thing without anybody doing anything.
STATIVE = frozenset("be seem appear remain become look sound feel mean".split())
DROP_DEPS = frozenset("relcl advcl appos punct mark cc preconj npadvmod parataxis prt_".split())
OBJECT_DEPS = ("dobj", "obj", "attr", "oprd", "dative")


def acts(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``Statement.acts``; the other fields stay as they are."""
    return tuple(replace(s, acts=_acts_of(page, s)) for s in statements)


def _acts_of(page: Page, statement: Statement) -> tuple[Act, ...]:
    found: list[Act] = []
    condition = statement.condition
    for span in statement.content:
        inside = [
            token
            for token in _tokens(page, span)
            if condition is None or not _within(token, condition.span)
        ]
        found += _acts_in(page, inside, statement, ActPlace.CONTENT)
    if condition is not None:
        clause = list(_tokens(page, condition.span))
        found += _acts_in(page, clause, statement, ActPlace.CONDITION)
    unique: dict[tuple[str, ActPlace], Act] = {}
    for act in found:
        unique.setdefault((act.label.lower(), act.place), act)
    return tuple(unique.values())[:MAX_ACTS]


def _tokens(page: Page, span: Span) -> Iterator[Any]:
    chars = page.doc.char_span(span.start, span.end, alignment_mode="contract")
    return iter(chars if chars is not None else ())


def _within(token: Any, span: Span) -> bool:
    return bool(span.start <= token.idx < span.end)


def _acts_in(page: Page, tokens: list[Any], statement: Statement, place: ActPlace) -> list[Act]:
    inside = {token.i for token in tokens}
    found = []
    for root in _roots(tokens, inside):
        for head, subject, negated in _heads(root, None, False, inside, statement, 0):
            if statement.kind in OF_OTHERS and not _under_readiness(head, inside):
                continue
            act = _act(page, head, subject, negated, inside, statement, place)
            if act is not None:
                found.append(act)
    return found


def _under_readiness(head: Any, inside: set[int]) -> bool:
    return any(t.i in inside and t.lemma_.lower() in READY for t in head.ancestors)


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
    return tops or prepositions


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
    below = None
    if token.pos_ in ("VERB", "AUX"):
        below = _through_verb(token, subject, inside, statement)
    elif token.lemma_.lower() in CARRIER_NOUNS:
        below = _through_noun(token, inside)
    if below:
        for child in below:
            giver = next(
                (
                    c
                    for c in token.children
                    if c.dep_ in ("dobj", "dative", "poss") and c.i in inside and c is not child
                ),
                None,
            )
            passed = giver if giver is not None and child.dep_ in ("xcomp", "ccomp") else subject
            if token.pos_ == "NOUN" and giver is not None:
                passed = giver
            yield from _heads(child, passed, negated, inside, statement, depth + 1)
    else:
        yield token, subject, negated
    for child in token.children:
        if child.dep_ == "conj" and child.i in inside and child.pos_ == token.pos_:
            yield from _heads(child, subject, negated, inside, statement, depth + 1)


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
        if statement.kind is Kind.REJECT and subject is not None and subject.i in inside:
            # "A truce is a dead end": what is turned down is the subject.
            return [subject]
        return None
    if token.lemma_.lower() not in CARRIER_VERBS:
        return None
    clauses = [c for c in children if c.dep_ in ("xcomp", "ccomp")]
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
            if inner:
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
    label_tokens = _label_tokens(head, subject, inside, place)
    if not label_tokens:
        return None
    label = _render(head, label_tokens)
    if not label or not any(t.pos_ in ("VERB", "NOUN", "PROPN", "ADJ") for t in label_tokens):
        return None
    left = min(t.idx for t in label_tokens)
    right = max(t.idx + len(t) for t in label_tokens)
    span = page.report.span(left, right)
    return Act(_actor(page, head, subject, statement, place), span, label, negated, place)


def _label_tokens(head: Any, subject: Any, inside: set[int], place: ActPlace) -> list[Any]:
    if head.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
        return _phrase(head, inside)
    if head.pos_ == "PRON":
        return []
    if head.lemma_ in STATIVE:
        if place is ActPlace.CONTENT:
            return []
        rest = [
            t
            for c in head.children
            if c.i in inside and c.dep_ in ("acomp", "attr", "neg", "prep")
            for t in (c, *(_phrase(c, inside) if c.dep_ in ("attr", "prep") else ()))
        ]
        before = _phrase(subject, inside) if subject is not None and subject.i in inside else []
        return sorted({t.i: t for t in (*before, head, *rest)}.values(), key=lambda t: t.i)
    kept = {head.i: head}
    has_object = False
    for child in head.children:
        if child.i not in inside:
            continue
        if child.dep_ == "prt":
            kept[child.i] = child
        elif child.dep_ in OBJECT_DEPS:
            has_object = True
            kept.update({t.i: t for t in _phrase(child, inside)})
        elif child.dep_ in ("nsubjpass",):
            has_object = True
            kept.update({t.i: t for t in _phrase(child, inside)})
        elif child.dep_ == "acomp":
            kept[child.i] = child
    if not has_object:
        kept.update({t.i: t for t in _first_complement(head, inside)})
        if place is ActPlace.CONDITION and len(kept) <= 1 and subject is not None:
            kept.update({t.i: t for t in _phrase(subject, inside)})
    return sorted(kept.values(), key=lambda t: t.i)


def _first_complement(head: Any, inside: set[int]) -> list[Any]:
    for child in head.children:
        if child.i not in inside:
            continue
        if child.dep_ == "prep" and child.lower_ not in ("during", "since", "after", "before", "as"):
            inner = [c for c in child.children if c.dep_ == "pobj" and c.i in inside]
            # "respond to them" tells no more than "respond"
            if inner and inner[0].pos_ != "PRON" and inner[0].ent_type_ not in ("DATE", "TIME"):
                return [child, *_phrase(inner[0], inside)]
        if child.dep_ == "xcomp" and child.pos_ == "VERB":
            return [
                *[c for c in child.children if c.dep_ == "aux"],
                *_label_tokens(child, None, inside, ActPlace.CONTENT),
            ]
    return []


def _phrase(noun: Any, inside: set[int], depth: int = 0) -> list[Any]:
    """The noun with what tells it from others; no relative clause, no second prepositional tail."""
    kept = [noun] if noun.i in inside else []
    tails = 0
    for child in noun.children:
        if child.i not in inside or child.dep_ in DROP_DEPS:
            continue
        if child.dep_ == "prep":
            if depth or tails or child.lower_ not in ("of", "on", "to", "with", "from", "at", "over"):
                continue
            tails += 1
            kept.append(child)
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    kept += _phrase(inner, inside, depth + 1)
        elif child.dep_ in ("det", "amod", "compound", "nummod", "poss", "case", "neg", "quantmod",
                            "advmod", "nmod", "predet"):
            kept += [child, *[t for t in child.subtree if t.i in inside and t.dep_ != "punct"]]
    return sorted({t.i: t for t in kept}.values(), key=lambda t: t.i)


def _render(head: Any, tokens: list[Any]) -> str:
    """The words in order, the main verb first and in its base form."""
    passive = [t for t in tokens if head.pos_ == "VERB" and t.i < head.i]
    if head.pos_ == "VERB" and passive and not any(t.lemma_ == "be" for t in tokens):
        subject_like = any(c.dep_ == "nsubj" and c in passive for c in head.children)
        if not subject_like:
            tokens = [head, *[t for t in tokens if t is not head]]
    words = []
    for token in tokens[:MAX_LABEL_WORDS]:
        text = token.lemma_ if token is head and head.pos_ == "VERB" else token.text
        glued = words and (token.text in ("’s", "'s", "-") or tokens[0].text == "-")
        if glued:
            words[-1] += text
        else:
            words.append(text)
    return " ".join(words).strip(" ,;:“”\"'’")


def _actor(
    page: Page, head: Any, subject: Any, statement: Statement, place: ActPlace
) -> Mention | None:
    """Who would do it, by grammar first, then by what the kind of statement implies."""
    speaker, target = statement.speaker, statement.target
    asked = statement.kind in (Kind.REQUEST, Kind.THREATEN, Kind.SANCTION)
    agent = next(
        (
            o
            for c in head.children
            if c.dep_ == "agent"
            for o in c.children
            if o.dep_ == "pobj"
        ),
        None,
    )
    owner = next((c for c in head.children if c.dep_ == "poss"), None)
    doer = agent if agent is not None else owner if head.pos_ == "NOUN" else subject
    passive = subject is not None and subject.dep_ == "nsubjpass"
    if doer is not None and not (passive and doer is subject):
        low = doer.lower_
        if low in FIRST_PERSON:
            return speaker
        if low in THIRD_PERSON:
            if place is ActPlace.CONTENT and statement.kind is Kind.REQUEST:
                return target
            return resolve(page, doer)
        named = resolve(page, doer)
        if named is not None and (named.party or named.name):
            return named
        if place is ActPlace.CONDITION:
            return _about(statement)
        return None
    if place is ActPlace.CONDITION:
        return _about(statement)
    if statement.kind is Kind.REQUEST:
        return target
    if asked or head.pos_ in ("VERB", "AUX"):
        return speaker
    return speaker if statement.kind in (Kind.REJECT, Kind.AGREE, Kind.STATE) else None


def _about(statement: Statement) -> Mention | None:
    condition = statement.condition
    if condition is None or not condition.party:
        return None
    return Mention(condition.span, name=condition.party, party=condition.party)
