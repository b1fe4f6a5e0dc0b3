"""Attributions whose cue is a noun: "the union's demand that …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.clipping import claim_of
from firstmove.reading.attribution.tellers import speaker_of
from firstmove.reading.lexicon import cues
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.parsing.nouns import speaker_noun

_RECEIVED = frozenset({"offer", "invitation", "proposal", "request"})
_LIGHT = frozenset(
    "make issue give have send deliver repeat renew reiterate withdraw drop rescind retract revoke "
    "abandon shelve set".split()
)
_MOVES = frozenset(
    "appeal call condition demand insistence invitation offer plea pledge pressure promise "
    "proposal refusal rejection request threat ultimatum vow warning".split()
)
_OFFERS = frozenset("offer proposal invitation request demand call suggestion appeal plea".split())


def nominal_claims(sentence: Token, text: str) -> Iterator[Claim]:
    for token in sentence:
        if token.pos_ == "NOUN" and lemma(token) in cues.NOUNS:
            claim = _noun_claim(token, text)
            if claim is not None:
                yield claim


def _noun_claim(noun: Token, text: str) -> Claim | None:
    word = lemma(noun)
    who = speaker_noun(noun)
    light: Token | None = None
    if who.i == noun.i:
        found = _maker(noun) or _origin(noun) or _beside(noun, word)
        if found is None:
            light = noun.head
            found = _giver(noun, light)
        if found is None:
            return None
        who = found
    if not clauses.is_animate(who) or who.lower_ in ("i", "we", "you", "my", "our"):
        return None
    if who.tag_ == "PRP$" and word not in _MOVES:
        return None  # "its plan to grow" is hardly a thing said
    content, extra = _of_noun(noun, who, word)
    if content is None:
        content, extra = _is_that(noun, word)
    if content is None:
        return None
    start, end = clauses.whole(content)
    further = _to_act(noun, content)
    if further is not None:
        end = clauses.whole(further)[1]
    claim = claim_of(noun, who, [(start, _main_clause(noun, content, end))], "n", text, extra)
    if claim is None:
        return None
    lead = content.head
    if lead.dep_ == "prep" and lead.head.i == who.i and claim.speaker is not None:
        claim = replace(claim, speaker=clauses.trim(text, claim.speaker[0], lead.idx))
    if light is not None:
        start, end = clauses.cue_place(light)
        claim = replace(claim, cue=((start, max(end, claim.cue[0][1])),))
    return claim


def _giver(noun: Token, light: Token) -> Token | None:
    """ "The union made a demand that …": who makes it."""
    if noun.dep_ != "dobj" or lemma(light) not in _LIGHT or clauses.is_unreal(light):
        return None
    if lemma(light) == "have" and lemma(noun) in _RECEIVED:
        return None  # "has an offer to sell": another's
    if clauses.is_negated(light) or clauses.is_infinitive(light) or clauses.is_passive(light):
        return None
    subject = clauses.subject_of(light)
    return speaker_of(subject, light) if subject is not None else None


def _beside(noun: Token, word: str) -> Token | None:
    """ "Union demands for a rise", "opposition calls to resign": not "phone calls"."""
    before = noun.nbor(-1) if noun.i > noun.sent.start else noun
    if before.dep_ not in ("compound", "amod", "nmod") or before.head.i != noun.i:
        return None
    behind = [c for c in noun.children if c.i > noun.i]
    told = any(c.dep_ in ("acl", "ccomp", "relcl") for c in behind)
    told = told and not any(c.lower_ == "for" for c in behind)
    if word not in _MOVES or (word == "demand" and noun.tag_ != "NNS" and not told):
        return None  # "Chinese demand for copper"
    named = before.pos_ == "PROPN" or before.ent_type_ in ("NORP", "ORG", "GPE", "PERSON")
    known = lemma(before) in cues.BODIES | cues.PEOPLE and before.tag_ != "JJ"
    return before if named or known else None


def _maker(noun: Token) -> Token | None:
    """ "The promise the premier has made is that …"."""
    for clause in noun.children:
        if clause.dep_ == "relcl" and lemma(clause) in _LIGHT and not clauses.is_unreal(clause):
            doer = clauses.own_subject(clause)
            if doer is not None and doer.tag_ not in ("WDT", "WP") and doer.lower_ != "that":
                return None if clauses.is_negated(clause) or clauses.is_passive(clause) else doer
    return None


def _origin(noun: Token) -> Token | None:
    """ "The threat to sink the boats came from an officer"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or lemma(verb) != "come" or clauses.is_unreal(verb):
        return None
    if clauses.is_negated(verb):
        return None
    leads = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "from"]
    return next((c for lead in leads for c in lead.children if c.dep_ == "pobj"), None)


def _of_noun(noun: Token, who: Token, word: str) -> tuple[Token | None, list[Token]]:
    """What is demanded, offered …, and the preposition that leads to it.

    "A call by the mayor for a truce": the parser may hang it on who made the call.
    """
    holders = [noun]
    if who.dep_ == "pobj" and who.head.head.i == noun.i and who.i > noun.i:
        holders.append(who)
    for child in (c for holder in holders for c in holder.children):
        if child.i < noun.i:
            continue
        to = any(c.tag_ == "TO" for c in child.children)
        if child.dep_ in ("acl", "xcomp", "relcl") and to and word in cues.NOUNS_TO:
            return child, []
        if child.dep_ == "advcl" and to and word in cues.NOUNS_TO and _for(child):
            return child, [child.left_edge]  # "a call for the mayor to resign"
        if child.dep_ in ("acl", "ccomp", "relcl") and word in cues.NOUNS_THAT:
            marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
            full = clauses.own_subject(child) is not None and not any(
                c.tag_ in ("WDT", "WP") and c.dep_ in clauses.SUBJECTS for c in child.children
            )
            if marked or (full and child.left_edge.lower_ == "that"):
                return child, []
        elif child.dep_ == "prep" and child.lower_ in cues.NOUNS_PREP.get(word, ()):
            if child.head.i != noun.i and child.lower_ != "for":
                continue  # "a call by the head of the guild"
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None and inner.i != who.i:
                return inner, [child] if child.i == noun.i + 1 else []
    return None, []


def _to_act(noun: Token, asked: Token) -> Token | None:
    """ "calls for the mayor | to resign": what the one named behind "for" is called on to do."""
    if asked.dep_ != "pobj" or asked.head.lower_ != "for":
        return None
    after = asked.right_edge.i + 1
    for holder in (noun, noun.head):
        for child in holder.children:
            to = any(c.tag_ == "TO" for c in child.children)
            if child.dep_ in ("acl", "advcl", "xcomp") and to and child.left_edge.i == after:
                return child
    return None


def _is_that(noun: Token, word: str) -> tuple[Token | None, list[Token]]:
    """ "The union's main demand is that …", "its offer was to …"."""
    copula = noun.head
    if noun.dep_ != "nsubj" or lemma(copula) != "be" or clauses.is_negated(copula):
        return None, []
    if clauses.is_unreal(copula) or word not in _MOVES:
        return None, []
    if copula.nbor().lower_ in ("not", "n't", "n’t", "never", "no"):
        return None, []
    for child in copula.children:
        if child.i < copula.i:
            continue
        that = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
        to = any(c.tag_ == "TO" for c in child.children)
        if (child.dep_ == "ccomp" and that and word in cues.NOUNS_THAT) or (
            child.dep_ in ("xcomp", "ccomp") and to and word in cues.NOUNS_TO
        ):
            return child, [copula] if copula.i == noun.i + 1 else []
    return None, []


def _main_clause(noun: Token, content: Token, end: int) -> int:
    """Where the content ends, if the parser has hung the sentence's main verb on it: "his pledge
    not to raise fares | won them over", "the demand that the mayor resign | was ignored"."""
    if noun.dep_ == "nsubj":
        # "the threat to sink | the boats came from …": a verb has one subject
        more = [c for c in noun.head.children if c.dep_ == "nsubj" and c.i > content.i]
        if more and more[0].left_edge.i == content.right_edge.i + 1 and more[0].i < noun.head.i:
            return int(clauses.whole(more[0])[1])
    if noun.dep_ != "ROOT":
        return end
    for token in sorted(content.subtree, key=lambda t: int(t.i)):
        own = any(c.dep_ in clauses.SUBJECTS for c in token.children)
        loose = token.dep_ == "acl" and token.tag_ in ("VBN", "VBD") and not own
        if token.i > content.i and loose and token.head.i == token.i - 1:
            return int(token.idx)
    subject = clauses.own_subject(content)
    if subject is not None and subject.tag_ in ("NN", "VB") and subject.i > noun.i + 1:
        before = subject.nbor(-1)
        if before.dep_ == "compound" and before.head.i == subject.i and before.pos_ == "NOUN":
            return int(subject.idx + len(subject.text))  # "the mayor resign", taken for one noun
    return end


def _for(clause: Token) -> bool:
    first = clause.left_edge
    return bool(first.lower_ == "for" and first.dep_ == "mark")


def answered_offers(sentence: Token, text: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """ "…, following an offer from Y": Y offered what the clause before tells.

    Only where the noun brings no content of its own and the clause it hangs on is itself a claim.
    """
    by_anchor = {c.anchor: c for c in claims}
    for token in sentence:
        if token.pos_ != "NOUN" or lemma(token) not in _OFFERS:
            continue
        who = speaker_noun(token)
        if who.i == token.i or not clauses.is_animate(who):
            continue
        if any(c.dep_ in ("acl", "relcl") for c in token.children) or any(
            c.dep_ == "prep" and c.lower_ in ("for", "of") for c in token.children
        ):
            continue
        above = token.head
        governor = above.head if above.i != token.i else above
        if above.lower_ not in ("following", "after"):
            continue
        claim = by_anchor.get(governor.i)
        steps = 0
        while claim is None and governor.head.i != governor.i and steps < 4:
            governor = governor.head
            claim = by_anchor.get(governor.i)
            steps += 1
        if claim is None:
            continue
        cut = tuple((s, min(e, above.idx)) for s, e in claim.content if s < above.idx)
        content = tuple(p for p in (clauses.trim(text, *c) for c in cut) if p is not None)
        if not content:
            continue
        speaker = clauses.noun_place(who, text)
        yield Claim(token.i, who.i, speaker, (clauses.place((token,)),), content, "offer")
