"""Dates told by their distance from the one before: „nazajutrz”, „trzy dni później”, „następnego roku”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from quizapp.text.dates.edtf import Moment
from quizapp.text.lexicon import table

Unit = Literal["day", "month", "year"]

_CARDINALS = {form: int(value) for form, value in table("cardinals").items()}
_CYCLE = 400
"""Years after which the Gregorian calendar repeats itself, weeks and all."""


@dataclass(frozen=True, slots=True)
class Relative:
    """Words from start to end that count units of time on (or back) from another date."""

    start: int
    end: int
    unit: Unit
    amount: int

    @property
    def is_next_day(self) -> bool:
        """Whether it is the day after the other."""
        return self.unit == "day" and self.amount == 1

    @property
    def leads_to_another_year(self) -> bool:
        """Whether the text goes on from there in a later year."""
        return self.unit == "year" and self.amount > 0

    def counted_from(self, at: Moment) -> Moment | None:
        """The date meant if the other is `at`; None if that is not precise enough to count from."""
        if at.year is None or at.open_digits:
            return None
        if self.unit == "year":
            return Moment(at.year + self.amount)
        if at.month is None or at.month > 12:
            return None
        if self.unit == "month":
            years, month = divmod(at.month - 1 + self.amount, 12)
            return Moment(at.year + years, month + 1)
        return _days_on(at, self.amount)


def _days_on(at: Moment, days: int) -> Moment | None:
    if at.day is None or at.month is None or at.year is None:
        return None
    cycles, year = divmod(at.year, _CYCLE)
    try:
        reached = date(_CYCLE + year, at.month, at.day) + timedelta(days)
    except ValueError:
        return None
    return Moment(reached.year - _CYCLE + cycles * _CYCLE, reached.month, reached.day)


def relative_dates(text: str) -> list[Relative]:
    """The words of a text that count from another date, in their order; vague ones („kilka dni później”) are none."""
    found = [_relative(match) for match in _WORDS.finditer(text)]
    return [relative for relative in found if relative is not None]


_GAP = r"\s{1,3}"
_CARDINAL = "|".join(sorted(_CARDINALS, key=lambda form: (-len(form), form)))
_COUNT = rf"(?:(?P<number>\d{{1,3}}|(?:{_CARDINAL})(?:{_GAP}(?:{_CARDINAL}))?){_GAP})?"
_SINGULAR = frozenset({"dzień", "dobę", "tydzień", "miesiąc", "rok"})
_WORDS = re.compile(
    rf"\b(?i:(?P<tomorrow>nazajutrz)"
    rf"|{_COUNT}(?P<unit>dzień|dni|dobę|tydzień|tygodnie|tygodni|miesiąc|miesiące|miesięcy|rok|lata|lat)"
    rf"{_GAP}(?P<way>później|potem|wcześniej|przedtem)"
    rf"|(?P<which>tego{_GAP}samego|tegoż|tym{_GAP}samym|tymże|następn(?:ego|ym)|kolejn(?:ego|ym)|poprzedni(?:ego|m))"
    rf"{_GAP}(?P<same_unit>dnia|dniu|miesiąca|miesiącu|roku))\b"
)
_VAGUE = re.compile(
    r"(?<!\w)(?i:ponad|około|ok\.|niespełna|blisko|prawie|niemal|przeszło|kilka|kilkanaście|kilkadziesiąt|parę|wiele"
    r"|pół|niecał[yae]|najmniej|o|w|\d|lub|albo|czy|-)\s{1,3}\Z"
)


def _relative(found: re.Match[str]) -> Relative | None:
    if found["tomorrow"]:
        return Relative(found.start(), found.end(), "day", 1)
    if found["which"]:
        return Relative(found.start(), found.end(), _unit(found["same_unit"]), _way(found["which"]))
    is_vague = _VAGUE.search(found.string, max(0, found.start() - 16), found.start()) is not None
    if is_vague or (found["number"] is None and found["unit"].casefold() not in _SINGULAR):
        return None
    amount = _amount(found["number"]) * (7 if found["unit"].casefold().startswith("ty") else 1)
    is_back = found["way"].casefold() in ("wcześniej", "przedtem")
    return Relative(found.start(), found.end(), _unit(found["unit"]), -amount if is_back else amount)


def _amount(number: str | None) -> int:
    if number is None:
        return 1
    return int(number) if number.isdigit() else sum(_CARDINALS[word] for word in number.casefold().split())


def _unit(word: str) -> Unit:
    first = word.casefold()[:2]
    if first in ("ro", "la"):
        return "year"
    return "month" if first == "mi" else "day"


def _way(which: str) -> int:
    first = which.casefold()[:3]
    return {"nas": 1, "kol": 1, "pop": -1}.get(first, 0)
