"""Wants that count by weights: numbers of a model file read exactly, and sums in whole numbers.

    v(s) = Σ_j w_j·[s satisfies want j];  s ≻ q  iff  v(s) > v(q)

With w_j = 2^(k−j) this is option prioritization (Fang, Hipel, Kilgour & Peng 2003); with single
options for wants it is the option weighting of GMCR II, which they describe beside it. Only the
order of the sums counts, so weights are scaled to whole numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from math import gcd

from firstmove.conflict.condition import Condition, Not
from firstmove.conflict.model import Basis, DecisionMaker, Want

MAX_DIGITS = 40  # of a number as written, before and after the point
MAX_BITS = 300  # of a weight as a whole number, all weights of a decision maker scaled alike

_NUMBER = re.compile(r"[+-]?[0-9]{1,99}(?:\.[0-9]{1,99})?")
_RATIO = re.compile(r"([+-]?[0-9]{1,99})[ ]{0,2}/[ ]{0,2}([0-9]{1,99})")


class NoNumber(ValueError):
    """``what`` stands where a number is expected."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)


def decimal(text: str) -> Decimal:
    """The number as written in TOML; not-a-number for one that is past all bounds."""
    try:
        return Decimal(text)
    except (InvalidOperation, ValueError):
        return Decimal("NaN")


def number(value: object) -> Fraction:
    """The exact value of a whole number, a decimal number, or a text such as “2/3” or “0.5”.

    Raises NoNumber for anything else, and past MAX_DIGITS digits on either side of the point.
    """
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise NoNumber("no number")
    if isinstance(value, str):
        value = value.strip() if len(value) < 300 else ""
        ratio = _RATIO.fullmatch(value)
        if ratio is not None:
            below = number(int(ratio[2]))
            if not below:
                raise NoNumber("a division by nought")
            return number(int(ratio[1])) / below
        if _NUMBER.fullmatch(value) is None:
            raise NoNumber("no number")
        value = Decimal(value)
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise NoNumber("no finite number")
        exponent = value.as_tuple().exponent
        assert isinstance(exponent, int)
        if value and (value.adjusted() >= MAX_DIGITS or exponent < -MAX_DIGITS):
            raise NoNumber(f"a number of more than {MAX_DIGITS} digits on one side of the point")
        return Fraction(value) if value else Fraction()
    if abs(value) >= 10**MAX_DIGITS:
        raise NoNumber(f"a number of more than {MAX_DIGITS} digits")
    return Fraction(value)


def writable(value: Fraction) -> bool:
    """Whether a model file can say it."""
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > 2 * MAX_BITS:
        return False
    try:
        return number(number_text(value)) == value
    except NoNumber:
        return False


def number_text(value: Fraction) -> str:
    """As a model file has it: a whole or decimal number where that is exact, or “2/3”."""
    if value.denominator == 1:
        return str(value.numerator)
    twos = fives = 0
    rest = value.denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    places = max(twos, fives)
    if rest != 1 or places > MAX_DIGITS:
        return f"{value.numerator}/{value.denominator}"
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def scaled(wants: Sequence[Want]) -> tuple[int | None, ...]:
    """The weights as whole numbers, all multiplied alike, as small as they can be; None for a want
    without one.

    Raises NoNumber past MAX_BITS bits.
    """
    weights = [want.weight for want in wants]
    common = 1
    for weight in weights:
        if weight is not None:
            common = common // gcd(common, weight.denominator) * weight.denominator
            if common.bit_length() > MAX_BITS:
                raise NoNumber("weights without a small common denominator")
    whole = [None if w is None else w.numerator * (common // w.denominator) for w in weights]
    divisor = gcd(*(w for w in whole if w is not None)) or 1
    whole = [None if w is None else w // divisor for w in whole]
    if any(w is not None and w.bit_length() > MAX_BITS for w in whole):
        raise NoNumber("weights that differ by too many orders of magnitude")
    return tuple(whole)


def summands(decision_maker: DecisionMaker) -> tuple[tuple[int, Condition], ...]:
    """What the used wants are worth: positive whole numbers, each counting where its condition
    holds. That “not c” is worth w orders the states as that c is worth −w, so none is negative.

    Wants without a weight are left out; a sound decision maker has none beside those with one.
    """
    used = [w for w in decision_maker.wants if w.basis is not Basis.UNKNOWN]
    found: list[tuple[int, Condition]] = []
    for want, weight in zip(used, scaled(used), strict=True):
        if weight:
            condition = want.condition if weight > 0 else Not(want.condition)
            found.append((abs(weight), condition))
    return tuple(found)
