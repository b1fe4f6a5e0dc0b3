"""The stages of reading, in order: a line each. A stage sees the page and all statements so far."""

from __future__ import annotations

from firstmove.reading.acts.acts import acts
from firstmove.reading.acts.events import events
from firstmove.reading.acts.own_side import own_side
from firstmove.reading.answers.answers import answers
from firstmove.reading.attribution.attribution import attribution
from firstmove.reading.attribution.displayed import answers_of_nobody, labelled
from firstmove.reading.attribution.nesting import without_nested
from firstmove.reading.attribution.via import via
from firstmove.reading.conditions.conditions import conditions, unresolved_conditions
from firstmove.reading.conditions.seen import seen
from firstmove.reading.dates.dates import dates, dates_of
from firstmove.reading.figures.figures import figures
from firstmove.reading.kinds.kinds import kinds
from firstmove.reading.kinds.modality import modality
from firstmove.reading.kinds.model import begun
from firstmove.reading.page import Page, Stage
from firstmove.reading.people.parties import parties
from firstmove.reading.people.people import people
from firstmove.reading.people.standing import standing
from firstmove.reading.people.targets import targets
from firstmove.reading.unknowns import unknowns
from firstmove.statement import Problem, Reading, Statement

READER = "rules 8, tagger 2"


def placed(page: Page, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Stage: for whom a speaker without a side announces acts; what such a speaker says is read
    again, since one's own act is told in the words of a forecast of another's."""
    found = own_side(page, statements)
    anew = tuple(b for a, b in zip(statements, found, strict=True) if a is not b)
    for stage in (kinds, targets, modality, acts, seen):
        anew = stage(page, anew)
    again = iter(anew)
    return tuple(b if a is b else next(again) for a, b in zip(statements, found, strict=True))


STAGES: tuple[Stage, ...] = (
    attribution,  # speaker, cue, content, form of quotation, glosses
    via,  # by whom the words came to the report
    labelled,  # who speaks in the turns of a transcript
    begun,  # the kinds model begins, beside the stages up to kinds
    people,  # pronouns, titles and bare names: the fullest name
    parties,  # the side a person or body speaks for
    without_nested,  # what is told inside what another says
    conditions,  # if, unless, provided that …
    kinds,  # what kind of act the statement is
    targets,  # at whom it is aimed
    standing,  # who of them stands alone: members of one party against each other
    dates,  # when it was said
    modality,  # asserted, possible, obliged …; negated
    acts,  # what parties could do, named in it
    seen,  # conditions that the model of acts names and the parse did not
    placed,  # who of no told side announces whose acts
    answers,  # "the union refused": what was asked before
)


def read_page(page: Page) -> Reading:
    """All that the stages find on a page: statements, figures, dates, what is told as unknown."""
    statements: tuple[Statement, ...] = ()
    for stage in STAGES:
        statements = stage(page, statements)
    told = dates_of(page)
    return Reading(
        report=page.report,
        sentences=tuple((s.start, s.end) for s in page.sentences),
        statements=statements,
        figures=figures(page, statements),
        dates=told,
        unknowns=unknowns(page, statements),
        problems=_problems(page, statements),
        reader=READER,
        events=events(page, statements, told),
    )


def _problems(page: Page, statements: tuple[Statement, ...]) -> tuple[Problem, ...]:
    where = page.report.name or page.report.source
    problems = [Problem(what=note, where=where) for note in page.report.notes]
    if unnamed := answers_of_nobody(page):
        problems.append(
            Problem(
                what=f"{unnamed} answers (A:) were left out: the report names not one person, or "
                "several, above the interview",
                where=where,
                remedy="write the name of who answers in place of A",
            )
        )
    problems.extend(unresolved_conditions(page, statements))
    if not statements:
        problems.append(
            Problem(
                what="no statement was found in this report",
                where=where,
                remedy="check that it is a news report in English that tells who said what",
            )
        )
    return tuple(problems)
