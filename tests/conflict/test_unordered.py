"""Wants of which nobody knows the order: the file, and what can be wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firstmove.conflict import dump_gmcr, dump_model, gmcr_losses, parse_model, problems
from firstmove.errors import ModelError

TEXT = """\
# Two halves of a town.
name = "The bridge"

[[decision_maker]]
id = "east"
name = "East"

[[decision_maker.want]]
condition = "east.toll"  # its own income

[[decision_maker.want]]
condition = "west.pay"
order = "unknown"  # nobody has asked

[[decision_maker]]
id = "west"
name = "West"

[[option]]
id = "east.toll"
owner = "east"
label = "take a toll"

[[option]]
id = "west.pay"
owner = "west"
label = "pay half"
"""


def test_read_and_written_back() -> None:
    conflict = parse_model(TEXT)
    assert [want.unordered for want in conflict.decision_makers[0].wants] == [False, True]
    assert dump_model(conflict, TEXT) == TEXT
    assert parse_model(dump_model(conflict)) == conflict


def test_changed_in_place() -> None:
    conflict = parse_model(TEXT)
    east, west = conflict.decision_makers
    first, second = east.wants
    settled = replace(east, wants=(first, replace(second, unordered=False)))
    changed = replace(conflict, decision_makers=(settled, west))
    text = dump_model(changed, TEXT)
    assert parse_model(text) == changed
    assert "# Two halves of a town." in text
    assert 'order = "unknown"' not in text


def test_a_gmcr_file_cannot_say_it() -> None:
    conflict = parse_model(TEXT)
    assert "wants in unknown order" in gmcr_losses(conflict)
    assert dump_gmcr(conflict)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"unknown"  # nobody', '"any"  # nobody', "“any” is not an order"),
        ('"unknown"  # nobody', "1  # nobody", "“order” is a number"),
        ("# its own income", '\norder = "unknown"', "it stands above all"),
        ("# its own income", "\nstrong = true", "only one of them is strong"),
    ],
)
def test_what_can_be_wrong(old: str, new: str, said: str) -> None:
    with pytest.raises(ModelError, match=said) as caught:
        parse_model(TEXT.replace(old, new), where="bridge.toml")
    assert caught.value.remedy
    assert "line" in caught.value.where


def test_both_strong_is_sound() -> None:
    both = TEXT.replace("# its own income", "\nstrong = true").replace(
        'order = "unknown"', 'order = "unknown"\nstrong = true'
    )
    assert not problems(parse_model(both))
