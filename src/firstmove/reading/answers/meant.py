"""What an answer is given to: the request or offer told last, in its paragraph or the one before.

One that is addressed to the side that answers comes first; one that is addressed to nobody told
counts where it is the only one. Where two would do, nobody knows which is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firstmove.reading.answers.asked import PRESS, asked_in
from firstmove.reading.answers.told import Answer, Word
from firstmove.reading.lexicon.listed import words
from firstmove.reading.page import Page
from firstmove.reading.parsing.predicates import tokens_in
from firstmove.reading.people.factions import is_faction
from firstmove.reading.people.parties import resolve
from firstmove.reading.people.somebody import somebody
from firstmove.report import Span
from firstmove.statement import Act, ActPlace, ConditionKind, Kind, Mention, Stance, Statement

# Two or more are addressed at once, and not by their names.
_SEVERAL = re.compile(
    r"(?:all|both|each|either|it|the \w+ sides|the two|them|they)\b", re.IGNORECASE
)
# All that a statement is about: "welcomed the proposal".
_OF_IT = re.compile(r"it|(?:the|this|that) (?:call|demand|idea|offer|plan|proposal|request)")
_PROPOSING = words("forward offer propose suggest volunteer")
_OFFERING = words("offer propose proposal ready suggest volunteer willing prepared")
_OFFERS = (Kind.AGREE, Kind.AID, Kind.CONCEDE, Kind.CONSULT, Kind.COOPERATE, Kind.STATE)
# Where one of these stands between, the answer may be to what was not read.
_PUTTING = words("appeal ask beg call demand invite offer order propose request suggest urge")


@dataclass(frozen=True, slots=True)
class Meant:
    """``told`` is the request or offer, ``acts`` those of it that the answer is about, ``of`` whom
    it is addressed to, None where no words tell; ``number`` that of its sentence, or of the last
    one in which its speaker goes on, or another answers."""

    told: Statement
    acts: tuple[Act, ...]
    of: Mention | None
    number: int

    def by(self, who: Mention, *, own: bool = True) -> Meant:
        """The acts as of ``who``, which is asked to do them; what is offered is its speaker's, and
        what is asked of nobody told is nobody's where its answer is not ``own``."""
        return replace(self, acts=tuple(self._of(a, who, own) for a in self.acts))

    def _of(self, act: Act, who: Mention, own: bool) -> Act:
        if _is_of(act, self.told.speaker):
            return act
        told = act.actor is not None and bool(act.actor.name or act.actor.party)
        if self.of is not None and not same(self.of, who):
            return act  # ", a demand that the government rejected": on its army
        return replace(act, actor=who if own or told or self.of else Mention(act.span))


def meant(
    page: Page, statements: Sequence[Statement], answer: Answer, who: Mention
) -> Meant | None:
    """What one side answers; None where that is not sure."""
    here = _number(page, answer)
    every = [
        m
        for m in _told_before(page, statements, answer)
        if not same(m.told.speaker, who)
        and (m.of is None or same(m.of, who) or (answer.aside and m.number == here))
    ]
    if not every:
        return None
    last = max(m.number for m in every)
    nearest = [m for m in every if m.number == last]
    firm = any(m.of is not None for m in nearest)
    right_before = last >= here - 1
    open_ = nearest if firm and right_before else every
    if len({id(m.told) for m in open_}) > 1 or not (firm or right_before):
        return None
    own = answer.own or (answer.word is Word.ASKED and _is_the_other(who, statements))
    found = _joined(nearest).by(who, own=own)
    return None if not found.acts or _put_since(page, answer, found) else found


def _is_the_other(who: Mention, statements: Sequence[Statement]) -> bool:
    """Whether a report tells of two sides only: who rejects the demand is of whom it is made; a
    political party may turn down what is asked of a government."""
    told = (m for s in statements for m in (s.speaker, s.target, *(a.actor for a in s.acts)))
    sides = {m.party or m.name for m in told if m is not None} - {""}
    return len(sides | {who.party or who.name}) == 2 and not is_faction(who.party)


def asked_just_before(page: Page, statements: Sequence[Statement], answer: Answer) -> list[Meant]:
    """What the only request or offer right before is about, for each side it is addressed to."""
    every = list(_told_before(page, statements, answer))
    near = [m for m in every if m.number >= _number(page, answer) - 1]
    if len({id(m.told) for m in near}) != 1 or any(m.of is None for m in near):
        return []
    sides: dict[str, list[Meant]] = {}
    for m in near:
        if m.of is not None and not same(m.of, m.told.speaker):
            sides.setdefault(m.of.party or m.of.name, []).append(m)
    found = [_joined(own) for own in sides.values()]
    sure = all(m.acts and not _put_since(page, answer, m) for m in found)
    return found if sure else []


def same(one: Mention | None, other: Mention | None) -> bool:
    """Whether two mentions are of one side, as far as the report tells."""
    if one is None or other is None:
        return False
    if one.party and other.party:
        return one.party == other.party
    names = {n.lower().removeprefix("the ") for n in (one.name, one.party) if n}
    return bool(names & {n.lower().removeprefix("the ") for n in (other.name, other.party) if n})


def _joined(found: Sequence[Meant]) -> Meant:
    return replace(found[0], acts=tuple(dict.fromkeys(a for m in found for a in m.acts)))


def _number(page: Page, answer: Answer) -> int:
    return page.sentence_number(answer.verb.idx) or 0


def _told_before(page: Page, statements: Sequence[Statement], answer: Answer) -> Iterator[Meant]:
    """Each act that is asked or offered in reach of the answer, if what it is called fits."""
    at = answer.verb.idx
    paragraph = bisect_right(page.paragraphs, at, key=lambda p: p.start) - 1
    reach = page.paragraphs[max(0, paragraph - 1)].start
    here = _number(page, answer)
    by = None if answer.by is None else somebody(page, answer.by)
    for told in (*statements, *asked_in(page, _span(page, reach, at), statements)):
        if (by is not None and not same(by, told.speaker)) or _is_press(page, told):
            continue
        unless = told.condition is not None and told.condition.kind is ConditionKind.UNLESS
        asked = told.kind is Kind.REQUEST or (told.kind is Kind.THREATEN and unless)
        offered = asked or _is_offer(page, told) or (answer.word is Word.OFFERED and _grants(told))
        if not offered or (told.speaker is None and not asked):
            continue
        if answer.word is (Word.OFFERED if asked else Word.ASKED):
            continue
        if answer.word is Word.TIED and told.condition is None:
            continue
        for act in told.acts:
            number = page.sentence_number(act.span.start)
            if number is None or act.span.start < reach or act.span.end > at:
                continue
            number = _spoken_of_until(page, statements, told, act, number, before=here)
            sure = (act,) if _is_answered(act, told, answer) else ()
            yield Meant(told, sure, _addressed(page, act, told), number)


def _is_answered(act: Act, told: Statement, answer: Answer) -> bool:
    """Whether one act of all that is told is answered. Who refuses an offer at a price refuses to
    pay it; who rejects "the offer" may mean either. Who won't "free them" was asked to free."""
    if answer.deed:
        return told.condition is None and act.label.split()[0].lower() == answer.deed
    if told.condition is None:
        return True
    if answer.word is Word.TIED:
        return act.place is ActPlace.CONDITION
    price = act.place is ActPlace.CONDITION and told.kind is not Kind.REQUEST
    unless = told.kind is Kind.THREATEN and answer.word is Word.ASKED  # "unless Velm left"
    return price and (answer.word is Word.NONE or unless)


def _spoken_of_until(
    page: Page,
    statements: Sequence[Statement],
    told: Statement,
    act: Act,
    number: int,
    *,
    before: int,
) -> int:
    """The last of the sentences from an act on in which its speaker goes on, or another side
    answers: "Both were asked to wait. Orland agreed. Tarn refused."."""
    going_on = {
        page.sentence_number(place.start)
        for s in statements
        if same(s.speaker, told.speaker)
        or any(a.span == act.span for a in s.acts)
        or all(_OF_IT.fullmatch(place.quote) for place in s.content)
        for place in (*s.cue, *s.content)
    }
    while number + 1 < before and number + 1 in going_on:
        number += 1
    return number


def _is_press(page: Page, told: Statement) -> bool:
    """Whether reporters ask: whoever refuses them an answer refuses nothing else."""
    named = () if told.speaker is None else (told.speaker.span,)
    return any(t.lemma_.lower() in PRESS for t in tokens_in(page, named))


def _is_offer(page: Page, told: Statement) -> bool:
    """ "Offered to pay", "proposed a survey", "would pay if the ban were lifted"."""
    if any(t.lemma_.lower() in _PROPOSING for t in tokens_in(page, told.cue)):
        return True
    if told.condition is not None and any(a.stance is Stance.FOR for a in told.acts):
        return True
    said = tokens_in(page, told.content)
    offering = told.condition is not None or any(t.lemma_.lower() in _OFFERING for t in said)
    return told.kind in _OFFERS and offering


def _grants(told: Statement) -> bool:
    """ "Said it would cap its output", which is called an offer then."""
    own = any(a.stance is Stance.FOR and _is_of(a, told.speaker) for a in told.acts)
    return told.kind is Kind.AGREE and own


def _addressed(page: Page, act: Act, told: Statement) -> Mention | None:
    """Who would do what is asked, or to whom an offer is made."""
    target = told.target
    if target is not None and told.kind in _OFFERS and _is_in(act, target):
        target = None  # "offered to free the crew": not to the crew
    for one in (act.actor, target):
        if one is not None and " and " in one.name:
            one = resolve(page, one.span)  # the first of the two alone
        if one is not None and (one.name or one.party) and not same(one, told.speaker):
            several = _SEVERAL.match(one.span.quote) or _SEVERAL.match(one.name)
            return None if several else one
    return None


def _is_in(act: Act, who: Mention) -> bool:
    return act.span.start <= who.span.start and who.span.end <= act.span.end


def _is_of(act: Act, who: Mention | None) -> bool:
    return act.actor is not None and same(act.actor, who)


def _span(page: Page, start: int, end: int) -> Span:
    """As ``Report.span``; it may be empty, where an answer opens its paragraph."""
    return Span(page.report.id, start, end, page.report.text[start:end])


def _put_since(page: Page, answer: Answer, found: Meant) -> bool:
    """Whether something was asked or offered between, of which no act was read."""
    told = found.told
    start = min(max(s.end for s in told.content), answer.verb.idx)
    between = _span(page, start, answer.verb.idx)
    return any(
        t.pos_ == "VERB"
        and t.lemma_.lower() in _PUTTING
        and not any(s.start <= t.idx < s.end for s in (*told.cue, *told.content))
        for t in tokens_in(page, (between,))
    )
