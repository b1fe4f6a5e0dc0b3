"""A dispute made by hand: two states, a lock on a canal, a mediator; rich in what a brief shows.

Nothing here is read by the reading stages, so that the views are tested on values that are known.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from firstmove.analysis import FirstAnswer, analyse, first_answer
from firstmove.conflict import (
    Basis,
    Conflict,
    DecisionMaker,
    Evidence,
    Impossible,
    OpenQuestion,
    Option,
    StatusQuo,
    Want,
    parse_condition,
)
from firstmove.drafting import Draft, Unused
from firstmove.ledger.entry import Difference, Entry, Party, Person, Relation, Side, View
from firstmove.report import Aside, Part, Report, Span
from firstmove.statement import (
    Basis as DateBasis,
)
from firstmove.statement import (
    Condition,
    ConditionKind,
    Figure,
    Kind,
    Mention,
    Modality,
    Problem,
    Quotation,
    Reading,
    Statement,
    Via,
    ViaRole,
    When,
)
from firstmove.views import Brief

A_TEXT = (
    "Torrance asks Bellmark to reopen the lock\n"
    "\n"
    "Subscribe to our morning letter\n"
    "\n"
    "Torrance will resume coal deliveries only if Bellmark reopens the Aune lock, Foreign "
    "Minister Rina Oake said on Tuesday. “Bellmark closed the lock, so it must open it "
    "first,” she told reporters in Sund (the northern port), “and it knows that.”\n"
    "\n"
    "Oake rejected a partial opening at night. “Half a lock is no lock,” she said.\n"
    "\n"
    "Bellmark’s transport minister Per Lund warned that an early opening could flood the "
    "lower quays. He said that the lock would stay shut until the winter is over.\n"
    "\n"
    "About 3,500 bargemen are out of work, according to the union of skippers. It is not "
    "known whether Bellmark would receive an observer.\n"
    "\n"
    "The envoy Sana Mireau believes that both sides are close to a settlement. She will visit"
    " the lock in February 2032.\n"
)

B_TEXT = (
    "Lund: lock stays shut for now\n"
    "\n"
    "Bellmark will keep the Aune lock closed for repairs, transport minister Per Lund said. "
    "“We will open it if Torrance sends the coal it owes us,” Lund told parliament.\n"
    "\n"
    "Rina Oake of Torrance demanded that Bellmark open the lock before any coal is sent. She "
    "turned down night openings, calling them a trick.\n"
    "\n"
    "Some 4,200 bargemen are without work.\n"
)

C_TEXT = (
    "Torrance asks Bellmark to reopen the lock\n"
    "\n"
    "Torrance will resume coal deliveries only if Bellmark reopens the Aune lock, Foreign "
    "Minister Rina Oake said on Tuesday. “Half a lock is no lock,” she said.\n"
)


def report(text: str, source: str, name: str, published: date | None) -> Report:
    title = text.split("\n", 1)[0]
    made = Report(Report.id_of(text), text, source, title, published, name=name)
    asides = [Aside(made.span(0, len(title)), Part.HEADLINE)]
    if "Subscribe to our morning letter" in text:
        asides.append(Aside(find(made, "Subscribe to our morning letter"), Part.BOILERPLATE))
    return replace(made, asides=tuple(asides))


def find(where: Report, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = where.text.index(words, start + 1)
    return where.span(start, start + len(words))


A = report(A_TEXT, "The Sund Courier", "sund.txt", date(2031, 11, 19))
B = report(B_TEXT, "Bellmark Post", "post.html", date(2031, 11, 20))
C = report(C_TEXT, "Canal Wire Digest", "digest.txt", None)


def sentences(where: Report) -> tuple[tuple[int, int], ...]:
    """Of the body, cut after full stops; good enough for these texts."""
    body = max(aside.span.end for aside in where.asides)
    return tuple(
        (match.start(), match.end())
        for match in re.finditer(r"\S[^.]*\.[”]?", where.text)
        if match.start() > body
    )


OAKE, LUND, MIREAU = "Rina Oake", "Per Lund", "Sana Mireau"
TORRANCE, BELLMARK, ENVOY = "Torrance", "Bellmark", "Sana Mireau’s mission"


def by(where: Report, words: str, name: str, party: str, nth: int = 0) -> Mention:
    return Mention(find(where, words, nth), name, party)


def condition(where: Report, kind: ConditionKind, words: str, party: str = "") -> Condition:
    return Condition(kind, find(where, words), party)


TUESDAY = When(
    find(A, "Tuesday"),
    date(2031, 11, 18),
    date(2031, 11, 18),
    DateBasis.INFERRED,
    anchor="published 19 November 2031",
)
FEBRUARY = When(
    find(A, "February 2032"), date(2032, 2, 1), date(2032, 2, 29), DateBasis.EXPLICIT, planned=True
)
TUESDAY_C = When(find(C, "Tuesday"), None, None, DateBasis.UNRESOLVED)

RESUME = "resume coal deliveries only if Bellmark reopens the Aune lock"

S_RESUME_A = Statement(
    A.id,
    by(A, "Foreign Minister Rina Oake", OAKE, TORRANCE),
    (find(A, "said"),),
    (find(A, f"Torrance will {RESUME}"),),
    Kind.AGREE,
    condition=condition(
        A, ConditionKind.ONLY_IF, "only if Bellmark reopens the Aune lock", BELLMARK
    ),
    modality=Modality.FUTURE,
    when=TUESDAY,
)
S_FIRST_A = Statement(
    A.id,
    by(A, "she", OAKE, TORRANCE),
    (find(A, "told"),),
    (find(A, "Bellmark closed the lock, so it must open it first,"), find(A, "and it knows that.")),
    Kind.REQUEST,
    Quotation.DIRECT,
    target=by(A, "Bellmark", BELLMARK, BELLMARK, 2),
    modality=Modality.OBLIGED,
    via=(Via(ViaRole.AUDIENCE, find(A, "reporters in Sund"), "reporters in Sund"),),
)
S_HALF_PARA_A = Statement(
    A.id,
    by(A, "Oake", OAKE, TORRANCE, 1),
    (find(A, "rejected"),),
    (find(A, "a partial opening at night"),),
    Kind.REJECT,
)
S_HALF_A = Statement(
    A.id,
    by(A, "she", OAKE, TORRANCE, 1),
    (find(A, "said", 1),),
    (find(A, "Half a lock is no lock,"),),
    Kind.REJECT,
    Quotation.DIRECT,
)
S_WARN_A = Statement(
    A.id,
    by(A, "Per Lund", LUND, BELLMARK),
    (find(A, "warned"),),
    (find(A, "an early opening could flood the lower quays"),),
    Kind.WARN,
    modality=Modality.POSSIBLE,
)
S_SHUT_A = Statement(
    A.id,
    by(A, "He", LUND, BELLMARK),
    (find(A, "said", 2),),
    (find(A, "the lock would stay shut"),),
    Kind.REJECT,
    condition=condition(A, ConditionKind.UNTIL, "until the winter is over"),
    negated=True,
)
S_BELIEF_A = Statement(
    A.id,
    by(A, "The envoy Sana Mireau", MIREAU, ENVOY),
    (find(A, "believes"),),
    (find(A, "both sides are close to a settlement"),),
    Kind.ASSESS,
)
S_SHUT_B = Statement(
    B.id,
    by(B, "Per Lund", LUND, BELLMARK),
    (find(B, "said"),),
    (find(B, "Bellmark will keep the Aune lock closed for repairs"),),
    Kind.REJECT,
    modality=Modality.FUTURE,
)
S_OPEN_B = Statement(
    B.id,
    by(B, "Lund", LUND, BELLMARK, 2),
    (find(B, "told"),),
    (find(B, "We will open it if Torrance sends the coal it owes us,"),),
    Kind.AGREE,
    Quotation.DIRECT,
    target=by(B, "Torrance", TORRANCE, TORRANCE),
    condition=condition(B, ConditionKind.IF, "if Torrance sends the coal it owes us", TORRANCE),
    modality=Modality.FUTURE,
    via=(Via(ViaRole.AUDIENCE, find(B, "parliament"), "parliament"),),
)
S_FIRST_B = Statement(
    B.id,
    by(B, "Rina Oake of Torrance", OAKE, TORRANCE),
    (find(B, "demanded"),),
    (find(B, "Bellmark open the lock before any coal is sent"),),
    Kind.REQUEST,
    target=by(B, "Bellmark", BELLMARK, BELLMARK, 1),
)
S_HALF_B = Statement(
    B.id,
    by(B, "She", OAKE, TORRANCE),
    (find(B, "turned down"),),
    (find(B, "night openings"),),
    Kind.REJECT,
)
S_TRICK_B = Statement(
    B.id,
    by(B, "She", OAKE, TORRANCE),
    (find(B, "calling"),),
    (find(B, "them a trick"),),
    Kind.ACCUSE,
)
S_RESUME_C = Statement(
    C.id,
    by(C, "Foreign Minister Rina Oake", OAKE, TORRANCE),
    (find(C, "said"),),
    (find(C, f"Torrance will {RESUME}"),),
    Kind.AGREE,
    condition=condition(
        C, ConditionKind.ONLY_IF, "only if Bellmark reopens the Aune lock", BELLMARK
    ),
    modality=Modality.FUTURE,
    when=TUESDAY_C,
)
S_HALF_C = Statement(
    C.id,
    by(C, "she", OAKE, TORRANCE),
    (find(C, "said", 1),),
    (find(C, "Half a lock is no lock,"),),
    Kind.REJECT,
    Quotation.DIRECT,
)

STATEMENTS = (
    S_RESUME_A,
    S_FIRST_A,
    S_HALF_PARA_A,
    S_HALF_A,
    S_WARN_A,
    S_SHUT_A,
    S_BELIEF_A,
    S_SHUT_B,
    S_OPEN_B,
    S_FIRST_B,
    S_HALF_B,
    S_TRICK_B,
    S_RESUME_C,
    S_HALF_C,
)


def entry(
    id_: str,
    relation: Relation,
    witnesses: int,
    *statements: Statement,
    target: str = "",
    differences: tuple[Difference, ...] = (),
) -> Entry:
    lead = statements[0]
    assert lead.speaker is not None
    return Entry(
        id_,
        relation,
        lead.speaker.party,
        lead.speaker.name,
        lead.kind,
        tuple(s.id for s in STATEMENTS if s in statements),
        tuple(r.id for r in (A, B, C) if r.id in {s.report_id for s in statements}),
        witnesses,
        lead.id,
        target,
        differences,
    )


PURPOSE = Difference(
    "reason",
    (
        Side(S_SHUT_A.id, A.id, find(A, "until the winter is over")),
        Side(S_SHUT_B.id, B.id, find(B, "closed for repairs")),
    ),
)

ENTRIES = (
    entry("e-resume", Relation.AGREE, 1, S_RESUME_A, S_RESUME_C),
    entry("e-first", Relation.AGREE, 2, S_FIRST_A, S_FIRST_B, target=BELLMARK),
    entry("e-half", Relation.AGREE, 2, S_HALF_A, S_HALF_PARA_A, S_HALF_B, S_HALF_C),
    entry("e-warn", Relation.ONLY_ONE, 1, S_WARN_A),
    entry("e-shut", Relation.DIFFER, 2, S_SHUT_A, S_SHUT_B, differences=(PURPOSE,)),
    entry("e-belief", Relation.ONLY_ONE, 1, S_BELIEF_A),
    entry("e-open", Relation.ONLY_ONE, 1, S_OPEN_B, target=TORRANCE),
    entry("e-trick", Relation.ONLY_ONE, 1, S_TRICK_B),
)

FIGURES = (
    Figure(
        find(A, "About 3,500 bargemen"),
        3500,
        3500,
        "bargemen",
        hedge=find(A, "About"),
        source=Mention(find(A, "the union of skippers"), "the union of skippers", ""),
    ),
    Figure(find(B, "Some 4,200 bargemen"), 4200, 4200, "bargemen", hedge=find(B, "Some")),
)

VIEW = View(
    reports=(A, B, C),
    statements=STATEMENTS,
    parties=(
        Party(TORRANCE, (Person(OAKE, TORRANCE, (OAKE, "Oake")),)),
        Party(BELLMARK, (Person(LUND, BELLMARK, (LUND, "Lund")),)),
        Party(ENVOY, (Person(MIREAU, ENVOY, (MIREAU,)),)),
    ),
    entries=ENTRIES,
    origins=((A.id, C.id),),
    figures=FIGURES,
    dates=(TUESDAY, FEBRUARY, TUESDAY_C),
    unknowns=(find(A, "It is not known whether Bellmark would receive an observer."),),
    problems=(Problem("the date of publication is not told", "digest.txt"),),
    sentences=tuple((r.id, sentences(r)) for r in (A, B, C)),
    notes=("The minister is called a foreign minister in A and is named without a title in B.",),
)

READING = Reading(
    A,
    statements=tuple(s for s in STATEMENTS if s.report_id == A.id),
    figures=FIGURES[:1],
    dates=(TUESDAY, FEBRUARY),
    unknowns=VIEW.unknowns,
    problems=(
        Problem("one passage was not read", "sund.txt", "See the aside.", find(A, "Subscribe")),
    ),
    reader="by hand",
)


def evidence(entry_id: str, statement: Statement) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(s.report_id, s.quote, s.start, s.end, entry_id) for s in statement.content[:1]
    )


def want(text: str, basis: Basis, *found: Evidence, note: str = "") -> Want:
    return Want(parse_condition(text), basis, found, note)


CONFLICT = Conflict(
    name="The Aune lock",
    decision_makers=(
        DecisionMaker(
            "torrance",
            TORRANCE,
            (
                want("bellmark.open", Basis.STATED, *evidence("e-first", S_FIRST_A)),
                want(
                    "torrance.resume only if bellmark.open",
                    Basis.STATED,
                    *evidence("e-resume", S_RESUME_A),
                    *evidence("e-resume", S_RESUME_C),
                ),
                want("not bellmark.night", Basis.INFERRED, *evidence("e-half", S_HALF_A)),
            ),
        ),
        DecisionMaker(
            "bellmark",
            BELLMARK,
            (
                want(
                    "bellmark.open if torrance.resume",
                    Basis.STATED,
                    *evidence("e-open", S_OPEN_B),
                ),
                want("torrance.resume", Basis.INFERRED, *evidence("e-open", S_OPEN_B)),
                want("not bellmark.open", Basis.ASSUMED, note="It keeps the lock shut today."),
                want("envoy.observe", Basis.UNKNOWN),
            ),
        ),
        DecisionMaker("envoy", ENVOY),
    ),
    options=(
        Option(
            "torrance.resume",
            "torrance",
            "resume coal deliveries",
            evidence=evidence("e-resume", S_RESUME_A),
        ),
        Option("bellmark.open", "bellmark", "open the lock", evidence=evidence("e-open", S_OPEN_B)),
        Option(
            "bellmark.night", "bellmark", "open at night", evidence=evidence("e-half", S_HALF_B)
        ),
        Option("envoy.observe", "envoy", "send an observer"),
    ),
    impossible=(
        Impossible(
            parse_condition("bellmark.open and bellmark.night"),
            "A lock that is open is open at night as well.",
        ),
    ),
    status_quo=StatusQuo(
        {
            "torrance.resume": False,
            "bellmark.open": False,
            "bellmark.night": False,
            "envoy.observe": False,
        },
        {"bellmark.open": evidence("e-shut", S_SHUT_B)},
    ),
    open_questions=(
        OpenQuestion(
            "Does Bellmark want that the mission send an observer? No report tells.",
            "envoy.observe",
            (
                Evidence(
                    A.id,
                    VIEW.unknowns[0].quote,
                    VIEW.unknowns[0].start,
                    VIEW.unknowns[0].end,
                ),
            ),
        ),
        OpenQuestion("No report ranks the wants of Torrance.", "torrance"),
    ),
)

DRAFT = Draft(
    CONFLICT,
    (
        Unused("e-warn", "a warning names no act that its speaker wants"),
        Unused("e-belief", "a belief about what is or will be is no want"),
    ),
)


@cache
def first() -> FirstAnswer:
    return first_answer(CONFLICT)


def brief() -> Brief:
    return Brief.of(VIEW, DRAFT, analyse(CONFLICT), title="The Aune lock", first=first())
