"""Tables in a spreadsheet of Excel or LibreOffice (XLSX)."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from openpyxl import load_workbook

from quizapp.formats.exchange import LeftOut, Remark, UnreadableFile
from quizapp.formats.remarks import N_, remark
from quizapp.formats.rows import IsHead, Row, Tables, headed, letter, within_bounds
from quizapp.formats.xlsx_cells import cell_text
from quizapp.formats.xlsx_parts import SHEET, damaged, packed, unpacked

_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")


def read_xlsx(content: bytes, is_head: IsHead, beside: tuple[str, ...] = ()) -> Tables:
    """The tables of the visible sheets that have a head, and what other sheets hold as left out.

    `beside` names the sheets that are known to hold no questions.
    """
    parts = unpacked(content)
    try:
        with warnings.catch_warnings():
            # of what openpyxl leaves out: colours, lists to choose from, macros
            warnings.simplefilter("ignore")
            return _read_sheets(parts, is_head, beside)
    except UnreadableFile:
        raise
    except Exception as fault:  # a stranger's file fails in any way
        raise damaged() from fault


def _read_sheets(parts: dict[str, bytes], is_head: IsHead, beside: tuple[str, ...]) -> Tables:
    book = packed(parts)
    results = load_workbook(io.BytesIO(book), read_only=True, data_only=True, keep_links=False)
    has_formulas = any(SHEET.fullmatch(name) and _FORMULA.search(part) for name, part in parts.items())
    formulas = load_workbook(io.BytesIO(book), read_only=True, keep_links=False) if has_formulas else None
    tables, left_out = [], []
    for sheet in results.worksheets:
        rows = _rows(sheet, formulas[sheet.title] if formulas else None)
        table = headed(sheet.title, rows, is_head)
        if sheet.sheet_state != "visible":
            if table:
                left_out.append(_lost(sheet, N_("This sheet is hidden. Show it to bring it in.")))
        elif table:
            tables.append(table)
        elif sheet.title not in beside and any(row.cells for row in _rows(sheet, None)):
            left_out.append(_lost(sheet, N_("No row of this sheet names the columns.")))
    return Tables(tuple(tables), tuple(left_out))


def _lost(sheet: Any, reason: str) -> LeftOut:
    return LeftOut(f"sheet {sheet.title}", remark(reason))


def _rows(sheet: Any, formulas: Any) -> Iterator[Row]:
    sheet.reset_dimensions()  # what the file says of its size may be wrong
    asked: Iterable[Any] = ()
    if formulas is not None:
        formulas.reset_dimensions()
        asked = formulas.iter_rows()
    return within_bounds(
        _row(number, cells, told)
        for number, (cells, told) in enumerate(zip(sheet.iter_rows(), chain(asked, _nothing())), start=1)  # noqa: B905
    )


def _nothing() -> Iterator[tuple[()]]:
    while True:
        yield ()


def _row(number: int, cells: tuple[Any, ...], formulas: tuple[Any, ...]) -> Row:
    if not cells:
        return Row(number, ())
    texts = [cell_text(cell.value, getattr(cell, "number_format", "") or "") for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    fault = _fault(number, cells, formulas)
    return Row(number, tuple(texts), fault)


def _fault(number: int, cells: tuple[Any, ...], formulas: tuple[Any, ...]) -> Remark | None:
    for column, cell in enumerate(cells):
        if getattr(cell, "data_type", "") == "e":
            return remark(
                N_("Cell %(cell)s shows the error %(found)s instead of words."),
                cell=f"{letter(column)}{number}",
                found=cell.value,
            )
    for column, cell in enumerate(formulas):
        has_result = column < len(cells) and cells[column].value is not None
        if getattr(cell, "data_type", "") == "f" and not has_result:
            return remark(
                N_(
                    "Cell %(cell)s holds a formula and not its result. Open the file in a spreadsheet program "
                    "and save it, or write the words themselves."
                ),
                cell=f"{letter(column)}{number}",
            )
    return None
