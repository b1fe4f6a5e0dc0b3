"""Whether what the tagger marks is told at all: not supposed, asked about, a deed or a silence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.frames import gives_no_sign, is_called, is_deed, is_silence
from firstmove.reading.attribution.parts import fits
from firstmove.reading.attribution.tellers import (
    ADDRESSING,
    asked_first,
    concludes,
    is_still_to_come,
    speaker_of,
)
from firstmove.reading.attribution.veridicality import is_unfounded
from firstmove.reading.lexicon import cues
from firstmove.reading.lexicon.speakers import NORMS
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Place, Token, lemma
from firstmove.statement import Quotation

_SURE = 0.8
_DOUBLE = frozenset('"“”')
_NAMING = frozenset(
    "cite quote address discuss consider mention speak talk refer understand know".split()
)
_TRYING = frozenset("seek try attempt".split())
_ARGUING = frozenset(  # "sought to counter the charge": how is not told
    "defend counter push explain deflect rebut refute reassure portray calm play downplay distance "
    "justify present answer respond placate appease persuade convince soothe".split()
)
_GIVEN = frozenset("offer promise guarantee grant".split())
_DEEDS = frozenset(
    "release pick block pardon file submit publish pass put capture attach sign launch enact win "
    "lose hold join enter bring carry run build create introduce fund host appoint hire elect "
    "seize arrest visit tour meet face lead beat defeat unseat oust topple ponder recall analyze "
    "analyse send distribute impose levy".split()
)
_POSTING = frozenset("post tweet retweet share upload circulate".split())
_PICTURES = frozenset(
    "photo photograph picture image video clip footage selfie shot snapshot screenshot link map "
    "cartoon drawing".split()
)
_RECEIVED = re.compile(
    r"(?:has |have |had )?(?:been )?(?:have|has|had|get|gets|got|receive[sd]?) an? (?:\w+ )?"
    r"(?:invitation|offer|proposal|request)"
)
_STAGES = frozenset("stump trail podium stage floor".split())
_BESIDE = ("amod", "relcl", "acl")
# "prompted calls to boycott it": others make them.
_BRINGING = frozenset("prompt spark trigger provoke elicit ignite unleash fuel".split())
_HEARING = frozenset("hear overhear learn".split())


def root_of(doc: Token, place: Place) -> Token | None:
    span = doc.char_span(*place, alignment_mode="expand")
    return None if span is None else span.root


def is_told(doc: Token, claim: Claim) -> bool:
    """Whether the telling is asserted: not supposed, asked about or denied to have happened, and
    not a silence ("declined to comment") nor what the speaker was told or asked."""
    anchor = doc[claim.anchor]
    head = doc[claim.head] if claim.head is not None else None
    if head is not None and (clauses.is_generic(head) or not _names(head, anchor)):
        return False
    if clauses.is_negated(anchor) and lemma(anchor) in cues.MUTE_WHEN_NEGATED:
        return False
    cue, content = _tokens(doc, claim.cue), _tokens(doc, claim.content)
    if all(t.tag_ == "MD" or t.is_punct for t in content):
        return False  # "The deal, announced Friday, | would | last four years"
    if all(t.pos_ == "ADV" or t.tag_ == "MD" for t in cue):
        return False  # "publicly | released its findings", "wo | n't get a vote"
    if _RECEIVED.fullmatch(" ".join(t.lower_ for t in cue)):
        return False  # "had an offer to sell": another's
    if is_unfounded(cue, content[0], head) or _is_doubtful(claim, cue, content):
        return False
    if _is_apart(doc, claim):
        return False
    if not fits(doc, claim, cue) or _is_to_come(anchor) or is_still_to_come(anchor):
        return False
    if anchor.pos_ == "ADP" and len(cue) == 1 and anchor.lower_ == "to":
        return False  # "to those who know him": in their eyes, it may be
    if anchor.pos_ not in ("VERB", "AUX"):
        return not (_is_loose(claim, cue, content) or _acts_itself(doc, claim, anchor))
    if lemma(anchor) == "call" and len(cue) == 1 and not any(t.text in _DOUBLE for t in content):
        # "called Roe to task"; "called the evidence thin", wherever the parser hangs "thin"
        return is_called(anchor) or content[-1].pos_ == "ADJ"
    thing = root_of(doc, claim.content[0])
    bare = (
        thing is not None and thing.dep_ == "dobj" and not any(t.lower_ == "with" for t in content)
    )
    if tells_nothing(doc, claim) or (bare and is_deed(lemma(anchor), thing)):
        return False
    if lemma(anchor) in _HEARING | _BRINGING:
        return False  # "the court heard that …": somebody else said it
    return not (
        clauses.is_unreal(anchor)
        or concludes(anchor)
        or _comes_first(claim, anchor)
        or _is_addressed(anchor, head)
        or _is_silence(doc, anchor, claim)
        or gives_no_sign(anchor)
        or _is_not_that(anchor, cue)
        or _done_before(anchor, head)
        or _is_moved(anchor, head, thing)
    )


def _is_apart(doc: Token, claim: Claim) -> bool:
    """ "Veldia agreed; Norland refused": what another does is not what the first agrees to."""
    end, begin = claim.cue[-1][1], claim.content[0][0]
    between = doc.text[end:begin] if end <= begin else ""
    return claim.quotation is Quotation.INDIRECT and between.strip() == ";"


def _done_before(verb: Token, head: Token | None) -> bool:
    """ "was introduced by Roe and considered in May": the second is nobody's in particular."""
    above = verb.head
    if head is None or verb.dep_ != "conj" or not clauses.is_passive(above):
        return False
    agent = clauses.agent_of(above)
    by = agent is not None and (agent.i == head.i or agent.is_ancestor(head))
    bare = verb.tag_ in ("VBN", "VBD") and clauses.own_subject(verb) is None
    return by and bare and not any(c.dep_ in ("dobj", "ccomp") for c in verb.children)


def _is_moved(verb: Token, head: Token | None, thing: Token | None) -> bool:
    """ "the demand angered the firm": what it made somebody feel, and nothing that he said."""
    whom = head is not None and head.dep_ == "dobj" and head.head.i == verb.i
    return whom and thing is not None and thing.dep_ == "nsubj" and thing.head.i == verb.i


def _is_doubtful(claim: Claim, cue: Sequence[Token], content: Sequence[Token]) -> bool:
    """ "cut its budget", "clashed over the river": a deed, where no word of the cue is one of
    saying or wanting, no words are quoted and no clause is told. Then it has to be surer."""
    if claim.quotation is not Quotation.INDIRECT or (claim.sure or 0.0) >= _SURE:
        return False
    telling = any(
        lemma(t) in cues.VERBS or lemma(t) in cues.NOUNS or t.lower_ in cues.ADJECTIVES for t in cue
    )
    return not telling and not any(t.pos_ in ("VERB", "AUX") or t.text in _DOUBLE for t in content)


def _is_loose(claim: Claim, cue: Sequence[Token], content: Sequence[Token]) -> bool:
    """A noun for a cue, and a name for what is told: "an attack on Roe", by whoever stands near."""
    return (claim.sure or 0.0) < _SURE and not any(
        t.pos_ in ("VERB", "AUX") or t.text in _DOUBLE or lemma(t) in cues.NOUNS
        for t in (*cue, *content)
    )


def _acts_itself(doc: Token, claim: Claim, noun: Token) -> bool:
    """ "Roe's stance | underlines how far they moved": what it does is not what is said."""
    verb = root_of(doc, claim.content[0])
    if verb is None:
        return False
    subject = clauses.own_subject(verb)
    before = noun.head.i == verb.i and noun.dep_ == "compound"  # where the parser errs
    return before or (subject is not None and subject.i == noun.i)


def _is_to_come(noun: Token) -> bool:
    """ "will open it to attacks from its rivals": nobody has said it yet. A certain one ("will
    repeat its call") has been told before."""
    if noun.pos_ != "NOUN" or any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.children):
        return False
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    after = verb is not None and verb.i < noun.i and noun.dep_ in ("dobj", "pobj")
    return after and clauses.modal_of(verb) in ("will", "would", "could", "may", "might")


def tells_nothing(doc: Token, claim: Claim) -> bool:
    """ "cited two diplomats", "citing a fall in income", "addressed the crisis": a source, a reason
    or a topic is named and nothing told of it, by a clause or in quoted words. "Released its tax
    returns", "blocked the measure": a deed, of which nothing is told either."""
    anchor, cue = doc[claim.anchor], _tokens(doc, claim.cue)
    if _challenged(anchor) or _passes_law(anchor) or _finds_itself(cue) or _attempts(doc, claim):
        return True
    if _only_where(doc, claim) or _answers_by_deed(doc, claim) or _shows(doc, claim):
        return True
    said_of = lemma(anchor) == "say" and cue[-1].lower_ == "of"
    names = said_of or lemma(anchor) in _NAMING
    content = _tokens(doc, claim.content) if names or lemma(anchor) in _DEEDS else ()
    if lemma(anchor) in _DEEDS and (
        len(claim.cue) > 1
        or any(lemma(t) in cues.NOUNS for t in (*content, *cue))
        # "passed a resolution urging …"
        or any(t.tag_ == "VBG" and t.dep_ == "acl" and lemma(t) in cues.VERBS for t in cue)
    ):
        return False
    start = claim.content[0][0]
    beside = _BESIDE if names else (*_BESIDE, "advcl", "xcomp", "pcomp")
    return bool(content) and not any(
        t.text in _DOUBLE
        or (t.pos_ in ("VERB", "AUX") and t.dep_ not in beside and not _of_what(t, start))
        for t in content
    )


def _of_what(verb: Token, start: int) -> bool:
    """ "call" in "the future of what they call a reform": it tells of a noun, and nothing more."""
    call = verb.head if verb.dep_ == "oprd" else verb
    lead = call.head
    return call.dep_ == "pcomp" and lead.idx > start and lead.head.pos_ in ("NOUN", "PROPN")


def _only_where(doc: Token, claim: Claim) -> bool:
    """ "made the same argument on | the stump": where it was said, and nothing of it."""
    lead, place = _tokens(doc, claim.cue)[-1], root_of(doc, claim.content[0])
    if lead.lower_ not in ("on", "at", "in", "during") or len(claim.content) > 1:
        return False
    if any(_takes(token, lead.lower_) for token in _tokens(doc, claim.cue)):
        return False  # "insisted on a meeting", "keen on a debate"
    return place is not None and place.head.i == lead.i and lemma(place) in cues.VENUES | _STAGES


def _answers_by_deed(doc: Token, claim: Claim) -> bool:
    """ "responded by standing | beside a photo": what was done, and nothing said."""
    if claim.quotation is not Quotation.INDIRECT:
        return False
    cue = {t.i for t in _tokens(doc, claim.cue)}  # not "concluded by making it clear that …"
    deeds = [
        deed
        for lead in doc[claim.anchor].children
        if lead.lower_ == "by" and lead.i > claim.anchor
        for deed in lead.children
        if deed.dep_ == "pcomp" and deed.i not in cue and lemma(deed) not in cues.VERBS
    ]
    first = _tokens(doc, claim.content)[0]
    return any(deed.i == first.i or deed.is_ancestor(first) for deed in deeds)


def _shows(doc: Token, claim: Claim) -> bool:
    """ "tweeted a photo of the bridge": shown, and nothing said."""
    thing = root_of(doc, claim.content[0])
    if claim.quotation is not Quotation.INDIRECT or lemma(doc[claim.anchor]) not in _POSTING:
        return False
    return thing is not None and lemma(thing).rpartition("-")[2] in _PICTURES


def _takes(word: Token, lead: str) -> bool:
    frames = (*cues.VERBS.get(lemma(word), ()), *cues.ADJECTIVES.get(word.lower_, ()))
    return f":{lead}" in frames or lead in cues.NOUNS_PREP.get(lemma(word), ())


def _passes_law(verb: Token) -> bool:
    """ "passed a bill last week allowing …": done, and told by the outlet."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return lemma(verb) in ("pass", "enact") and any(
        lemma(c) in NORMS
        and not any(t.tag_ == "VBG" and lemma(t) in cues.VERBS for t in c.children)
        for c in things
    )


def _challenged(verb: Token) -> bool:
    """ "is challenging Senator Roe in a close race": run against; not "challenged her to resign",
    "as unlawful"."""
    if lemma(verb) != "challenge":
        return False
    whom = [c for c in verb.children if c.dep_ == "dobj"]
    said = any(
        (c.dep_ in ("xcomp", "advcl", "ccomp") and c.i > verb.i) or c.lower_ in ("as", "to")
        for c in verb.children
    )
    return bool(whom) and whom[0].pos_ == "PROPN" and clauses.is_animate(whom[0]) and not said


def _attempts(doc: Token, claim: Claim) -> bool:
    """ "sought to push back on claims that it lied": an attempt to speak, and none of its words."""
    content = _tokens(doc, claim.content)
    if claim.quotation is not Quotation.INDIRECT or lemma(doc[claim.anchor]) not in _TRYING:
        return False
    verb = next((t for t in (*_tokens(doc, claim.cue)[1:], *content) if t.tag_ == "VB"), None)
    return verb is not None and lemma(verb) in _ARGUING


def _finds_itself(cue: Sequence[Token]) -> bool:
    """ "found itself defending the plan": what it came to."""
    return any(
        lemma(t) == "find" and t.nbor().lower_.endswith(("self", "selves"))
        for t in cue
        if t.pos_ == "VERB"
    )


def _tokens(doc: Token, places: Sequence[Place]) -> list[Token]:
    return [t for place in places for t in doc.char_span(*place, alignment_mode="expand")]


def _names(head: Token, anchor: Token) -> bool:
    """ "the bloc, which warned": a pronoun that goes back to somebody who can speak."""
    if head.tag_ not in ("WDT", "WP") and head.lower_ != "that":
        return True
    return anchor.pos_ in ("VERB", "AUX") and speaker_of(head, anchor) is not None


def _is_addressed(verb: Token, head: Token | None) -> bool:
    """ "Roe, asked about the plan", "the union was told": the one named did not say it."""
    if head is None or lemma(verb) not in ADDRESSING | _GIVEN:
        return False
    if asked_first(verb):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in ("acl", "advcl") and not any(c.dep_ == "aux" for c in verb.children):
        return True
    relative = verb.dep_ == "relcl" and verb.head.i == head.i
    return clauses.is_passive(verb) and (head.dep_ == "nsubjpass" or relative)


def _is_not_that(copula: Token, cue: Sequence[Token]) -> bool:
    """ "The demand is not that …"."""
    noun = lemma(copula) == "be" and any(t.pos_ == "NOUN" for t in cue)
    return noun and copula.nbor().lower_ in ("not", "n't", "n’t", "never")


def _comes_first(claim: Claim, verb: Token) -> bool:
    """ "Under pressure to sell, the owner refused": what stands before who says it, where the cue
    takes no clause that could."""
    frames = cues.VERBS.get(lemma(verb), ())
    if claim.speaker is None or not frames or {"c", "q"} & set(frames):
        return False
    if claim.quotation is not Quotation.INDIRECT or clauses.is_passive(verb):
        return False
    end = max(e for _, e in claim.content)
    return end <= claim.speaker[0] <= verb.idx and verb.dep_ not in ("relcl", "acl")


def _is_silence(doc: Token, verb: Token, claim: Claim) -> bool:
    if lemma(verb) not in ("decline", "refuse"):
        return False
    span = doc.char_span(*claim.content[0], alignment_mode="expand")
    said = [] if span is None else [t for t in span[:3] if t.pos_ in ("VERB", "NOUN")]
    return any(is_silence(lemma(verb), t) for t in said)
