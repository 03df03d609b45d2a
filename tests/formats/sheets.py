"""Spreadsheets made for the tests, as other programs would leave them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from quizapp.formats.bank import read_bank
from quizapp.formats.exchange import WrittenItem

BANK = Path(__file__).parents[2] / "questions" / "brzesc-litewski-1917"


def a_sheet(rows: Sequence[Sequence[Any]], mend: Callable[[Any], None] = lambda book: None) -> bytes:
    book = Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(list(row))
    mend(book)
    return saved(book)


def saved(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one of its parts changed, or added where it was not there."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        new.writestr(name, change(old.read(name) if name in old.namelist() else b""))
    return target.getvalue()


def shipped_items() -> list[WrittenItem]:
    return [
        WrittenItem(entry.item, entry.id, tuple(span.text for span in entry.item.evidence), entry.status)
        for entry in read_bank(BANK).items
    ]
