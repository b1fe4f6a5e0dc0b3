"""The evaluations on data small enough to count by hand; and that the data are sound."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from evaluation import dates, figures, kinds, parties, speed, via
from evaluation.marked import Mark, half_of, read_marked
from firstmove.reading import open_text
from firstmove.statement import ViaRole

ROOT = Path(__file__).parents[2]


# --- the data ------------------------------------------------------------------------------------


def test_enough_sentences_and_none_twice() -> None:
    rows = tomllib.loads(kinds.OWN.read_text(encoding="utf-8"))
    assert sum(map(len, rows.values())) >= 300
    ways = tomllib.loads(via.DATA.read_text(encoding="utf-8"))["sentences"]
    assert len(ways) >= 60
    table = tomllib.loads(dates.DATA.read_text(encoding="utf-8"))
    told = [s for name in ("dates", "figures") for group in table[name] for s in group["sentences"]]
    assert len(told) >= 60
    texts = tomllib.loads(parties.DATA.read_text(encoding="utf-8"))["texts"]
    assert sum(len(read_marked(t).marks) for t in texts) >= 80
    for sentences in ([s for row in rows.values() for s in row], ways, told, texts):
        assert Counter(sentences).most_common(1)[0][1] == 1


def test_marks_of_the_data_say_something() -> None:
    for sentence in tomllib.loads(via.DATA.read_text(encoding="utf-8"))["sentences"]:
        case = read_marked(sentence)
        assert case.places("speaker")
        assert case.places("cue")
        assert case.places("content")
        assert {m.label for m in case.marks} <= {"speaker", "cue", "content", "gloss", *ViaRole}
    for marked, _ in dates.cases_of(dates.DATA, "all"):
        for mark in read_marked(marked).marks:
            (start, end), _, _ = dates.meaning(mark)
            assert (start is None) == (end is None)
            assert start is None or (end is not None and start <= end)
    table = tomllib.loads(dates.DATA.read_text(encoding="utf-8"))
    for group in table["figures"]:
        for sentence in group["sentences"]:
            for mark in read_marked(sentence).marks:
                figures.meaning(mark)
    for text in tomllib.loads(parties.DATA.read_text(encoding="utf-8"))["texts"]:
        assert all(m.label.count(";") == 1 for m in read_marked(text).marks)


@pytest.mark.parametrize(
    "mark", ["2031-03-04 certain", "soon inferred", "2031-03-04 inferred maybe"]
)
def test_a_date_that_is_no_date_is_refused(mark: str) -> None:
    with pytest.raises(ValueError, match=r"date|isoformat"):
        dates.meaning(Mark(mark, 0, 1))


def test_a_figure_with_an_unknown_part_is_refused() -> None:
    with pytest.raises(ValueError, match="no part"):
        figures.meaning(Mark("12; colour red", 0, 1))


# --- the scores ----------------------------------------------------------------------------------


def test_via_counts_found_ways_and_chains() -> None:
    sentences = [
        "[Ann Roe] {told} «audience|reporters» <that the strike would end>.",
        "[The mayor] {said} <that «document|the bridge» was safe>.",  # wrong on purpose
    ]
    found = via.score(sentences)
    assert found["found"] == 1.0
    assert found["via"] == {"precision": 1.0, "recall": 0.5, "f1": 0.6667}
    assert found["chain"] == 0.5
    assert found["gloss"] == {"precision": None, "recall": None, "f1": None}


def test_dates_count_interval_basis_and_planned() -> None:
    cases: list[tuple[str, date | None]] = [
        ("They met «2029-03-03 explicit|on 3 March 2029».", date(2031, 3, 4)),
        ("They met «2031-03-09 explicit|yesterday».", date(2031, 3, 4)),  # wrong on purpose
        ("They met in a «2029-01-01 explicit|hall».", None),
    ]
    assert dates.score(cases) == {
        "sentences": 3,
        "dates": 3,
        "precision": 1.0,
        "recall": 0.6667,
        "interval": 0.5,
        "basis": 0.5,
        "planned": 1.0,
        "exact": 0.5,
    }


def test_figures_count_each_part() -> None:
    found = figures.score(
        [
            "The raid killed «40..; of people; hedge at least|at least 40 people».",
            "The mill employs «1200; of bakers|1,200 weavers».",  # wrong on purpose
        ]
    )
    assert (found["precision"], found["recall"], found["number"]) == (1.0, 1.0, 1.0)
    assert (found["counted"], found["hedge"], found["exact"]) == (0.5, 1.0, 0.5)


def test_parties_score_mentions_and_speakers() -> None:
    found = parties.score(
        ["«Ivan Orlin; Russia|Russian Foreign Minister Ivan Orlin» said that «@; China|China» won."]
    )
    assert found["mentions"] == {
        "mentions": 2, "found": 1.0, "person": 1.0, "party": 1.0, "party_precision": 1.0,
    }  # fmt: skip
    speakers = found["speakers"]
    assert isinstance(speakers, dict)
    assert (speakers["mentions"], speakers["person"]) == (1, 1.0)


@pytest.mark.parametrize(
    ("gold", "told", "same"),
    [
        ("Ann Roe", "Ann Roe", True),
        ("Ann Roe", "Roe", True),
        ("Ann Roe", "Minister Ann Roe", True),
        ("Ann Roe", "Ann", False),
        ("Ann Roe", "Bert Roe", False),
        ("Ann Roe", "", False),
    ],
)
def test_one_person(gold: str, told: str, same: bool) -> None:
    assert parties.same_person(gold, told) is same


def test_gold_cases_are_read_like_those_for_merging(tmp_path: Path) -> None:
    text = "Ann Roe of the Amber Party said that the strike was over."
    start = text.index("that")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    gold = {
        "id": "A1",
        "doc": "A",
        "speaker": "Ann Roe",
        "party": "Amber Party",
        "spans": [{"start": start, "end": len(text) - 1}],
    }
    case = {"documents": [{"doc": "A", "path": "a.txt"}], "statements": [gold]}
    (tmp_path / "case.json").write_text(json.dumps(case), encoding="utf-8")
    found = parties.score_cases(tmp_path)
    speakers = found["speakers"]
    assert isinstance(speakers, dict)
    assert (found["documents"], speakers["found"], speakers["person"]) == (1, 1.0, 1.0)


def test_speed_of_what_is_linear() -> None:
    assert speed.exponent([100, 200, 400], [1.0, 2.0, 4.0]) == pytest.approx(1)
    assert speed.exponent([100, 200, 400], [1.0, 4.0, 16.0]) == pytest.approx(2)


def test_speed_of_a_report() -> None:
    report = open_text("Ann Roe said that the strike was over.", name="a")
    found = speed.measure([report], rounds=1, parts=(2, 1))
    assert (found["reports"], found["words"]) == (1, 8)
    growth = found["growth"]
    assert isinstance(growth, list)
    assert [g["characters"] for g in growth] == [19, 38]


# --- the command line ----------------------------------------------------------------------------


@pytest.mark.parametrize("module", [via, dates, figures, parties])
def test_one_json_line_or_an_error_that_names_the_file(
    module: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "data.toml"
    path.write_text(
        'sentences = ["[She] {said} <the mill was shut>."]\n'
        'texts = ["«; |She» said that the mill was shut."]\n'
        '[[dates]]\nsentences = ["They met «? unresolved|on Monday»."]\n'
        '[[figures]]\nsentences = ["It has «40; of rooms|40 rooms»."]\n',
        encoding="utf-8",
    )
    assert module.main([str(path), "--half", "all", "--errors"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 1
    assert json.loads(told[0])["half"] == "all"
    path.write_text("nothing = 1", encoding="utf-8")
    assert module.main([str(path)]) == 2
    assert str(path) in capsys.readouterr().err


def test_speed_names_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert speed.main(["missing.txt"]) == 2
    assert "missing.txt" in capsys.readouterr().err


def test_halves_of_the_data_are_both_filled() -> None:
    ways = tomllib.loads(via.DATA.read_text(encoding="utf-8"))["sentences"]
    halves = Counter(half_of("via", read_marked(s).text) for s in ways)
    assert min(halves.values()) >= 20
