"""Attributions whose cue is a verb or an adjective: "said that", "refuses to", "is ready to"."""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.attribution import cues
from firstmove.reading.attribution.claim import Claim, speaker_noun
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Place, Token, lemma

_COPULAS = frozenset("be remain seem sound appear become feel stay get".split())
_TOLD_CLAUSE = frozenset(
    "tell remind assure inform notify warn promise convince persuade advise reassure ask "
    "show".split()
)
_HEARSAY = frozenset("say report believe think allege understand rumor rumour".split())
_ANNOUNCED = frozenset(
    "announce say report decide agree reveal confirm allege believe claim disclose state declare "
    "stipulate propose suggest demand acknowledge estimate expect hope fear think note".split()
)
_NARRATING = frozenset(
    "underscore underline highlight show indicate signal demonstrate prove mean imply reflect "
    "illustrate reveal".split()
)
_POINTS = frozenset("point notion suggestion".split())
_CONTESTING = frozenset("dispute deny reject contest refute dismiss".split())
_SAID_OF = frozenset("as for of over with about to against in by from".split())
_IN = frozenset("part role involvement hand interest change rise increase cut pause share".split())
_VESSELS = frozenset(
    "statement letter speech message report reply response remark comment announcement tweet "
    "testimony address".split()
)
_GOODS = frozenset("donation contribution gift bribe money cash payment award prize medal".split())
_AWAY = frozenset("back home away out".split())  # "ordered the brigade home"
_MATTERS = frozenset("matter case detail it them that this issue specific question".split())
_TIMES = frozenset("minute hour day week month year deadline ultimatum".split())
# Whom it is done to hears, and does not say, something.
ADDRESSING = frozenset(
    "ask tell urge inform warn question press invite accuse remind advise order notify brief "
    "quiz call blame criticize criticise condemn".split()
)
_GIVING = frozenset("offer promise pledge guarantee".split())
_MORE = frozenset("for as of over with into against about between from to toward towards".split())


def verbal_claims(sentence: Token, text: str) -> Iterator[Claim]:
    """Every claim in the sentence (a spaCy span) whose cue is a verb or adjective."""
    for token in sentence:
        if token.pos_ in ("VERB", "AUX") and lemma(token) in cues.VERBS:
            claim = _verb_claim(token, text)
        elif token.dep_ in ("acomp", "conj", "oprd") and token.lower_ in cues.ADJECTIVES:
            claim = _adjective_claim(token, text)
        else:
            claim = None
        if claim is not None:
            yield claim


def _verb_claim(verb: Token, text: str) -> Claim | None:
    word = lemma(verb)
    if clauses.is_unreal(verb) or not _is_told(verb) or asked_first(verb):
        return None
    negated = clauses.is_negated(verb)
    if negated and word in cues.MUTE_WHEN_NEGATED:
        return None
    if clauses.is_passive(verb):
        return _passive_claim(verb, text)
    teller = raised_to(verb) or _governing_cue(verb)
    if teller is None and concludes(verb):
        return None
    noun = _nearer_doer(verb) if teller is None else None
    noun = noun or clauses.subject_of(teller if teller is not None else verb)
    if noun is None:
        return None
    who = speaker_of(noun, verb)
    if who is None:
        return None
    for frame in cues.VERBS[word]:
        found = _content(verb, word, frame)
        if found is None:
            continue
        parts, extra = found
        if frame == "o" and _only_describes(noun, who):
            return None
        if frame not in ("c", "q") and not _may_speak(who):
            return None
        if frame in ("c", "q") and not (_may_speak(who) or clauses.is_document(who)):
            return None
        return claim_of(verb, who, parts, frame, text, extra)
    return None


def _only_describes(noun: Token, who: Token) -> bool:
    """ "states that don't recognise the marriages": which of them are meant, and no more."""
    owner = who.head.head if noun.tag_ in ("WDT", "WP") or noun.lower_ == "that" else None
    if owner is None or noun.lower_ != "that" or who.i != noun.i:
        return False
    determiner = [c.lower_ for c in owner.children if c.dep_ in ("det", "poss", "nummod")]
    return owner.pos_ == "NOUN" and all(d in ("a", "an", "any", "no", "every") for d in determiner)


def asked_first(verb: Token) -> bool:
    """ "Asked what she would do, the minister said …": she was asked, whatever its tag."""
    return (
        lemma(verb) in ADDRESSING
        and verb.tag_ in ("VBN", "VBD")
        and verb.dep_ in ("advcl", "ccomp")
        and verb.head.i > verb.i
        and not any(c.dep_ in ("aux", "mark", *clauses.SUBJECTS) for c in verb.children)
    )


def concludes(verb: Token) -> bool:
    """ "…, underscoring that the truce is weak": the outlet's own conclusion."""
    return verb.tag_ == "VBG" and lemma(verb) in _NARRATING and _bare_participle(verb)


def _bare_participle(verb: Token) -> bool:
    plain = not any(c.dep_ in ("aux", *clauses.SUBJECTS) for c in verb.children)
    return plain and verb.dep_ in ("advcl", "acl", "conj", "xcomp", "ccomp", "dep")


def raised_to(verb: Token) -> Token | None:
    """The cue verb that this one is joined to, where the parser joined it to the verb inside.

    "She believes that both are ready and views him as a mediator": "views" does not agree with
    "both". "He suggested that both were prepared and emphasized the chance": a verb of speaking
    in the tense of the cue, joined to a mere "be", goes with the cue.
    """
    if verb.dep_ != "conj" or verb.tag_ not in ("VBZ", "VBD"):
        return None
    if clauses.own_subject(verb) is not None or modal_before(verb):
        return None
    inner = verb.head
    finite = verb.head.tag_ != "VB" or modal_before(verb.head)
    steps = 0
    while inner.dep_ in ("xcomp", "conj", "acl", "advcl", "acomp") and steps < 5:
        if inner.dep_ == "conj" and clauses.own_subject(inner) is not None:
            break
        inner = inner.head
        steps += 1
    outer = inner.head
    if inner.dep_ != "ccomp" or lemma(outer) not in cues.VERBS or inner.i < outer.i:
        return None
    subject = clauses.own_subject(inner)
    if subject is None:
        return None
    if inner.tag_ in ("VB", "VBP") and not modal_before(inner):
        # "demanded that the firm reinstate them and called for": a subjunctive inside.
        finite = finite and subject.tag_ not in ("NN", "NNP")
    if verb.tag_ == "VBZ" and outer.tag_ == "VBZ":
        plural = subject.tag_ in ("NNS", "NNPS") or subject.lower_ in ("they", "we", "both")
        return outer if plural or any(c.dep_ == "conj" for c in subject.children) else None
    frames = cues.VERBS.get(lemma(verb), ())
    speaking = "q" in frames and "c" in frames
    still = lemma(inner) == "be" or clauses.is_passive(inner)
    if verb.tag_ == outer.tag_ == "VBD" and ((still and speaking) or not finite):
        return outer
    return None


def _governing_cue(verb: Token) -> Token | None:
    """For "…, adding that" and "…, calling it": the cue verb over the clause it hangs on.

    "The colonel denied that soldiers had fired, calling the claim an invention": the colonel
    calls it so, not the soldiers.
    """
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i > verb.sent.start else None
    comma = before is not None and before.text in (",", "”", '"', "—", "–")
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl", "conj", "xcomp") or not comma:
        return None
    if lemma(verb) not in cues.CARRYING_ON or clauses.own_subject(verb) is not None:
        return None
    found: Token | None = None
    for above in clauses.ancestors(verb):
        known = above.pos_ == "VERB" and lemma(above) in cues.VERBS and above.i < verb.i
        if known and (clauses.own_subject(above) is not None or above.dep_ == "relcl"):
            found = above
    return found


def teller_of(verb: Token, named: Token) -> Token | None:
    """Who says what a participle carries on, where the one named is not in the place for it.

    "a report claiming that …" is the report's, "hit at Roe and Poe, writing that …" is neither's,
    "the remarks came as Roe left, saying that …" is Roe's. None where nobody fits.
    """
    above = verb.head
    if verb.tag_ != "VBG" or lemma(verb) not in cues.CARRYING_ON or modal_before(verb):
        return named
    if clauses.own_subject(verb) is not None:
        return named
    if verb.dep_ == "acl" and above.i == verb.i - 1:
        # a body or person right before it ("the union saying") the parse may take for an object
        return above if clauses.is_document(above) else named
    if verb.dep_ != "advcl" or above.i > verb.i or above.pos_ != "VERB":
        return named
    nearer = _nearer_doer(verb)
    if nearer is not None and named.i < nearer.i:
        return nearer
    subject = clauses.subject_of(above)
    if subject is None or clauses.is_passive(above):
        return named
    behind = above.i < named.i < verb.i and above.is_ancestor(named)
    if not behind or subject.i == named.i or subject.is_ancestor(named):
        return named
    inside = any(a.dep_ in ("advcl", "ccomp", "relcl", "conj") for a in _up_to(named, above))
    if inside:
        return named
    return subject if clauses.is_animate(subject) else None


def _nearer_doer(verb: Token) -> Token | None:
    """ "Roe" in "the remarks came as Roe left the talks, saying that …"; None where the subject of
    the main clause can itself say something."""
    above = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or lemma(verb) not in cues.CARRYING_ON:
        return None
    subject = clauses.own_subject(above)
    if clauses.own_subject(verb) is not None or subject is None or clauses.is_animate(subject):
        return None
    for clause in reversed(list(above.children)):
        doer = clauses.own_subject(clause) if clause.dep_ == "advcl" else None
        if above.i < clause.i < verb.i and doer is not None and clauses.is_animate(doer):
            return doer
    return None


def _up_to(token: Token, above: Token) -> Iterator[Token]:
    """The verbs between a token and one that it hangs on."""
    for other in token.ancestors:
        if other.i == above.i:
            return
        if other.pos_ in ("VERB", "AUX"):
            yield other


def modal_before(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _is_told(verb: Token) -> bool:
    """Infinitives count only after verbs that lend their subject ("went on to say")."""
    if not clauses.is_infinitive(verb):
        return True
    top = verb
    while top.dep_ == "conj" and top.head.i != top.i:
        top = top.head
    head = top.head
    return (
        top.dep_ in ("xcomp", "advcl")
        and lemma(head) in cues.LENDING
        and not clauses.is_unreal(head)
        and not clauses.is_infinitive(head)
    )


def speaker_of(noun: Token, verb: Token) -> Token | None:
    """The noun that stands for the speaker; None where nobody in particular speaks."""
    if clauses.is_generic(noun) and noun.lower_ not in ("that",):
        return None
    if noun.tag_ in ("WDT", "WP") or noun.lower_ == "that":
        top = verb
        while top.dep_ in ("conj", "xcomp", "advcl", "ccomp") and top.head.i != top.i:
            top = top.head
        if top.dep_ != "relcl":
            return None
        owner = speaker_noun(top.head)
        if owner.i != top.head.i:
            return owner
        if not (clauses.is_animate(top.head) or clauses.is_document(top.head)):
            return None
        return noun
    if noun.lower_ == "it" and any(c.dep_ == "expl" for c in verb.children):
        return None
    return speaker_noun(noun)


def _may_speak(noun: Token) -> bool:
    return noun.tag_ in ("WDT", "WP") or clauses.is_animate(noun)


def _children(verb: Token, *deps: str) -> list[Token]:
    return [c for c in verb.children if c.dep_ in deps]


def _content(verb: Token, word: str, frame: str) -> tuple[list[Place], list[Token]] | None:
    """What is told, by one frame of the verb, and the tokens that belong to the cue besides."""
    objects = [c for c in _children(verb, "dobj", "dative") if c.i > verb.i]
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
        ends = [c for c in _children(verb, "xcomp", "ccomp", "advcl") if c.i > verb.i and _to(c)]
        if not ends or lemma(ends[-1]) in ("name", "identify", "quote"):
            return None  # "asked not to be named"
        return [clauses.whole(*(o for o in objects if o.i < ends[-1].i), ends[-1])], []
    if frame == "i":
        ends = [c for c in _children(verb, "xcomp", "advcl") if _to(c) and c.i > verb.i]
        if not ends or is_silence(word, ends[0]):
            return None
        return [clauses.whole(ends[0])], []
    if frame == "g":
        ends = [c for c in _children(verb, "xcomp", "ccomp") if c.tag_ == "VBG" and c.i > verb.i]
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


def _to(token: Token) -> bool:
    return any(c.tag_ == "TO" for c in token.children)


def _small(clause: Token) -> bool:
    return clauses.own_subject(clause) is None and clause.tag_ not in ("VBD", "VBZ", "VBP")


def _clause_of(verb: Token) -> Token | None:
    for child in _children(verb, "ccomp"):
        if _inverted(child) or _goes_on(verb, child):
            continue
        if child.i > verb.i or clauses.own_subject(child) is not None:
            return child
    return _in_venue(verb)


def _in_venue(verb: Token) -> Token | None:
    """ "told the paper in an interview that …", where the parser hangs the clause on the noun."""
    for lead in _children(verb, "prep"):
        for noun in lead.children:
            if noun.dep_ != "pobj" or lemma(noun) not in cues.VENUES or noun.i < verb.i:
                continue
            for child in noun.children:
                if child.dep_ in ("acl", "relcl", "ccomp") and any(
                    c.dep_ == "mark" and c.lower_ == "that" for c in child.children
                ):
                    return child
    return None


def _goes_on(verb: Token, clause: Token) -> bool:
    """ "denies any role, and two inquiries have cleared it": a further sentence of the outlet's,
    which the parser hangs on the cue."""
    if clause.dep_ not in ("conj", "ccomp") or clauses.own_subject(clause) is None:
        return False
    if clause.left_edge.i <= verb.i + 1 or clause.left_edge.nbor(-1).pos_ != "CCONJ":
        return False
    told = verb.doc[verb.i + 1 : clause.left_edge.i]
    return any(t.dep_ == "dobj" and t.head.i == verb.i for t in told) and not any(
        t.pos_ in ("VERB", "AUX") or t.is_quote for t in told
    )


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
            or (c.dep_ == "prep" and c.lower_ in _SAID_OF and not is_circumstance(c))
            or (c.dep_ == "advcl" and c.left_edge.lower_ == "as" and c.pos_ != "VERB")
            or (c.dep_ in ("xcomp", "ccomp") and not _to(c) and objects)
        )
    ]
    if not extras and objects and word != "call":
        # The parser may hang the charge on the accused: "accused the firm of lying".
        last = objects[-1]
        charged = any(c.dep_ == "prep" and c.lower_ in ("of", "for", "as") for c in last.children)
        if charged and "o" not in cues.VERBS[word]:
            return [clauses.whole(*objects)], []
    if not extras:
        small = [c for c in _children(verb, "ccomp", "xcomp") if c.i > verb.i and not _to(c)]
        return ([clauses.whole(small[0])], []) if small and word == "call" else None
    if not objects and all(c.dep_ == "prep" for c in extras):
        return None
    named = [c for c in extras if c.dep_ != "prep"]
    if word == "call" and not named:
        return None  # "called the minister on Monday"
    return [clauses.whole(*objects, *extras)], []


def is_called(verb: Token) -> bool:
    """ "called the plan a trap": it is told what the object is called."""
    objects = [c for c in _children(verb, "dobj", "dative") if c.i > verb.i]
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
    parts = [thing]
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


def is_silence(word: str, end: Token) -> bool:
    """ "declined to comment"; not "refused to discuss pay", which is a move of its own."""
    if word not in ("decline", "refuse") or lemma(end) not in cues.SILENT:
        return False
    topics = [lemma(c) for c in end.children if c.dep_ == "dobj"]
    talks = word == "refuse" and lemma(end) in ("discuss", "talk", "negotiate")
    return not talks or bool(set(topics) & _MATTERS)


def _time_given(verb: Token, objects: list[Token]) -> tuple[list[Place], list[Token]] | None:
    """ "gave the crews a week to leave", "set a deadline of noon for them to leave"."""
    until = [c for c in _children(verb, "prep") if c.lower_ in ("until", "till") and c.i > verb.i]
    objects = [*objects, *(c for c in _children(verb, "npadvmod") if c.i > verb.i)]
    times = [o for o in objects if lemma(o) in _TIMES]
    holders = (verb, *objects, *until)
    ends = [c for h in holders for c in h.children if c.i > verb.i and _to(c)]
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
        if child.i > verb.i and first.lower_ == word and first.dep_ == "mark" and _to(child):
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
                or (c.dep_ == "advcl" and _to(c))
                or (not inner and c.dep_ in ("dobj", "pobj"))
            )
        ]
        if not inner and not after:
            continue
        if inner and is_circumstance(child) and not after:
            continue
        return [clauses.whole(*inner, *after[:1])], [child] if child.i == verb.i + 1 else []
    return None


def _passive_claim(verb: Token, text: str) -> Claim | None:
    word = lemma(verb)
    agent = clauses.agent_of(verb) or _giver_of(verb)
    patient = clauses.own_subject(verb)
    clause = next(iter(_children(verb, "ccomp")), None)
    infinitive = next((c for c in _children(verb, "xcomp") if _to(c)), None)
    if agent is not None:
        who = speaker_noun(agent)
        if not _may_speak(who) or patient is None:
            return None
        if clause is not None:
            return claim_of(verb, who, [clauses.whole(clause)], "c", text, [])
        rest = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in _SAID_OF]
        # "accused by prosecutors of taking bribes": the parser may hang the charge on the accuser.
        rest += [
            c
            for c in agent.children
            if c.dep_ == "prep" and any(g.dep_ == "pcomp" for g in c.children)
        ]
        if infinitive is not None:
            rest.append(infinitive)
        parts = [clauses.whole(patient)] + ([clauses.whole(*rest)] if rest else [])
        frames = cues.VERBS[word]
        if patient.tag_ in ("WDT", "WP") and infinitive is not None and "a" in frames:
            # "the minister, who was urged by doctors to resign"
            return claim_of(verb, who, [clauses.whole(infinitive)], "a", text, [])
        given = next((c for c in _children(verb, "dobj") if c.i > verb.i), None)
        if given is not None:
            # "Crews were offered a bonus by the line"
            if word not in _GIVING:
                return None
            start, end = clauses.whole(given)
            end = agent.head.idx if start < agent.head.idx < end else end
            return claim_of(verb, who, [clauses.whole(patient), (start, end)], "s", text, [])
        # "was turned down by", "was ruled out by"
        particle = [c for c in verb.children if c.i == verb.i + 1 and f":{c.lower_}" in frames]
        if not ({"s", "o", "a"} & set(frames) or particle) or patient.tag_ in ("WDT", "WP"):
            return None
        return claim_of(verb, who, parts, "s", text, particle)
    if patient is None:
        return None
    if patient.lower_ == "it" and clause is not None and word in _ANNOUNCED:
        return claim_of(verb, None, [clauses.whole(clause)], "c", text, [])
    if infinitive is not None and word in _HEARSAY and patient.tag_ not in ("WDT", "WP"):
        parts = [clauses.whole(patient), clauses.whole(infinitive)]
        return claim_of(verb, None, parts, "i", text, [])
    return None


def _giver_of(verb: Token) -> Token | None:
    """ "were promised a raise by the firm": the parser may hang the giver on what is given."""
    if lemma(verb) not in _GIVING:
        return None
    for given in _children(verb, "dobj"):
        for lead in given.children:
            if lead.dep_ == "prep" and lead.lower_ == "by":
                who = next((c for c in lead.children if c.dep_ == "pobj"), None)
                return who if who is not None and clauses.is_animate(who) else None
    return None


def _adjective_claim(adjective: Token, text: str) -> Claim | None:
    verb = adjective.head
    if adjective.dep_ == "conj":
        verb = verb.head
    if lemma(verb) not in _COPULAS or clauses.is_unreal(verb) or clauses.is_infinitive(verb):
        return None
    noun = clauses.subject_of(verb)
    if noun is None or noun.lower_ == "it":
        return None
    who = speaker_of(noun, verb)
    if who is None or not _may_speak(who):
        return None
    for frame in cues.ADJECTIVES[adjective.lower_]:
        holders = (adjective, verb)
        for holder in holders:
            if frame == "i":
                ends = [c for c in _children(holder, "xcomp") if _to(c) and c.i > adjective.i]
            elif frame == "c":
                ends = [c for c in _children(holder, "ccomp") if c.i > adjective.i]
            else:
                ends = [
                    inner
                    for c in _children(adjective, "prep")
                    if c.lower_ == frame[1:]
                    for inner in c.children
                    if inner.dep_ in ("pobj", "pcomp")
                ]
            if ends:
                extra = [ends[0].head] if frame.startswith(":") else []
                return _adjective(adjective, verb, who, ends[0], frame, text, extra)
    return None


def _adjective(
    adjective: Token, verb: Token, who: Token, end: Token, frame: str, text: str, extra: list[Token]
) -> Claim | None:
    first = min([verb, *(c for c in verb.children if c.dep_ in ("aux", "neg"))], key=lambda t: t.i)
    if first.i < who.i:
        first = verb
    claim = claim_of(adjective, who, [clauses.whole(end)], frame, text, extra, verb=verb)
    if claim is None:
        return None
    last = max(adjective.i, *(e.i for e in extra)) if extra else adjective.i
    start, stop = clauses.place(
        (first if first.i < adjective.i else adjective, adjective.doc[last])
    )
    return Claim(
        claim.anchor, claim.head, claim.speaker, ((start, stop),), claim.content, claim.frame
    )


def claim_of(
    anchor: Token,
    who: Token | None,
    parts: list[Place],
    frame: str,
    text: str,
    extra: list[Token],
    *,
    verb: Token | None = None,
) -> Claim | None:
    """The claim with its spans trimmed and kept apart; None when nothing is left of one."""
    verb = verb or anchor
    cue = clauses.cue_place(anchor, *extra)
    speaker = clauses.noun_place(who, text) if who is not None else None
    content: list[Place] = []
    for start, end in parts:
        if start < cue[0] < end or cue[0] <= start < cue[1]:
            if end > cue[1]:
                start = (
                    max(start, cue[1])
                    if start >= verb.sent.start_char and start >= cue[0]
                    else start
                )
            if start < cue[0]:
                end = cue[0]
        start, end = clip(anchor, start, end)
        if speaker is not None and start < speaker[1] and speaker[0] < end:
            if speaker[0] > start and speaker[0] < cue[0]:
                end = min(end, speaker[0])
            elif speaker[0] <= start:
                until = min(speaker[1], start, cue[0] if speaker[0] < cue[0] else start)
                speaker = (speaker[0], max(speaker[0], until))
            else:
                end = min(end, speaker[0])
        kept = clauses.trim(text, start, end)
        if kept is not None:
            content.append(kept)
    if speaker is not None and speaker[0] < cue[0] < speaker[1]:
        speaker = (speaker[0], cue[0])
    if speaker is not None:
        speaker = clauses.trim(text, *speaker, quotes=True)
        if speaker is None:
            return None
    if not content:
        return None
    return Claim(
        anchor.i, who.i if who is not None else None, speaker, (cue,), tuple(content), frame
    )


def clip(anchor: Token, start: int, end: int) -> Place:
    """Cut off what carries on with another cue: ", adding that …", ", according to …"."""
    doc = anchor.doc
    for token in anchor.sent:
        if anchor.i < token.i and start < token.idx < end:
            teller = raised_to(token)
            if teller is not None and teller.i <= anchor.i and lemma(token) in cues.VERBS:
                before = doc[token.left_edge.i - 1]
                return start, (before.idx if before.pos_ == "CCONJ" else token.left_edge.idx)
        if token.idx <= start or token.idx >= end or token.i == 0:
            continue
        before = doc[token.i - 1]
        if token.lower_ == "following" and token.dep_ == "prep" and anchor.i + 1 < token.i:
            return start, before.idx + len(before.text)  # when it was said
        if before.text != ",":
            continue
        if token.i > anchor.i and _told_in(token):
            return start, before.idx
        joined = token.tag_ == "VBG" and lemma(token) in cues.CARRYING_ON
        if (joined or token.lower_ == "according") and token.i > anchor.i:
            return start, before.idx
        if token.i > anchor.i and _outlet_remark(token, end):
            return start, before.idx
    for child in anchor.children:
        if start < child.left_edge.idx < end and _goes_on(anchor, child):
            return start, int(child.left_edge.nbor(-1).idx)
        before = child.left_edge.nbor(-1) if child.left_edge.i else None
        if before is not None and before.idx + len(before.text) == end and _goes_on(anchor, child):
            return start, int(before.idx)
    for token in anchor.sent:
        if token.i > anchor.i and start < token.idx < end and _own_deed(anchor, token):
            joint = next(c for c in token.head.children if c.dep_ == "cc" and c.i < token.i)
            return start, joint.idx
    return start, end


def _told_in(token: Token) -> bool:
    """ ", in which she called for a vote": where a further thing was said."""
    which = token.nbor() if token.i + 1 < token.sent.end else token
    clause = token.head
    return bool(
        token.dep_ == "prep"
        and which.tag_ in ("WDT", "WP")
        and clause.dep_ == "relcl"
        and lemma(clause) in cues.VERBS
    )


def _outlet_remark(token: Token, end: int) -> bool:
    """ ", something the union disputes", ", a claim the firm denies": the outlet's own aside."""
    if token.lower_ not in ("something", "a", "an", "which"):
        return False
    noun = token if token.lower_ in ("something", "which") else token.head
    if token.lower_ == "which":
        clause = token.head if token.dep_ in ("dobj", "nsubj", "nsubjpass") else None
    else:
        told = lemma(noun) in cues.NOUNS | _POINTS or token.lower_ == "something"
        clause = next((c for c in noun.children if c.dep_ == "relcl"), None) if told else None
    if clause is None or clause.right_edge.idx + len(clause.right_edge.text) < end - 1:
        return False
    return lemma(clause) in _CONTESTING


def _own_deed(anchor: Token, verb: Token) -> bool:
    """ "said she would look at it but made no promise": "made" cannot go with "would"."""
    head = verb.head
    return (
        verb.dep_ == "conj"
        and verb.tag_ == "VBD"
        and clauses.own_subject(verb) is None
        and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
        and head.tag_ == "VB"
        and head.dep_ == "ccomp"
        and head.head.i == anchor.i
        and bool(clauses.modal_of(head))
        and any(c.dep_ == "cc" and c.i < verb.i for c in head.children)
    )
