"""Same event or only the same topic: reports about something else are named, not merged."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from firstmove.ledger import View, merge
from firstmove.statement import Kind
from tests.ledger.making import Paper

_DEMAND = "the mill owners must take back all forty weavers before any talks"


def _strike(source: str, opening: str, day: date, *, place: str, leader: str) -> Paper:
    text = (
        f"{opening} The weavers of {place} have been out since Monday. {leader} said {_DEMAND}. "
        f"The owners of the mill in {place} gave no answer. People brought soup and wood to the "
        f"gate, and the mayor of {place} asked both sides to be patient with each other.\n"
    )
    return Paper(text, source, day).says(
        _DEMAND, speaker=leader, party="Weavers’ Union", kind=Kind.REQUEST
    )


def morning() -> Paper:
    opening = "Weavers in Ulm stayed away from the looms for a third day."
    return _strike("Morning", opening, date(2031, 3, 4), place="Ulmen", leader="Greta Sand")


def evening() -> Paper:
    opening = "Nobody works in Ulmen’s mill. Greta Sand spoke at the gate."
    return _strike("Evening", opening, date(2031, 3, 4), place="Ulmen", leader="Greta Sand")


def elsewhere() -> Paper:
    opening = "In Karst the bridge to the mill is shut, said Bodo Ruck of the 17 pickets there."
    return _strike("Weekly", opening, date(2032, 8, 20), place="Karst", leader="Bodo Ruck")


def groups(view: View) -> list[list[str]]:
    return [[view.report(id_).source for id_ in o.reports] for o in view.occasions]


def test_two_reports_of_one_event_stand_together() -> None:
    view = merge([morning().reading, evening().reading])
    (occasion,) = view.occasions
    assert set(occasion.reports) == {morning().report.id, evening().report.id}
    (found,) = occasion.together
    assert found.same
    assert found.score >= 0.5
    assert found.reasons
    assert occasion.apart is None
    assert len(view.entries) == 1


def test_a_report_of_another_event_is_named_and_its_statements_stay_apart() -> None:
    view = merge([morning().reading, evening().reading, elsewhere().reading])
    assert groups(view) in ([["Evening", "Morning"], ["Weekly"]],)
    other = view.occasions[1]
    assert other.apart is not None
    assert not other.apart.same
    assert any("days apart" in reason for reason in other.apart.reasons)
    (note,) = [note for note in view.notes if "another event" in note]
    assert note.startswith("weekly.txt tells of another event")
    assert {len(entry.reports) for entry in view.entries} == {1, 2}


def test_the_order_of_reports_changes_no_event() -> None:
    papers = [morning().reading, evening().reading, elsewhere().reading]
    assert len({repr(merge(order).occasions) for order in permutations(papers)}) == 1


def test_every_report_stands_in_one_event() -> None:
    papers = [morning(), evening(), elsewhere()]
    view = merge([paper.reading for paper in papers])
    placed = [id_ for occasion in view.occasions for id_ in occasion.reports]
    assert sorted(placed) == sorted(paper.report.id for paper in papers)


def test_reports_of_a_few_words_are_not_parted() -> None:
    one = Paper("Ulmen: “No.”", "One", date(2031, 1, 1))
    other = Paper("Karst: “Yes.”", "Two", date(2033, 1, 1))
    (occasion,) = merge([one.reading, other.reading]).occasions
    assert "too short to be told apart" in occasion.together[0].reasons
