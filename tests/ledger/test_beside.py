"""A part of a case has what stands beside its entries: counts, events, notes, contradictions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from firstmove.ledger import Ledger
from firstmove.ledger.case import stored
from firstmove.ledger.case.asked import Asked
from firstmove.ledger.case.outline import outline_of
from firstmove.ledger.case.part import part_of
from firstmove.statement import Figure, Mention
from firstmove.views import ledger_terminal
from tests.ledger.making import Paper


def _flood(source: str, number: str, who: str, party: str) -> Paper:
    paper = Paper(
        f"The flood of the Minder on Sunday has left {number} houses under water, {who} said. "
        "Rescue boats went from street to street through the lower town after the dyke at Tarn "
        "gave way in the night, and soldiers filled bags with sand along the river.",
        source,
        date(2031, 3, 2),
    )
    paper.says(
        f"The flood of the Minder on Sunday has left {number} houses under water",
        speaker=who,
        party=party,
        name=who,
    )
    figure = paper.at(f"{number} houses")
    paper.figures.append(
        Figure(
            figure,
            float(number),
            float(number),
            "houses",
            source=Mention(paper.at(who), who, party),
        )
    )
    return paper


def _other() -> Paper:
    paper = Paper(
        "The teachers of Orsk will strike from Monday, union leader Ana Brell said. "
        "She called the pay talks in the city hall a waste of a long and costly winter, and said "
        "that no member of the union would come to another round before the council named a sum.",
        "Three",
        date(2031, 9, 9),
    )
    return paper.says(
        "The teachers of Orsk will strike from Monday",
        speaker="Ana Brell",
        party="the union",
        name="Ana Brell",
    )


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("beside") / "minder.case"
    papers = (
        _flood("One", "300", "Sergei Dorn", "Karvenia"),
        _flood("Two", "450", "Mila Vost", "Velmark"),
        _flood("Four", "300", "Sergey Dorn", "Karvenia"),
        _other(),
    )
    with Ledger.open(path) as ledger:
        ledger.add([paper.reading for paper in papers])
    return path


def test_a_count_stands_whole_with_those_who_count_otherwise(case: Path) -> None:
    with Ledger.open(case) as ledger:
        part = ledger.part(Asked(party="Velmark"))
        (tally,) = part.tallies
        assert (tally.low, tally.high) == (300, 450)
        assert {count.source for count in tally.counts} == {
            "Sergei Dorn",
            "Mila Vost",
            "Sergey Dorn",
        }
        assert {report.source for report in part.reports} == {"One", "Two", "Four"}
        assert not ledger.part(Asked(party="the union")).tallies
        assert "“450 houses” (Mila Vost)" in ledger_terminal(part)
        assert part == part_of(ledger.view(), Asked(party="Velmark"))


def test_notes_and_events_are_those_of_who_speaks(case: Path) -> None:
    with Ledger.open(case) as ledger:
        view, karvenia = ledger.view(), ledger.part(Asked(party="Karvenia"))
        union = ledger.part(Asked(party="the union"))
    assert any("One person is spelled" in note for note in view.notes)
    assert any("One person is spelled" in note for note in karvenia.notes)
    assert not any("One person is spelled" in note for note in union.notes)
    assert {id_ for one in union.occasions for id_ in one.reports} == {r.id for r in union.reports}
    known = {report.id for report in karvenia.reports}
    for one in karvenia.occasions:
        assert known.issuperset(one.reports)
        assert all({pair.first, pair.second} <= known for pair in one.together)


def test_notes_on_events_stand_first_one_for_each_but_the_first(case: Path) -> None:
    with Ledger.open(case) as ledger:
        view, union = ledger.view(), ledger.part(Asked(party="the union"))
    assert len(view.occasions) == 2
    assert "another event" in view.notes[0]
    assert "another event" not in "".join(view.notes[1:])
    assert union.notes[:1] == view.notes[:1]


def test_texts_are_left_out_on_demand_only(case: Path) -> None:
    with Ledger.open(case) as ledger:
        whole = ledger.part(Asked(party="Karvenia"))
        quick = ledger.part(Asked(party="Karvenia"), texts=False)
    assert all(report.text for report in whole.reports)
    assert not any(report.text for report in quick.reports)
    assert ledger_terminal(whole) == ledger_terminal(quick)
    assert quick.statements == whole.statements


def test_the_outline_has_reports_and_decisions_only(case: Path) -> None:
    with Ledger.open(case) as ledger:
        outline = ledger.outline()
        assert outline == outline_of(ledger.view())
        assert len(outline.reports) == 4
        assert not outline.entries


def test_a_merge_of_another_program_is_made_anew_once_and_said(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.case"
    path.write_bytes(case.read_bytes())
    with Ledger.open(path) as ledger:
        before = ledger.view()
    monkeypatch.setattr(stored, "program_digest", lambda: "p-another")
    said: list[str] = []
    with monkeypatch.context() as closed:
        closed.setattr("firstmove.ledger.case.casefile.os.access", lambda *_: False)
        with Ledger.open(path, note=said.append) as ledger:
            assert ledger.view() == before
    assert "for every command" in said.pop()
    with Ledger.open(path, note=said.append) as ledger:
        assert ledger.view() == before
        assert ledger.verify().whole
    assert len(said) == 1
    assert "done once" in said[0]
    assert "merging 4 reports with 4 statements anew" in said[0]
    with Ledger.open(path, note=said.append) as ledger:
        assert ledger.part(Asked(party="Velmark")).entries
    assert len(said) == 1
