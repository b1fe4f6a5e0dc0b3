"""Damaged .gmcr files: at worst a clear error, never another exception, never a long wait."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.conflict import dump_gmcr, dump_model, load_model, parse_gmcr, parse_model
from firstmove.errors import ModelError
from tests.conflict.test_gmcr import NEWER, older
from tests.watchdog import ends


def text_of(*, new: bool = True) -> str:
    return json.dumps(NEWER if new else older())


def tried(text: str) -> None:
    """What is read can be written and read again, as a model file and as a .gmcr file."""
    try:
        with ends():
            conflict = parse_gmcr(text, where="mill.gmcr")
            model = dump_model(conflict)
            model.encode("utf-8")
            assert parse_model(model).options == conflict.options
            dump_gmcr(conflict).encode("utf-8")
    except ModelError as error:
        str(error).encode("utf-8")


@settings(max_examples=300, deadline=None)
@given(st.booleans(), st.data())
def test_bytes_changed_lost_and_doubled(new: bool, data: st.DataObject) -> None:
    text = text_of(new=new)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        size = data.draw(st.integers(0, 12))
        put = data.draw(
            st.text(max_size=3)
            | st.sampled_from(['"', "[", "]", "{", "}", ",", "-1", "1e999", "NaN"])
        )
        text = text[:at] + put + text[at + size :]
    tried(text)


@settings(max_examples=120, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 400))
def test_a_file_of_other_bytes(
    tmp_path_factory: pytest.TempPathFactory, put: bytes, at: int
) -> None:
    whole = text_of().encode()
    path = tmp_path_factory.mktemp("damaged") / "mill.gmcr"
    path.write_bytes(whole[:at] + put + whole[at:])
    try:
        load_model(path)
    except ModelError as error:
        assert "mill.gmcr" in error.where  # noqa: PT017


@pytest.mark.parametrize(
    "value",
    [
        10**4000, -(10**4000), 1e308, float("inf"), float("nan"), 1.0, True, None, "0" * 50, "¹",
        "-1", "\ud800", "\x00", [[[[[]]]]], {"compound": True, "members": []}, {"": {}},
        "x" * 100_000,
    ],
    ids=lambda value: repr(value)[:12],
)  # fmt: skip
def test_odd_values_everywhere(value: object) -> None:
    def places(at: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
        found = [path] if path else []
        inside = (
            at.items() if isinstance(at, dict) else enumerate(at) if isinstance(at, list) else ()
        )
        for key, part in inside:
            found += places(part, (*path, key))
        return found

    manual = {**json.loads(text_of()), "useManualPreferenceRanking": True}
    for path in places(manual):
        data = json.loads(json.dumps(manual))
        at = data
        for key in path[:-1]:
            at = at[key]
        at[path[-1]] = value
        tried(json.dumps(data))


def test_deep_nesting_at_every_depth() -> None:
    for depth in (50, 200, 500, 900, 990, 1_000, 5_000, 100_000):
        deep = "[" * depth + "]" * depth
        for key in ("version", "options", "infeasibles", "layout"):
            text = text_of().replace('"version": "0.4.0"', f'"{key}": {deep}')
            tried(text)
        tried(text_of().replace('[[2, "Y"]]', deep))


def test_many_items_are_refused_or_read() -> None:
    wide = {**NEWER, "infeasibles": [[[0, "Y"]]] * 20_000}
    tried(json.dumps(wide))
    tried(json.dumps({**NEWER, "options": [{"name": f"o{k}"} for k in range(9_999)]}))
    data = json.loads(text_of())
    data["decisionMakers"][0]["preferences"] = [[[0, "Y"], [1, "N"]] * 2_000] * 20
    tried(json.dumps(data))


def test_a_key_that_stands_twice_is_named() -> None:
    """One of the two would be dropped without a word."""
    twice = text_of().replace('"infeasibles":', '"infeasibles": [], "infeasibles":')
    with pytest.raises(ModelError, match="“infeasibles” stands twice"):
        parse_gmcr(twice)


def test_text_that_no_file_can_hold_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "half.gmcr"
    path.write_text(text_of().replace("Strike", "\\ud800"), encoding="utf-8")
    with pytest.raises(ModelError):
        load_model(path)
