"""The stages of reading, in order: a line each. A stage sees the page and all statements so far."""

from __future__ import annotations

from importlib import import_module

from firstmove.reading.page import Page, Stage
from firstmove.statement import Figure, Problem, Reading, Statement, When

READER = "rules 1"


def _stage(module: str, name: str) -> Stage | None:
    try:
        return getattr(import_module(f"firstmove.reading.{module}"), name)  # type: ignore[no-any-return]
    except (ImportError, AttributeError):
        return None


_ALL = (
    _stage("attribution", "attribution"),
    _stage("via", "via"),
    _stage("people", "people"),
    _stage("parties", "parties"),
    _stage("conditions", "conditions"),
    _stage("kinds", "kinds"),
    _stage("targets", "targets"),
    _stage("modality", "modality"),
    _stage("acts", "acts"),
    _stage("dates", "dates"),
)
STAGES: tuple[Stage, ...] = tuple(stage for stage in _ALL if stage is not None)


def read_page(page: Page) -> Reading:
    """All statements, figures and dates of a page."""
    statements: tuple[Statement, ...] = ()
    for stage in STAGES:
        statements = stage(page, statements)
    figures: tuple[Figure, ...] = ()
    whens: tuple[When, ...] = ()
    try:
        from firstmove.reading.dates import dates_of
        from firstmove.reading.figures import figures as find_figures

        figures, whens = find_figures(page, statements), dates_of(page)
    except ImportError:
        pass
    from firstmove.reading.unknowns import unknowns

    return Reading(
        report=page.report,
        sentences=tuple((s.start, s.end) for s in page.sentences),
        statements=statements,
        figures=figures,
        dates=whens,
        unknowns=unknowns(page, statements),
        problems=_problems(page, statements),
        reader=READER,
    )


def _problems(page: Page, statements: tuple[Statement, ...]) -> tuple[Problem, ...]:
    where = page.report.name or page.report.source
    problems = [Problem(what=note, where=where) for note in page.report.notes]
    if not statements:
        problems.append(
            Problem(
                what="no statement was found in this report",
                where=where,
                remedy="check that it is a news report in English that tells who said what",
            )
        )
    return tuple(problems)
