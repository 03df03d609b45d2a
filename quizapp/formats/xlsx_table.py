"""Tables in a spreadsheet of Excel or LibreOffice (XLSX)."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from openpyxl import load_workbook

from quizapp.formats.exchange import LeftOut, Remark, UnreadableFile
from quizapp.formats.remarks import N_, remark, unreadable
from quizapp.formats.rows import IsHead, Row, Tables, headed, letter, within_bounds
from quizapp.formats.xlsx_cells import cell_text

LARGEST_UNPACKED = 60_000_000
MOST_PARTS = 2_000
_SHEET = re.compile(r"xl/worksheets/[^/]*\.xml")
# what a spreadsheet formatted far beyond its last word is made of
_EMPTY_CELL = re.compile(rb'<c (?=[^<>]*\br=")[^<>]*/>|<c (?=[^<>]*\br=")[^<>]*></c>')
_EMPTY_ROW = re.compile(rb'<row (?=[^<>]*\br=")[^<>]*(?:/>|>\s*</row>)')
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_SIGNS_OF_OTHERS = (
    ("xl/workbook.bin", "XLSB"),
    ("content.xml", "OpenDocument"),
    ("Index/Document.iwa", "Apple Numbers"),
    ("word/document.xml", "Word"),
    ("ppt/presentation.xml", "PowerPoint"),
)


def read_xlsx(content: bytes, is_head: IsHead, beside: tuple[str, ...] = ()) -> Tables:
    """The tables of the visible sheets that have a head, and what other sheets hold as left out.

    `beside` names the sheets that are known to hold no questions.
    """
    parts = _unpacked(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # of what openpyxl leaves out: colours, lists to choose from, macros
            return _read_sheets(parts, is_head, beside)
    except UnreadableFile:
        raise
    except Exception as fault:  # a stranger's file fails in any way
        raise _damaged() from fault


def _read_sheets(parts: dict[str, bytes], is_head: IsHead, beside: tuple[str, ...]) -> Tables:
    packed = _packed(parts)
    results = load_workbook(io.BytesIO(packed), read_only=True, data_only=True, keep_links=False)
    has_formulas = any(_SHEET.fullmatch(name) and _FORMULA.search(part) for name, part in parts.items())
    formulas = load_workbook(io.BytesIO(packed), read_only=True, keep_links=False) if has_formulas else None
    tables, left_out = [], []
    for sheet in results.worksheets:
        rows = _rows(sheet, formulas[sheet.title] if formulas else None)
        table = headed(sheet.title, rows, is_head)
        if sheet.sheet_state != "visible":
            if table:
                left_out.append(
                    _sheet_left_out(sheet.title, N_("This sheet is hidden. Show it to bring it in."))
                )
        elif table:
            tables.append(table)
        elif sheet.title not in beside and any(row.cells for row in _rows(sheet, None)):
            left_out.append(_sheet_left_out(sheet.title, N_("No row of this sheet names the columns.")))
    return Tables(tuple(tables), tuple(left_out))


def _sheet_left_out(title: str, reason: str) -> LeftOut:
    return LeftOut(title, remark(reason))


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


def _unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of the archive that can hold tables, those that only take room left away."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = archive.infolist()
            _refuse_others({part.filename for part in listed})
            wanted = [part for part in listed if part.filename.endswith((".xml", ".rels"))]
            if len(listed) > MOST_PARTS or sum(part.file_size for part in wanted) > LARGEST_UNPACKED:
                raise unreadable(
                    N_("Unpacked, the file is larger than %(most)s MB. Leave only the questions in it."),
                    most=LARGEST_UNPACKED // 1_000_000,
                )
            parts = {part.filename: archive.read(part) for part in wanted}
    except UnreadableFile:
        raise
    except Exception as fault:  # encrypted, cut off, packed in an unknown way, telling lies of its size
        raise _damaged() from fault
    if any(_DECLARATION.search(part) for part in parts.values()):
        raise _damaged()
    return parts


def _refuse_others(names: set[str]) -> None:
    for sign, kind in _SIGNS_OF_OTHERS:
        if sign in names:
            raise unreadable(
                N_("This is a document of another kind (%(kind)s). Save the table as XLSX or CSV."), kind=kind
            )
    if "xl/workbook.xml" not in names:
        raise unreadable(N_("This is an archive, but no spreadsheet. Save the table as XLSX or CSV."))


def _damaged() -> UnreadableFile:
    return unreadable(
        N_("The spreadsheet is damaged. Open it in a spreadsheet program and save it again as XLSX.")
    )


def _packed(parts: dict[str, bytes]) -> bytes:
    """The archive again, without the cells and rows that hold nothing."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in parts.items():
            is_sheet = _SHEET.fullmatch(name)
            archive.writestr(name, _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", part)) if is_sheet else part)
    return target.getvalue()
