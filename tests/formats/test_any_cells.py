from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.formats.exchange import Reading, UnreadableFile
from quizapp.formats.kahoot import HEAD as KAHOOT
from quizapp.formats.kahoot import read_kahoot
from quizapp.formats.own_columns import COLUMNS
from quizapp.formats.own_table import read_own_table
from quizapp.formats.wayground import HEAD as WAYGROUND
from quizapp.formats.wayground import read_wayground
from tests.formats.sheets import a_sheet

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=15)
CELLS = st.one_of(
    st.none(),
    TEXTS,
    st.sampled_from(
        ["1", "1,3", "B", "a | b", "a = b", "____", "Prawda", "single", "pary", "Checkbox", "=A1", "'="]
    ),
    st.integers(-(10**9), 10**9),
    st.floats(-1e12, 1e12),
    st.booleans(),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
    st.datetimes(datetime(1900, 3, 1), datetime(2100, 1, 1)),  # noqa: DTZ001 - cells know no zone
    st.times().map(lambda told: time(told.hour, told.minute)),
)


@pytest.mark.parametrize(
    ("read", "head"),
    [
        (read_own_table, tuple(COLUMNS.values())),
        (read_own_table, ("pytanie", "A", "B", "C", "D", "poprawna")),
        (read_kahoot, (None, *KAHOOT)),
        (read_wayground, WAYGROUND),
    ],
)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_filled_row_becomes_a_question_or_is_named(
    read: Callable[[bytes], Reading], head: Sequence[Any], data: st.DataObject
) -> None:
    filled = st.lists(CELLS, min_size=len(head), max_size=len(head))
    rows = [["x", *row[1:]] if row[0] is None else row for row in data.draw(st.lists(filled, max_size=3))]
    try:
        reading = read(a_sheet([head, *rows]))
    except UnreadableFile as refused:
        raise AssertionError(f"a good head was not found: {refused}") from refused
    for item in reading.items:
        assert item.item.stem
        assert item.item.answer
    places = {each.where for each in reading.items} | {lost.where for lost in reading.left_out}
    asked = {
        f"row {place}" for place, row in enumerate(rows, start=2) if any(_shows(cell) for cell in row[1:6])
    }
    assert asked <= places


def _shows(cell: object) -> bool:
    """Whether somebody looking at the sheet sees anything in the cell."""
    return isinstance(cell, str) and cell.isalnum() and cell.isascii()
