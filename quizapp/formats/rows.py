"""A table of questions as rows of texts, whichever file it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from quizapp.formats.exchange import LeftOut, Remark
from quizapp.formats.remarks import N_, remark, unreadable

MOST_COLUMNS, MOST_ROWS, MOST_CELLS = 500, 50_000, 1_000_000
LAST_HEAD = 30
"""The row below which no head is looked for."""

IsHead = Callable[[tuple[str, ...]], bool]
"""Whether the texts of a row are the names of the columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of a row, none of the last ones empty; its number as a spreadsheet counts.

    `fault` says why the row cannot be trusted.
    """

    number: int
    cells: tuple[str, ...]
    fault: Remark | None = None

    def cell(self, column: int) -> str:
        """The text in the column, counted from 0; "" beyond the last."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """The row that names the columns, and the rows below it that are not empty; CSV has no name."""

    name: str
    head: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a file that have the head looked for; and what was not read besides."""

    tables: tuple[Table, ...]
    left_out: tuple[LeftOut, ...] = ()

    def numbered(self) -> Iterator[tuple[str, Table, Row]]:
        """Each row with its place in words and its table."""
        for table in self.tables:
            sheet = f"sheet {table.name}, " if len(self.tables) > 1 else ""
            for row in table.rows:
                yield f"{sheet}row {row.number}", table, row


def headed(name: str, rows: Iterable[Row], is_head: IsHead) -> Table | None:
    """The table that begins with the first row that is a head; None where there is none."""
    filled = within_bounds(row for row in rows if row.cells or row.fault)
    for row in filled:
        if row.number > LAST_HEAD:
            return None
        if is_head(row.cells):
            return Table(name, row, tuple(filled))
    return None


def within_bounds(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, if they are no more than a table of questions has; UnreadableFile at the one too many."""
    cells = 0
    for count, row in enumerate(rows, start=1):
        cells += len(row.cells)
        if len(row.cells) > MOST_COLUMNS:
            raise unreadable(
                N_("Row %(row)s has more than %(most)s columns, so this is no table of questions."),
                row=row.number,
                most=MOST_COLUMNS,
            )
        if count > MOST_ROWS or cells > MOST_CELLS:
            raise unreadable(
                N_("The table is too large (row %(row)s). Split it into files of up to %(most)s rows."),
                row=row.number,
                most=MOST_ROWS,
            )
        yield row


def unread_columns(table: Table, read: set[int]) -> Iterator[LeftOut]:
    """The columns that hold something and are none of those that were read."""
    filled = {column for row in table.rows for column, text in enumerate(row.cells) if text}
    if not table.name:  # in CSV what lies beyond the head is a fault of its row
        filled &= set(range(len(table.head.cells)))
    for column in sorted(filled - read):
        reason = remark(
            N_("Column %(column)s (“%(name)s”) is none of this table, so it was not read."),
            column=letter(column),
            name=table.head.cell(column),
        )
        yield LeftOut(f"row {table.head.number}", reason)


def letter(column: int) -> str:
    """What a spreadsheet calls the column counted from 0: A, B, …, Z, AA."""
    before, place = divmod(column, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + place)
