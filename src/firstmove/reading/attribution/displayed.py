"""Claims from words set out without quotation marks: turns of a transcript, posts, blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from firstmove.reading.attribution.claim import Claim
from firstmove.reading.attribution.quoted import quoted_claims
from firstmove.reading.opening.turns import ANSWERS, is_asker
from firstmove.reading.page import Displayed, Page
from firstmove.reading.parsing.clauses import Place, Token
from firstmove.reading.people.cast import cast_of
from firstmove.reading.people.person import Person
from firstmove.reading.people.referents import resolve
from firstmove.report import Span
from firstmove.statement import Quotation, Statement

_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME"})


def displayed_claims(page: Page) -> list[Claim]:
    """One claim for each run of sentences that somebody states; questions are not statements.

    Nothing for who asks the questions, nor for "A:" where nobody, or more than one person, is
    named above the interview.
    """
    claims: list[Claim] = []
    for shown in page.displayed:
        if shown.speaker is None:
            claims += _block(page, shown, claims)
        elif shown.speaker.quote.lower() in ANSWERS:
            if interviewee(page) is not None:
                claims += _turn(page, shown, shown.speaker.start, shown.speaker.end)
        elif not is_asker(shown.speaker.quote):
            claims += _turn(page, shown, shown.speaker.start, shown.speaker.end)
    return claims


def _turn(page: Page, shown: Displayed, start: int, end: int) -> Iterator[Claim]:
    speaker = page.doc.char_span(start, end, alignment_mode="expand")
    cue = page.doc.char_span(shown.cue.start, shown.cue.end, alignment_mode="expand")
    if speaker is None or cue is None:
        return
    for run in _stated(page, shown):
        yield Claim(
            _main(cue).i,
            _main(speaker).i,
            (start, end),
            ((shown.cue.start, shown.cue.end),),
            (run,),
            "q",
            Quotation.DIRECT,
        )


def _main(tokens: Token) -> Token:
    words = [t for t in tokens if not (t.is_punct or t.is_space)]
    return words[-1] if words else tokens[-1]


def _stated(page: Page, shown: Displayed) -> Iterator[Place]:
    """Runs of sentences that are not questions; a bare "No." before them is left."""
    run: list[Place] = []
    for sentence in page.sentences_in(shown.words):
        if sentence.quote.rstrip("\"”’')]").endswith("?"):
            yield from _whole(page, run)
            run = []
        else:
            run.append((sentence.start, min(sentence.end, shown.words.end)))
    yield from _whole(page, run)


def _whole(page: Page, run: list[Place]) -> Iterator[Place]:
    text = page.report.text
    while run and len(re.findall(r"\w+", text[slice(*run[0])])) < 3:
        run = run[1:]  # "No." answers a question: nothing is said by itself
    if run:
        yield run[0][0], run[-1][1]


def _block(page: Page, shown: Displayed, above: list[Claim]) -> list[Claim]:
    """What the sentence above a block says of whose words they are, as before a quotation."""
    lead, words = shown.cue, shown.words
    place = (words.start, words.end)
    same = [c for c in above if lead.start <= c.cue[0][0] < lead.end]
    if same:  # a further paragraph of the block
        return [replace(same[-1], content=(place,))]
    if page.report.text[lead.end : words.start].strip():
        return []
    return quoted_claims(page.doc, page.report.text, (lead.start, words.end), [place])


def labelled(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Name and party of who speaks in a turn: "LIND" is the Anna Lind who is named elsewhere."""
    labels = {shown.speaker: shown for shown in page.displayed if shown.speaker is not None}
    filled = []
    for statement in statements:
        speaker = statement.speaker
        if speaker is not None and not speaker.name and speaker.span in labels:
            found = _meant(page, speaker.span)
            if found is not None:
                named = resolve(page, page.doc[found.heads[0]])
                if named is not None and named.name:
                    speaker = replace(named, span=speaker.span)
                    statement = replace(statement, speaker=speaker)
        filled.append(statement)
    return tuple(filled)


def _meant(page: Page, label: Span) -> Person | None:
    if label.quote.lower() in ANSWERS:
        return interviewee(page)
    words = [word.lower() for word in re.findall(r"[^\W\d_][\w’'-]*", label.quote)]
    fitting = []
    for person in cast_of(page).people:
        name = [word.lower() for word in person.words]
        fuller = len(name) > 1 and name[-1] == words[-1] if words else False
        if fuller and (name[-len(words) :] == words or words[-len(name) :] == name):
            fitting.append(person)
    return fitting[0] if len(fitting) == 1 else None


def interviewee(page: Page) -> Person | None:
    """The one person named above the questions and answers, whose "A:" it then is."""
    first = min((shown.words.start for shown in page.displayed), default=0)
    above = [p for p in cast_of(page).people if any(page.doc[h].idx < first for h in p.heads)]
    if len(above) != 1:
        return None
    heads = set(above[0].heads)
    # A name that is taken for a firm's may be a second person's.
    run: list[Token] = []
    for token in page.doc:
        if token.idx >= first:
            break
        if token.pos_ == "PROPN" and token.ent_type_ not in _PLACES:
            run.append(token)
            continue
        if len(run) > 1 and run[-1].i not in heads:
            before = page.doc[run[0].i - 1].lower_ if run[0].i else ""
            if before not in ("the", "a", "an"):
                return None
        run = []
    return above[0]


def answers_of_nobody(page: Page) -> int:
    """How many turns are headed "A:" where nobody can be told to be the one who answers."""
    turns = [shown.speaker.quote.lower() for shown in page.displayed if shown.speaker is not None]
    answers = sum(label in ANSWERS for label in turns)
    return answers if answers and interviewee(page) is None else 0
