"""How far a condition's clause reaches: its predicate, its words, and what it hangs on."""

from __future__ import annotations

from firstmove.reading.condition_clauses.clause import Clause
from firstmove.reading.condition_clauses.marking import assumed_clause, provided_clause
from firstmove.reading.lexicon.markers import MAX_BARE_WORDS, MAX_WORDS
from firstmove.reading.parsing.predicates import (
    SUBJECTS,
    Token,
    children,
    subject,
)
from firstmove.reading.parsing.verb_acts import is_future
from firstmove.statement import ConditionKind


def head_of(last: Token, first: Token, after: Token) -> Token | None:
    """The main predicate after the marker; for "in exchange for" the noun."""
    if last.lower_ == "provided" and provided_clause(last) is not None:
        return provided_clause(last)
    if last.lower_ == "were" and last.dep_ not in ("aux", "auxpass"):
        return last if any(is_future(c) for c in (last.head, *children(last, "ccomp"))) else None
    if last.lower_ in ("assuming", "supposing"):
        return assumed_clause(last)
    if last.dep_ == "prep" or last.lower_ in ("for", "of", "on", "upon"):
        below = children(last, "pobj", "pcomp")
        return below[0] if below else None
    if last.lower_ in ("until", "till", "before", "after") and last.dep_ == "prep":
        below = children(last, "pobj", "pcomp")
        return below[0] if below else None
    if last.lower_ == "provided" or (last.lower_ == "that" and first.lower_ == "provided"):
        inner = provided_clause(first)
        if inner is not None:
            return inner
    if last.dep_ in ("mark", "advmod", "aux") and last.head.i > last.i:
        verb = last.head
        helps = verb.dep_ in ("aux", "auxpass") and verb.i < verb.head.i < verb.i + 4
        return _finite(verb.head if helps and verb.lower_ in ("do", "does", "did") else verb)
    # a marker that the parser took for something else: the verb that its next words belong to
    token = after
    for _ in range(8):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            return token if token.i > last.i else None
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _finite(head: Token) -> Token:
    """The clause's finite verb, where the parser took an infinitive before it for its head.

    "if the signals to resume the talks are serious": an infinitive heads no such clause, and a
    finite verb after it without a subject of its own is the one that its subject belongs to.
    """
    above = head.head
    to = any(a.lower_ == "to" for a in children(head, "aux"))
    if not to or above.i <= head.i or above.tag_ not in ("VBP", "VBZ", "VBD"):
        return head
    return head if children(above, *SUBJECTS) else above


def subject_of(head: Token) -> Token | None:
    """The clause's subject, also where the parser hung it on an infinitive (see ``_finite``)."""
    own = subject(head)
    if own is not None:
        return own
    below = [c for c in children(head, "advcl", "ccomp", "csubj") if c.i < head.i]
    return next((s for c in below for s in children(c, "nsubj", "nsubjpass")), None)


def _main_after(head: Token) -> Token | None:
    """The main clause, where the parser joined it to the condition as a second one: no "and"."""
    for other in children(head, "conj"):
        own = children(other, "nsubj", "nsubjpass")
        joined = any(head.i < c.i < other.i for c in children(head, "cc"))
        if other.i > head.i and own and not joined:
            return other
        # "if it passes and they agree, the levy will fall": hung on the second of two conditions
        for main in children(other, "ccomp"):
            parted = main.left_edge.i > other.i and main.left_edge.nbor(-1).text == ","
            if parted and is_future(main) and children(main, "nsubj", "nsubjpass"):
                return main
    if head.dep_ not in ("ccomp", "ROOT"):
        return None
    for other in head.subtree:
        # "if he cannot say the word she should go": no comma parts the two clauses
        own = [c for c in children(other, "nsubj") if c.lower_ in ("i", "he", "she", "we", "they")]
        modal = any(c.tag_ == "MD" for c in children(other, "aux"))
        if other.dep_ == "relcl" and other.i > head.i and own and modal and other.tag_ == "VB":
            return other
    return None


def says_something(head: Token) -> bool:
    """A clause has a subject, or is a participle of an event: "if attacked"."""
    if any(c.dep_ in SUBJECTS for c in head.children) or subject_of(head) is not None:
        return True
    return bool(head.tag_ in ("VBN", "VBG") and head.lemma_ not in ("need", "require"))


def extent_of(tokens: list[Token], at: int, head: Token) -> list[Token]:
    """From the marker to the end of the clause.

    The subtree of its head, cut where a main clause begins: at a comma before a token outside the
    subtree, or, in front of its governor, before the governor's own subject.
    """
    inside = {t.i for t in head.subtree}
    for other in children(head, "conj"):
        if any(m.lower_ in ("that", "if", "unless") for m in children(other, "mark")):
            # "if X and that Y": the second clause is the governor's; "if X and if Y": two
            inside -= {t.i for t in other.subtree}
    main = _main_after(head)
    if main is not None:
        inside -= {t.i for t in main.subtree}
    inside |= _series(tokens[at], head)
    end = _second_subject(tokens, at, head)
    extent: list[Token] = []
    for token in tokens[at : at + MAX_WORDS]:
        if end is not None and token.i >= end:
            break
        if token.text in '”"' and _closes(token, extent):
            break  # "if it doesn't touch a comma," her spokesman said
        belongs = token.i in inside or token.i < head.i
        if not belongs and not token.is_punct:
            break
        if not belongs and token.text in ',;:—–.!?”"':
            rest = [t for t in tokens if t.i > token.i]
            if not rest or rest[0].i not in inside:
                break
        extent.append(token)
    while extent and (
        extent[-1].is_punct
        or extent[-1].dep_ == "cc"
        or (extent[-1].lower_ == "then" and len(extent) > 2 and extent[-2].lower_ not in _BY)
    ):
        if extent[-1].text in ("%", ")"):
            break
        extent.pop()
    after = tokens[at + len(extent) :][:1]
    if after and after[0].lower_ == "otherwise" and extent[-1:] == [head]:
        extent.append(after[0])  # "voted otherwise", which the parser hung on the next verb
    return extent


_BY = ("by", "before", "until", "since")  # "unless it has begun by then"


def _closes(mark: Token, extent: list[Token]) -> bool:
    """Whether a quotation mark ends a quotation that began before the clause."""
    opened = sum(t.text in '“"' for t in extent)
    if mark.text == "”":
        return opened == 0
    return opened % 2 == 0 and mark.i > 0 and not mark.nbor(-1).whitespace_


def _series(marker: Token, head: Token) -> set[int]:
    """ "that it drops the case, ends the ban and pays": verbs of the clause that the parser joined
    to the main verb, which has another tense."""
    if head.tag_ not in ("VBZ", "VBP") or not children(head, "nsubj", "nsubjpass"):
        return set()
    above = head.head
    for _ in range(4):
        if above.pos_ in ("VERB", "AUX") or above.head.i == above.i:
            break
        above = above.head
    if above.i > marker.i or above.tag_ not in ("VBD", "VB"):
        return set()
    joined = [
        c
        for c in children(above, "conj")
        if c.i > head.i and c.tag_ == head.tag_ and not children(c, *SUBJECTS)
    ]
    return {t.i for c in joined for t in c.subtree}


def taken_for_noun(
    tokens: list[Token], at: int, size: int, kind: ConditionKind, head: Token
) -> Clause | None:
    """ "If one more shell lands in Tarsk, our guns will answer": the parser took "lands" for a
    noun, and the marker for that of the main clause, whose subject comes after a comma."""
    doers = [c for c in children(head, "nsubj", "nsubjpass", "expl") if c.i > tokens[at].i]
    if len(doers) != 1 or not is_future(head) or doers[0].i > head.i:
        return None
    edge = doers[0].left_edge.i - tokens[at].i
    words = tokens[at + size : at + edge - 1]
    if len(words) < 3 or tokens[at + edge - 1].text != "," or len(words) > MAX_BARE_WORDS:
        return None
    if any(t.is_punct and t.text not in "-'’%" for t in words):
        return None
    above = head.head
    if above.i > head.i and not any(t.text in '”"' for t in head.doc[head.i : above.i]):
        return None  # "if on Monday, the talks will fail, we go"
    named = [t for t in words if t.tag_ in ("NNS", "NN", "VBZ", "VBP", "VBD") and t.i > words[0].i]
    if not named or words[0].pos_ in ("ADP", "ADV"):
        return None
    verb = next((t for t in named if t.tag_[0] == "V"), named[-1])
    return Clause(kind, tuple(tokens[at : at + edge - 1]), size, verb, head, parsed=False)


def _second_subject(tokens: list[Token], at: int, head: Token) -> int | None:
    """Where the main clause begins, if the parser has run the two clauses together.

    A verb has one subject: between two, a comma or an auxiliary parts the clauses.
    """
    doers = [c for c in children(head, "nsubj", "nsubjpass") if c.i > tokens[at].i]
    if len(doers) < 2:
        return None
    first, second = doers[0], doers[1]
    between = head.doc[first.i + 1 : second.left_edge.i]
    parting = [t for t in between if t.text == "," and t.head in (first, head)]
    parting += [t for t in between if t.dep_ in ("aux", "auxpass") and t.head == head]
    return max((int(t.i) for t in parting), default=None)


def governor_of(head: Token, extent: list[Token]) -> Token | None:
    """The word that the clause hangs on: the first ancestor outside of it."""
    inside = {t.i for t in extent}
    if head.i not in inside:
        return head  # the two clauses had been run together
    main = _main_after(head)
    if main is not None and main.i not in inside:
        return main
    below = [c for c in children(head, "ccomp") if c.i not in inside]
    if below:
        return below[0]
    token = head
    for _ in range(12):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.i not in inside:
            return token
    return None
