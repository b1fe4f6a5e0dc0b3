"""Whether words mark a condition, or a question, a wish or a way of speaking."""

from __future__ import annotations

from firstmove.reading.condition_clauses.clause import ahead
from firstmove.reading.lexicon.markers import (
    ASKED,
    ASKING,
    CANDOUR,
    ELLIPSES,
    FINITE,
    NOT_BEFORE_IF,
    QUESTIONS,
    SPEAKING,
    VALUES,
    WEIGHING,
    WELCOMED,
)
from firstmove.reading.parsing.predicates import (
    Token,
    children,
)


def is_marker(tokens: list[Token], at: int, size: int, before: Token | None, after: Token) -> bool:
    first = tokens[at].lower_
    if first == "before" and (after.is_punct or tokens[at].dep_ == "advmod"):
        return False  # "never done before, so …": an adverb
    if first == "if" and size == 1:
        if before is not None and before.lower_ in ("even", "as", "what"):
            return False
        if before is not None and (
            before.lemma_.lower() in NOT_BEFORE_IF or before.lower_ in ("over", "about", "on")
        ):
            return False
        if before is not None and before.lemma_ == "be" and _is_question(before):
            return False
        if _is_ellipsis(tokens, at) or (after.is_punct and after.text != ","):
            return after.text in '“"‘'
        if after.tag_ == "VBN" and at + 2 < len(tokens) and tokens[at + 2].is_punct:
            return True  # "would do it if asked."
        if _asked_before(tokens, at):
            return False
        return bool(tokens[at].dep_ == "mark") and not _is_asked(tokens[at].head)
    if first == "provided" and size == 1:
        clause = provided_clause(tokens[at])
        if tokens[at].dep_ == "mark" or (tokens[at].tag_ == "VBN" and clause is not None):
            return True
        # "…, provided the speaker allowed": the parser may take it for a verb in the past
        parted = before is not None and before.text in ",;"
        told = clause is not None and children(clause, "nsubj", "nsubjpass")
        return bool(told) and (parted or tokens[at].dep_ == "prep")
    if first == "in" and size == 2:  # at the front: elsewhere "in case" tells a precaution
        return (
            bool(tokens[at].is_sent_start)
            or _opens(before)
            or (before is not None and before.text == ",")
        )
    if first == "without":
        return bool(tokens[at].dep_ == "prep")
    if first == "while":  # in front, or set off by a comma, it tells a contrast
        return before is not None and not before.is_punct and tokens[at].dep_ == "mark"
    if first in ("had", "were"):
        if first == "were" and _inverted_behind(tokens[at]):
            return True
        front = _opens(before) or (before is not None and before.lower_ in ("that", "but", "and"))
        if not front or tokens[at].dep_ not in ("aux", "auxpass", "advcl", "ccomp"):
            return False
        return after.pos_ in ("DET", "PRON", "PROPN", "NOUN") and not is_put(tokens, tokens[at])
    if first == "should":
        # "should the talks fail": before its subject, and no question
        return bool(
            tokens[at].dep_ == "aux"
            and not after.is_punct
            and (before is None or before.tag_[0] != "W")
            and not is_put(tokens, tokens[at])
            and (
                tokens[at].head.dep_ in ("advcl", "ccomp", "conj")
                # "threatens to act should …": the parser hangs the main clause below the condition
                or any(c.i < tokens[at].i for c in children(tokens[at].head, "ccomp"))
            )
            and any(
                s.i > tokens[at].i
                for s in children(tokens[at].head, "nsubj", "nsubjpass", "compound")
            )  # "should the talks | collapse", taken for one noun
        )
    if first in ("as", "for") and before is not None and before.lower_ in ("not", "twice"):
        return False
    if first == "as" and tokens[at + 1].dep_ == "acomp" and tokens[at + 1].lower_ == "long":
        return False  # "the road was as long as it was dull"
    if first in ("as", "so") and tokens[at + size - 1].dep_ != "mark":
        return bool(after.dep_ in ("nsubj", "det", "poss", "compound", "amod", "nsubjpass", "expl"))
    if first in ("assuming", "supposing") and size == 1:
        front = before is None or before.is_punct or before.lower_ in ("that", "but", "and")
        return front and assumed_clause(tokens[at]) is not None
    if first == "on" and "condition" in [w.lower_ for w in tokens[at : at + size]]:
        return True
    if first == "once":
        return bool(tokens[at].dep_ in ("mark", "advmod") and tokens[at].head.dep_ == "advcl")
    return True


def _inverted_behind(were: Token) -> bool:
    """ "Might agree to a pause were the mayor to write it into law": its subject comes then."""
    verb = were.head
    to = any(c.tag_ == "TO" and c.i > were.i for c in children(verb, "aux"))
    doers = children(verb, "nsubj", "nsubjpass")
    return were.dep_ == "aux" and to and bool(doers) and were.i < doers[0].i < verb.i


def _is_ellipsis(tokens: list[Token], at: int) -> bool:
    """ "if any", "if not"; but "if any of them leaves", "if any party walks out"."""
    word = tokens[at + 1].lower_
    following = tokens[at + 2 : at + 3]
    full = word == "any" and bool(following) and following[0].pos_ in ("NOUN", "ADP", "ADJ")
    return word in ELLIPSES and not full


def _asked_before(tokens: list[Token], at: int) -> bool:
    """ "Asked, for example, if …", "pressed by reporters if …": no verb stands between."""
    for token in reversed(tokens[max(0, at - 8) : at]):
        if token.tag_ in ("VBN", "VBD") and token.lemma_.lower() in ASKED:
            first = tokens[0].i if tokens[0].text not in '“"‘' else tokens[0].i + 1
            return token.i == first or (token.i > 0 and token.nbor(-1).lower_ in ("when", ","))
        if token.pos_ in ("VERB", "AUX") or token.lower_ in ("for", "that"):
            if token.lower_ == "for" and token.nbor().lower_ in ("example", "instance"):
                continue
            return False
    return False


def _is_asked(head: Token) -> bool:
    """ "asked if …": the clause is the object of a verb of asking or knowing."""
    if head.dep_ not in ("ccomp", "pcomp"):
        return False
    if head.head.lemma_.lower() in WEIGHING and children(head.head, "dobj"):
        return False  # "would consider it if asked": it is weighed, and not whether
    if head.head.lemma_.lower() == "say" and head.head.i > head.i:
        return False  # "if he cannot come she should go, he said": what was said comes first
    if head.dep_ == "pcomp" or head.head.lemma_.lower() in ASKING:
        return True
    # "they will sue if …", where the parser takes the condition for an object
    return bool(head.head.i < head.i and not ahead(head.head))


def is_wished(governor: Token) -> bool:
    """ "It would be nice if …", "would welcome it if …": valued, and nothing hangs on it."""
    if governor.lemma_.lower() in WELCOMED:
        return any(c.lower_ == "it" for c in children(governor, "dobj"))
    said = {c.lemma_.lower() for c in children(governor, "acomp", "attr")} | {governor.lower_}
    doers = [c.lower_ for c in children(governor, "nsubj", "expl")]
    return bool(said & VALUES and "it" in doers) or "remiss" in said


def _opens(before: Token | None) -> bool:
    """Whether a clause begins after this: it is nothing, or an opening quotation mark."""
    if before is None:
        return True
    return bool(before.text in "“‘" or (before.text in "\"'" and not before.whitespace_))


def in_question(governor: Token) -> bool:
    """ "asked if he would go in the event of a defeat": a question, on which nothing hangs."""
    marks = [c for c in children(governor, "mark") if c.lower_ in ("if", "whether")]
    if not marks:
        return False
    before = list(governor.doc[governor.sent.start : marks[0].i + 1])
    return _is_asked(governor) or _asked_before(before, len(before) - 1)


def is_put(tokens: list[Token], governor: Token) -> bool:
    """Whether the main clause is a question: "if he knows it, has he not …?"."""
    end = next((t for t in tokens if t.i > governor.i and t.text in ".!?;"), None)
    return end is not None and end.text == "?"


def provided_clause(marker: Token) -> Token | None:
    """The clause after "provided", which the parser may take for the verb's object."""
    found = [
        c
        for c in children(marker, "ccomp", "pcomp", "dobj")
        if c.i > marker.i and (c.dep_ != "dobj" or c.tag_ in ("VBZ", "VBP", "VBD"))
    ]
    return found[0] if found and not children(marker, "nsubj", "nsubjpass", "auxpass") else None


def assumed_clause(marker: Token) -> Token | None:
    """The clause after "assuming": what has to be so, for what comes then."""
    found = [c for c in children(marker, "ccomp", "advcl") if c.i > marker.i]
    head = marker.head
    if not found and head.i > marker.i and head.tag_ in FINITE:
        found, head = [head], head.head
    if not found or not children(found[0], "nsubj", "nsubjpass", "expl"):
        return None
    return found[0] if ahead(head) or head.tag_ in ("VBP", "VBZ") else None


def _is_question(copula: Token) -> bool:
    """ "the question is if …"."""
    return any(c.lemma_.lower() in QUESTIONS for c in children(copula, "nsubj"))


def is_way_of_speaking(head: Token) -> bool:
    doers = [c.lower_ for c in children(head, "nsubj", "nsubjpass")]
    said = head.lemma_.lower() in SPEAKING or any(a.lower_ == "may" for a in children(head, "aux"))
    said = said or (head.lemma_ == "say" and any(c.lower_ == "so" for c in head.children))
    if doers[:1] == ["memory"]:
        return bool(head.lemma_.lower() == "serve")
    honest = [c for c in children(head, "acomp") if c.lemma_.lower() in CANDOUR]
    return bool((said or honest) and doers) and doers[0] in ("i", "you", "one", "we")
