"""The brief as one self-contained HTML file: no script, no font, nothing loaded from elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from firstmove.conflict.weights import number_text
from firstmove.report import Report
from firstmove.statement import UNSURE_BELOW, Statement, When
from firstmove.views import wording
from firstmove.views.brief.brief import Brief
from firstmove.views.brief.cited import Cited, cited
from firstmove.views.brief.highlight import Piece, pieces
from firstmove.views.brief.shown import cut, shown
from firstmove.views.first_moves.step_words import LEGEND
from firstmove.views.ledger.tallied import tallied
from firstmove.views.model.outcome import together
from firstmove.views.model.reading_words import what_readings_are
from firstmove.views.visible import one_line, visible

if TYPE_CHECKING:
    from jinja2 import Environment

WHOLE_TEXT = 60_000  # characters of one report that are shown whole
ALL_TEXTS = 1_500_000  # characters of all of them
AROUND = 300  # characters shown around a cited place in a longer one
TINTS = 8
TALLIES = 40  # things counted by several
CARDS = 4  # outcomes that stand open; the others unfold


def page(brief: Brief) -> str:
    """The HTML page of ``brief``; the same brief gives the same characters.

    All text that comes from a report or a model is escaped, and characters that could hide or
    reorder words are written out (``views/visible.py``).
    """
    what = shown(brief)
    places = cited(brief, what)
    texts = [(told, _text(told.report, places, whole)) for told, whole in _whole(brief)]
    anchors = [place.id for told in brief.told for place in places.of(told.report.id)]
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            brief=brief,
            shown=what,
            cited=places,
            texts=texts,
            css=_css(),
            anchors=anchors,
            tallies=cut(tuple(tallied(brief.view)), TALLIES),
            tint=_tints(brief),
            version=version("firstmove"),
            concepts=[wording.concept(key) for key in _concepts(brief)],
            cards=CARDS,
            numbered={said.entry.id: said for said in brief.said},
            unsure=f"{UNSURE_BELOW:.0%}",
        )
    )


def _concepts(brief: Brief) -> tuple[str, ...]:
    return brief.outcome.concepts if brief.outcome else ()


def _whole(brief: Brief) -> list[tuple[Any, bool]]:
    """Which reports are shown whole; of the others only what stands around cited words."""
    rows, total = [], 0
    for told in brief.told:
        size = len(told.report.text)
        whole = size <= WHOLE_TEXT and total + size <= ALL_TEXTS
        total += size if whole else 0
        rows.append((told, whole))
    return rows


def _text(report: Report, places: Cited, whole: bool) -> tuple[Piece, ...]:
    return pieces(report, places.of(report.id), around=None if whole else AROUND)


def _tints(brief: Brief) -> dict[str, int]:
    """One muted tint a party, those of the model first; the name always stands beside it."""
    names = [maker.name for maker in brief.draft.conflict.decision_makers]
    names += [side.name for side in brief.sides]
    return {name: n % TINTS for n, name in enumerate(dict.fromkeys(names))}


def _runs(statement: Statement) -> list[list[tuple[str, str]]]:
    """The content's parts, each cut into (text, what it is): "gloss", "condition" or "".

    A gloss is the outlet's own addition inside the words; joined, the texts are the part.
    """
    marked = [(gloss, "gloss") for gloss in statement.glosses]
    if statement.condition is not None:
        marked.append((statement.condition.span, "condition"))
    runs = []
    for span in statement.content:
        part, at = [], span.start
        for inner, what in sorted(marked, key=lambda m: m[0]):
            if not span.contains(inner) or inner.start < at:
                continue
            part.append((span.quote[at - span.start : inner.start - span.start], ""))
            part.append((inner.quote, what))
            at = inner.end
        part.append((span.quote[at - span.start :], ""))
        runs.append([(text, what) for text, what in part if text])
    return runs


def _known_days(when: When) -> str:
    return wording.interval(when.start, when.end)


def _safe_url(url: str) -> str:
    """A link only to http and https; anything else is shown as text."""
    return url if re.match(r"https?://[^\s]+\Z", url) else ""


@lru_cache(maxsize=1)
def _css() -> str:
    css = (files("firstmove.views.brief") / "templates" / "brief.css").read_text("utf-8")
    return re.sub(r"\n\s*", "\n", re.sub(r"/\*.*?\*/", "", css, flags=re.S)).strip()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("firstmove.views.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        v=visible,
        line=one_line,
        day=wording.day,
        days=_known_days,
        n=wording.number,
        runs=_runs,
        safe_url=_safe_url,
        grouped=together,
        kind=lambda kind: wording.KINDS[kind],
        modality=lambda modality: wording.MODALITIES[modality],
        quotation=lambda quotation: wording.QUOTATIONS[quotation],
        via=lambda role: wording.VIAS[role],
        date_basis=lambda basis: wording.DATE_BASES[basis],
        exact=number_text,
        want_basis=lambda basis: wording.WANT_BASES[basis],
        direction=lambda direction: wording.DIRECTIONS[direction],
        concept=wording.concept,
    )
    environment.globals.update(
        count=wording.count,
        left_out=wording.left_out,
        condition_mark=wording.condition_mark,
        joined=wording.joined,
        readable=wording.readable,
        amount=wording.amount,
        what_readings_are=what_readings_are,
        legend=LEGEND,
    )
    return environment
