"""Options that are amounts or dates have a value, and an order of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from quizapp.items.periods import Period, period_of
from quizapp.items.wording import normalised
from quizapp.text.dates.answers import read_date
from quizapp.text.dates.edtf import Moment
from quizapp.text.dates.fragments import MONTH_NUMBERS

_AMOUNT = re.compile(
    r"(?:około |ok\. ?|blisko |prawie |ponad |przeszło )?"
    r"(\d{1,3}(?:[ .]\d{3})+|\d{1,15})(,\d{1,6})?"
    r"( tysi\w+| tys\.?| milion\w*| mln| miliard\w*| mld)?"
    r"(?: [^\W\d]+\.?){0,3}"
)
_RANGE = re.compile(r"(\d{1,15})-(\d{1,15})(?: [^\W\d]+\.?){0,3}")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})(?:\. ?| )([^\W\d]+|\d{1,2})(?:(?:\. ?| )(\d{3,4}))?(?: r| roku)?")
_SCALES = {"tys": 10**3, "milio": 10**6, "mln": 10**6, "milia": 10**9, "mld": 10**9}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of things, or a range of them."""

    least: Decimal
    most: Decimal
    precision: str = "amount"

    def overlaps(self, other: Amount) -> bool:
        """Whether a number would make both right."""
        return self.least <= other.most and other.least <= self.most


Value = Period | Amount


@lru_cache(maxsize=2_000)  # a dozen checks ask for the value of each option
def value_of(text: str) -> Value | None:
    """The date or amount that a short wording such as "około 2,5 tys. ludzi" states; None for any other."""
    read = read_date(text)
    return period_of(read.edtf) if read else amount_of(text)


def amount_of(text: str) -> Amount | None:
    """The amount that a short wording states; None for any other."""
    plain = normalised(text)
    if between := _RANGE.fullmatch(plain):
        least, most = (Decimal(number) for number in between.groups())
        return Amount(least, most)
    found = _AMOUNT.fullmatch(plain)
    if found is None:
        return None
    whole, decimals, scale = found.groups(default="")
    factor = next((size for word, size in _SCALES.items() if scale.strip().startswith(word)), 1)
    number = Decimal(re.sub(r"\D", "", whole) + decimals.replace(",", ".")) * factor
    return Amount(number, number)


def are_same(one: Value | None, other: Value | None) -> bool:
    """Whether both are values, and of one kind and size."""
    if isinstance(one, Period) and isinstance(other, Period):
        return one.is_same(other)
    return isinstance(one, Amount) and one == other


def overlap(one: Value, other: Value) -> bool:
    """Whether something would make both right."""
    if isinstance(one, Period) and isinstance(other, Period):
        return one.overlaps(other)
    return isinstance(one, Amount) and isinstance(other, Amount) and one.overlaps(other)


def claims_impossible_date(text: str) -> bool:
    """Whether a wording has the form of a date that no calendar has, such as "31 listopada"."""
    found = _DAY_OF_MONTH.fullmatch(normalised(text))
    if found is None:
        return False
    day, month, year = found.groups()
    number = int(month) if month.isdecimal() and year else MONTH_NUMBERS.get(month)
    return number is not None and not Moment(int(year) if year else None, number, int(day)).exists()


def ascending(texts: Sequence[str]) -> tuple[int, ...] | None:
    """The places of the texts by their value, least first; None where not all have one of the same kind."""
    values = [value_of(text) for text in texts]
    places = range(len(texts))
    periods = [value for value in values if isinstance(value, Period)]
    if len(periods) == len(texts) > 0 and len({period.has_year for period in periods}) == 1:
        return tuple(sorted(places, key=lambda place: (periods[place].first, periods[place].last)))
    amounts = [value for value in values if isinstance(value, Amount)]
    if len(amounts) == len(texts) > 0:
        return tuple(sorted(places, key=lambda place: (amounts[place].least, amounts[place].most)))
    return None
