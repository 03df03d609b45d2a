"""Dates found in passages marked by hand: `[[words|value]]` is a date and its value in EDTF."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizapp.text.dates.mentions import find_dates
from quizapp.text.sentences import find_sentences
from quizapp.text.spans import Span

CONTEXTS = (Path(__file__).parent / "dates_in_context.txt").read_text(encoding="utf-8").splitlines()
PASSAGES = sorted((Path(__file__).parent / "date_passages").glob("*.txt"))
_MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")


def marked(source: str) -> tuple[str, set[tuple[int, int, str]]]:
    text, dates, reached = "", set(), 0
    for mark in _MARK.finditer(source):
        text += source[reached : mark.start()]
        dates.add((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        reached = mark.end()
    return text + source[reached:], dates


def found(text: str, sentences: tuple[Span, ...] = ()) -> set[tuple[int, int, str]]:
    return {(date.span.start, date.span.end, date.edtf) for date in find_dates(text, sentences)}


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.stem)
def test_the_dates_of_a_passage_are_found_as_a_reader_marks_them(path: Path) -> None:
    text, expected = marked(path.read_text(encoding="utf-8"))
    assert {(text[start:end], edtf) for start, end, edtf in found(text) ^ expected} == set()


@pytest.mark.parametrize("line", [line for line in CONTEXTS if not line.startswith("#")])
def test_a_date_is_read_by_its_context(line: str) -> None:
    text, expected = marked(line)
    sentences = find_sentences(text)
    assert {(text[start:end], edtf) for start, end, edtf in found(text, sentences) ^ expected} == set()
