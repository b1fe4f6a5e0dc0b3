"""Condition clauses of a sentence: markers, what governs the clause, how far it reaches.

kind      markers
if        if, if and when, in the event that/of, in case, assuming, once/as soon as + a plan;
          inverted: should/had/were X …; "after they leave, we will …"; "no train as long as …"
only_if   only if/when/after, "would only … if", provided (that), on condition that, as/so long
          as, contingent on, in exchange/return for
iff       if and only if, when and only when, "if …, then and only then"
unless    unless (and until), except if/when; "no X without Y", "will not … without"
until     until/before under a refusal or a going on: "will not … until …"

Those without a marker are in ``alternatives``, those of a noun in ``phrases``.

Not conditions: a question ("asked if"), a comparison ("as if", "as long as a street"), a
concession ("even if"), an ellipsis ("if any", "if not"), a time ("until 2019"), a way of speaking
("if you ask me"), a wish ("it would be nice if"), a condition of a question ("if so, why …?").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from firstmove.reading.acts.kinds import is_future
from firstmove.reading.attribution.cues import BODIES, PEOPLE
from firstmove.reading.conditions.alternatives import (
    alternatives,
    imperatives,
    nothing_for_nothing,
)
from firstmove.reading.conditions.clause import Clause, ahead, is_offer, refused, refuses
from firstmove.reading.conditions.markers import (
    ARMED,
    ASKED,
    ASKING,
    BARTER,
    BY_FIRST,
    CANDOUR,
    ELLIPSES,
    FINITE,
    GIVEN_UP,
    GOING_ON,
    IF,
    IFF,
    MANNERS,
    MAX_BARE_WORDS,
    MAX_WORDS,
    NOT_BEFORE_IF,
    ON_AND_ON,
    ONLY_IF,
    QUESTIONS,
    REFUSERS,
    SPEAKING,
    UNAMBIGUOUS,
    UNTIL,
    VALUES,
    WEIGHING,
    WELCOMED,
)
from firstmove.reading.conditions.phrases import phrases
from firstmove.reading.kinds.vocabulary import LABOUR
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import (
    SUBJECTS,
    Token,
    children,
    is_negated,
    subject,
    tokens_in,
)
from firstmove.report import Span
from firstmove.statement import ConditionKind


def clauses_in(page: Page, sentence: Span) -> Iterator[Clause]:
    """The conditions of one sentence, in order."""
    tokens = tokens_in(page, (sentence,))
    unmarked = list(alternatives(tokens))
    if _is_quoted(page, sentence):
        unmarked += [*imperatives(tokens), *nothing_for_nothing(tokens)]
    yield from unmarked
    yield from phrases(tokens)
    then_only = _then_only(tokens)
    position = 0
    while position < len(tokens):
        if tokens[position].lower_ == "when":
            clause = _clause(tokens, position, 1, IFF if position < then_only else IF)
            if clause is not None and (clause.kind is IFF or _only_then(clause)):
                yield clause if clause.kind is IFF else replace(clause, kind=ONLY_IF)
        for marker, kind in BY_FIRST.get(tokens[position].lower_, ()):
            size = len(marker)
            if tuple(t.lower_ for t in tokens[position : position + size]) == marker:
                clause = _clause(tokens, position, size, kind)
                if clause is None and is_unambiguous(tokens, position, size):
                    clause = _by_words(tokens, position, size, kind)
                if clause is not None:
                    if clause.kind is IF and position < then_only:
                        clause = replace(clause, kind=IFF)
                    elif clause.kind is IF and _only_then(clause):
                        clause = replace(clause, kind=ONLY_IF)
                    elif _as_long(clause) and (
                        refused(clause.governor) or refuses(clause.governor)
                    ):
                        clause = replace(clause, kind=IF)  # "no train runs as long as it is shut"
                    yield clause
                    position += size - 1
                break
        position += 1


def _is_quoted(page: Page, sentence: Span) -> bool:
    """Whether a quotation begins in the sentence, or the sentence in a quotation."""
    at = bisect_right(page.quotations, sentence.start, key=lambda quotation: quotation.start)
    if at < len(page.quotations) and page.quotations[at].end <= sentence.end:
        return True
    return at > 0 and sentence.start < page.quotations[at - 1].end


def _only_then(clause: Clause) -> bool:
    """ "would only sign if …": the "only" of a condition that stands before the verb."""
    governor = clause.governor
    if governor is None or governor.i > clause.words[0].i or not ahead(governor):
        return False
    return any(c.lower_ == "only" and c.i < governor.i for c in children(governor, "advmod"))


def _as_long(clause: Clause) -> bool:
    marker = [t.lower_ for t in clause.words[: clause.marker]]
    return marker[-3:] in (["as", "long", "as"], ["so", "long", "as"]) and bool(clause.governor)


def _then_only(tokens: list[Token]) -> int:
    """Where "then and only then" stands, which makes of the "if" before it an "if and only if"."""
    lowered = [t.lower_ for t in tokens]
    for at, word in enumerate(lowered):
        if word == "then" and [w for w in lowered[at + 1 : at + 6] if w != ","][:3] == [
            "and",
            "only",
            "then",
        ]:
            return at
    return 0


def is_unambiguous(tokens: list[Token], at: int, size: int) -> bool:
    """Whether the marker's words mean a condition whatever the parser makes of them."""
    marker = tuple(t.lower_ for t in tokens[at : at + size])
    if marker == ("provided",):
        before, after = tokens[at - 1] if at else None, tokens[at + 1 : at + 2]
        parted = before is not None and before.text in ",;"
        taken = tokens[at].dep_ in ("mark", "prep") and bool(after) and after[0].dep_ != "agent"
        return parted and taken and not children(tokens[at], "nsubj", "agent")
    return marker in UNAMBIGUOUS


def _by_words(tokens: list[Token], at: int, size: int, kind: ConditionKind) -> Clause | None:
    """The clause up to the next punctuation mark, where the parse gives none.

    It has to begin as a clause does, with a subject, and to have more words than that.
    """
    extent = tokens[at : at + size]
    for token in tokens[at + size : at + size + MAX_BARE_WORDS + 1]:
        if token.is_punct and token.text not in ("-", "'", "’", "%", "/"):
            break
        extent.append(token)
    rest = extent[size:]
    if not 2 <= len(rest) <= MAX_BARE_WORDS:
        return None
    if rest[0].pos_ not in ("DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ"):
        return None
    if not any(t.pos_ in ("NOUN", "PRON", "PROPN") for t in rest):
        return None
    if tokens[at].lower_ == "provided" and not any(t.tag_ in FINITE for t in rest):
        below = children(tokens[at], "pobj")  # "provided the speaker | allowed", taken for a thing
        after = [t for t in rest if below and t.i > below[0].right_edge.i][:1]
        if not after or after[0].tag_ != "VBD" or children(after[0], *SUBJECTS):
            return None
    head = extent[size - 1].head
    head = head if head in rest else rest[0]
    return Clause(kind, tuple(extent), size, head, _governor(head, extent), parsed=False)


def _clause(tokens: list[Token], at: int, size: int, kind: ConditionKind) -> Clause | None:
    first, last = tokens[at], tokens[at + size - 1]
    before = tokens[at - 1] if at else None
    after = tokens[at + size] if at + size < len(tokens) else None
    if after is None or not _is_marker(tokens, at, size, before, after):
        return None
    head = _head_of(last, first, after)
    if head is None:
        return None
    if last.lower_ in ("if", "unless", "once"):
        clause = _taken_for_noun(tokens, at, size, kind, head)
        if clause is not None:
            return clause
    if last.lower_ in ("if", "unless", "once", "when", "as") and not _says_something(head):
        return None
    if last.lower_ == "if" and _is_way_of_speaking(head):
        return None
    extent = _extent(tokens, at, head)
    if len(extent) <= size:
        return None
    governor = _governor(head, extent)
    if governor is not None and (_in_question(governor) or _is_put(tokens, governor)):
        return None
    if governor is not None and last.lower_ == "if" and size == 1 and _is_wished(governor):
        return None
    clause = Clause(kind, tuple(extent), size, head, governor)
    if kind is UNTIL and not _bounds(clause):
        return None
    barter = {t.lower_ for t in tokens[at : at + size]} & BARTER
    if first.lower_ == "after" and not _waited_for(clause):
        return None
    if first.lower_ == "without" and not _without_which_nothing(clause):
        return None
    soon = (
        (first.lower_, size) == ("as", 3)
        and last.i - first.i == 2
        and tokens[at + 1].lower_ == "soon"
    )
    if (first.lower_ == "once" or soon or barter) and not (
        governor is not None and (ahead(governor) or is_offer(governor, head))
    ):
        return None
    return clause


def _is_marker(tokens: list[Token], at: int, size: int, before: Token | None, after: Token) -> bool:
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
        clause = _provided(tokens[at])
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
    if first in ("had", "were"):
        front = _opens(before) or (before is not None and before.lower_ in ("that", "but", "and"))
        if not front or tokens[at].dep_ not in ("aux", "auxpass", "advcl", "ccomp"):
            return False
        return after.pos_ in ("DET", "PRON", "PROPN", "NOUN") and not _is_put(tokens, tokens[at])
    if first == "should":
        # "should the talks fail": before its subject, and no question
        return bool(
            tokens[at].dep_ == "aux"
            and not _is_put(tokens, tokens[at])
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
        return front and _assumed(tokens[at]) is not None
    if first == "on" and "condition" in [w.lower_ for w in tokens[at : at + size]]:
        return True
    if first == "once":
        return bool(tokens[at].dep_ in ("mark", "advmod") and tokens[at].head.dep_ == "advcl")
    return True


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


def _is_wished(governor: Token) -> bool:
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


def _in_question(governor: Token) -> bool:
    """ "asked if he would go in the event of a defeat": a question, on which nothing hangs."""
    marks = [c for c in children(governor, "mark") if c.lower_ in ("if", "whether")]
    if not marks:
        return False
    before = list(governor.doc[governor.sent.start : marks[0].i + 1])
    return _is_asked(governor) or _asked_before(before, len(before) - 1)


def _is_put(tokens: list[Token], governor: Token) -> bool:
    """Whether the main clause is a question: "if he knows it, has he not …?"."""
    end = next((t for t in tokens if t.i > governor.i and t.text in ".!?;"), None)
    return end is not None and end.text == "?"


def _head_of(last: Token, first: Token, after: Token) -> Token | None:
    """The main predicate after the marker; for "in exchange for" the noun."""
    if last.lower_ == "provided" and _provided(last) is not None:
        return _provided(last)
    if last.lower_ == "were" and last.dep_ not in ("aux", "auxpass"):
        return last if any(is_future(c) for c in (last.head, *children(last, "ccomp"))) else None
    if last.lower_ in ("assuming", "supposing"):
        return _assumed(last)
    if last.dep_ == "prep" or last.lower_ in ("for", "of", "on", "upon"):
        below = children(last, "pobj", "pcomp")
        return below[0] if below else None
    if last.lower_ in ("until", "till", "before", "after") and last.dep_ == "prep":
        below = children(last, "pobj", "pcomp")
        return below[0] if below else None
    if last.lower_ == "provided" or (last.lower_ == "that" and first.lower_ == "provided"):
        inner = _provided(first)
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


def _provided(marker: Token) -> Token | None:
    """The clause after "provided", which the parser may take for the verb's object."""
    found = [
        c
        for c in children(marker, "ccomp", "pcomp", "dobj")
        if c.i > marker.i and (c.dep_ != "dobj" or c.tag_ in ("VBZ", "VBP", "VBD"))
    ]
    return found[0] if found and not children(marker, "nsubj", "nsubjpass", "auxpass") else None


def _assumed(marker: Token) -> Token | None:
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


def _is_way_of_speaking(head: Token) -> bool:
    doers = [c.lower_ for c in children(head, "nsubj", "nsubjpass")]
    said = head.lemma_.lower() in SPEAKING or any(a.lower_ == "may" for a in children(head, "aux"))
    if doers[:1] == ["memory"]:
        return bool(head.lemma_.lower() == "serve")
    honest = [c for c in children(head, "acomp") if c.lemma_.lower() in CANDOUR]
    return bool((said or honest) and doers) and doers[0] in ("i", "you", "one", "we")


def _without_which_nothing(clause: Clause) -> bool:
    """ "no truce without guarantees": nothing of the kind happens unless the thing is given."""
    governor = clause.governor
    if governor is None or clause.head.lemma_.lower() in MANNERS:
        return False
    if governor.pos_ in ("VERB", "AUX") and refused(governor):
        # "will not sign without guarantees"
        return clause.head.pos_ in ("NOUN", "PROPN") or clause.head.tag_ == "VBG"
    if any(c.dep_ == "det" and c.lower_ in ("no", "any") for c in children(clause.head, "det")):
        return False
    nouns = [governor] if governor.pos_ == "NOUN" else children(governor, "attr", "nsubj", "dobj")
    none = any(c.dep_ == "det" and c.lower_ == "no" for n in nouns for c in n.children)
    verb = governor if governor.pos_ in ("VERB", "AUX") else governor.head
    return bool(none and (is_future(verb) or verb.tag_ in ("VBZ", "VBP")))


def _says_something(head: Token) -> bool:
    """A clause has a subject, or is a participle of an event: "if attacked"."""
    if any(c.dep_ in SUBJECTS for c in head.children) or subject_of(head) is not None:
        return True
    return bool(head.tag_ in ("VBN", "VBG") and head.lemma_ not in ("need", "require"))


def _extent(tokens: list[Token], at: int, head: Token) -> list[Token]:
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
        or (extent[-1].lower_ == "then" and len(extent) > 2)
    ):
        if extent[-1].text in ("%", ")"):
            break
        extent.pop()
    after = tokens[at + len(extent) :][:1]
    if after and after[0].lower_ == "otherwise" and extent[-1:] == [head]:
        extent.append(after[0])  # "voted otherwise", which the parser hung on the next verb
    return extent


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


def _taken_for_noun(
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


def _governor(head: Token, extent: list[Token]) -> Token | None:
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


def _waited_for(clause: Clause) -> bool:
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


def _nobody(governor: Token) -> bool:
    """ "Not a single wagon leaves", "not one of them moves"."""
    edge = governor.left_edge
    while edge.is_punct and edge.i < governor.i:
        edge = edge.nbor()
    if edge.i + 1 >= len(edge.doc):
        return False
    return bool(edge.lower_ == "not" and edge.nbor().lower_ in ("a", "one", "any"))


def _bounds(clause: Clause) -> bool:
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
    clausal = clause.head.pos_ in ("VERB", "AUX")
    if clause.words[0].lower_ == "before":
        told = clausal and any(c.dep_ in SUBJECTS for c in clause.head.children)
        return refused and told and clause.head.tag_ != "VBD"
    if clausal:
        past = clause.head.tag_ == "VBD" and not ahead(governor) and not refused
        stays = governor.dep_ in ("xcomp", "acomp") and goes_on(governor.head)
        return (refused or stays or goes_on(governor)) and not past
    return refused and ahead(governor)
