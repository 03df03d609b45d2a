"""The spreadsheet from which Wayground (once Quizizz) takes a quiz.

Its questions are answered by picking one or several of up to five options, told by their numbers, or by typing;
evidence goes into the explanation and is found there again.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from quizapp.formats.exchange import LeftOut, Reading, ReadItem, Remark, Writing, WrittenItem
from quizapp.formats.labels import feedback_with_proof
from quizapp.formats.numbered_answers import right_places
from quizapp.formats.own_columns import TYPES, plain
from quizapp.formats.questions import Choice, Question, left_out
from quizapp.formats.remarks import N_, Unusable, remark, shortened, unreadable, unusable
from quizapp.formats.rows import Row, unread_columns
from quizapp.formats.tables import read_tables
from quizapp.formats.xlsx_cells import put_text
from quizapp.items.item import Item
from quizapp.items.shuffling import shown_order

MOST_OPTIONS = 5
USUAL_SECONDS = 60
ONE, SEVERAL, TYPED = "Multiple Choice", "Checkbox", "Fill-in-the-Blank"
HEAD = (
    "Question Text",
    "Question Type",
    *(f"Option {number}" for number in range(1, MOST_OPTIONS + 1)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)
_FIELDS = {plain(name): name for name in HEAD} | {
    "question": "Question Text",
    "correctanswer": "Correct Answer",
    "correct option": "Correct Answer",
    "time limit": "Time in seconds",
    "explanation": "Answer explanation",
}
_OPTION = re.compile(r"option ?(\d+)")
_IS_EXPLAINED = "text of the question"
"""How the row begins in which the template of Wayground says what goes where."""


def read_wayground(content: bytes) -> Reading:
    """The questions of a spreadsheet for Wayground."""
    tables = read_tables(content, _is_head)
    if not tables.tables:
        raise unreadable(
            N_("This is no Wayground spreadsheet: no row has “Question Text” and “Correct Answer”.")
        )
    items: list[ReadItem] = []
    refused = list(tables.left_out)
    for table in tables.tables:
        read = {column for column, name in enumerate(table.head.cells) if _is_read(name)}
        refused += unread_columns(table, read)
    for where, table, row in tables.numbered():
        cells, options = _cells(table.head, row)
        stem = cells.get("Question Text", "")
        if plain(stem).startswith(_IS_EXPLAINED):
            continue
        try:
            if row.fault:
                raise Unusable(row.fault)
            items.append(_read(cells, options, where))
        except Unusable as fault:
            refused.append(left_out(where, fault, stem))
    return Reading(tuple(items), tuple(refused))


def write_wayground(items: Iterable[WrittenItem]) -> Writing:
    """A spreadsheet for Wayground, and the questions that do not fit into it."""
    book = Workbook()
    sheet: Any = book.active
    sheet.append(HEAD)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = 26
    refused = []
    for written in items:
        if reason := _why_not(written.item):
            refused.append(LeftOut(written.id, reason, shortened(written.item.stem)))
        else:
            _write(sheet, sheet.max_row + 1, written)
    target = io.BytesIO()
    book.save(target)
    return Writing(target.getvalue(), tuple(refused))


def _is_head(cells: tuple[str, ...]) -> bool:
    names = set(map(plain, cells))
    return {"Question Text", "Correct Answer"} <= {_FIELDS.get(name) for name in names} and any(
        map(_OPTION.fullmatch, names)
    )


def _is_read(name: str) -> bool:
    return plain(name) in _FIELDS or bool(_OPTION.fullmatch(plain(name)))


def _cells(head: Row, row: Row) -> tuple[dict[str, str], list[str]]:
    """The texts of the row by the names of their columns, and its options in their order."""
    cells: dict[str, str] = {}
    options: list[str] = []
    for column, name in enumerate(map(plain, head.cells)):
        if _OPTION.fullmatch(name):
            options.append(row.cell(column))
        elif name in _FIELDS:
            cells.setdefault(_FIELDS[name], row.cell(column))
    return cells, options


def _read(cells: dict[str, str], options: list[str], where: str) -> ReadItem:
    question = Question(where, cells["Question Text"], feedback=cells.get("Answer explanation", ""))
    if seconds := cells.get("Time in seconds"):
        question.remark(N_("A question has no time limit of its own here: %(seconds)s s."), seconds=seconds)
    if link := cells.get("Image Link"):
        question.remark(N_("The picture was left out: %(link)s"), link=link)
    kind = plain(cells.get("Question Type", "") or ONE)
    if kind == plain(TYPED):
        return question.typed([Choice(text, 1.0) for text in options if text])
    if kind not in (plain(ONE), plain(SEVERAL)):
        raise unusable(
            N_("Questions of the kind “%(kind)s” cannot be brought in."), kind=cells["Question Type"]
        )
    right = right_places(cells["Correct Answer"], options)
    choices = [Choice(text, float(place in right)) for place, text in enumerate(options) if text]
    return question.chosen(choices, several=len(right) > 1)


def _why_not(item: Item) -> Remark | None:
    if item.type in ("order", "match"):
        return remark(
            N_("%(program)s has no questions of the type “%(type)s”."),
            program="Wayground",
            type=TYPES[item.type][0],
        )
    answers = len(item.options or item.answer)
    if (item.options and answers < 2) or answers > MOST_OPTIONS:
        return remark(
            N_("It has %(found)s answers; %(program)s takes from 2 to %(most)s."),
            program="Wayground",
            found=answers,
            most=MOST_OPTIONS,
        )
    return None


def _write(sheet: Any, place: int, written: WrittenItem) -> None:
    item = written.item
    options = [item.options[index] for index in shown_order(item, written.id)]
    kind = TYPED if not options else SEVERAL if item.type == "multiple" else ONE
    right = [str(at) for at, option in enumerate(options, start=1) if option.correct]
    for column, text in enumerate(
        (item.stem, kind, *([option.text for option in options] or item.answer)), start=1
    ):
        put_text(sheet.cell(place, column), text)
    answer = HEAD.index("Correct Answer") + 1
    sheet.cell(place, answer, int(right[0]) if len(right) == 1 else ",".join(right) or None)
    sheet.cell(place, answer + 1, USUAL_SECONDS)
    if told := feedback_with_proof(written):
        put_text(sheet.cell(place, len(HEAD)), told)
