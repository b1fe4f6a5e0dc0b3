from __future__ import annotations

from datetime import date

import pytest

from firstmove.conflict import Conflict, DecisionMaker, Option, parse_condition
from firstmove.statement import ConditionKind, Kind, Modality, Quotation, ViaRole
from firstmove.views import wording
from tests.views import sample


def test_every_value_has_its_word() -> None:
    assert set(wording.KINDS) == set(Kind)
    assert len(set(wording.KINDS.values())) == len(Kind)
    assert set(wording.MODALITIES) == set(Modality)
    assert set(wording.CONDITIONS) == set(ConditionKind)
    assert set(wording.QUOTATIONS) == set(Quotation)
    assert set(wording.VIAS) == set(ViaRole)
    assert set(wording.CONCEPTS) == set(wording.STRONGEST_FIRST)


@pytest.mark.parametrize(
    ("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_letters(index: int, name: str) -> None:
    assert wording.letters(index) == name


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (None, None, ""),
        (date(2031, 3, 5), date(2031, 3, 5), "5 March 2031"),
        (date(2031, 3, 5), date(2031, 3, 9), "5 to 9 March 2031"),
        (date(2031, 3, 1), date(2031, 3, 31), "March 2031"),
        (date(2031, 12, 1), date(2031, 12, 31), "December 2031"),
        (date(2032, 2, 1), date(2032, 2, 29), "February 2032"),
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (date(2030, 1, 1), date(2031, 12, 31), "2030 to 2031"),
        (date(2031, 3, 5), date(2031, 4, 2), "5 March 2031 to 2 April 2031"),
        (date(2031, 3, 5), None, "from 5 March 2031"),
        (None, date(9999, 12, 31), "until 31 December 9999"),
    ],
)
def test_interval(start: date | None, end: date | None, text: str) -> None:
    assert wording.interval(start, end) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(1200, 1200, "1,200"), (10_000, None, "10,000 or more"), (None, 5, "up to 5"),
     (2.5, 3, "2.5 to 3"), (None, None, ""), (1e6, 1e6, "1,000,000")],
)  # fmt: skip
def test_amount(low: float | None, high: float | None, text: str) -> None:
    assert wording.amount(low, high) == text


def test_a_condition_is_read_with_labels() -> None:
    wants = sample.CONFLICT.decision_makers[0].wants
    assert wording.plain(wording.readable(wants[1].condition, sample.CONFLICT)) == (
        "‘resume coal deliveries’ only if ‘open the lock’"
    )
    assert wording.plain(wording.readable(wants[2].condition, sample.CONFLICT)) == (
        "not ‘open at night’"
    )


def test_a_joint_outcome_goes_by_what_its_parts_are_called() -> None:
    options = (Option("a.sign", "a", "sign a treaty"), Option("b.sign", "b", "sign a treaty"))
    conflict = Conflict(
        "c",
        (DecisionMaker("a", "Kesh"), DecisionMaker("b", "Adran")),
        options,
        defines={
            "sign_treaty": parse_condition("a.sign and b.sign"),
            "one_signs": parse_condition("a.sign or b.sign"),
        },
    )

    def shown(condition: str) -> str:
        return wording.plain(wording.readable(parse_condition(condition), conflict))

    assert shown("sign_treaty") == "‘sign a treaty (Kesh and Adran)’"
    assert shown("not one_signs") == "not ‘one signs’"
