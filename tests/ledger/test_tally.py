"""Who counts what: low, best and high, each figure with its source."""

from __future__ import annotations

from firstmove.ledger import merge
from firstmove.ledger.entry import Tally
from firstmove.statement import Figure, Mention
from tests.ledger.making import Paper


def _report(source: str, number: str, low: float, high: float | None, by: str) -> Paper:
    paper = Paper(
        f"The flood of the Minder on Sunday has left {number} houses under water, {by} said.",
        source,
    )
    paper.figures.append(
        Figure(
            paper.at(f"{number} houses"), low, high, "houses", source=Mention(paper.at(by), by, by)
        )
    )
    return paper


def _tallies(*papers: Paper) -> tuple[Tally, ...]:
    return merge([paper.reading for paper in papers]).tallies


def test_low_best_and_high_with_each_source() -> None:
    (tally,) = _tallies(
        _report("One", "300", 300, 300, "the mayor"),
        _report("Two", "300", 300, 300, "the fire service"),
        _report("Three", "450", 450, 450, "the Red Heart"),
    )
    assert (tally.low, tally.best, tally.high) == (300, 300, 450)
    assert {(c.source, c.low) for c in tally.counts} == {
        ("the mayor", 300),
        ("the fire service", 300),
        ("the Red Heart", 450),
    }
    assert all(count.span.quote.endswith("houses") for count in tally.counts)


def test_no_number_is_the_best_where_as_many_tell_another() -> None:
    (tally,) = _tallies(
        _report("One", "300", 300, 300, "the mayor"),
        _report("Two", "450", 450, 450, "the Red Heart"),
    )
    assert (tally.low, tally.best, tally.high) == (300, None, 450)


def test_one_source_in_two_reports_is_one() -> None:
    (tally,) = _tallies(
        _report("One", "300", 300, 300, "the mayor"),
        _report("Two", "300", 300, 300, "the mayor"),
        _report("Three", "450", 450, 450, "the Red Heart"),
    )
    assert tally.best is None


def test_an_open_end_has_no_highest_number() -> None:
    (tally,) = _tallies(
        _report("One", "300", 300, 300, "the mayor"),
        _report("Two", "more than 400", 400, None, "the Red Heart"),
    )
    assert (tally.low, tally.best, tally.high) == (300, 300, None)


def test_other_things_have_their_own_tally() -> None:
    other = Paper("Nobody in Karst pays rent for its 300 houses, a baker told us.", "Four")
    other.figures.append(Figure(other.at("300 houses"), 300, 300, "houses"))
    found = _tallies(_report("One", "300", 300, 300, "the mayor"), other)
    assert len(found) == 2
