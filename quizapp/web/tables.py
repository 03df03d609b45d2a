"""Files to take away: tables that a spreadsheet in Polish opens as they are meant."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Response

from quizapp.formats.csv_table import write_table
from quizapp.web.languages import TIME_ZONE

__all__ = ["as_file", "local_time", "write_table"]


def local_time(moment: datetime) -> str:
    """A moment where the school is, as spreadsheets read it."""
    return moment.astimezone(ZoneInfo(TIME_ZONE)).strftime("%Y-%m-%d %H:%M:%S")


def as_file(content: bytes, mimetype: str, name: str) -> Response:
    """A response that a browser saves under the name."""
    return Response(
        content, mimetype=mimetype, headers={"Content-Disposition": f"attachment; filename={name}"}
    )
