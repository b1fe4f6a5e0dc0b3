"""Where the acts of a passage begin: the tops of its clauses, or of a condition clause."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from firstmove.reading.acts.carriers import ASKING, CARRIER_NOUNS, PLANS, READY
from firstmove.reading.acts.forms import is_small_clause
from firstmove.reading.acts.label import TIMES
from firstmove.reading.acts.of_them import is_of_them
from firstmove.reading.condition_clauses.instants import INSTANTS
from firstmove.statement import Statement

# What these tell is told of the thing itself: "a truce, X said, was needed".
_OF_THINGS = frozenset("be need require".split())
OBLIGING = frozenset("must should ought shall".split())
_TIMES = ("DATE", "TIME")
SUBJECTS = ("nsubj", "nsubjpass")
# Behind these prepositions stands when, and not what is done.
WHEN = (*TIMES, "until", "till", "by", "within")
_ADDRESSING = re.compile(
    r"\b(?:advis|appeal|ask|begg?|beseech|besought|call|challeng|encourag|implor|instruct|"
    r"invit|lobb|order|plead|press|push|request|tell|told|urg)(?:e|s|es|ed|ing|y|ied|ies)?"
    r"(?: on| upon| to| with)?$",
    re.IGNORECASE,
)


def with_doers(
    roots: list[Any], inside: set[int], acts: Callable[[Any], bool]
) -> Iterator[tuple[Any, Any]]:
    """ "Urged both sides to accept": under one cue a noun and a clause, the doer and the act.

    "The cutters to come back" is one even where the clause hangs on the noun, and where the cue
    ("appealed to") has taken the noun away from it. ``acts``: whether a noun is somebody who can.
    """
    before = {t.i for r in roots if (t := _before(r, inside)) is not None}
    for root in roots:
        if any(is_sum(r) and r.head.i == root.head.i and r.i != root.i for r in roots):
            continue  # "offered nurses £300 to work longer": to whom, and for what
        if is_sum(root):
            yield root, None
            continue
        if root.i in before and acts(root):
            continue  # "for the health service to cancel it": the doer, and no act
        if _for_time(root):
            continue
        if root.pos_ not in ("VERB", "AUX") and any(
            r.pos_ in ("VERB", "AUX") and r.head.i == root.head.i and r.i > root.i for r in roots
        ):
            continue
        if root.pos_ not in ("VERB", "AUX") and (_is_aside(root, roots) or _leads_in(root, roots)):
            continue
        doer = next(
            (
                r
                for r in roots
                if r.pos_ in ("NOUN", "PROPN")
                and r.head.i == root.head.i
                and r.i < root.i
                # "rejected calls to lift it", "turned down an appeal by the general to stay"
                and r.lemma_.lower() not in CARRIER_NOUNS | ASKING
            ),
            None,
        )
        if doer is None and root.tag_ == "VB" and root.dep_ in ("xcomp", "advcl"):
            noun = _before(root, inside)
            doer = noun if noun is not None and acts(noun) and not _asks(noun) else None
        yield root, doer if root.pos_ in ("VERB", "AUX") else None


def _asks(noun: Any) -> bool:
    """ "Calls from residents to close the square": who asks for it, and would not do it."""
    preps = [t for t in noun.ancestors if t.lower_ in ("from", "by", "of", "among")]
    near = [t for prep in preps for t in (prep.head, prep.nbor(-1) if prep.i else prep)]
    return any(t.lemma_.lower() in ASKING for t in near)


def _leads_in(noun: Any, roots: list[Any]) -> bool:
    """ "An appeal by the general to stay", "the scheme to move it", parsed as hanging apart."""
    words = CARRIER_NOUNS | ASKING | PLANS
    return noun.lemma_.lower() in words and any(
        r.i > noun.i and any(c.tag_ == "TO" for c in r.children) for r in roots
    )


def is_addressed(noun: Any, statement: Statement) -> bool:
    """ "Appealed to their flocks to forgive him": whatever is asked to do it."""
    addressing = any(_ADDRESSING.search(cue.quote) for cue in statement.cue)
    return addressing and any(s.start == noun.left_edge.idx for s in statement.content)


def tells_how(tokens: list[Any], *, alone: bool) -> bool:
    """ "“I will buy no calm,” he said, “with a broken promise”": the second part tells no act."""
    first = next((t for t in tokens if t.pos_ != "PUNCT"), None)
    if first is None or first.dep_ != "prep":
        return False
    return not alone or first.lower_ == "with"


def is_spelled_out(noun: Any, first: Any) -> bool:
    """ "A quota: 1.5 million tonnes of steel": what the thing before the colon is."""
    return any(t.text == ":" for t in noun.doc[first.i : noun.i] if t.sent == first.sent)


def bare_subject(tokens: list[Any]) -> Any:
    """The one noun of a passage without a verb; None where there are several or verbs."""
    inside = {t.i for t in tokens}
    if any(t.pos_ in ("VERB", "AUX") for t in tokens):
        return None
    tops = [t for t in tokens if t.pos_ in ("NOUN", "PROPN") and t.head.i not in inside]
    return tops[0] if len(tops) == 1 else None


def goes_on_behind(noun: Any, after: list[Any]) -> bool:
    """Whether the verb of a noun alone stands behind an insertion: "the levy, X said, must go"."""
    if not after:
        return False
    inside = {t.i for t in after}
    verbs = [t for t in roots(after, inside) if noun.head.i == t.i or lacks_subject(t)]
    return bool(verbs) and verbs[0].lemma_ not in _OF_THINGS


def lacks_subject(verb: Any) -> bool:
    """Whether a finite verb has its subject elsewhere."""
    told = any(c.dep_ in (*SUBJECTS, "csubj", "expl") for c in verb.children)
    finite = verb.tag_ in ("VBZ", "VBP", "VBD") or any(c.tag_ == "MD" for c in verb.children)
    return finite and not told


def asked_thing(noun: Any, inside: set[int]) -> Any:
    """ "Asked the operator for a pay rise": what is asked for; else the noun itself."""
    if noun.dep_ != "dobj" or noun.head.lemma_.lower() not in ("ask", "press", "petition", "beg"):
        return noun
    for prep in (*noun.children, *noun.head.children):
        if prep.lower_ == "for" and prep.i > noun.i and prep.i in inside:
            for thing in prep.children:
                if thing.dep_ == "pobj" and (thing.ent_type_ not in _TIMES or _is_more(thing)):
                    return thing
    return noun


def threatened_thing(noun: Any, inside: set[int]) -> Any:
    """ "Threatened the rebels with sanctions": what they are threatened with; else the noun."""
    if noun.dep_ not in ("dobj", "nsubjpass") or noun.head.lemma_.lower() != "threaten":
        return noun
    for prep in (*noun.children, *noun.head.children):
        if prep.lower_ == "with" and prep.i > noun.i and prep.i in inside:
            for thing in prep.children:
                if thing.dep_ in ("pobj", "pcomp"):
                    return thing
    return noun


def is_threatened_with(thing: Any) -> bool:
    """ "Sanctions" of "threatened the rebels with sanctions"."""
    above = thing.head
    holders = (above.head, above.head.head)
    return above.lower_ == "with" and any(h.lemma_.lower() == "threaten" for h in holders)


def _is_more(time: Any) -> bool:
    """ "Two more months": time as what is asked for."""
    return any(c.lower_ in ("more", "extra", "another", "further") for c in time.children)


def _for_time(verb: Any) -> bool:
    """ "Asked for two more months to move": what the time is for."""
    to = next((c for c in verb.children if c.lower_ == "to" and c.dep_ == "aux"), None)
    return (
        to is not None
        and to.i > 0
        and to.nbor(-1).ent_type_ in ("DATE", "TIME")
        and (
            to.nbor(-1).lower_.rstrip("s") in ("hour", "day", "week", "month", "year", "time")
            and any(t.lower_ == "for" for t in verb.doc[max(verb.sent.start, to.i - 6) : to.i])
        )
    )


def is_sum(token: Any) -> bool:
    """A sum of money as what is offered or asked for, or a number of things told before: "offered
    £400,000", "40 of them"."""
    sum_ = token.pos_ == "NUM" and token.ent_type_ == "MONEY" and token.dep_ in ("dobj", "pobj")
    return sum_ or is_of_them(token)


def _is_aside(noun: Any, roots: list[Any]) -> bool:
    """ "… to let through 90 metres, twice the present flow": said of the act before it."""
    first = min(t.i for t in noun.subtree)
    comma = first > 0 and noun.doc[first - 1].text == ","
    return comma and any(
        r.pos_ == "VERB" and r.i < first and r.head.i == noun.head.i for r in roots
    )


def _before(verb: Any, inside: set[int]) -> Any:
    """The noun at the head of "the cutters to come back", right before the infinitive."""
    to = next((c for c in verb.children if c.lower_ == "to" and c.dep_ == "aux"), None)
    if to is None or to.i == 0 or (noun := to.nbor(-1)).i not in inside:
        return None
    if noun.text == "," and noun.i > 0:  # "on the minister, Ivo Senn, to cut it"
        noun = noun.nbor(-1)
        noun = next((a for a in (noun, *noun.ancestors) if a.dep_ in ("pobj", "dobj")), noun)
    return noun if noun.pos_ in ("NOUN", "PROPN") and noun.dep_ in ("pobj", "dobj") else None


def obliged(tokens: list[Any], cut_off: Any = None) -> list[Any]:
    """ "It set a condition: the other side must act" asks for what must be done."""
    inside = {t.i for t in tokens}
    return [
        t
        for t in tokens
        if t.pos_ in ("VERB", "AUX")
        and t.dep_ not in ("aux", "auxpass", "relcl")
        and any(c.dep_ == "aux" and c.lower_ in OBLIGING and c.i in inside for c in t.children)
        and any(c.dep_ in SUBJECTS and (c.i in inside or c is cut_off) for c in t.children)
    ]


def clause_verb(tokens: list[Any]) -> list[Any]:
    """The verb of a condition clause: the topmost that has its subject in the clause.

    Markers such as "provided that" or "on condition that" are heads themselves in the parse.
    """
    inside = {t.i for t in tokens}
    verbs = [
        t
        for t in tokens
        if t.pos_ in ("VERB", "AUX")
        and any(c.dep_ in SUBJECTS and c.i in inside for c in t.children)
        and t.dep_ not in ("aux", "auxpass")
        # "the moment both gates open", "in the event that it opens": the clause itself
        and (t.dep_ != "relcl" or t.head.i not in inside or t.head.lower_ in INSTANTS | {"event"})
    ]
    verbs.sort(key=lambda t: (sum(1 for a in t.ancestors if a.i in inside), t.i))
    return verbs[:1] or roots(tokens, inside)


def roots(tokens: list[Any], inside: set[int]) -> list[Any]:
    """Tokens whose head lies outside: the tops of what the span holds."""
    outer = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    tops = [
        t
        for t in outer
        if (t.pos_ in ("VERB", "AUX", "NOUN", "PROPN") or _is_ready(t) or is_sum(t))
        and t.dep_ not in ("mark", "aux", "neg", "advmod", *SUBJECTS, "poss", "npadvmod")
    ]
    behind = [
        child
        for t in tokens
        if t.dep_ in ("prep", "agent") and t.head.i not in inside and t.lower_ not in WHEN
        for child in t.children
        if child.dep_ in ("pobj", "pcomp") and child.i in inside
    ]
    if len(tops) > 1:
        # "to buy all herring landed there": what is told beside the act
        tops = [
            t
            for t in tops
            if t.dep_ not in ("advcl", "acl", "relcl", "conj")
            or t.tag_ not in ("VBD", "VBN")
            or is_small_clause(t)
        ]
    # "An amnesty was ruled out": the subject of the cue
    passive = [t for t in outer if t.dep_ == "nsubjpass" and t.pos_ == "NOUN"]
    return [_exchanged(t, inside) for t in tops or behind] or passive


def _is_ready(token: Any) -> bool:
    """ "Selvia was prepared to …", parsed as an adjective that tops its clause."""
    return bool(token.pos_ == "ADJ" and token.lower_ in READY)


def _exchanged(token: Any, inside: set[int]) -> Any:
    """ "In exchange for a cut": what is exchanged for it."""
    if token.lemma_ not in ("exchange", "return") or token.head.lower_ != "in":
        return token
    given = (o for c in token.children if c.lower_ == "for" for o in c.children)
    return next((o for o in given if o.dep_ in ("pobj", "pcomp") and o.i in inside), token)


def also_on(clause: list[Any], content: list[Any]) -> list[Any]:
    """Verbs of the content that go on with its condition: "will stop if A opens the road and
    frees the men". They have the form of the condition's verb, and not that of the promise."""
    verb = next(iter(clause_verb(clause)), None)
    if verb is None or verb.tag_ not in ("VBZ", "VBP", "VBD"):
        return []
    return [
        t
        for t in content
        if t.dep_ == "conj"
        and t.tag_ == verb.tag_
        and t.i > verb.i
        and t.head.tag_ == "VB"
        and not any(c.dep_ in (*SUBJECTS, "aux") for c in t.children)
    ]


def told_before(head: Any) -> bool:
    """ "Before it would open the lock": a clause that tells when, or what comes after."""
    clause = next((a for a in (head, *head.ancestors) if a.dep_ == "advcl"), None)
    return clause is not None and any(
        c.dep_ == "mark" and c.lower_ == "before" for c in clause.children
    )
