"""Who counts what stands in the page, each figure with its words and a link to them."""

from __future__ import annotations

from dataclasses import replace

from firstmove.ledger.entry import Count, Tally
from firstmove.views import ledger_terminal, page
from tests.views import sample


def test_the_page_tells_who_counts_what() -> None:
    brief = sample.brief()
    figures = [row.figure for row in brief.figures][:2]
    counts = tuple(Count(f.span, f.low, f.high, f"<b>Source {n}") for n, f in enumerate(figures))
    tally = Tally("people", "day", "", 12, None, 40, counts)
    assert "Who counts what" not in page(brief)
    view = replace(brief.view, tallies=(tally,))
    html = page(replace(brief, view=view))
    section = html.partition('id="h-tallies"')[2].partition("</section>")[0]
    assert "people per day: low 12, best none, high 40" in section
    for n, figure in enumerate(figures):
        assert f"&lt;b&gt;Source {n}" in section
        assert f"{figure.span.start}-{figure.span.end}" in section
    assert "people per day: low 12, best none, high 40" in ledger_terminal(view)


def test_one_figure_alone_is_no_tally() -> None:
    brief = sample.brief()
    span = brief.figures[0].figure.span
    tally = Tally("people", "", "", 12, 12, 12, (Count(span, 12, 12, ""),))
    assert "h-tallies" not in page(replace(brief, view=replace(brief.view, tallies=(tally,))))
