"""What the commands write to stdout."""

from __future__ import annotations

import json
import sys
from io import BytesIO, TextIOWrapper

import msgspec
import pytest

from firstmove.cli import output


@pytest.mark.parametrize(
    "value",
    [
        {"words": "“naïve”\n\t\x01", "none": None, "list": [1, 2.5, True], "empty": {}},
        {"states": 2**70},
    ],
)
def test_a_document_is_one_line_of_json(value: object, capsys: pytest.CaptureFixture[str]) -> None:
    output.document(value)
    text = capsys.readouterr().out
    assert text == json.dumps(value, ensure_ascii=False) + "\n"


def test_half_a_letter_stops_no_document(monkeypatch: pytest.MonkeyPatch) -> None:
    written = BytesIO()
    # As ``main`` sets it up.
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(written, "utf-8", errors="replace"))
    output.document({"text": "half a letter \ud83e"})
    sys.stdout.flush()
    assert json.loads(written.getvalue()) == {"text": "half a letter ?"}


def test_json_that_is_kept_is_given_out_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    for also in (1, 2**70):
        output.document({"also": also, "kept": [msgspec.Raw(b'{"a":[1,"\xc3\xa9"]}')]})
        assert json.loads(capsys.readouterr().out) == {"also": also, "kept": [{"a": [1, "é"]}]}
