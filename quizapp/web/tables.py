"""Files to take away: tables that a spreadsheet in Polish opens as they are meant."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Response

from quizapp.web.languages import TIME_ZONE

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as CSV: semicolons, because commas are decimal; a byte-order mark, for the letters; no formulas."""
    target = io.StringIO()
    table = csv.writer(target, delimiter=";", quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    table.writerow(head)
    table.writerows([as_cell(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + target.getvalue().encode()


def as_cell(text: str) -> str:
    """Text that a spreadsheet will not take for a formula."""
    text = text.replace("\x00", "")
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_SIGNS) else text


def local_time(moment: datetime) -> str:
    """A moment where the school is, as spreadsheets read it."""
    return moment.astimezone(ZoneInfo(TIME_ZONE)).strftime("%Y-%m-%d %H:%M:%S")


def as_file(content: bytes, mimetype: str, name: str) -> Response:
    """A response that a browser saves under the name."""
    return Response(
        content, mimetype=mimetype, headers={"Content-Disposition": f"attachment; filename={name}"}
    )
