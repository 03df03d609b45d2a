"""Files to take away: tables that a spreadsheet in Polish opens as they are meant."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Literal
from zoneinfo import ZoneInfo

from flask import Response
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.cell.cell import Cell as SheetCell

from quizapp.formats.csv_table import guarded, write_csv
from quizapp.web.languages import TIME_ZONE, language_code

SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Cell = str | int | float | Fraction | datetime | None
Kind = Literal["csv", "xlsx"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table to take away: numbers are numbers in it, and None is a cell without anything."""

    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def as_download(table: Table, kind: Kind) -> Response:
    """The table as a file of that kind."""
    if kind == "xlsx":
        return as_file(write_sheet(table.head, table.rows), SHEETS, f"{table.name}.xlsx")
    return as_file(write_table(table.head, table.rows), "text/csv", f"{table.name}.csv")


def write_table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as CSV for a spreadsheet in Polish, in which no text starts a formula."""
    return write_csv([head, *([as_cell(cell) for cell in row] for row in rows)])


def write_sheet(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as a workbook of one sheet; what looks like a formula is text there."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"

    def cell(value: Cell) -> SheetCell:
        made: SheetCell = WriteOnlyCell(sheet, _for_a_sheet(value))
        if isinstance(value, str):
            made.data_type = "s"
        return made

    for row in ([*head], *rows):
        sheet.append([cell(value) for value in row])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def as_cell(cell: Cell) -> str:
    """A cell as it is written in CSV: a text so that no spreadsheet takes it for a formula."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return local_time(cell)
    if not isinstance(cell, str):
        digits = f"{float(cell):.12g}"
        return digits.replace(".", ",") if language_code() == "pl" else digits
    return guarded(cell)


def local_time(moment: datetime) -> str:
    """A moment where the school is, as spreadsheets read it."""
    return _there(moment).strftime("%Y-%m-%d %H:%M:%S")


def as_file(content: bytes, mimetype: str, name: str) -> Response:
    """A response that a browser saves under the name."""
    return Response(
        content, mimetype=mimetype, headers={"Content-Disposition": f"attachment; filename={name}"}
    )


def _for_a_sheet(value: Cell) -> str | int | float | datetime | None:
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, datetime):
        return _there(value).replace(tzinfo=None, microsecond=0)
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value


def _there(moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo(TIME_ZONE))
