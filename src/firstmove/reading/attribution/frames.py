"""What a cue's verb takes, by its frames (see ``cues``): the places of what is said or wanted."""

from __future__ import annotations

from firstmove.reading.attribution.clipping import goes_on
from firstmove.reading.lexicon import cues
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Place, Token, lemma

_TOLD_CLAUSE = frozenset(
    "tell remind assure inform notify warn promise convince persuade advise reassure ask "
    "show".split()
)
SAID_OF = frozenset("as for of over with about to against in by from".split())
_IN = frozenset("part role involvement hand interest change rise increase cut pause share".split())
_VESSELS = frozenset(
    "statement letter speech message report reply response remark comment announcement tweet "
    "testimony address".split()
)
_GOODS = frozenset("donation contribution gift bribe money cash payment award prize medal".split())
_AWAY = frozenset("back home away out".split())  # "ordered the brigade home"
_MATTERS = frozenset("matter case detail it them that this issue specific question".split())
_ANSWERS = frozenset(
    "detail comment reason name answer explanation interview figure date number evidence account "
    "estimate indication example information response reply view opinion specific".split()
)
# Kept back, they are at stake themselves.
_GIVING = frozenset("drop give have make offer provide see show".split())
_ASKED = frozenset("appeal call demand plea query question request warning".split())
_SIGNS = frozenset("clue comment hint indication inkling reaction response sign word".split())
_PAPERS = frozenset(
    "contract account book record document report file datum data deal agreement study finding "
    "text minute invoice price appointment budget".split()
)
_PRESS = frozenset("reporter journalist press medium media correspondent paper newspaper".split())
_TIMES = frozenset("minute hour day week month year deadline ultimatum".split())
_MORE = frozenset("for as of over with into against about between from to toward towards".split())


def children_of(verb: Token, *deps: str) -> list[Token]:
    return [c for c in verb.children if c.dep_ in deps]


def content_of(verb: Token, word: str, frame: str) -> tuple[list[Place], list[Token]] | None:
    """What is told, by one frame of the verb, and the tokens that belong to the cue besides."""
    objects = [c for c in children_of(verb, "dobj", "dative") if c.i > verb.i]
    if frame == "c":
        if verb.dep_ == "parataxis" and verb.head.pos_ in ("VERB", "AUX", "NOUN"):
            around = _around(verb)
            return (around, []) if around else None
        clause = _clause_of(verb)
        if clause is None:
            return None
        done = word == "order" and clauses.own_subject(clause) is None
        behind = word not in _TOLD_CLAUSE and objects and clause.i > objects[-1].i
        if behind and (done or _small(clause)):
            return [clauses.whole(objects[-1], clause)], []
        return [_behind_source(clause)], []
    if frame == "a":
        ends = [
            c for c in children_of(verb, "xcomp", "ccomp", "advcl") if c.i > verb.i and has_to(c)
        ]
        if not ends or lemma(ends[-1]) in ("name", "identify", "quote"):
            return None  # "asked not to be named"
        return [clauses.whole(*(o for o in objects if o.i < ends[-1].i), ends[-1])], []
    if frame == "i":
        ends = [c for c in children_of(verb, "xcomp", "advcl") if has_to(c) and c.i > verb.i]
        if not ends or is_silence(word, ends[0]):
            return None
        return [clauses.whole(ends[0])], []
    if frame == "g":
        ends = [c for c in children_of(verb, "xcomp", "ccomp") if c.tag_ == "VBG" and c.i > verb.i]
        return ([clauses.whole(ends[0])], []) if ends else None
    if frame == "s":
        return _said_of(verb, word, objects)
    if frame == "o":
        return _object(verb, word, objects)
    if frame == "t":
        return _time_given(verb, objects)
    if frame.startswith(":"):
        return _phrase(verb, frame[1:])
    return None


def _behind_source(clause: Token) -> Place:
    """The whole clause, without the "citing two diplomats," before its "that"."""
    start, end = clauses.whole(clause)
    if clause.left_edge.lower_ in cues.CITING:
        for token in clause.doc[clause.left_edge.i + 1 : clause.i]:
            if token.lower_ == "that" and token.nbor(-1).text == ",":
                return token.idx, end
    return start, end


def _around(verb: Token) -> list[Place]:
    """What stands around a tag set between commas: "The talks, the mayor said, had failed."."""
    told = verb.head
    if clauses.own_subject(verb) is None or clauses.own_subject(told) is None:
        return []
    tag = {t.i for t in verb.subtree}
    out = set(tag)
    for child in told.children:
        if child.dep_ == "conj" and clauses.own_subject(child) is not None:
            out |= {t.i for t in child.subtree}
            out |= {c.i for c in told.children if c.dep_ == "cc" and c.i < child.i}
    inside = [t for t in told.subtree if t.i not in out]
    parts = [[t for t in inside if t.i < min(tag)], [t for t in inside if t.i > max(tag)]]
    return [clauses.place(p) for p in parts if any(not t.is_punct for t in p)]


def has_to(token: Token) -> bool:
    return any(c.tag_ == "TO" for c in token.children)


def _small(clause: Token) -> bool:
    return clauses.own_subject(clause) is None and clause.tag_ not in ("VBD", "VBZ", "VBP")


def _clause_of(verb: Token) -> Token | None:
    for child in children_of(verb, "ccomp"):
        if _inverted(child) or goes_on(verb, child):
            continue
        if child.i > verb.i or clauses.own_subject(child) is not None:
            return child
    return _in_venue(verb)


def _in_venue(verb: Token) -> Token | None:
    """ "told the paper in an interview that …", where the parser hangs the clause on the noun."""
    for lead in children_of(verb, "prep"):
        for noun in lead.children:
            if noun.dep_ != "pobj" or lemma(noun) not in cues.VENUES or noun.i < verb.i:
                continue
            for child in noun.children:
                if child.dep_ in ("acl", "relcl", "ccomp") and any(
                    c.dep_ == "mark" and c.lower_ == "that" for c in child.children
                ):
                    return child
    return None


def _inverted(clause: Token) -> bool:
    """ "should wages be frozen": a condition, not what is said."""
    first = clause.left_edge
    if first.i == clause.i:
        return False
    return first.lower_ in ("should", "had", "were") and first.tag_ in ("MD", "VBD")


def _said_of(
    verb: Token, word: str, objects: list[Token]
) -> tuple[list[Place], list[Token]] | None:
    extras = [
        c
        for c in verb.children
        if c.i > verb.i
        and (
            c.dep_ in ("oprd", "acomp", "attr")
            or (c.dep_ == "prep" and c.lower_ in SAID_OF and not is_circumstance(c))
            or (c.dep_ == "advcl" and c.left_edge.lower_ == "as" and c.pos_ != "VERB")
            or (c.dep_ in ("xcomp", "ccomp") and not has_to(c) and objects)
        )
    ]
    if not extras and objects and word != "call":
        # The parser may hang the charge on the accused: "accused the firm of lying".
        last = objects[-1]
        charged = any(c.dep_ == "prep" and c.lower_ in ("of", "for", "as") for c in last.children)
        if charged and "o" not in cues.VERBS[word]:
            return [clauses.whole(*objects)], []
    if not extras:
        small = [c for c in children_of(verb, "ccomp", "xcomp") if c.i > verb.i and not has_to(c)]
        return ([clauses.whole(small[0])], []) if small and word == "call" else None
    if not objects and all(c.dep_ == "prep" for c in extras):
        return None
    named = [c for c in extras if c.dep_ != "prep"]
    if word == "call" and not named:
        return None  # "called the minister on Monday"
    return [clauses.whole(*objects, *extras)], []


def is_called(verb: Token) -> bool:
    """ "called the plan a trap"."""
    objects = [c for c in children_of(verb, "dobj", "dative") if c.i > verb.i]
    return _said_of(verb, "call", objects) is not None


def _object(verb: Token, word: str, objects: list[Token]) -> tuple[list[Place], list[Token]] | None:
    things = [o for o in objects if o.dep_ == "dobj"]
    if not things:
        return None
    thing = things[0]
    if word in cues.EXPRESSING and not (
        lemma(thing) in cues.ATTITUDES or lemma(thing) in cues.NOUNS
    ):
        return None
    if (word == "cite" and clauses.is_animate(thing)) or is_deed(word, thing):
        return None  # "citing two diplomats" names a source, not what is said
    if thing.ent_type_ in ("DATE", "TIME") or thing.tag_ in ("WDT", "WP"):
        return None
    told = any(
        c.dep_ in ("acl", "relcl", "prep", "appos") and c.i > thing.i for c in thing.children
    )
    if word in cues.EXPRESSING and lemma(thing) in _VESSELS and not told:
        return None  # "issued a lengthy statement": not what stands in it
    parts = list(things) if clauses.is_animate(thing) else [thing]  # "offered nurses £300"
    for child in verb.children:
        follows = (
            child.i > thing.i
            and child.dep_ == "prep"
            and (child.lower_ in _MORE or (child.lower_ == "in" and lemma(thing) in _IN))
        )
        as_adjective = (
            child.dep_ == "advcl" and child.left_edge.lower_ == "as" and child.pos_ != "VERB"
        )
        away = child.lower_ in _AWAY and child.i == thing.right_edge.i + 1
        if as_adjective or away or (follows and not is_circumstance(child)):
            parts.append(child)
    return [clauses.whole(*parts)], []


def is_deed(word: str, thing: Token) -> bool:
    """ "threatened a reporter", "accepted a donation": done, and nothing said by it."""
    if word == "threaten":
        return clauses.is_animate(thing)
    return word == "accept" and lemma(thing) in _GOODS


def gives_no_sign(verb: Token) -> bool:
    """ "Gave no indication that he would go", "had no comment on it", "ignored questions": nothing
    is told."""
    for thing in (c for c in verb.children if c.dep_ == "dobj"):
        if lemma(verb) == "ignore":
            return lemma(thing) in _ASKED
        none = clauses.is_negated(verb) or any(
            c.lower_ in ("no", "little", "few", "scant") for c in thing.children
        )
        if none and lemma(verb) in _GIVING and lemma(thing) in _SIGNS:
            return True
    return False


def is_silence(word: str, end: Token) -> bool:
    """ "declined to comment"; not "refused to discuss pay", "refused to give way", which are moves
    of their own."""
    if word not in ("decline", "refuse") or lemma(end) not in cues.SILENT:
        return False
    things = {lemma(c) for c in end.children if c.dep_ == "dobj"}
    if lemma(end) == "give":
        return not things or bool(things & _ANSWERS)
    if word == "decline":
        return True
    if lemma(end) in ("disclose", "reveal", "confirm"):
        return not things & _PAPERS
    heard = {lemma(g) for c in end.children if c.dep_ == "prep" for g in c.children}
    if lemma(end) in ("speak", "talk") and not heard & _PRESS:
        return lemma(end) == "speak" and not any(
            c.dep_ == "prep" and c.lower_ in ("to", "with") for c in end.children
        )
    return lemma(end) not in ("discuss", "negotiate") or bool(things & _MATTERS)


def _time_given(verb: Token, objects: list[Token]) -> tuple[list[Place], list[Token]] | None:
    """ "gave the crews a week to leave", "set a deadline of noon for them to leave"."""
    until = [c for c in children_of(verb, "prep") if c.lower_ in ("until", "till") and c.i > verb.i]
    objects = [*objects, *(c for c in children_of(verb, "npadvmod") if c.i > verb.i)]
    times = [o for o in objects if lemma(o) in _TIMES]
    holders = (verb, *objects, *until)
    ends = [c for h in holders for c in h.children if c.i > verb.i and has_to(c)]
    ends = [c for c in ends if c.dep_ in ("xcomp", "advcl", "acl", "relcl", "ccomp")]
    if not (times or until) or not ends or not objects:
        return None
    if any(clauses.is_animate(o) for o in objects) or clauses.own_subject(ends[0]) is not None:
        return [clauses.whole(*objects, *until, ends[0])], []
    return None


def is_circumstance(preposition: Token) -> bool:
    """When, where or in what it was said: no part of what was said."""
    where = preposition.lower_
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp"):
            if child.ent_type_ in ("DATE", "TIME"):
                return True
            word = lemma(child)
            return (where in ("in", "at", "during", "via") and word in cues.VENUES) or (
                where in ("to", "before", "with", "at", "in") and word in cues.AUDIENCES
            )
    return False


def _phrase(verb: Token, word: str) -> tuple[list[Place], list[Token]] | None:
    for child in verb.children:
        first = child.left_edge
        if child.i > verb.i and first.lower_ == word and first.dep_ == "mark" and has_to(child):
            # "called for the mayor to resign"
            start, end = clauses.whole(child)
            extra = [first] if first.i == verb.i + 1 else []
            return [(start + len(first.text), end)], extra
        if child.i <= verb.i or child.lower_ != word or child.dep_ not in ("prep", "prt", "advmod"):
            continue
        inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp") and c.i > child.i]
        after = [
            c
            for c in verb.children
            if c.i > child.i
            and (
                c.dep_ in ("xcomp", "ccomp")
                or (c.dep_ == "advcl" and has_to(c))
                or (not inner and c.dep_ in ("dobj", "pobj"))
            )
        ]
        if not inner and not after:
            continue
        if inner and is_circumstance(child) and not after:
            continue
        # "calling on | Roe | to go", where Roe is taken for the verb's object
        whom = not inner and len(after) > 1 and has_to(after[1])
        told = after[: 2 if whom else 1]
        return [clauses.whole(*inner, *told)], [child] if child.i == verb.i + 1 else []
    return None
