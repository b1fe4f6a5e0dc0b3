"""Stage: the way from the speaker's mouth to the report, outermost first.

Agency ("Reuters reports"), outlet ("told Fox News"), audience ("told reporters in Moscow"),
document ("in a statement", "on Telegram", "according to U.S. estimates").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from firstmove.reading.attribution.veridicality import hearsay_words
from firstmove.reading.attribution.via_words import name_of, outside, role_of, said_in
from firstmove.reading.lexicon import cues
from firstmove.reading.page import Page
from firstmove.reading.parsing import clauses
from firstmove.reading.parsing.clauses import Token, lemma
from firstmove.reading.parsing.nouns import speaker_noun
from firstmove.report import Span
from firstmove.statement import Quotation, Statement, Via, ViaRole

_CARRYING = frozenset("report say write quote cite tell note add reveal".split())
_ORDER = {
    ViaRole.AGENCY: 0,
    ViaRole.OUTLET: 1,
    ViaRole.PERSON: 2,
    ViaRole.DOCUMENT: 3,
    ViaRole.AUDIENCE: 4,
}
_SHOWS = frozenset("programme program show podcast newscast bulletin newspaper website".split())
_AIRED = frozenset("radio tv television news talk breakfast morning evening affairs".split())
_SOCIAL = frozenset(
    "twitter x facebook telegram instagram truth weibo youtube tiktok threads bluesky vkontakte "
    "wechat television tv radio air".split()
)


def via(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Fill ``statement.via``."""
    return tuple(replace(s, via=_chain(page, s)) for s in statements)


def _chain(page: Page, statement: Statement) -> tuple[Via, ...]:
    verb = _anchor(page, statement)
    if verb is None:
        return statement.via
    found: list[Via] = [*statement.via]
    if verb.lower_ in ("according", "to"):
        found += _document(page, statement)
    else:
        found += _audience(page, verb, statement)
        found += _circumstances(page, verb, statement)
        for participle in clauses.speaking_with(verb):
            if outside(statement, participle):
                found += _audience(page, participle, statement)
                found += _circumstances(page, participle, statement)
    found += _carriers(page, verb, statement)
    if statement.quotation is not Quotation.DIRECT:
        # "reportedly said": by a mouth that the report leaves unnamed.
        found += [Via(ViaRole.PERSON, page.report.span(t.idx, t.idx + len(t.text)))
                  for t in hearsay_words(verb)]  # fmt: skip
    unique: list[Via] = []
    for item in found:
        if not any(item.span.overlaps(other.span) for other in unique):
            unique.append(item)
    return outermost_first(unique)


def outermost_first(chain: Iterable[Via]) -> tuple[Via, ...]:
    """Agency, outlet, person, document, audience; those of one role as they stand."""
    return tuple(sorted(chain, key=lambda v: (_ORDER[v.role], v.span.start)))


def _anchor(page: Page, statement: Statement) -> Token | None:
    cue = statement.cue[0]
    tokens = page.doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if tokens is None:
        return None
    for token in tokens:
        if token.lower_ == "according":
            return token
    verbs = [t for t in tokens if lemma(t) in cues.VERBS or lemma(t) in cues.NOUNS]
    return verbs[-1] if verbs else tokens.root


def _audience(page: Page, verb: Token, statement: Statement) -> list[Via]:
    found: list[Via] = []
    listeners = [(c, c) for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i]
    listeners += [
        (c, noun)
        for c in verb.children
        if c.dep_ in ("prep", "dative") and c.lower_ == "to"
        for noun in c.children
        if noun.dep_ == "pobj"
    ]
    for lead, noun in listeners:
        if not outside(statement, noun):
            continue
        role = role_of(page, noun)
        if (
            role is None
            and lemma(noun) in cues.AUDIENCES
            and (noun.pos_ == "NOUN" or lemma(noun) in ("parliament", "congress", "senate"))
        ):
            role = ViaRole.AUDIENCE
        if role is None and lemma(noun) in _SHOWS:
            # "told Fox's breakfast show"
            owners = [c for c in noun.children if c.dep_ == "poss"]
            role = next((r for c in owners if (r := role_of(page, c)) is not None), None)
        if role is None:
            continue
        if role is ViaRole.AGENCY:
            role = ViaRole.OUTLET  # an agency that was told it first-hand
        tail = _place_after(verb, noun, statement)
        first = verb if noun is lead else lead
        span = said_in(page, [first, *noun.subtree, *tail])
        if span is not None and not any(span.overlaps(c) for c in statement.content):
            found.append(Via(role, span, name_of(noun)))
        else:
            span = said_in(page, [t for t in noun.subtree if outside(statement, t)])
            if span is not None:
                found.append(Via(role, span, name_of(noun)))
    return found


def _place_after(verb: Token, noun: Token, statement: Statement) -> list[Token]:
    """ "in Moscow" right behind "reporters"."""
    edge = noun.right_edge.i
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "at") and child.left_edge.i == edge + 1:
            things = [c for c in child.children if c.dep_ == "pobj"]
            if (
                (
                    things
                    and things[0].pos_ == "PROPN"
                    and (things[0].ent_type_ not in ("DATE", "TIME"))
                )
                and lemma(things[0]) not in cues.VENUES
                and outside(statement, child)
            ):
                return [t for t in child.subtree if outside(statement, t)]
    return []


def _circumstances(page: Page, verb: Token, statement: Statement) -> list[Via]:
    found: list[Via] = []
    holders = [verb]
    if verb.dep_ in ("conj", "advcl", "xcomp") and verb.head.pos_ == "VERB":
        holders.append(verb.head)
    for holder in holders:
        for child in holder.children:
            if child.dep_ != "prep" or child.lower_ not in (
                "in", "on", "at", "during", "to", "with", "via", "through",
            ):  # fmt: skip
                continue
            if not outside(statement, child):
                continue
            for noun in child.children:
                if noun.dep_ != "pobj" or noun.tag_ == "WDT":
                    continue
                found += _circumstance(page, child, noun, statement)
    return found


def _circumstance(page: Page, lead: Token, noun: Token, statement: Statement) -> list[Via]:
    word = lemma(noun)
    inside = list(noun.subtree)
    for child in noun.children:
        # "in a statement that it had lost": where the clause is told, it is no part of the way
        if child.dep_ in ("acl", "ccomp", "relcl") and any(
            c.dep_ == "mark" and c.lower_ == "that" for c in child.children
        ):
            inside = [t for t in inside if not child.left_edge.i <= t.i <= child.right_edge.i]
    media = next((t for t in inside if t.pos_ == "PROPN" and role_of(page, t)), None)
    if word not in cues.VENUES and media is None and noun.lower_ not in _SOCIAL:
        return []
    if noun.lower_ == "x" and lead.lower_ != "on":
        return []
    if (
        word in ("program", "programme")
        and media is None
        and not _AIRED & {t.lower_ for t in inside}
    ):
        return []  # "on the nuclear program"
    role = ViaRole.DOCUMENT
    if media is not None or word in ("interview", "television", "tv", "radio", "broadcast"):
        role = ViaRole.OUTLET
    elif word in cues.AUDIENCES or word in ("meeting", "rally", "speech", "session", "forum"):
        role = ViaRole.AUDIENCE
    span = said_in(page, [t for t in (lead, *inside) if outside(statement, t)])
    if span is None or len(span.quote) > 120:
        span = said_in(page, [lead, noun])
    return [Via(role, span, name_of(media) if media is not None else "")] if span else []


def _document(page: Page, statement: Statement) -> list[Via]:
    """ "according to the minister's statement on Thursday": the document that carried it."""
    cue = statement.cue[0]
    tokens = page.doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if tokens is None:
        return []
    for token in tokens:
        for noun in token.children:
            if noun.dep_ == "pobj" and clauses.is_document(noun):
                owner = speaker_noun(noun)
                span = said_in(page, list(noun.subtree) if owner.i == noun.i else [noun])
                return [Via(ViaRole.DOCUMENT, span)] if span else []
    return []


def _carriers(page: Page, verb: Token, statement: Statement) -> list[Via]:
    """ "…, Reuters reports" around the statement, and "according to Reuters" in its sentence."""
    found: list[Via] = []
    node = verb
    if node.dep_ == "pcomp" and node.head.lower_ == "as":
        found += _quoted_by(page, node.head.head, statement)
    for _ in range(4):
        quoted = clauses.as_whom(node.head) if node.dep_ == "pcomp" else None
        if quoted is not None:
            node = quoted.head
        elif node.dep_ in ("ccomp", "parataxis", "conj", "advcl") and node.head.i != node.i:
            node = node.head
        else:
            break
        if lemma(node) not in _CARRYING:
            continue
        subject = clauses.own_subject(node)
        if subject is None or not outside(statement, subject):
            continue
        role = role_of(page, subject)
        if role is not None:
            cited = _cited(page, node, statement)
            inside = {t.i for c in (subject, node) for t in c.children if t.lower_ in cues.CITING}
            own = [t for t in subject.subtree if not any(a.i in inside for a in (t, *t.ancestors))]
            far = [*(t for t in own if t.pos_ != "PUNCT"), *([] if cited else [node])]
            span = said_in(page, far)
            if span is not None and len(span.quote) < 120 and not _over(span, statement):
                found.append(Via(role, span, name_of(subject)))
                found += cited
    for token in verb.sent:
        if token.lower_ != "according" or token.idx == statement.cue[0].start:
            continue
        for noun in (c for t in token.sent[: len(token.sent)] for c in t.children):
            near = noun.dep_ == "pobj" and noun.head.i in (token.i, token.i + 1)
            role = role_of(page, noun) if near else None
            if role is not None:
                span = said_in(page, [token, *noun.subtree])
                if span is not None and not _over(span, statement):
                    found.append(Via(role, span, name_of(noun)))
    return found


def _quoted_by(page: Page, verb: Token, statement: Statement) -> list[Via]:
    """ "was quoted by local media as saying": by whom."""
    noun = clauses.agent_of(verb) if clauses.is_passive(verb) else None
    role = role_of(page, noun) if noun is not None else None
    if noun is None or role is None:
        return []
    span = said_in(page, list(noun.subtree))
    return [Via(role, span, name_of(noun))] if span and not _over(span, statement) else []


def _cited(page: Page, verb: Token, statement: Statement) -> list[Via]:
    """ "Reuters, citing two diplomats, reported": those whom the agency has it from."""
    subject = clauses.own_subject(verb)
    holders = (verb, subject) if subject is not None else (verb,)
    found = []
    for citing in (c for holder in holders for c in holder.children if c.lower_ in cues.CITING):
        for noun in (c for c in citing.children if c.dep_ in ("dobj", "pobj")):
            document = clauses.is_document(noun)
            if not (document or clauses.is_animate(noun)) or not outside(statement, noun):
                continue
            span = said_in(page, list(noun.subtree))
            if span is not None and len(span.quote) < 120 and not _over(span, statement):
                role = ViaRole.DOCUMENT if document else ViaRole.PERSON
                found.append(Via(role, span, name_of(noun)))
    return found


def _over(span: Span, statement: Statement) -> bool:
    speaker = statement.speaker
    return any(span.overlaps(s) for s in (*statement.content, *statement.cue)) or (
        speaker is not None and span.overlaps(speaker.span)
    )
