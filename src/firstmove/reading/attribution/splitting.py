"""Two claims in one content become two, where it is safe to part them.

A direct quotation of several sentences is parted between sentences, other words where the second
begins with "otherwise". One sentence is parted at
"so", "but" or "and" when both sides are finite clauses with subjects of their own, and neither
leans on the other ("if", "when", a comparison); where the second says "that" again; where the
speaker would not do the one "but would" do the other; or where it tells what follows otherwise
("told it to leave or it would shoot").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.lexicon.markers import ONLY_THEN, OTHERWISE
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Place, Token
from firstmove.reading.parsing.or_else import or_else
from firstmove.statement import Quotation

_JOINS = frozenset({"so", "but", "and", "yet"})
_OWN = frozenset("i we he she it they".split())
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def split(doc: Token, text: str, claim: Claim) -> Iterator[Claim]:
    """The claim's parts, or the claim itself."""
    if claim.quotation is not Quotation.DIRECT:
        for group in _before_otherwise(doc, text, claim.content):
            for piece in _pieces(doc, text, group):
                yield replace(claim, content=piece)
        return
    for group in _sentences(doc, text, claim.content):
        for piece in _pieces(doc, text, group):
            yield replace(claim, content=piece)


def _before_otherwise(
    doc: Token, text: str, content: tuple[Place, ...]
) -> Iterator[tuple[Place, ...]]:
    """ "Said they must leave. Otherwise it would shoot": the two sentences."""
    for at, (start, end) in enumerate(content):
        for piece in _sentence_pieces(doc, text, start, end):
            words = tuple(re.findall(r"\w+", text[piece[0] : piece[1]].lower())[:2])
            first = piece[0] == content[0][0] or not text[piece[0]].isupper()
            if first or not any(words[: len(w)] == w for w in (*OTHERWISE, ONLY_THEN)):
                continue
            before = clauses.trim(text, start, piece[0]) if piece[0] > start else None
            yield (*content[:at], before) if before else content[:at]
            yield ((piece[0], end), *content[at + 1 :])
            return
    yield content


def _pieces(doc: Token, text: str, content: tuple[Place, ...]) -> tuple[tuple[Place, ...], ...]:
    """The contents of the claims in one content, or that content."""
    if len(content) != 1:
        return (content,)
    joined = tuple((piece,) for piece in _joined(doc, text, content))
    return joined if len(joined) > 1 else _turned(doc, text, content[0]) or (content,)


def _sentences(doc: Token, text: str, content: tuple[Place, ...]) -> list[tuple[Place, ...]]:
    """Groups of places, one for each sentence; a sentence broken by the tag keeps both halves."""
    groups: list[list[Place]] = []
    previous = -1
    for start, end in content:
        pieces = _sentence_pieces(doc, text, start, end)
        tag = text[previous:start].rstrip("\"“‘„«'` \xa0\n") if previous >= 0 else "."
        open_group = tag[-1:] not in (".", "!", "?", ":")
        previous = end
        for number, piece in enumerate(pieces):
            words = len(re.findall(r"\w+", text[piece[0] : piece[1]]))
            if groups and ((number == 0 and open_group) or words < 3):
                groups[-1].append(piece)
            else:
                groups.append([piece])
    return [_merged(text, g) for g in groups]


def _merged(text: str, group: list[Place]) -> tuple[Place, ...]:
    merged: list[Place] = []
    for start, end in group:
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)


def _sentence_pieces(doc: Token, text: str, start: int, end: int) -> list[Place]:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return [(start, end)]
    cuts = [start]
    for token in span:
        if token.is_sent_start and token.idx > start:
            before = text[start : token.idx].rstrip("\"”’' \xa0\n")
            if before and before[-1] in ".?!…" and token.text[0].isupper():
                cuts.append(token.idx)
    pieces = []
    for first, last in zip(cuts, [*cuts[1:], end], strict=True):
        stripped = text[first:last].rstrip()
        if stripped:
            pieces.append((first, first + len(stripped)))
    return pieces or [(start, end)]


def _joined(doc: Token, text: str, content: tuple[Place, ...]) -> Iterator[Place]:
    start, end = content[0]
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return
    for link in span:
        if or_else(link) is not None:
            parted = link.nbor(-1) if link.nbor(-1).is_punct else link
            told = clauses.trim(text, start, parted.idx)
            then = clauses.trim(text, link.idx + len(link.text), end)
            if told is not None and then is not None:
                yield told
                yield (then[0], end) if text[end - 1] in ".?!" else then
                return
    for link in span[1:-2]:
        if not (link.dep_ == "cc" and (link.nbor().lower_, link.nbor(2).lower_) in OTHERWISE):
            continue
        if any(t.tag_ == "MD" for t in doc[link.i + 3 : link.i + 7]):  # "and if not, it would act"
            told = clauses.trim(text, start, link.idx)
            if told is not None:
                yield told
                yield (link.nbor().idx, end)
                return
    for verb in span:
        if verb.dep_ not in ("conj", "ccomp", "advcl"):
            continue
        # The parser hangs the second clause on the first, or the first on the second.
        head, token = (verb.head, verb) if verb.head.i < verb.i else (verb, verb.head)
        inside = span.start <= head.i < token.i < span.end
        if not inside or head.pos_ not in ("VERB", "AUX") or token.pos_ not in ("VERB", "AUX"):
            continue
        again = verb.i == token.i and _says_again(head, token, span)
        if not (again or (_is_full(token) and _is_full(head))):
            continue
        join = _join_word(token)
        if join is None or join.i <= head.i or not span.start < join.i:
            continue
        again = again and join.lower_ in ("and", "but")
        again = again or (join.lower_ in ("and", "but") and _each_tied(head, token, join))
        before = doc[join.i - 1]
        parted = before.text in (",", ";", "—", "–")
        if not again and (not parted or _leans(head, span) or _leans(token, span)):
            continue
        if join.lower_ == "so" and clauses.modal_of(token) in ("can", "could", "may", "might"):
            continue  # "so we can": a purpose, no claim of its own
        if verb.i == head.i and join.lower_ not in ("so", "but"):
            continue
        left = clauses.trim(text, start, before.idx if parted else join.idx)
        right = (
            clauses.trim(text, join.idx, end)
            if join.lower_ == "so"
            else clauses.trim(text, join.idx + len(join.text), end)
        )
        if left is None or right is None:
            continue
        if text[right[0] : right[0] + 4].lower() in ("not ", "only"):
            continue  # "…, but not before they leave": a condition of what stands before it
        if min(len(text[a:b].split()) for a, b in (left, right)) < 4:
            continue
        right = (right[0], end) if text[end - 1] in ".?!" else right
        yield left
        yield right
        return


def _turned(doc: Token, text: str, content: Place) -> tuple[tuple[Place, ...], ...]:
    """ "It would not sign but would talk": what the speaker refuses, and what it offers; () where
    nothing is turned so."""
    span = doc.char_span(*content, alignment_mode="expand")
    for token in span or ():
        head = token.head
        join = next(
            (c for c in head.children if c.lower_ == "but" and head.i < c.i < token.i), None
        )
        if join is None or token.dep_ != "conj" or join.i + 1 >= span.end or head.i < span.start:
            continue
        doer = next((c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        apart = any(c.dep_ in ("nsubj", "nsubjpass", "neg") for c in token.children)
        if doer is None or doer.lower_ not in _OWN or doer.i < span.start or apart:
            continue
        helper = doc[join.i + 1]
        refused = clauses.is_negated(head) and clauses.modal_of(head)
        if not refused or helper.tag_ != "MD" or helper.head.i != token.i:
            continue
        left = clauses.trim(text, content[0], join.idx)
        right = clauses.trim(text, helper.idx, content[1])
        if left is not None and right is not None:
            right = (right[0], content[1]) if text[content[1] - 1] in ".?!" else right
            return (left,), (right,)
    return ()


def _is_full(verb: Token) -> bool:
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    finite = verb.tag_ in _FINITE or any(c.tag_ in _FINITE for c in verb.children)
    return subject is not None and finite and subject.tag_ not in ("WDT", "WP")


def _join_word(verb: Token) -> Token | None:
    for child in verb.children:
        if child.lower_ in _JOINS and child.i < verb.i and child.dep_ in ("mark", "cc", "advmod"):
            return child
    before = verb.left_edge.i - 1
    if before >= 0 and verb.doc[before].lower_ in _JOINS:
        return verb.doc[before]
    return None


def _says_again(head: Token, token: Token, span: Token) -> bool:
    """ "That the army would stay, but that it could talk": what is tied to one is not to both."""
    if span.start <= head.head.i < span.end and head.head.i != head.i:
        return False
    marks = {c.lower_ for c in head.children if c.dep_ == "mark"}
    return marks <= {"that"} and any(
        c.dep_ == "mark" and c.lower_ == "that" for c in token.children
    )


def _each_tied(head: Token, token: Token, join: Token) -> bool:
    """ "If they pay, we will sail, and if they do not, we will strike": each on its own."""
    first = [c for c in head.children if c.dep_ == "advcl" and c.i < join.i]
    second = [c for c in token.children if c.dep_ == "advcl" and join.i < c.i < token.i]
    return all(
        any(m.lower_ == "if" and m.dep_ == "mark" for clause in clauses_ for m in clause.children)
        for clauses_ in (first, second)
    )


def _leans(verb: Token, span: Token) -> bool:
    """A condition, question or relative clause governs the clause: it cannot stand alone."""
    marks = {"if", "unless", "until", "whether", "because", "that", "when", "while"}
    node = verb
    while span.start <= node.i < span.end:
        for child in node.children:
            if child.dep_ == "mark" and child.lower_ in marks and child.lower_ != "that":
                return True
            if child.dep_ == "advcl" and any(
                c.lower_ in ("if", "unless", "until") for c in child.children
            ):
                return True
        if node.dep_ in ("relcl", "acl"):
            return True
        if node.head.i == node.i:
            break
        node = node.head
    return False
