"""Files to take away: tables that a spreadsheet in Polish opens as they are meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Response

from quizapp.formats.csv_table import guarded, write_csv
from quizapp.web.languages import TIME_ZONE


def write_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as CSV for a spreadsheet in Polish, in which no text starts a formula."""
    return write_csv([head, *(map(guarded, row) for row in rows)])


def local_time(moment: datetime) -> str:
    """A moment where the school is, as spreadsheets read it."""
    return moment.astimezone(ZoneInfo(TIME_ZONE)).strftime("%Y-%m-%d %H:%M:%S")


def as_file(content: bytes, mimetype: str, name: str) -> Response:
    """A response that a browser saves under the name."""
    return Response(
        content, mimetype=mimetype, headers={"Content-Disposition": f"attachment; filename={name}"}
    )
