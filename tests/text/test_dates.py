from __future__ import annotations

import pytest

from quizapp.text.annotations import DateMention
from quizapp.text.dates import find_dates


def dates_in(text: str) -> list[tuple[str, str]]:
    return [(date.span.text, date.edtf) for date in find_dates(text, ())]


def only_date(text: str) -> DateMention:
    (date,) = find_dates(text, ())
    return date


@pytest.mark.parametrize(
    "text", ["31 lutego 1917 r.", "29.02.1900", "32.13.2020", "12/11/10", "30 grudnia 0"]
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert dates_in(text) == []
