"""Attributions whose cue is a verb or an adjective: "said that", "refuses to", "is ready to"."""

from __future__ import annotations

from collections.abc import Iterator

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.clipping import claim_of
from firstmove.reading.attribution.frames import (
    SAID_OF,
    children_of,
    content_of,
    gives_no_sign,
    has_to,
    is_circumstance,
)
from firstmove.reading.attribution.tellers import (
    asked_first,
    concludes,
    governing_cue,
    in_blame,
    is_asserted,
    is_either,
    is_joined_before,
    is_still_to_come,
    is_turned,
    may_speak,
    nearer_doer,
    only_describes,
    speaker_of,
)
from firstmove.reading.lexicon import cues
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.parsing.nouns import speaker_noun

_COPULAS = frozenset("be remain seem sound appear become feel stay get".split())
_ODDS = frozenset("wall clock law rule odds rope tide grain will".split())
_HEARSAY = frozenset("say report believe think allege understand rumor rumour".split())
_ANNOUNCED = frozenset(
    "announce say report decide agree reveal confirm allege believe claim disclose state declare "
    "stipulate propose suggest demand acknowledge estimate expect hope fear think note".split()
)
_GIVING = frozenset("offer promise pledge guarantee".split())


def verbal_claims(sentence: Token, text: str) -> Iterator[Claim]:
    """Every claim in the sentence (a spaCy span) whose cue is a verb or adjective."""
    for token in sentence:
        claim = None
        if token.pos_ in ("VERB", "AUX") and lemma(token) in cues.VERBS:
            claim = _verb_claim(token, text)
        if (
            claim is None
            and token.lower_ in cues.ADJECTIVES
            and (token.dep_ in ("acomp", "conj", "oprd") or _taken_for_passive(token))
        ):
            claim = _adjective_claim(token, text)
        if claim is None and token.lower_ == "against" and token.dep_ == "prep":
            claim = _against(token, text)
        if claim is not None:
            yield claim


def _against(lead: Token, text: str) -> Claim | None:
    """ "The guild is against a merger"; not "up against a wall"."""
    verb = lead.head
    thing = next((c for c in lead.children if c.dep_ in ("pobj", "pcomp")), None)
    noun = clauses.own_subject(verb)
    if thing is None or noun is None or lemma(verb) not in _COPULAS or clauses.is_unreal(verb):
        return None
    who = speaker_of(noun, verb)
    between = [t for t in verb.doc[verb.i + 1 : lead.i] if t.dep_ not in ("neg", "advmod")]
    if who is None or not may_speak(who) or between or lead.nbor(-1).lower_ == "up":
        return None
    if lemma(thing) in _ODDS or clauses.is_infinitive(verb):
        return None
    return _adjective(lead, verb, who, thing, ":against", text, [])


def _verb_claim(verb: Token, text: str) -> Claim | None:
    word = lemma(verb)
    if clauses.is_unreal(verb) or not is_asserted(verb) or asked_first(verb):
        return None
    if in_blame(verb) or is_still_to_come(verb) or is_either(verb):
        return None
    negated = clauses.is_negated(verb)
    if (negated and word in cues.MUTE_WHEN_NEGATED) or gives_no_sign(verb):
        return None
    if clauses.is_passive(verb):
        return _passive_claim(verb, text)
    teller = governing_cue(verb)
    if teller is None and concludes(verb):
        return None
    noun = nearer_doer(verb) if teller is None else None
    noun = noun or clauses.subject_of(teller if teller is not None else verb)
    if noun is None or is_turned(verb, noun) or is_joined_before(verb, noun):
        return None
    who = speaker_of(noun, verb)
    if who is None:
        return None
    for frame in cues.VERBS[word]:
        found = content_of(verb, word, frame)
        if found is None:
            continue
        parts, extra = found
        if frame == "o" and only_describes(noun, who):
            return None
        if frame not in ("c", "q") and not may_speak(who):
            return None
        if frame in ("c", "q") and not (may_speak(who) or clauses.is_document(who)):
            return None
        return claim_of(verb, who, parts, frame, text, extra)
    return None


def _passive_claim(verb: Token, text: str) -> Claim | None:
    word = lemma(verb)
    agent = clauses.agent_of(verb) or _giver_of(verb)
    patient = clauses.own_subject(verb)
    if patient is None and verb.dep_ == "conj" and clauses.is_passive(verb.head):
        patient = clauses.own_subject(verb.head)  # "was backed by X but opposed by Y"
    clause = next(iter(children_of(verb, "ccomp")), None)
    infinitive = next((c for c in children_of(verb, "xcomp") if has_to(c)), None)
    if agent is not None:
        who = speaker_noun(agent)
        if not may_speak(who) or patient is None:
            return None
        # "It is lapping at our shores: women have been advised by doctors to …"
        apart = (
            clause is not None
            and clause.i < patient.i
            and ":" in [t.text for t in verb.doc[clause.i : patient.i]]
        )
        if clause is not None and not apart:
            return claim_of(verb, who, [clauses.whole(clause)], "c", text, [])
        rest = [
            c
            for c in verb.children
            if c.dep_ == "prep" and c.lower_ in SAID_OF and not is_circumstance(c)
        ]
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
        if patient.tag_ in ("WDT", "WP") and infinitive is None and verb.dep_ == "relcl":
            # "the offer, which was rejected by the guild"
            thing = clauses.trim(text, verb.head.left_edge.idx, patient.idx)
            if thing is None or "o" not in frames or clauses.is_animate(verb.head):
                return None
            return claim_of(verb, who, [thing], "s", text, [])
        if patient.tag_ in ("WDT", "WP") and infinitive is not None and "a" in frames:
            # "the minister, who was urged by doctors to resign"
            return claim_of(verb, who, [clauses.whole(infinitive)], "a", text, [])
        given = next((c for c in children_of(verb, "dobj") if c.i > verb.i), None)
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
    for given in children_of(verb, "dobj"):
        for lead in given.children:
            if lead.dep_ == "prep" and lead.lower_ == "by":
                who = next((c for c in lead.children if c.dep_ == "pobj"), None)
                return who if who is not None and clauses.is_animate(who) else None
    return None


def _taken_for_passive(token: Token) -> bool:
    """ "is opposed to a wider exemption": nobody opposes it to anything."""
    return clauses.is_passive(token) and clauses.agent_of(token) is None


def _adjective_claim(adjective: Token, text: str) -> Claim | None:
    passive = _taken_for_passive(adjective)
    verb = adjective if passive else adjective.head
    if adjective.dep_ == "conj" and not passive:
        verb = verb.head
    if not (passive or lemma(verb) in _COPULAS):
        return None
    if clauses.is_unreal(verb) or (clauses.is_infinitive(verb) and not _is_hearsay(verb)):
        return None
    noun = clauses.subject_of(verb)
    if noun is None or noun.lower_ == "it":
        return None
    who = speaker_of(noun, verb)
    if who is None or not may_speak(who):
        return None
    for frame in cues.ADJECTIVES[adjective.lower_]:
        holders = (adjective, verb)
        for holder in holders:
            if frame == "i":
                ends = [c for c in children_of(holder, "xcomp") if has_to(c) and c.i > adjective.i]
            elif frame == "c":
                ends = [c for c in children_of(holder, "ccomp") if c.i > adjective.i]
            else:
                ends = [
                    inner
                    for c in children_of(adjective, "prep")
                    if c.lower_ == frame[1:]
                    for inner in c.children
                    if inner.dep_ in ("pobj", "pcomp")
                ]
            if ends:
                extra = [ends[0].head] if frame.startswith(":") else []
                return _adjective(adjective, verb, who, ends[0], frame, text, extra)
    return None


def _is_hearsay(verb: Token) -> bool:
    """ "Is said to be ready"."""
    telling = verb.head
    return verb.dep_ == "xcomp" and lemma(telling) in _HEARSAY and clauses.is_passive(telling)


def _adjective(
    adjective: Token, verb: Token, who: Token, end: Token, frame: str, text: str, extra: list[Token]
) -> Claim | None:
    first = min(
        [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg"))],
        key=lambda t: t.i,
    )
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
