"""Claims from a list: what stands below "The union demands:", an item at a time.

The lead ends in a colon and tells who says what sort of thing:

- a verb that what is listed completes: "The union demands:", "is calling for the following:";
- a verb with a noun that stands for the items: "set out three conditions for a truce:";
- such a noun with its owner: "The union's demands are:", "Union demands:";
- a claim that goes on to the colon: "said the city must do the following:".

Items have a mark in front (a bullet, a number), at least two of one sort. An item that tells
itself who says it stays with that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.tellers import speaker_of
from firstmove.reading.lexicon import cues
from firstmove.reading.page import Page
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Place, Token, lemma
from firstmove.report import Span

_MARK = re.compile(
    r"(?:(?P<dash>[-–*])|(?P<bullet>[•·▪▫◦‣⁃●○■□►])|(?P<number>\(?\d{1,2}[.)])|(?P<letter>\(?[a-z]\)))"
    r"[ \t\xa0]{1,8}(?=\S)"
)
_TAIL = re.compile(r"[;,.\s]{0,9}(?:\b(?:and|or)\b[\s,]{0,9})?\Z")
_LONGEST = 700  # characters of an item
_MOST = 40  # items
# They point at the list, and say nothing of their own.
_POINTING = frozenset(
    "the following these this that those as follows things it is are was were for to on of be "
    "out its their".split()
)
# What the items are.
_LISTED = frozenset(
    "demand condition term request requirement promise pledge proposal point following concession "
    "complaint grievance offer threat goal priority accusation charge allegation argument reason "
    "recommendation warning principle commitment step measure".split()
)
_OWNED = _LISTED - {"step", "measure", "point", "following", "principle", "charge", "goal"}
# Verbs that bring forward what one has to say, with a noun of _LISTED.
_LISTING = frozenset(
    "list set lay outline put present name make issue publish unveil submit deliver draw give "
    "release table hand pose attach".split()
)
_STATING = frozenset({"c", "q", "o", "i", "g", ":for", ":that"})


@dataclass(frozen=True, slots=True)
class _Teller:
    """Who says what is listed, and by which words; ``before`` leads in each item."""

    anchor: int
    head: int | None
    speaker: Place | None
    cue: tuple[Place, ...]
    before: tuple[Place, ...] = ()


def with_lists(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """The claims and those of lists, each in place of what the lead or the item seemed to say."""
    result = list(claims)
    for lead, items in _lists(page):
        sentences = page.sentences_in(lead)
        if not sentences:
            continue
        told = _teller(page, sentences[-1], result)
        if told is None:
            continue
        listed = []
        for mark, start, end in items:
            if any(_tells_itself(page.doc, c, mark, end) for c in result):
                continue
            listed.append(
                Claim(
                    told.anchor,
                    told.head,
                    told.speaker,
                    told.cue,
                    (*told.before, (start, end)),
                    "l",
                )
            )
            result = [c for c in result if not mark <= c.cue[0][0] < end]
        if listed:
            result = [c for c in result if not _led_in(c, told, lead)] + listed
    return result


def _lists(page: Page) -> Iterator[tuple[Span, list[tuple[int, int, int]]]]:
    """Each paragraph that ends in a colon, and the items below it: the mark, the words' extent."""
    text = page.report.text
    shown = {d.words.start for d in page.displayed}
    for number, lead in enumerate(page.paragraphs[:-1]):
        if text[lead.end - 1] != ":" or lead.start in shown:
            continue
        items: list[tuple[int, int, int]] = []
        sort = ""
        for below in page.paragraphs[number + 1 : number + 1 + _MOST]:
            mark = _MARK.match(text, below.start, below.end)
            if mark is None or (sort and mark.lastgroup != sort) or below.start in shown:
                break
            sort = mark.lastgroup or ""
            words = text[mark.end() : below.end]
            end = mark.end() + len(_TAIL.sub("", words))
            place = clauses.trim(text, mark.end(), end)
            if place is None or below.end - below.start > _LONGEST:
                break
            items.append((below.start, *place))
        if len(items) > 1:
            yield lead, items


def _teller(page: Page, sentence: Span, claims: Sequence[Claim]) -> _Teller | None:
    tokens = page.doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    if tokens is None:
        return None
    words = [t for t in tokens if not (t.is_punct or t.is_space or t.is_quote)]
    return (
        _by_verb(words, page.report.text)
        or _by_noun(words, page.report.text)
        or _by_claim(page.report.text, sentence, claims)
    )


def _by_verb(words: list[Token], text: str) -> _Teller | None:
    """The last verb that takes the list for its content."""
    for at in range(len(words) - 1, -1, -1):
        verb = words[at]
        if verb.pos_ not in ("VERB", "AUX") and verb.tag_ != "VBZ":
            continue
        rest = words[at + 1 :]
        noun = next((t for t in rest if lemma(t) in _LISTED and t.lower_ != "following"), None)
        pointing = all(t.lower_ in _POINTING or t.dep_ == "prt" for t in rest)
        frames = cues.VERBS.get(lemma(verb), ())
        clause = _begun(rest) if "c" in frames else []
        if (
            not clause
            and not (pointing and _STATING & set(frames))
            and not (
                noun is not None
                and noun.dep_ in ("dobj", "pobj")
                and noun.head in (verb, *verb.children)
                and (frames or lemma(verb) in _LISTING or _holds(verb, noun))
            )
        ):
            continue
        # "said that he | would": the parser hangs the bare "would" on the cue
        unreal = any(c.dep_ in ("aux", "mark") for c in verb.children if c.i < verb.i)
        if (unreal if clause else clauses.is_unreal(verb)) or clauses.is_negated(verb):
            return None
        if clauses.is_passive(verb) or any(
            t.dep_ == "pcomp" for t in (verb, *clauses.ancestors(verb))
        ):
            return None  # "More on what the minister said:": the outlet's own links
        doer = None if clauses.is_infinitive(verb) else clauses.subject_of(verb)
        who = None if doer is None else speaker_of(doer, verb)
        if who is None or not _may_tell(who):
            return None
        start, end = clauses.cue_place(verb)
        if clause:
            told = _told(verb.i, who, (start, end), text)
            place = clauses.place(clause)
            return replace(told, before=(place,)) if told is not None else None
        if noun is not None and not pointing:
            end = noun.idx + len(noun.text)
        elif rest and (rest[0].lower_ in ("for", "on") or rest[0].dep_ == "prt"):
            end = rest[0].idx + len(rest[0].text)
        return _told(verb.i, who, (start, end), text)
    return None


def _begun(rest: list[Token]) -> list[Token]:
    """ "that he would", "it had to": the clause that each item brings to its end."""
    last = rest[-1] if rest else None
    if last is None or (last.tag_ != "MD" and last.lower_ not in ("to", "that")):
        return []
    for at, token in enumerate(rest[-4:], start=max(0, len(rest) - 4)):
        if token.lower_ == "that" or token.tag_ == "PRP":
            clause = rest[at:]
            return clause if last.lower_ != "that" and len(clause) > 1 else []
    return []


def _holds(verb: Token, noun: Token) -> bool:
    """ "The union has three demands:"; "has three reasons" may be the outlet's own view."""
    return lemma(verb) == "have" and lemma(noun) in ("demand", "condition", "request", "term")


def _by_noun(words: list[Token], text: str) -> _Teller | None:
    """ "The union's demands are:", "Union demands:": nothing but the noun and its owner."""
    noun = next((t for t in words if t.pos_ in ("NOUN", "PROPN") and _plain(t) in _OWNED), None)
    if noun is None:
        return None
    verbs = [t for t in words if t.pos_ in ("VERB", "AUX")]
    if any(t.i < noun.i or lemma(t) not in ("be", "include") for t in verbs):
        return None
    behind = [t for t in words if t.i > noun.right_edge.i and t not in verbs]
    who = _owner(noun)
    if who is None or not _may_tell(who) or any(t.lower_ not in _POINTING for t in behind):
        return None
    return _told(noun.i, who, (noun.idx, noun.idx + len(noun.text)), text)


def _owner(noun: Token) -> Token | None:
    """ "the union's demands", "demands of the union", "union demands"."""
    found = [c for c in noun.children if c.dep_ == "poss"]
    for lead in noun.children:
        if lead.lower_ in ("of", "by", "from"):
            found += [c for c in lead.children if c.dep_ == "pobj"]
    before = noun.nbor(-1) if noun.i > noun.sent.start else None
    if before is not None and before.pos_ in ("NOUN", "PROPN") and before.head.i == noun.i:
        found.append(before)
    return found[0] if found else None


def _plain(token: Token) -> str:
    """A noun's lemma, also where a heading's capitals make a name of it."""
    word = str(token.lower_)
    return word.removesuffix("s") if token.pos_ == "PROPN" else lemma(token)


def _by_claim(text: str, sentence: Span, claims: Sequence[Claim]) -> _Teller | None:
    """The claim whose content goes on to the colon; what it has to say leads in each item."""
    for claim in claims:
        start, end = claim.content[-1]
        if (
            not sentence.start <= start < sentence.end
            or text[end : sentence.end].strip(" \xa0") != ":"
        ):
            continue
        bare = all(w in _POINTING for w in re.findall(r"\w+", text[start:end].lower()))
        before = claim.content[:-1] if bare else claim.content
        return _Teller(claim.anchor, claim.head, claim.speaker, claim.cue, before)
    return None


def _may_tell(who: Token) -> bool:
    if who.lower_ in ("i", "we", "you", "us", "my", "our", "your"):
        return False
    return clauses.is_animate(who) or clauses.is_document(who)


def _told(anchor: int, who: Token, cue: Place, text: str) -> _Teller | None:
    start, end = clauses.noun_place(who, text)
    if start < cue[1] and cue[0] < end:
        start, end = who.idx, who.idx + len(who.text)
    speaker = clauses.trim(text, start, end, quotes=True)
    if speaker is None or (speaker[0] < cue[1] and cue[0] < speaker[1]):
        return None
    return _Teller(anchor, who.i, speaker, (cue,))


def _tells_itself(doc: Token, claim: Claim, start: int, end: int) -> bool:
    """Whether an item is a telling of its own: "the army said it would stay"."""
    if not start <= claim.cue[0][0] < end or claim.frame == "n":
        return False
    verb = doc[claim.anchor]
    saying = "q" in cues.VERBS.get(lemma(verb), ())
    return claim.frame in ("q", "according") or (saying and verb.tag_ in ("VBD", "VBZ", "VBP"))


def _led_in(claim: Claim, told: _Teller, lead: Span) -> bool:
    """Whether a claim of the lead is now told by the items."""
    start, end = claim.cue[0]
    same = claim.anchor == told.anchor or any(s < end and start < e for s, e in told.cue)
    return same and lead.start <= start < lead.end and claim.frame != "l"
