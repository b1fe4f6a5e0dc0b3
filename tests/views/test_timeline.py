"""The timeline: in order of the events and in order of the reports; and what reports count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from firstmove.ledger import View, merge
from firstmove.statement import Basis, Figure, When
from firstmove.views import ledger_document, ledger_terminal, timeline_document, timeline_terminal
from tests.ledger.making import Paper


def view() -> View:
    first = Paper(
        "The gates shut on May 3. Mara Voss said on May 9 that 40 boats were idle.",
        "One",
        date(2031, 5, 10),
    ).says("that 40 boats were idle", speaker="Mara Voss", party="Guild", cue="said")
    second = Paper("Talks begin on June 1. The guild counts 60 boats.", "Two", date(2031, 5, 11))
    readings = []
    for paper, dates in (
        (first, {"May 3": date(2031, 5, 3), "May 9": date(2031, 5, 9)}),
        (second, {"June 1": date(2031, 6, 1)}),
    ):
        whens = tuple(
            When(paper.at(words), day, day, Basis.INFERRED, planned=day > date(2031, 5, 11))
            for words, day in dates.items()
        )
        stop = paper.text.index(". ") + 1
        sentences = ((0, stop), (stop + 1, len(paper.text)))
        readings.append(replace(paper.reading, dates=whens, sentences=sentences))
    return merge(readings)


def test_one_row_a_date_in_both_orders() -> None:
    told = timeline_document(view())
    phrases = [row["phrase"] for row in told["dates"]]
    assert sorted(phrases) == ["June 1", "May 3", "May 9"]
    assert [phrases[n] for n in told["by_event"]] == ["May 3", "May 9", "June 1"]
    assert told["by_report"] == [0, 1, 2]
    row = told["dates"][phrases.index("May 9")]
    assert row["basis"] == "inferred"
    assert row["sentence"]["quote"].startswith("Mara Voss said on May 9")
    assert len(row["statements"]) == len(row["entries"]) == 1


def test_what_was_worked_out_or_lies_ahead_is_marked() -> None:
    text = timeline_terminal(view())
    assert text.index("May 3") < text.index("May 9") < text.index("Talks begin on June 1")
    assert "planned" in text
    assert "IN ORDER OF THE EVENTS" in text
    assert "IN ORDER OF THE REPORTS" in text


def test_no_date_is_said() -> None:
    assert "No date was found." in timeline_terminal(merge([Paper("Rain.").reading]))


def test_the_ledger_lists_who_counts_what_and_the_events_of_its_reports() -> None:
    papers = []
    for source, number in (("One", 40.0), ("Two", 60.0)):
        text = f"At the flooded pier of Tarn {number:.0f} boats lie idle, the guild said."
        paper = Paper(text, source)
        paper.figures.append(Figure(paper.at(f"{number:.0f} boats"), number, number, "boats"))
        papers.append(paper.reading)
    found = merge(papers)
    assert "boats: low 40, best none, high 60" in ledger_terminal(found)
    told = ledger_document(found)
    (tally,) = told["tallies"]
    assert (tally["low"], tally["best"], tally["high"]) == (40, None, 60)
    (occasion,) = told["occasions"]
    assert len(occasion["reports"]) == 2
    assert occasion["together"][0]["reasons"]


def test_a_day_that_is_not_resolved_is_said_once() -> None:
    told = view()
    open_ = tuple(replace(d, start=None, end=None, basis=Basis.UNRESOLVED) for d in told.dates)
    text = timeline_terminal(replace(told, dates=open_))
    assert "day not resolved" in text
    assert "unresolved" not in text
