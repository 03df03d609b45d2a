"""The spreadsheet from which Kahoot! takes a quiz: names of columns in row 8, a question a row below them.

Its questions have two to four answers, of which one or more are right (`1,3`), and a time limit. Feedback,
evidence, tags and the kind of question have no place in it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from quizapp.formats.exchange import LeftOut, Reading, ReadItem, Remark, Writing, WrittenItem
from quizapp.formats.numbered_answers import right_places
from quizapp.formats.own_columns import TYPES, plain
from quizapp.formats.questions import Choice, Question, left_out
from quizapp.formats.remarks import N_, Unusable, remark, shortened, unreadable
from quizapp.formats.rows import Row, unread_columns
from quizapp.formats.tables import read_tables
from quizapp.formats.xlsx_cells import put_text
from quizapp.items.item import Item
from quizapp.items.shuffling import shown_order

LONGEST_STEM, LONGEST_ANSWER, MOST_ANSWERS = 120, 75, 4
SECONDS = (5, 10, 20, 30, 60, 90, 120, 240)
USUAL_SECONDS = 30
HEAD_ROW = 8
HEAD = (
    f"Question - max {LONGEST_STEM} characters",
    *(f"Answer {number} - max {LONGEST_ANSWER} characters" for number in range(1, MOST_ANSWERS + 1)),
    f"Time limit (sec) – {', '.join(map(str, SECONDS[:-1]))}, or {SECONDS[-1]} secs",
    "Correct answer(s) - choose at least one",
)
_INTRODUCTION = (
    "Quiz template",
    "Add questions, at least two answer alternatives, time limit and choose correct answers (at least one).",
    f"Questions have a limit of {LONGEST_STEM} characters and answers can have {LONGEST_ANSWER} characters max.",
)
# names in other languages keep the numbers of the limits
_STEM = re.compile(rf"(?:question|pytanie)\b(?! number)|.*\b{LONGEST_STEM}\b(?!,)")
_ANSWER = re.compile(rf"(?:answer|odpowiedz) ?\d|.*\b{LONGEST_ANSWER}\b")
_TIME = re.compile(r"time|czas|.*\b240\b")
_KEY = re.compile(r".*(?:correct|poprawn|prawidlow)")


def read_kahoot(content: bytes) -> Reading:
    """The questions of a spreadsheet for Kahoot!."""
    tables = read_tables(content, _is_head)
    if not tables.tables:
        raise unreadable(N_("This is no Kahoot! spreadsheet: no row names the question and its answers."))
    items: list[ReadItem] = []
    refused = list(tables.left_out)
    for table in tables.tables:
        places = {place for places in _columns(table.head.cells).values() for place in places}
        refused += unread_columns(table, {0, *places})  # the first numbers the questions
    for where, table, row in tables.numbered():
        columns = _columns(table.head.cells)
        stem = row.cell(columns["stem"][0])
        asked = any(row.cell(column) for name in ("stem", "answers", "key") for column in columns[name])
        if not (asked or row.fault):
            continue  # only its number, as the empty rows of the template have
        try:
            items.append(_read(row, columns, where))
        except Unusable as fault:
            refused.append(left_out(where, fault, stem))
    return Reading(tuple(items), tuple(refused))


def write_kahoot(items: Iterable[WrittenItem]) -> Writing:
    """A spreadsheet for Kahoot!, and the questions that do not fit into it."""
    kept, refused = [], []
    for written in items:
        if reason := _why_not(written.item):
            refused.append(LeftOut(written.id, reason, shortened(written.item.stem)))
        else:
            kept.append(written)
    book = Workbook()
    sheet: Any = book.active
    for place, text in enumerate(_INTRODUCTION, start=2):
        sheet.cell(place, 2, text)
    for column, name in enumerate(HEAD, start=2):
        sheet.cell(HEAD_ROW, column, name).font = Font(bold=True)
        sheet.column_dimensions["ABCDEFGH"[column - 1]].width = 60 if column == 2 else 26
    for number, written in enumerate(kept, start=1):
        _write(sheet, HEAD_ROW + number, number, written)
    target = io.BytesIO()
    book.save(target)
    return Writing(target.getvalue(), tuple(refused))


def _is_head(cells: tuple[str, ...]) -> bool:
    columns = _columns(cells)
    return bool(columns["stem"] and columns["key"]) and len(columns["answers"]) >= 2


def _columns(cells: tuple[str, ...]) -> dict[str, list[int]]:
    """The columns of each kind; the key is the last if none is called so."""
    columns: dict[str, list[int]] = {"stem": [], "answers": [], "time": [], "key": []}
    for column, name in enumerate(map(plain, cells)):
        kinds = (("key", _KEY), ("answers", _ANSWER), ("time", _TIME), ("stem", _STEM))
        kind = next((kind for kind, pattern in kinds if pattern.match(name)), "")
        if kind:
            columns[kind].append(column)
    last = len(cells) - 1
    if not columns["key"] and not any(last in places for places in columns.values()):
        columns["key"].append(last)
    return columns


def _read(row: Row, columns: dict[str, list[int]], where: str) -> ReadItem:
    if row.fault:
        raise Unusable(row.fault)
    answers = [row.cell(column) for column in columns["answers"]]
    right = right_places(row.cell(columns["key"][0]), answers)
    question = Question(where, row.cell(columns["stem"][0]))
    if seconds := "".join(row.cell(column) for column in columns["time"]):
        question.remark(N_("A question has no time limit of its own here: %(seconds)s s."), seconds=seconds)
    choices = [Choice(text, float(place in right)) for place, text in enumerate(answers) if text]
    return question.chosen(choices, several=len(right) > 1)


def _why_not(item: Item) -> Remark | None:
    if not item.options or item.type in ("order", "match"):
        return remark(
            N_("%(program)s has no questions of the type “%(type)s”."),
            program="Kahoot!",
            type=TYPES[item.type][0],
        )
    if not 2 <= len(item.options) <= MOST_ANSWERS:
        return remark(
            N_("It has %(found)s answers; %(program)s takes from 2 to %(most)s."),
            program="Kahoot!",
            found=len(item.options),
            most=MOST_ANSWERS,
        )
    if len(item.stem) > LONGEST_STEM:
        return remark(
            N_("The question has %(found)s characters; Kahoot! takes %(most)s. Shorten it."),
            found=len(item.stem),
            most=LONGEST_STEM,
        )
    long = next((option.text for option in item.options if len(option.text) > LONGEST_ANSWER), None)
    if long is None:
        return None
    return remark(
        N_("The answer “%(answer)s” has %(found)s characters; Kahoot! takes %(most)s. Shorten it."),
        answer=long,
        found=len(long),
        most=LONGEST_ANSWER,
    )


def _write(sheet: Any, place: int, number: int, written: WrittenItem) -> None:
    item = written.item
    options = [item.options[index] for index in shown_order(item, written.id)]
    sheet.cell(place, 1, number)
    put_text(sheet.cell(place, 2), item.stem)
    for column, option in enumerate(options, start=3):
        put_text(sheet.cell(place, column), option.text)
    sheet.cell(place, 7, USUAL_SECONDS)
    right = [str(at) for at, option in enumerate(options, start=1) if option.correct]
    sheet.cell(place, 8, int(right[0]) if len(right) == 1 else ",".join(right))
