"""What some words say in the main: their main predicates, each with subject, negation and tense.

A thin view over the dependency parse, shared by the stages that read conditions, kinds, targets
and modality. Tokens are spaCy tokens; labels are those of ClearNLP (nsubj, dobj, ccomp, …).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from firstmove.reading.page import Page
from firstmove.report import Span
from firstmove.statement import Statement

Token = Any  # spacy.tokens.Token: spaCy ships no usable types for mypy --strict

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
COPULAS = frozenset({"be", "seem", "remain", "become", "appear", "stay"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither"})
NO_DETERMINERS = frozenset({"no", "neither"})
NOBODY = frozenset({"nobody", "none", "nothing", "no-one"})
# Adverbs that are part of the verb where they follow it at once: "walk away".
PARTICLES = frozenset({"away", "out", "back", "down", "off", "over", "up"})


def tokens_in(page: Page, spans: Iterable[Span]) -> list[Token]:
    """The tokens that begin inside one of the spans, in order of the text."""
    found: list[Token] = []
    for span in sorted(spans):
        found += page.doc.beginning_in(span.start, span.end)
    return found


def content_tokens(page: Page, statement: Statement) -> list[Token]:
    """The content's tokens without glosses and without the condition clause."""
    left_out = list(statement.glosses)
    if statement.condition is not None:
        left_out.append(statement.condition.span)
    return [
        t
        for t in tokens_in(page, statement.content)
        if not any(s.start <= t.idx < s.end for s in left_out)
    ]


def children(token: Token, *labels: str) -> list[Token]:
    return [c for c in token.children if c.dep_ in labels]


def main_predicates(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Heads of the clauses that the words consist of, in order; the head noun of a noun phrase.

    A finite clause counts before a fragment: fragments are given only where there is no clause.
    """
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    heads: list[Token] = []
    for top in tops:
        if top.is_punct or top.dep_ in ("mark", "cc", "punct", "intj", "det", "neg", "dep"):
            continue
        if top.dep_ in ("aux", "auxpass") and top.head.i not in inside:
            continue
        heads.extend(_with_conjuncts(_down(top, inside), inside))
    clauses = [h for h in heads if h.pos_ in ("VERB", "AUX")]
    return tuple(sorted(set(clauses or heads), key=lambda t: int(t.i)))


def _down(token: Token, inside: set[int]) -> Token:
    """From a preposition or "to" to the word that it introduces."""
    for _ in range(4):
        if token.dep_ not in ("prep", "agent", "mark", "aux") and token.pos_ not in ("ADP", "PART"):
            break
        below = [c for c in token.children if c.dep_ in ("pobj", "pcomp") and c.i in inside]
        if not below:
            break
        token = below[0]
    return token


def _with_conjuncts(token: Token, inside: set[int]) -> list[Token]:
    found, queue = [token], [token]
    while queue:
        head = queue.pop()
        colons = [c.i for c in children(head, "punct") if c.text in (":", ";")]
        # "has set a condition: X must …": what follows a colon is a clause of its own
        after = [c for c in children(head, "ccomp") if colons and colons[0] < c.i]
        # "… and for that I apologise": a clause after "and" that the parser took for an adjunct
        after += [
            c
            for c in children(head, "advcl")
            if c.left_edge.i > head.i
            and children(c, "nsubj")
            and not children(c, "mark")
            and head.doc[c.left_edge.i - 1].dep_ == "cc"
        ]
        for child in (*children(head, "conj", "parataxis"), *after):
            if child.i in inside and child.pos_ in ("VERB", "AUX"):
                found.append(child)
                queue.append(child)
    return found


def subject(token: Token) -> Token | None:
    """The grammatical subject; a conjunct or an open complement shares its governor's."""
    for _ in range(6):
        own = children(token, "nsubj", "nsubjpass", "csubj", "expl")
        if own:
            there = next((s for s in own if s.dep_ != "expl"), None)
            if there is None and own[0].lower_ == "there":
                return next(iter(children(token, "attr", "dobj")), own[0])
            return there if there is not None else own[0]
        # "the importance of the US initiating": a gerund's subject; "for X to do": the object
        if token.dep_ in ("conj", "xcomp"):
            if token.dep_ == "xcomp":
                controlled = children(token.head, "dobj", "iobj", "dative")
                if controlled:
                    return controlled[0]
            token = token.head
            continue
        return None
    return None


def doer_of(token: Token) -> Token | None:
    """Who does it: the subject, of a passive the agent ("by X"), None where it is left out."""
    if is_passive(token):
        return next((p for by in children(token, "agent") for p in children(by, "pobj")), None)
    return subject(token)


def object_of(token: Token) -> Token | None:
    return next(iter(children(token, "dobj", "attr", "oprd")), None)


def is_passive(token: Token) -> bool:
    return bool(children(token, "auxpass", "nsubjpass"))


def auxiliaries(token: Token) -> list[Token]:
    """The auxiliaries of a verb; a conjunct without its own and without its own subject shares."""
    own = children(token, "aux", "auxpass")
    if not own and token.dep_ == "conj" and not children(token, *SUBJECTS):
        return auxiliaries(token.head) if token.head.i != token.i else []
    return own


def complement(token: Token) -> Token | None:
    """What a copula says of its subject: "unacceptable" in "is wholly unacceptable"."""
    if token.lemma_ not in COPULAS:
        return None
    return next(iter(children(token, "acomp", "attr", "oprd")), None)


def negations(token: Token) -> list[Token]:
    """Every word that negates the predicate itself, its subject or its object."""
    if token.lemma_ == "help" and any(a.lower_ in ("can", "ca", "could") for a in token.children):
        return []  # "cannot help but think"
    beside = {c.lower_ for c in token.children}
    if token.lemma_ == "agree" and "more" in beside and beside & {"could", "can", "ca"}:
        return []  # "couldn't agree more"
    found = [c for c in token.children if c.dep_ == "neg" or c.lower_ in NEGATIONS]
    said_of = complement(token)
    for near in (*children(token, "dobj", "attr", "nsubj", "nsubjpass", "acomp"),):
        if near.lower_ in NOBODY:
            found.append(near)
        found.extend(
            c
            for c in near.children
            if c.i < near.i and c.dep_ in ("det", "neg") and c.lower_ in (*NO_DETERMINERS, "not")
        )
        # "not one tree will be felled"
        found.extend(c for n in children(near, "nummod") for c in n.children if c.lower_ == "not")
    if said_of is not None:
        found.extend(c for c in said_of.children if c.dep_ == "neg" and c not in found)
    found.extend(a for a in token.children if a.lower_ == "longer" and _after_no(a))
    return sorted(set(found), key=lambda t: int(t.i))


def _after_no(token: Token) -> bool:
    return any(c.lower_ == "no" for c in token.children)


def is_negated(token: Token) -> bool:
    """Two negations of one predicate cancel out ("nobody will not …"): never a refusal."""
    found = negations(token)
    if not found and token.dep_ == "conj" and token.tag_ == "VB" and token.head.i < token.i:
        # "will not return or sign": only a bare infinitive can share the auxiliary and its "not"
        return not children(token, *SUBJECTS, "aux", "auxpass") and is_negated(token.head)
    return len(found) % 2 == 1


def lemma_keys(token: Token) -> tuple[str, ...]:
    """Names to look a predicate up by, the most telling first: "call for", then "call"."""
    word = token.lemma_.lower()
    particles = [
        c.lower_
        for c in token.children
        if c.dep_ == "prt" or (c.dep_ == "advmod" and c.i == token.i + 1 and c.lower_ in PARTICLES)
    ]
    # "met on Friday": a date is no part of what the verb means
    preps = [
        c.lower_
        for c in children(token, "prep", "agent")
        if c.i > token.i and not any(p.ent_type_ in ("DATE", "TIME") for p in children(c, "pobj"))
    ]
    thing = object_of(token)
    bare = [  # "put on notice", "take to court"
        f"{word} {c.lower_} {p.lemma_.lower()}"
        for c in children(token, "prep")
        for p in children(c, "pobj")
        if p.pos_ == "NOUN" and p.i == c.i + 1
    ]
    keys: list[str] = []
    if particles:
        keys += [f"{word} {particles[0]} {p}" for p in preps] + [f"{word} {particles[0]}"]
    keys += bare
    if thing is not None:
        led = [c.lower_ for c in children(thing, "amod") if c.i == thing.i - 1]
        keys += [f"{word} {adjective} {thing.lemma_.lower()}" for adjective in led]
        keys.append(f"{word} {thing.lemma_.lower()}")
    keys += [f"{word} {p}" for p in preps]
    keys.append(word)
    return tuple(keys)


def subtree(token: Token, inside: Iterable[Token] | None = None) -> list[Token]:
    allowed = None if inside is None else {t.i for t in inside}
    return [t for t in token.subtree if allowed is None or t.i in allowed]


def text_span(page: Page, tokens: Sequence[Token]) -> Span:
    """The place from the first to the last of the tokens."""
    first, last = tokens[0], tokens[-1]
    return page.report.span(first.idx, last.idx + len(last.text))


def noun_phrase(token: Token) -> list[Token]:
    """A noun with what stands before it and its "of" and appositions; no clauses after it."""
    skip: set[int] = set()
    for child in token.children:
        if child.dep_ in ("relcl", "acl", "advcl", "appos", "punct", "cc", "conj") or (
            child.dep_ == "prep" and child.lower_ not in ("of",)
        ):
            skip.update(t.i for t in child.subtree)
    words = [t for t in token.subtree if t.i not in skip and not t.is_space]
    while len(words) > 1 and (words[0].is_punct or words[0].dep_ in ("mark", "cc")):
        words = words[1:]
    return words
