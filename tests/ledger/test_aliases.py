"""The file of names: read, made the case's decisions, and written again."""

from __future__ import annotations

from pathlib import Path

import pytest

from firstmove.errors import CaseError
from firstmove.ledger import Ledger, What
from firstmove.ledger.parties.aliases import aliases_text, bare, changed_by, read_aliases
from tests.ledger.test_decisions import case, courier, envoy

ROWS = """
[[name]]
name = "Ivo Lenk"
party = "Orland"
reason = "its envoy"

[[name]]
name = "Mara Voss"
party = ""
since = 2031-05-01
until = 2031-05-31
"""


def given(ledger: Ledger, path: Path, text: str) -> tuple[What, ...]:
    path.write_text(text, encoding="utf-8")
    decisions = changed_by(ledger.view(), read_aliases(path, "from the file"), "not in the file")
    ledger.decide(*decisions)
    return tuple(decision.what for decision in decisions)


def test_a_case_has_the_names_of_the_file_and_no_others(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    ledger = case(courier(), envoy())
    assert given(ledger, path, ROWS) == (What.PARTY, What.PARTY)
    assert {(e.speaker, e.party) for e in ledger.view().entries} == {
        ("Ivo Lenk", "Orland"), ("Mara Voss", ""),
    }  # fmt: skip
    assert given(ledger, path, ROWS) == ()
    assert given(ledger, path, ROWS.replace("Orland", "Kessa")) == (What.UNDO, What.PARTY)
    assert given(ledger, path, "") == (What.UNDO, What.UNDO)
    assert {(e.speaker, e.party) for e in ledger.view().entries} == {
        ("Ivo Lenk", ""), ("Mara Voss", "Kessa"),
    }  # fmt: skip
    assert ledger.verify().whole


def test_what_is_written_reads_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    ledger = case(courier(), envoy())
    assert aliases_text(ledger.view()).startswith("#")
    given(ledger, path, ROWS)
    wanted = [bare(decision) for decision in read_aliases(path, "x")]
    text = aliases_text(ledger.view())
    path.write_text(text, encoding="utf-8")
    assert [bare(decision) for decision in read_aliases(path, "x")] == wanted
    assert given(ledger, path, text) == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[[name", "no TOML"),
        ("other = 1", "other keys"),
        ("name = 1", "other keys"),
        ('[[name]]\nname = "A"', "no row"),
        ('[[name]]\nname = "A"\nparty = "B"\nmore = 1', "no row"),
        ('[[name]]\nname = 1\nparty = "B"', "no text"),
        ('[[name]]\nname = "A"\nparty = "B"\nsince = "May"', "no day"),
        ('[[name]]\nname = "A"\nparty = "B"\nsince = 2031-05-01T10:00:00', "no day"),
        ('[[name]]\nname = "A"\nparty = "B"\n' * 2, "told twice"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "names.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError, match=what) as caught:
        read_aliases(path, "x")
    assert str(path) in str(caught.value.where)
    assert caught.value.remedy


def test_a_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="cannot be read"):
        read_aliases(tmp_path / "no.toml", "x")
