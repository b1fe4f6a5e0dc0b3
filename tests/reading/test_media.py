"""Who carries what others say, by name and by kind."""

from __future__ import annotations

import pytest

from firstmove.reading.people.media import media_role
from firstmove.statement import ViaRole


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("Reuters", ViaRole.AGENCY),
        ("the Associated Press", ViaRole.AGENCY),
        ("Interfax-Ukraine", ViaRole.AGENCY),
        ("the state news agency Norra", ViaRole.AGENCY),
        ("Norra, a news agency", ViaRole.AGENCY),
        ("the newspaper Oskar Tidende", ViaRole.OUTLET),
        ("Oste’s state broadcaster", ViaRole.OUTLET),
        ("local media", ViaRole.OUTLET),
        ("two dailies", ViaRole.OUTLET),
        ("the Northern Wire", ViaRole.OUTLET),
        ("Radio Oste", ViaRole.OUTLET),
        ("The Hill", ViaRole.OUTLET),
        ("BBC Radio 4", ViaRole.OUTLET),
        ("the Times of Oste", ViaRole.OUTLET),
    ],
)
def test_agencies_and_outlets(phrase: str, role: ViaRole) -> None:
    assert media_role(phrase) is role


@pytest.mark.parametrize(
    "phrase",
    [
        "the newspaper’s owner",
        "Anna Lind, a television presenter",
        "the Environment Agency",
        "a position paper",
        "Emily Post",
        "the White House press secretary",
        "a source at the Times",
        "the Human Rights Network",
        "",
    ],
)
def test_others(phrase: str) -> None:
    assert media_role(phrase) is None
