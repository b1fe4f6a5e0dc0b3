"""Attributions whose cue is a noun or "according to": "the union's demand that …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firstmove.reading.attribution import cues
from firstmove.reading.attribution.claim import Claim, speaker_noun
from firstmove.reading.attribution.clipping import claim_of
from firstmove.reading.attribution.tellers import speaker_of
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Place, Token, lemma

_LIGHT = frozenset(
    "make issue give have send deliver repeat renew reiterate withdraw drop rescind retract revoke "
    "abandon shelve set".split()
)
_MOVES = frozenset(
    "appeal call condition demand insistence invitation offer plea pledge promise proposal refusal "
    "rejection request threat ultimatum vow warning".split()
)
_VIEWS = frozenset("view opinion judgment judgement estimation eye telling".split())
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
        found = _maker(noun) or _origin(noun)
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
    if clauses.is_negated(light) or clauses.is_infinitive(light) or clauses.is_passive(light):
        return None
    subject = clauses.subject_of(light)
    return speaker_of(subject, light) if subject is not None else None


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


def according_claims(sentence: Token, text: str) -> Iterator[Claim]:
    """'…, according to X' and 'According to X, …'."""
    for token in sentence:
        if token.lower_ != "according" or token.i + 1 >= len(token.doc):
            continue
        after = token.nbor(1)
        if after.lower_ != "to":
            continue
        named = next(
            (c for t in (after, token) for c in t.children if c.dep_ == "pobj" and c.i > after.i),
            None,
        )
        if named is None:
            continue
        who = speaker_noun(named)
        phrase = (token.idx, clauses.whole(named)[1])
        cut = _phrase_end(token, named, text)
        phrase = (token.idx, cut)
        content = _told_by_phrase(token, sentence, text, phrase)
        if content:
            cue = (token.idx, after.idx + len(after.text))
            start, end = clauses.noun_place(who, text)
            speaker = clauses.trim(text, max(start, cue[1]), min(end, cut), quotes=True)
            if speaker is None:
                continue
            yield Claim(token.i, who.i, speaker, (cue,), tuple(content), "according")


def view_claims(sentence: Token, text: str) -> Iterator[Claim]:
    """ "In Roe's view, the talks failed": the rest of the sentence is told as Roe's."""
    for token in sentence[:8]:
        if lemma(token) not in _VIEWS or token.dep_ != "pobj" or token.head.lower_ != "in":
            continue
        who = next((c for c in token.children if c.dep_ == "poss"), None)
        stop = clauses.whole(token)[1]
        if who is None or token.head.i != sentence.start or not clauses.is_animate(who):
            continue
        content = clauses.trim(text, stop, sentence.end_char)
        speaker = clauses.trim(text, *clauses.noun_place(who, text), quotes=True)
        if who.lower_ in ("my", "our", "your") or content is None or speaker is None:
            continue
        if text[stop : stop + 1] == ",":
            yield Claim(
                token.i, who.i, speaker, (clauses.place((token,)),), (content,), "according"
            )


def _phrase_end(token: Token, named: Token, text: str) -> int:
    """Where the named source ends; its relative clauses and "on Thursday" belong to the phrase."""
    end = clauses.whole(named)[1]
    first = token.i == token.sent.start
    if first:
        for other in token.doc[named.i + 1 : token.sent.end]:
            if other.text == "," and other.idx < end and other.head.i != named.i:
                return int(other.idx)
    return int(end)


def _told_by_phrase(token: Token, sentence: Token, text: str, phrase: Place) -> Sequence[Place]:
    doc = token.doc
    begin, finish = sentence.start_char, sentence.end_char
    if not text[begin : phrase[0]].strip(" \"'“‘"):
        kept = clauses.trim(text, phrase[1], finish)
        return [kept] if kept else []
    start = begin
    before = doc[token.i - 1]
    rest = clauses.trim(text, phrase[1], finish)
    if before.text != ",":
        # Bound to the phrase that it stands in: from the last comma, or the clause it hangs on.
        for other in reversed(list(doc[sentence.start : token.i])):
            if other.text in (",", ";", ":", "—", "–"):
                start = other.idx + 1
                break
        rest = None
    left = clauses.trim(text, start, phrase[0])
    if left is None:
        return [rest] if rest else []
    if rest is None or len(text[rest[0] : rest[1]].split()) < 4 or rest[0] - phrase[1] > 3:
        return [left]
    following = doc.char_span(rest[0], rest[1], alignment_mode="expand")
    goes_on = following is not None and any(
        t.pos_ in ("VERB", "AUX") and t.dep_ in ("ROOT", "ccomp") for t in following
    )
    return [left, rest] if goes_on else [left]


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
