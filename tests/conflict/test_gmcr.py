from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.conflict import Conflict, Direction, load_model, parse_gmcr, read_gmcr
from firstmove.errors import ModelError

# Options 0 and 1 exclude each other, so the possible states are, numbered from 1:
# 1 NNN, 2 YNN, 3 NYN, 4 NNY, 5 YNY, 6 NYY
NEWER: dict[str, object] = {
    "program": "gmcr-py",
    "version": "0.4.0",
    "options": [
        {"name": "Strike", "permittedDirection": "both"},
        {"name": "Settle", "permittedDirection": "fwd"},
        {"name": "Raise wages", "permittedDirection": "back"},
    ],
    "decisionMakers": [
        {
            "name": "Union",
            "options": [0, 1],
            "preferences": [
                [[2, "Y"]],
                {"compound": True, "members": [[[0, "Y"], [2, "N"]], [[1, "Y"]]]},
            ],
            "preferenceRanking": [6, [4, 5], 2, 3, 1],
        },
        {
            "name": "Company",
            "options": [2],
            "preferences": [[[0, "N"], [2, "N"]]],
            "preferenceRanking": [3, 1, 6, 4, [2, 5]],
        },
    ],
    "infeasibles": [[[0, "Y"], [1, "Y"]]],
    "useManualPreferenceRanking": False,
    "coalitions": [0, 1],
    "coalitionsFull": [],
}


def older() -> dict[str, object]:
    """The generation before: vectors instead of rankings, no version."""
    data = json.loads(json.dumps(NEWER))
    data["useManualPreferenceVectors"] = True
    del data["useManualPreferenceRanking"], data["version"], data["coalitions"]
    for dm in data["decisionMakers"]:
        dm["preferenceVector"] = dm.pop("preferenceRanking")
    return dict(data)


def read(data: object) -> Conflict:
    return parse_gmcr(json.dumps(data), where="mill.gmcr")


def test_preference_statements() -> None:
    conflict = read(NEWER)
    assert [d.id for d in conflict.decision_makers] == ["union", "company"]
    assert [o.id for o in conflict.options] == [
        "union.strike", "union.settle", "company.raise_wages",
    ]  # fmt: skip
    assert [o.direction for o in conflict.options] == [
        Direction.BOTH, Direction.FORWARD, Direction.BACK,
    ]  # fmt: skip
    assert [str(w.condition) for w in conflict.decision_makers[0].wants] == [
        "company.raise_wages",
        "union.strike and not company.raise_wages or union.settle",
    ]
    assert conflict.decision_makers[0].ranking is None
    assert str(conflict.impossible[0].condition) == "union.strike and union.settle"


def test_manual_rankings_of_both_generations() -> None:
    wanted = (("NYY",), ("NNY", "YNY"), ("YNN",), ("NYN",), ("NNN",))
    assert read({**NEWER, "useManualPreferenceRanking": True}).decision_makers[0].ranking == wanted
    assert read(older()).decision_makers[0].ranking == wanted


def test_what_is_not_used_is_named() -> None:
    note = read(NEWER).note
    assert "gmcr-py 0.4.0" in note
    assert "coalitions, coalitionsFull" in note
    assert "manual rankings" in read(older()).note


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "mill.gmcr"
    path.write_text(json.dumps(NEWER))
    assert load_model(path) == read_gmcr(path)
    assert load_model(path).name == "mill"


def changed(path: list[str | int], value: object) -> object:
    data = json.loads(json.dumps({**NEWER, "useManualPreferenceRanking": True}))
    at = data
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return data


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (changed(["decisionMakers", 1, "options"], [2, 1]), "option 1 belongs to decision makers"),
        (changed(["decisionMakers", 1, "options"], []), "option 2 belongs to no decision maker"),
        (changed(["decisionMakers", 1, "options"], [9]), "9 is not a number from 0 to 2"),
        (changed(["options", 0, "permittedDirection"], "up"), "direction"),
        (changed(["options", 0, "name"], " "), "name is missing"),
        (changed(["infeasibles"], [[]]), "every state impossible"),
        (changed(["infeasibles"], [[[0, "Y"]], [[0, "N"]]]), "no state is possible"),
        (changed(["infeasibles"], [[[0, "X"]]]), "list of pairs"),
        (changed(["decisionMakers", 0, "preferenceRanking"], []), "empty"),
        (changed(["decisionMakers", 0, "preferenceRanking"], [1, 10**9]), "is not a number"),
        (changed(["decisionMakers", 0, "preferenceRanking"], [1, 2, 3, 4, 5, 5]), "both above"),
        (changed(["decisionMakers", 0, "preferenceRanking"], [1, 2, 3, 4, 5, 70]), "70 is not"),
        (changed(["decisionMakers", 0, "preferenceRanking"], None), "list"),
        (changed(["decisionMakers", 0, "preferences"], [{"compound": True}]), "list"),
        ([], "object"),
    ],
)
def test_errors(data: object, what: str) -> None:
    with pytest.raises(ModelError) as caught:
        read(data)
    assert what in str(caught.value)
    assert "mill.gmcr" in caught.value.where
    assert caught.value.remedy


def test_no_json() -> None:
    with pytest.raises(ModelError, match="JSON") as caught:
        parse_gmcr('{"options": [\n}', where="mill.gmcr")
    assert "line 2" in caught.value.where
    for text in ("[" * 100_000, "1" * 100_000, ""):
        with pytest.raises(ModelError):
            parse_gmcr(text)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 9) | st.floats() | st.sampled_from(["Y", "N", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "options", "members", "compound"]), inner)
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_damaged_files_never_do_worse_than_a_model_error(data: st.DataObject) -> None:
    made = json.loads(json.dumps(data.draw(st.sampled_from([NEWER, older()]))))
    for _ in range(data.draw(st.integers(1, 2))):
        at = made
        while isinstance(at, dict | list) and at:
            keys = sorted(at) if isinstance(at, dict) else list(range(len(at)))
            key = data.draw(st.sampled_from(keys))
            if data.draw(st.booleans()) or not isinstance(at[key], dict | list):
                at[key] = data.draw(json_values)
                break
            at = at[key]
    try:
        read(made)
    except ModelError as error:
        assert error.where  # noqa: PT017


def test_a_ranking_with_states_missing_is_read_as_partial_and_told() -> None:
    data = changed(["decisionMakers", 0, "preferenceRanking"], [5, [2, 1]])
    union, company = read(data).decision_makers
    assert union.partial
    assert union.ranking == (("YNY",), ("YNN", "NNN"))
    assert not company.partial
    assert "Possible states are missing" in read(data).note
    assert "Union" in read(data).note
    assert "Company" not in read(data).note
