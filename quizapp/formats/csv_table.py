"""Tables as CSV: read as spreadsheets of any country write it, written as one in Polish opens it as it is meant."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from quizapp.formats.remarks import N_, remark, unreadable
from quizapp.formats.rows import MOST_COLUMNS, IsHead, Row, Table, headed
from quizapp.text.decoding import Undecodable, decode

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
DELIMITERS = (";", ",", "\t")
_SEP_LINE = re.compile(r'\s*"?sep=(.)"?[ \t]*(?:\n|\Z)', re.IGNORECASE)


def write_csv(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows as CSV: semicolons, because commas are decimal, and a byte-order mark, for the letters."""
    target = io.StringIO()
    csv.writer(target, delimiter=";", quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n").writerows(rows)
    return BYTE_ORDER_MARK + target.getvalue().encode()


def guarded(text: str) -> str:
    """Text that a spreadsheet will not take for a formula; `unguarded` gives it back."""
    text = text.replace("\x00", "")
    return f"'{text}" if _needs_guard(text) else text


def unguarded(cell: str) -> str:
    """The text without the quote that `guarded` put before it."""
    return cell[1:] if cell.startswith("'") and _needs_guard(cell[1:]) else cell


def read_csv(content: bytes, is_head: IsHead) -> Table | None:
    """The table of a CSV file, its delimiter the one with which a row is a head; None where there is no head."""
    text = _text_of(content)
    told = _SEP_LINE.match(text)
    delimiters = (told[1],) if told else DELIMITERS
    start = told.end() if told else 0
    found = (headed("", _rows(text, start, delimiter), is_head) for delimiter in delimiters)
    return next((table for table in found if table), None)


def _needs_guard(text: str) -> bool:
    # a quote that stands there already gets one more, so that taking one away gives the text back
    return text.lstrip(" '").startswith(FORMULA_SIGNS)


def _text_of(content: bytes) -> str:
    try:
        text = decode(content).text
    except Undecodable as fault:
        raise unreadable(
            N_(
                "This is neither a spreadsheet (XLSX) nor a table as text (CSV): it cannot be read from "
                "byte %(position)s on. Save it as XLSX, or as CSV in UTF-8."
            ),
            position=fault.position,
        ) from fault
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _rows(text: str, start: int, delimiter: str) -> Iterator[Row]:
    sign = re.escape(delimiter)
    # a quotation mark opens a quoted cell only where one before a delimiter closes it, else it is a letter
    cell_pattern = re.compile(
        rf' *"((?:[^"]|"")*+)" *(?=[{sign}\n]|\Z)([{sign}\n]?)|([^{sign}\n]*)([{sign}\n]?)'
    )
    cells: list[str] = []
    number, is_unclosed, position = 1, False, start
    while position < len(text):
        found = cell_pattern.match(text, position)
        if found is None:  # pragma: no cover - the second half matches anything
            break
        quoted, quoted_end, bare, bare_end = found.groups()
        if quoted is None and bare.lstrip().startswith('"') and bare.count('"') % 2:
            is_unclosed = True
        cells.append(bare if quoted is None else quoted.replace('""', '"'))
        position = found.end()
        is_end = (bare_end if quoted is None else quoted_end) != delimiter
        if is_end or len(cells) > MOST_COLUMNS:
            yield _row(number, cells, is_unclosed)
            cells, number, is_unclosed = [], number + 1, False
    if cells:
        yield _row(number, cells, is_unclosed)


def _row(number: int, cells: list[str], is_unclosed: bool) -> Row:
    texts = [unguarded(cell.strip(" ")).strip() for cell in cells[:MOST_COLUMNS]]
    if len(cells) <= MOST_COLUMNS:
        while texts and not texts[-1]:
            texts.pop()
    else:
        texts.append(cells[-1])  # one too many, so that it is told
    fault = remark(N_("A quotation mark opens a cell and none closes it. Close it or delete it."))
    return Row(number, tuple(texts), fault if is_unclosed else None)
