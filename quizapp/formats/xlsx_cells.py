"""What stands in the cell of a spreadsheet, as the text that a person sees there."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from openpyxl.styles import Alignment

from quizapp.items.item import FALSE, TRUE
from quizapp.text.cleaning import clean_text

_MONTHS_OF = (
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca",
    "lipca", "sierpnia", "września", "października", "listopada", "grudnia",
)  # fmt: skip
_MONTHS = (
    "styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec",
    "lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień",
)  # fmt: skip
TEXT_FORMAT = "@"
_UNSEEN_IN_FORMAT = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def cell_text(value: object, number_format: str) -> str:
    """The value in words: a year "1917", a day "15 grudnia 1917", an amount with a decimal comma."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return TRUE if value else FALSE
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, date):  # a datetime is one
        return _date(value, number_format)
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    return clean_text(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))).strip()


def put_text(cell: Any, text: str) -> None:
    """Write text that stays text: "=1" is no formula, "3.12" no date, `_x0041_` no letter."""
    cell.value = _LOOKS_ESCAPED.sub("_x005F_", text)
    cell.data_type = "s"
    cell.number_format = TEXT_FORMAT
    cell.quotePrefix = text.startswith("=")
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _number(value: float, number_format: str) -> str:
    exact = Decimal(f"{value:.15g}")  # as many digits as a spreadsheet keeps
    if not exact.is_finite():
        return str(value)
    is_percent = number_format.endswith("%")
    if is_percent:
        exact *= 100
    plain = f"{exact:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".").replace(".", ",")
    return f"{plain}%" if is_percent else plain


def _date(value: date, number_format: str) -> str:
    """The parts of the date that its format shows; all of them where it shows none."""
    shown = _UNSEEN_IN_FORMAT.sub("", number_format).split(";")[0].lower()
    has_day, has_year = "d" in shown, "y" in shown
    if has_year and not has_day:
        return f"{_MONTHS[value.month - 1]} {value.year}" if "m" in shown else str(value.year)
    day = f"{value.day} {_MONTHS_OF[value.month - 1]}"
    if has_day and not has_year:
        return day
    has_time = isinstance(value, datetime) and (value.hour or value.minute)
    return f"{day} {value.year}" + (f", {value:%H:%M}" if has_time else "")
