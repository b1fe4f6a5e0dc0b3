"""Small questions to a dependency parse: edges, subjects, what a verb's own words are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firstmove.reading.parsing.nouns import (
    Token,
    is_animate,
    is_document,
    is_generic,
    lemma,
)

Place = tuple[int, int]  # start and end, characters of the report

_EDGE = " \t\r\n\xa0,;:–—-"
_QUOTES = "\"'“”‘’«»„`"
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_UNREAL = frozenset({"if", "unless", "whether", "lest", "until"})
_PROVISOS = frozenset({"provided", "providing", "assuming", "supposing", "condition", "case"})
_SPEAKING = frozenset("speak talk write address appear testify".split())


def text_of(doc: Token) -> str:
    """``doc.text``, put together once: spaCy joins all tokens anew at each call."""
    kept = doc.user_data.get("firstmove.text")
    if not isinstance(kept, str):
        kept = doc.user_data["firstmove.text"] = str(doc.text)
    return kept


def place(tokens: Iterable[Token]) -> Place:
    """From the first character of the leftmost to the last of the rightmost token."""
    members = list(tokens)
    first = min(members, key=lambda t: t.i)
    last = max(members, key=lambda t: t.i)
    return first.idx, last.idx + len(last.text)


def leaves_open(tokens: Iterable[Token]) -> bool:
    """ "whether the state would step in": told as open; not "whether or not they come, we …"."""
    words = [t.lower_ for t in tokens if not t.is_punct and not t.is_space][:3]
    return words[:1] == ["whether"] and words[1:] != ["or", "not"]


def opens_question(tokens: Iterable[Token]) -> bool:
    """ "whether …", "how many …", "when it would …": an embedded question, after a cue."""
    first = next((t for t in tokens if not t.is_punct and not t.is_space), None)
    return first is not None and (first.lower_ in ("whether", "if") or first.tag_[:1] == "W")


def whole(*tokens: Token) -> Place:
    """The tokens with all that hangs on them."""
    return (
        min(t.left_edge.idx for t in tokens),
        max(t.right_edge.idx + len(t.right_edge.text) for t in tokens),
    )


def trim(text: str, start: int, end: int, *, quotes: bool = False) -> Place | None:
    """Without blanks and punctuation at the edges; None when nothing is left."""
    edge = _EDGE + (_QUOTES if quotes else "")
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge + ".":
        if text[end - 1] == "." and _abbreviation(text, start, end):
            break
        end -= 1
    return (start, end) if start < end else None


def _abbreviation(text: str, start: int, end: int) -> bool:
    """Whether the full stop at ``end - 1`` belongs to a word such as "U.S." or "Corp."."""
    word = text[max(start, end - 7) : end].split()[-1] if text[max(start, end - 7) : end] else ""
    return word.count(".") > 1 or word.lower() in {"inc.", "corp.", "co.", "ltd.", "jr.", "sr."}


def ancestors(token: Token) -> Iterator[Token]:
    for above in token.ancestors:
        if above.sent != token.sent:
            return
        yield above


def own_subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return child
    return None


def is_helped(verb: Token) -> bool:
    """Whether an auxiliary stands with it: "has agreed", "would agree", "to agree"."""
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The one who does ``verb``: its own subject, or that of the verb it hangs on.

    Shared subjects of joined verbs, of participles ("…, adding that"), of infinitives after verbs
    such as "went on to", of gerunds ("concluded by stressing"), and nouns with a participle
    ("protesters demanding …"). None where the parse names nobody.
    """
    own = own_subject(verb)
    if own is not None:
        return own
    head = verb.head
    if depth > 6 or head.i == verb.i:
        return None
    if verb.dep_ in ("conj", "parataxis", "dep") and head.pos_ in ("VERB", "AUX"):
        return _name_before(verb) or subject_of(head, depth + 1)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return head
    if verb.dep_ in ("advcl", "xcomp", "ccomp", "dep") and head.pos_ in ("VERB", "AUX"):
        if verb.dep_ == "advcl" and verb.tag_ == "VBN":
            return None
        return subject_of(head, depth + 1)
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        # "The agency quoted the envoy as saying": the one who is quoted.
        quoted = as_whom(head)
        if quoted is not None:
            return quoted
        if head.head.pos_ in ("VERB", "AUX"):
            return subject_of(head.head, depth + 1)
    return None


def as_whom(lead: Token) -> Token | None:
    """Whom "as" speaks of: the object of "quoted the envoy as saying", "cited him as having said".

    None for "as" of another kind, and where it is told of the subject ("was quoted as saying").
    """
    if lead.lower_ != "as":
        return None
    if lead.head.dep_ == "dobj" and lead.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return lead.head
    return next((c for c in lead.head.children if c.dep_ == "dobj" and c.i < lead.i), None)


def _name_before(verb: Token) -> Token | None:
    """The name right before a verb that the parser joined to another verb without an "and":
    "…, as the envoy, Jan Poe, expressed …"."""
    doc, at = verb.doc, verb.i - 1
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    while at > verb.sent.start and (doc[at].pos_ in ("ADV", "AUX") or doc[at].text == ","):
        at -= 1
    token = doc[at]
    if token.pos_ == "NOUN" and token.dep_ == "appos" and doc[verb.i - 1].text == ",":
        return token.head  # "after the Green Union, its partner, said": not who the sentence is of
    if token.pos_ != "PROPN" or token.dep_ not in ("appos", "nsubj", "attr", "oprd", "ROOT"):
        return None
    return token


def agent_of(verb: Token) -> Token | None:
    """Who does a passive verb: "was accused by the union"."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def is_passive(verb: Token) -> bool:
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    joined = verb.dep_ == "conj" and agent_of(verb) is not None  # "is backed … but opposed by Y"
    return bool(verb.tag_ == "VBN" and (joined or verb.dep_ == "acl"))


def is_negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in ("never", "neither") for c in verb.children)


def modal_of(verb: Token) -> str:
    return next((c.lower_ for c in verb.children if c.tag_ == "MD"), "")


def is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)


_PERHAPS = frozenset({"potentially", "possibly", "perhaps", "maybe", "conceivably"})


def is_unreal(verb: Token) -> bool:
    """Whether the telling itself is supposed, asked or doubted, not asserted.

    "if Kyiv agrees to", "whether it would agree to", "may demand"; a question.
    """
    modal = modal_of(verb)
    if modal in ("may", "might", "could", "should", "must") or (
        modal == "would" and not is_negated(verb) and lemma(verb) not in ("like", "prefer")
    ):
        return True
    if any(c.dep_ == "advmod" and c.lower_ in _PERHAPS for c in verb.children):
        return True
    clause: Token | None = verb
    steps = 0
    while clause is not None and steps < 8:
        if any(c.dep_ == "mark" and c.lower_ in _UNREAL for c in clause.children):
            return True
        if clause.head.lower_ in _PROVISOS and clause.dep_ in ("ccomp", "pcomp", "advcl", "acl"):
            return True
        if any(c.lower_ in ("once", "when") and c.dep_ == "mark" for c in clause.children):
            return True  # "once Kyiv agrees to": told as still to come
        if clause.dep_ in ("conj", "xcomp") and clause.head.i != clause.i:
            clause = clause.head
        else:
            clause = None
        steps += 1
    return False


def is_speaking(verb: Token) -> bool:
    """ "Speaking to reporters", "addressing parliament": tells how what follows was said."""
    return verb.tag_ == "VBG" and lemma(verb) in _SPEAKING


def speaking_with(verb: Token) -> list[Token]:
    """The participles of a saying that tell how it was said: "speaking to reporters, she said"."""
    holders = [verb]
    subject = own_subject(verb)
    if subject is not None:
        holders.append(subject)
    return [c for h in holders for c in h.children if c.dep_ in ("advcl", "acl") and is_speaking(c)]


def noun_place(noun: Token, text: str) -> Place:
    """The whole noun phrase, without a long relative clause and without edge punctuation."""
    start, end = whole(noun)
    for child in noun.children:
        if child.lower_ == "according" and child.i > noun.i:
            end = min(end, child.left_edge.idx)  # "Velland, according to a letter, plans"
        relative = child.dep_ in ("relcl", "acl", "advcl", "parataxis", "ccomp")
        if relative and child.i > noun.i and end - child.left_edge.idx > 0:
            length = child.right_edge.i - child.left_edge.i + 1
            first = child.left_edge
            apart = (is_speaking(child) or first.lower_ == "when") and first.nbor(-1).text == ","
            if length > 12 or apart or child.dep_ in ("advcl", "parataxis", "ccomp"):
                end = min(end, child.left_edge.idx)
    if end == noun.idx + len(noun.text):
        for token in noun.doc[noun.i + 1 : noun.sent.end]:
            # "the newspaper Oskar Tidende": the parser may take both for subjects
            if token.pos_ != "PROPN" or token.dep_ not in ("compound", noun.dep_):
                break
            if token.dep_ == noun.dep_ and token.head.i == noun.head.i:
                end = token.idx + len(token.text)
    case = next((c for c in noun.children if c.dep_ == "case" and c.i == noun.i + 1), None)
    if case is not None and end == case.idx + len(case.text):
        end = case.idx
    if end - start > 240:
        start, end = whole(noun)[0], noun.idx + len(noun.text)
        start = max(start, noun.sent.start_char)
    return trim(text, start, end, quotes=True) or (noun.idx, noun.idx + len(noun.text))


def cue_place(verb: Token, *extra: Token) -> Place:
    """The verb with its helping verbs and particle, where they stand together with it."""
    first = verb.i
    allowed = {
        c.i
        for c in verb.children
        if c.i < verb.i and c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.n_lefts == 0
    }
    while first - 1 in allowed:
        first -= 1
    while verb.doc[first].dep_ == "advmod" and first < verb.i:
        follows = verb.doc[first + 1]
        if follows.i == verb.i:
            break  # "also said" is one cue
        first += 1
    last = max([verb.i, *(e.i for e in extra)])
    for child in verb.children:
        particle = child.dep_ == "prt" or child.lower_ == "back"
        if particle and last < child.i <= last + 1:
            last = child.i
    return place((verb.doc[first], verb.doc[last]))


__all__ = [
    "SUBJECTS", "Place", "Token", "agent_of", "ancestors", "as_whom", "cue_place", "is_animate",
    "is_document", "is_generic", "is_infinitive", "is_negated", "is_passive", "is_speaking",
    "is_unreal", "leaves_open", "lemma", "modal_of", "noun_place", "opens_question",
    "own_subject", "place", "speaking_with", "subject_of", "text_of", "trim", "whole",
]  # fmt: skip
