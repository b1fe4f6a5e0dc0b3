"""The words of a statement that may name its target, in the order of trust."""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.lexicon.listed import words
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import (
    Token,
    children,
    complement,
    content_tokens,
    is_passive,
    main_predicates,
    subject,
    tokens_in,
)
from firstmove.reading.parsing.turns import let_act, on_whom
from firstmove.reading.people.pairs import is_pair
from firstmove.statement import Kind, Mention, Statement

TOWARD = words("with to toward towards against")  # and "on" after a noun: "a ban on X"
AT_LENGTH = words("with against toward towards")  # "willingness to enter into talks with X"
NAMED = frozenset({Kind.ACCUSE, Kind.REJECT, Kind.SUPPORT, Kind.AGREE, Kind.CONCEDE})
AIMED = frozenset(
    {
        Kind.AGREE,
        Kind.CONSULT,
        Kind.SUPPORT,
        Kind.CONCEDE,
        Kind.COOPERATE,
        Kind.AID,
        Kind.THREATEN,
        Kind.REJECT,
        Kind.SANCTION,
        Kind.COERCE,
        Kind.ASSAULT,
        Kind.MOBILIZE,
        Kind.PROTEST,
        Kind.ACCUSE,
    }
)


def candidates_in(page: Page, statement: Statement) -> Iterator[Token]:
    cue = tokens_in(page, statement.cue)
    content = content_tokens(page, statement)
    heads = main_predicates(content)
    kind = statement.kind
    speaker = set() if statement.speaker is None else _places(page, statement.speaker)
    if kind is Kind.ASSESS:
        # whom the belief is about
        yield from (s for s in map(subject, heads) if s is not None and is_pair(s))
        return
    yield from _governed_by_cue(cue, content, speaker, kind)
    if kind in (Kind.WARN, Kind.STATE):
        return
    if kind is Kind.REQUEST:
        for head in heads:
            yield from _asked(head)
        return
    if kind is Kind.ACCUSE:
        for head in heads:
            yield from _doers(head)
    if kind in NAMED:
        for head in (*heads, *(t for t in cue if t.pos_ == "NOUN")):
            yield from _owners(head)
        for prep in content:
            if (
                prep.lower_ == "by"
                and prep.dep_ in ("prep", "agent")
                and _of_the_act(prep, heads, content)
            ):
                yield from children(prep, "pobj")
    if kind in AIMED:
        for head in (*heads, *(t for t in cue if t.pos_ == "NOUN")):
            yield from _toward(head)
        for prep in content:
            if (
                prep.dep_ == "prep"
                and prep.lower_ in AT_LENGTH
                and _of_the_act(prep, heads, content)
            ):
                yield from children(prep, "pobj")


def _of_the_act(prep: Token, heads: tuple[Token, ...], content: list[Token]) -> bool:
    """ "ready for talks with X"; not "pay for a wall on the border that it shares with X", nor
    "claims that he broke the law by a deal with X": of the act told, not of one told about it."""
    above, inside = {h.i for h in heads}, {t.i for t in content}
    token = prep
    while token.i not in above and token.head.i in inside and token.head.i != token.i:
        finite = token.dep_ == "ccomp" and token.head.pos_ == "NOUN"
        if token.i == prep.head.i and token.head.i in above and prep.lower_ == "by":
            return True  # "the attack that was carried out by X"
        if token.dep_ in ("relcl", "advcl") or finite or (token.dep_ == "acl" and _told(token)):
            return False
        token = token.head
    return True


def _told(clause: Token) -> bool:
    """Whether a clause on a noun has a subject: "claims that he …"."""
    return bool(children(clause, "nsubj", "nsubjpass"))


def _places(page: Page, mention: Mention) -> set[int]:
    return {t.i for t in tokens_in(page, (mention.span,))}


def _governed_by_cue(
    cue: list[Token], content: list[Token], speaker: set[int], kind: Kind
) -> Iterator[Token]:
    """Objects of the cue: addressee or accused."""
    inside = {t.i for t in content}
    for word in cue:
        if word.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
            continue
        if is_passive(word) and not children(word, "agent"):
            # "X was told", "X was accused": the subject, where the speaker stands elsewhere
            yield from (s for s in children(word, "nsubjpass") if s.i not in speaker)
        elif is_passive(word):
            yield from (s for s in children(word, "nsubjpass") if s.i not in speaker)
        for thing in children(word, "dobj", "dative", "iobj"):
            for real in (*children(thing, "pobj"), thing) if thing.dep_ == "dative" else (thing,):
                if real.i not in speaker and (real.i not in inside or _is_object_too(word)):
                    yield real
        # "urged X to act", "wants X to act": the parser makes X the subject of what is asked
        if kind is Kind.REQUEST:
            for clause in children(word, "ccomp", "xcomp"):
                yield from (s for s in children(clause, "nsubj") if s.i in inside)
        for prep in children(word, "prep"):
            if prep.lower_ in ("on", "upon", "to", "with", "at", "of", "against", "from"):
                if prep.lower_ == "of" and kind is not Kind.REQUEST:
                    continue
                if kind is Kind.WARN and prep.lower_ in ("against", "of"):
                    continue
                if prep.lower_ == "at" and word.pos_ == "NOUN" and kind is Kind.REQUEST:
                    continue  # "a demand for checks at Osk"
                yield from (p for p in children(prep, "pobj") if p.i not in speaker)


def _is_object_too(word: Token) -> bool:
    return word.pos_ in ("VERB", "AUX")


def _asked(head: Token) -> Iterator[Token]:
    """Who has to act."""
    if head.pos_ in ("VERB", "AUX"):
        if is_passive(head):
            for by in children(head, "agent"):
                yield from children(by, "pobj")
            return
        doer = on_whom(head) or subject(let_act(head) or head)
        if doer is not None:
            yield doer
        return
    # "the importance of X initiating", "the withdrawal of X's troops", "a pledge by X"
    for prep in children(head, "prep"):
        for below in children(prep, "pcomp"):
            yield from children(below, "nsubj", "poss")
        for below in children(prep, "pobj"):
            if prep.lower_ in ("by", "from"):
                yield below
            if any(c.tag_ == "VBG" and c.i > below.i for c in children(head, "acl")):
                yield below  # the same, with the gerund hung on the noun
            gerunds = [c.i for c in children(below, "amod") if c.tag_ == "VBG"]
            if gerunds:  # the same, with the gerund taken for an adjective of its object
                yield from (c for c in children(below, "nmod", "compound") if c.i < gerunds[0])
            yield from children(below, "poss")
    yield from children(head, "poss")


def _doers(head: Token) -> Iterator[Token]:
    """Whose wrong it is."""
    if is_passive(head):
        for by in children(head, "agent"):
            yield from children(by, "pobj")
        return
    doer = subject(head)
    if doer is not None:
        yield doer
    if complement(head) is None:
        for agent in children(head, "agent"):
            yield from children(agent, "pobj")


def _owners(head: Token) -> Iterator[Token]:
    """ "the attacks by X", "X's offer", of the head noun or of the verb's object."""
    nouns = [head] if head.pos_ in ("NOUN", "PROPN") else children(head, "dobj", "attr")
    for noun in nouns:
        yield from children(noun, "poss")
        for prep in children(noun, "prep", "agent", "acl"):
            if prep.lower_ in ("by", "from"):
                yield from children(prep, "pobj")
            for by in children(prep, "agent"):
                yield from children(by, "pobj")
        for clause in children(noun, "relcl"):
            yield from (s for s in children(clause, "nsubj") if s.lower_ not in ("that", "which"))


def _toward(head: Token) -> Iterator[Token]:
    """ "talks with X", "respond to X", "attack X"."""
    yield from (t for t in children(head, "dative", "dobj") if t.pos_ != "PRON")
    nouns = children(head, "dobj", "attr", "pobj")
    for governor in (head, *nouns, *children(head, "xcomp"), *children(head, "acomp")):
        for prep in children(governor, "prep", "dative"):
            if prep.lower_ in TOWARD or (prep.lower_ == "on" and governor.pos_ == "NOUN"):
                for below in children(prep, "pobj"):
                    if below.pos_ != "PRON":
                        yield below
                    for inner in children(below, "prep"):
                        if inner.lower_ in ("with", "against"):
                            yield from children(inner, "pobj")
