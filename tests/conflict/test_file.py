from __future__ import annotations

import tomllib
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstmove.conflict import (
    Basis,
    Conflict,
    DecisionMaker,
    Evidence,
    Impossible,
    Name,
    OpenQuestion,
    Option,
    StatusQuo,
    Want,
    dump_model,
    load_model,
    parse_condition,
    parse_model,
)
from firstmove.errors import ModelError
from tests.conflict.strategies import conflicts

TEXT = """\
# Two neighbours and a weir; drafted in March.
name = "Weir"
note = \"\"\"
not a [[option]]
nor a key = "value" \"\"\"

# The upstream side.
[[decision_maker]]
id = "up"
name = "Upvale"

  # it says so in every report
  [[decision_maker.want]]
  condition = "down.pay"   # the main thing
  basis = "stated"
  evidence = [
    { report = "Courier", sentence = 3 },  # front page
    { report = "Standard", sentence = 4 },
  ]

  [[decision_maker.want]]
  condition = "not up.open unless down.pay"

# The downstream side.
[[decision_maker]]
id = "down"
name = "Downvale"
ranking = [
  "YY",
  ["YN", "NN"],   # equal
  "NY",
]

[[option]]
id = "up.open"
owner = "up"
label = "open the weir"

[[option]]
id = "down.pay"
owner = "down"
label = "pay for the repair"

[status_quo]
up.open = false   # since May
"down.pay" = "unknown"
"""


def wrong(text: str) -> ModelError:
    with pytest.raises(ModelError) as caught:
        parse_model(text, where="weir.toml")
    return caught.value


def test_reading() -> None:
    conflict = parse_model(TEXT)
    assert conflict.name == "Weir"
    up, down = conflict.decision_makers
    assert [str(w.condition) for w in up.wants] == ["down.pay", "not up.open unless down.pay"]
    assert up.wants[0].evidence[1] == Evidence("Standard", sentence=4)
    assert up.wants[1].basis is Basis.ASSUMED
    assert down.ranking == (("YY",), ("YN", "NN"), ("NY",))
    assert conflict.status_quo.values == {"up.open": False}


@pytest.mark.parametrize(
    ("old", "new", "what", "remedy"),
    [
        ('name = "Weir"', 'name = "Weir', "not well-formed", "quotation marks"),
        ('name = "Weir"', "nmae = 3", "no key “nmae”", "“name”"),
        ('name = "Weir"', "name = 3", "a number, not a text", "quotation"),
        ("sentence = 4", "sentense = 4", "no key “sentense”", "“sentence”"),
        ("sentence = 3", 'sentence = "3"', "“3”", "whole number"),
        ('basis = "stated"', 'basis = "sure"', "“sure” is not a basis", "“inferred”"),
        ('label = "open the weir"', 'direction = "up"', "is not a direction", "“forward”"),
        ('condition = "down.pay"', 'condition = "down.pya"', "“down.pya”", "“down.pay”"),
        ('condition = "not up', 'condition = "if not up', "before “if”", "a if b"),
        ('[[option]]\nid = "up.open"', "[[option]]", "“id” is missing", "add id ="),
        ('owner = "down"', 'owner = "dwon"', "owner “dwon”", "“down”"),
        ('id = "down.pay"', 'id = "up.open"', "used twice", "another id"),
        ('["YN", "NN"]', '["YN", "NNN"]', "not a state", "up.open, down.pay"),
        ('ranking = [\n  "YY",', "ranking = [", "missing in the ranking of “down”: YY", "inner"),
        ('["YN", "NN"]', "7", "list of states", "inner list"),
        ("up.open = false", "up.opne = false", "called “up.opne”", "“up.open”"),
        ("up.open = false", "up.open = 0", "neither true nor false", "unknown"),
    ],
)
def test_errors_name_line_and_remedy(old: str, new: str, what: str, remedy: str) -> None:
    assert TEXT.count(old) == 1 or old.startswith("condition")
    error = wrong(TEXT.replace(old, new, 1))
    assert what in error.what
    assert remedy in error.remedy
    assert error.where == f"weir.toml, line {TEXT[: TEXT.index(old)].count(chr(10)) + 1}"


def test_further_problems_are_told_with_their_lines() -> None:
    error = wrong(TEXT.replace('"down.pay"   #', '"z"  #').replace('"not up.open unless', '"z if'))
    assert error.where == "weir.toml, line 14"
    assert "weir.toml, line 22: no option or defined name is called “z”" in error.remedy


def test_the_toml_parser_is_not_kept_busy() -> None:
    assert "dots" in wrong("a" + ".a" * 5000 + " = 1").what
    assert wrong("x = " + "[" * 5000).where


def test_all_fields_survive_a_file(tmp_path: Path) -> None:
    conflict = parse_model(TEXT)
    path = tmp_path / "weir.toml"
    path.write_text(dump_model(conflict), encoding="utf-8")
    assert load_model(path) == load_model(str(path)) == conflict


@settings(max_examples=150, deadline=None)
@given(conflicts())
def test_dump_then_load_is_identity(conflict: Conflict) -> None:
    text = dump_model(conflict)
    assert parse_model(text) == conflict
    tomllib.loads(text)
    assert dump_model(conflict, text) == text


@settings(max_examples=100, deadline=None)
@given(conflicts(), conflicts())
def test_dump_into_any_earlier_text_loads_back(old: Conflict, new: Conflict) -> None:
    earlier = dump_model(old).replace("\n[[option]]", "\n# a remark\n[[option]]")
    text = dump_model(new, earlier)
    assert parse_model(text) == new


@pytest.mark.long
@settings(max_examples=1000, deadline=None)
@given(conflicts(), conflicts())
def test_dump_into_many_earlier_texts_loads_back(old: Conflict, new: Conflict) -> None:
    earlier = dump_model(old).replace("\n[[option]]", "\n# a remark\n[[option]]")
    text = dump_model(new, earlier)
    assert parse_model(text) == new
    assert "Comments of the earlier file" not in text


def test_an_unchanged_model_is_kept_to_the_letter() -> None:
    assert dump_model(parse_model(TEXT), TEXT) == TEXT


def test_comments_and_order_stay_where_the_model_did_not_change() -> None:
    old = parse_model(TEXT)
    up, down = old.decision_makers
    new = replace(
        old,
        name="Weir and mill",
        decision_makers=(
            replace(up, wants=(replace(up.wants[0], basis=Basis.UNKNOWN), up.wants[1],
                               Want(Name("up.open")))),
            down,
        ),
        options=(*old.options, Option("up.talk", "up", "talk")),
        status_quo=StatusQuo({"up.open": True}),
    )  # fmt: skip
    new = replace(new, decision_makers=(new.decision_makers[0], replace(down, ranking=None)))
    text = dump_model(new, TEXT)
    assert parse_model(text) == new
    for kept in (
        "# Two neighbours and a weir; drafted in March.\n",
        '# The upstream side.\n[[decision_maker]]\nid = "up"\n',
        '  condition = "down.pay"   # the main thing\n  basis = "unknown"\n',
        "sentence = 3 },  # front page\n",
        "# The downstream side.\n[[decision_maker]]\n",
        "up.open",
        "# since May",
        "nor a key",
    ):
        assert kept in text
    assert "Comments of the earlier file" not in text


def test_reordered_wants_take_their_comments_along() -> None:
    old = parse_model(TEXT)
    up = old.decision_makers[0]
    new = replace(old, decision_makers=(replace(up, wants=up.wants[::-1]), old.decision_makers[1]))
    text = dump_model(new, TEXT)
    assert parse_model(text) == new
    assert text.index("not up.open unless") < text.index("# it says so in every report")
    assert (
        '# it says so in every report\n  [[decision_maker.want]]\n  condition = "down.pay"' in text
    )


def test_removed_blocks_go() -> None:
    old = parse_model(TEXT)
    up, down = old.decision_makers
    text = dump_model(replace(old, decision_makers=(replace(up, wants=()), down)), TEXT)
    assert "decision_maker.want" not in text
    assert "# The downstream side." in text


def test_an_unusual_layout_keeps_the_comments_at_the_end() -> None:
    text = 'decision_maker = [{ id = "a" }]\n# mine\noption = [{ id = "a.x", owner = "a" }]\n'
    conflict = parse_model(text)
    new = replace(conflict, options=(*conflict.options, Option("a.y", "a", "y")))
    written = dump_model(new, text)
    assert parse_model(written) == new
    assert "# mine" in written


def test_status_quo_may_carry_evidence() -> None:
    conflict = Conflict(
        "x", (DecisionMaker("a", "A"),), (Option("a.x", "a", "x"), Option("a.y", "a", "y")),
        (Impossible(parse_condition("a.x and a.y"), "why", (Evidence("r", "q", 1, 2),)),),
        StatusQuo({"a.x": True}, {"a.x": (Evidence("r", "it has"),), "a.y": (Evidence("s"),)}),
        {"deal": parse_condition("a.x or a.y")},
        (OpenQuestion("Who?", "a.x", (Evidence("t", sentence=3),)),),
    )  # fmt: skip
    assert parse_model(dump_model(conflict)) == conflict


def test_files_that_are_no_model(tmp_path: Path) -> None:
    missing = tmp_path / "none.toml"
    with pytest.raises(ModelError, match="no such file"):
        load_model(missing)
    with pytest.raises(ModelError, match="cannot be read"):
        load_model(tmp_path)
    with pytest.raises(ModelError, match="no file name"):
        load_model("a\0b")
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"name = \xff\xfe")
    with pytest.raises(ModelError, match="not UTF-8") as caught:
        load_model(binary)
    assert "line 1" in caught.value.where
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * 2_000_001)
    with pytest.raises(ModelError, match="larger than"):
        load_model(large)
    later = tmp_path / "later.toml"
    later.write_text("format = 2\n")
    with pytest.raises(ModelError, match="format 2"):
        load_model(later)


def test_windows_files(tmp_path: Path) -> None:
    path = tmp_path / "windows.toml"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert load_model(path) == parse_model(TEXT)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200) | st.tuples(st.integers(0, len(TEXT)), st.integers(0, 40), st.text(
    max_size=8)).map(lambda cut: TEXT[: cut[0]] + cut[2] + TEXT[cut[0] + cut[1] :]))  # fmt: skip
def test_damaged_text_gives_a_model_or_a_model_error(text: str) -> None:
    try:
        conflict = parse_model(text)
    except ModelError as error:
        assert error.where  # noqa: PT017
        return
    assert parse_model(dump_model(conflict)) == conflict


def test_bundled_models_round_trip() -> None:
    models = [f for f in (files("firstmove") / "examples" / "models").iterdir()
              if f.name.endswith(".toml")]  # fmt: skip
    assert len(models) >= 5
    for model in models:
        text = model.read_text("utf-8")
        conflict = parse_model(text, where=model.name)
        assert parse_model(dump_model(conflict)) == conflict
        assert dump_model(conflict, text) == text
        assert dump_model(replace(conflict, note="changed"), text).count("#") == text.count("#")
