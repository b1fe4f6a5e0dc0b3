"""Search finds what is said, whoever writes whatever into the line."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.errors import CaseError
from firstmove.ledger import Ledger
from firstmove.ledger.case.asked import Asked
from firstmove.ledger.case.search import terms_of
from firstmove.statement import Kind
from tests.ledger.making import Paper

ONE = Paper(
    "Orsa Linn said the ferry would stop on Monday. “We reject the toll on the bridge,” Tamo Reke "
    "added. Nobody counted the lorries at the Café Miro."
)
ONE.says("the ferry would stop on Monday", speaker="Orsa Linn", name="Orsa Linn", party="Velmark")
ONE.says(
    "We reject the toll on the bridge,", speaker="Tamo Reke", name="Tamo Reke", party="Orland",
    cue="added",
    kind=Kind.REJECT, target="bridge", target_party="Velmark",
)  # fmt: skip
TWO = Paper("The bridges stay open, Orsa Linn said. A toll comes later.", source="Gazette")
TWO.says("The bridges stay open", speaker="Orsa Linn", name="Orsa Linn", party="Velmark")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("search") / "talks.case"
    with Ledger.open(path) as ledger:
        ledger.add([ONE.reading])
        ledger.add([TWO.reading])
    return path


def _found(case: Path, *words: str, reports: bool = False, **asked: object) -> list[str]:
    with Ledger.open(case) as ledger:
        found = ledger.search(words, Asked(**asked), reports=reports)  # type: ignore[arg-type]
    assert found.total == len(found.hits)
    for hit in found.hits:
        for span in (hit.sentence, *hit.marks):
            assert hit.report.text[span.start : span.end] == span.quote
    return sorted(hit.sentence.quote[:12] for hit in found.hits)


def test_words_stand_in_any_order_and_form(case: Path) -> None:
    assert _found(case, "bridge") == ["The bridges ", "We reject th"]
    assert _found(case, "toll", "BRIDGES") == ["We reject th"]
    assert _found(case, "toll ferries") == []


def test_a_phrase_and_a_beginning(case: Path) -> None:
    assert _found(case, '"toll on the bridge"') == ["We reject th"]
    assert _found(case, "bridge on the toll") == []
    assert _found(case, "fer*") == ["said the fer"]


def test_names_are_found_and_parts_asked_for(case: Path) -> None:
    assert len(_found(case, "linn")) == 2
    assert _found(case, "linn", "ferry") == ["said the fer"]
    assert _found(case, "bridge", party="orland") == ["We reject th"]
    assert _found(case, "bridge", kind=Kind.STATE) == ["The bridges "]
    assert _found(case, "bridge", report="gazette.txt") == ["The bridges "]
    with pytest.raises(CaseError, match="no party"):
        _found(case, "bridge", party="Nowhere")


def test_sentences_of_reports_are_found_too(case: Path) -> None:
    assert _found(case, "cafe", "lorry") == []
    assert _found(case, "cafe", reports=True)
    assert _found(case, "toll", reports=True, report="gazette.txt")


def test_the_words_are_marked(case: Path) -> None:
    with Ledger.open(case) as ledger:
        (hit,) = ledger.search(['"the toll"', "bridge"]).hits
    assert [mark.quote for mark in hit.marks] == ["the toll", "bridge"]


def test_a_limit_cuts_but_counts_all(case: Path) -> None:
    with Ledger.open(case) as ledger:
        found = ledger.search(["bridge"], limit=1)
    assert (found.total, len(found.hits)) == (2, 1)


@settings(deadline=None)
@given(st.lists(st.text(max_size=12), min_size=1, max_size=5))
def test_no_words_break_the_search(words: list[str]) -> None:
    with Ledger.open(":memory:") as ledger:
        try:
            terms = terms_of(words)
        except CaseError:
            return
        assert ledger.search(words).terms == terms


@pytest.mark.parametrize(
    "words", [["NEAR(a b)"], ["said : toll"], ['a" OR "b'], ["^we"], ["who:linn"], ["a AND NOT b"]]
)
def test_the_language_of_the_index_is_no_language_here(case: Path, words: list[str]) -> None:
    assert _found(case, *words) in ([], ["We reject th"], ["said the fer"])


def test_nothing_to_look_for_is_told() -> None:
    for words in ([], [""], ["—"], ['"'], ["*"]):
        with pytest.raises(CaseError, match="no word"):
            terms_of(words)


def test_verify_finds_a_wrong_index(tmp_path: Path, case: Path) -> None:
    copy = tmp_path / "copy.case"
    copy.write_bytes(case.read_bytes())
    with Ledger.open(copy) as ledger:
        assert ledger.verify().whole
    with sqlite3.connect(copy) as connection:
        connection.execute("UPDATE searched_statement SET said = 'we accept' WHERE rowid = 2")
    with Ledger.open(copy) as ledger:
        assert any("searched_statement" in told for told in ledger.verify().problems)


def test_a_file_without_index_is_given_one(tmp_path: Path, case: Path) -> None:
    copy = tmp_path / "copy.case"
    copy.write_bytes(case.read_bytes())
    with sqlite3.connect(copy) as connection:
        for table in ("searched", "searched_statement", "searched_sentence", "merged"):
            connection.execute(f"DROP TABLE {table}")
    assert len(_found(copy, "linn")) == 2
    with Ledger.open(copy) as ledger:
        assert ledger.verify().whole


def test_a_file_that_can_only_be_read_is_searched(tmp_path: Path, case: Path) -> None:
    copy = tmp_path / "copy.case"
    copy.write_bytes(case.read_bytes())
    with sqlite3.connect(copy) as connection:
        connection.execute("DROP TABLE merged")
    connection = sqlite3.connect(f"file:{copy}?mode=ro", uri=True, isolation_level=None)
    with Ledger(connection, str(copy), writable=False) as ledger:
        assert ledger.search(["linn"]).total == 2
        assert ledger.part(Asked(party="Orland")).entries
