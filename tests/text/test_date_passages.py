"""Dates found in passages marked by hand: `[[words|value]]` is a date and its value in EDTF."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizapp.text.dates import find_dates

PASSAGES = sorted((Path(__file__).parent / "date_passages").glob("*.txt"))
_MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")


def marked(path: Path) -> tuple[str, set[tuple[int, int, str]]]:
    text, dates, reached = "", set(), 0
    source = path.read_text(encoding="utf-8")
    for mark in _MARK.finditer(source):
        text += source[reached : mark.start()]
        dates.add((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        reached = mark.end()
    return text + source[reached:], dates


def found(text: str) -> set[tuple[int, int, str]]:
    return {(date.span.start, date.span.end, date.edtf) for date in find_dates(text, ())}


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.stem)
def test_the_dates_of_a_passage_are_found_as_a_reader_marks_them(path: Path) -> None:
    text, expected = marked(path)
    assert {(text[start:end], edtf) for start, end, edtf in found(text) ^ expected} == set()
