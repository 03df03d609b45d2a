"""quizapp's own table of questions, in a spreadsheet or as CSV: a row a question, its columns called by name.

Columns may stand in any order and be left out, apart from the question and its right answer. What a cell may
hold stands in the second sheet of the template (`own_template`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizapp.formats.cell_lists import join
from quizapp.formats.csv_table import guarded, write_csv
from quizapp.formats.exchange import LeftOut, Reading, ReadItem, Remark, Writing, WrittenItem
from quizapp.formats.numbered_answers import right_places
from quizapp.formats.own_answers import Cells
from quizapp.formats.own_columns import COLUMNS, LETTERED, REPEATED, columns_of, is_head
from quizapp.formats.own_rows import is_kept, read_row, write_row
from quizapp.formats.own_template import EXAMPLES, EXPLANATIONS, write_sheets
from quizapp.formats.questions import left_out
from quizapp.formats.remarks import N_, Unusable, remark, shortened, unreadable, unusable
from quizapp.formats.rows import Row, Table, unread_columns
from quizapp.formats.tables import read_tables

FEWEST_DISTRACTOR_COLUMNS = 4
LONGEST_CELL = 32_767
"""What a spreadsheet program keeps of a cell."""


def read_own_table(content: bytes) -> Reading:
    """The questions of a spreadsheet or CSV file, and the rows that hold none with the reason."""
    tables = read_tables(content, is_head, (EXPLANATIONS,))
    if not tables.tables:
        raise unreadable(
            N_("No row names the columns. The first row has to hold at least “%(stem)s” and “%(key)s”."),
            stem=COLUMNS["stem"],
            key=COLUMNS["key"],
        )
    items: list[ReadItem] = []
    columns = {table.name: columns_of(table.head) for table in tables.tables}
    refused = list(tables.left_out)
    for table in tables.tables:
        refused += unread_columns(
            table, {place for places in columns[table.name].values() for place in places}
        )
    for where, table, row in tables.numbered():
        try:
            items.append(read_row(_cells(table, row, columns[table.name]), where))
        except Unusable as fault:
            refused.append(left_out(where, fault, row.cell(columns[table.name]["stem"][0])))
    return Reading(tuple(_each_id_once(items)), tuple(refused))


def write_own_csv(items: Iterable[WrittenItem]) -> Writing:
    """The questions as CSV for a spreadsheet in Polish."""
    rows, refused = _written(items)
    head, texts = _table(rows)
    return Writing(write_csv([head, *(map(guarded, cells) for cells in texts)]), refused)


def write_own_xlsx(items: Iterable[WrittenItem]) -> Writing:
    """The questions as a spreadsheet with a sheet that explains its columns."""
    rows, refused = _written(items)
    return Writing(write_sheets(*_table(rows)), refused)


def template_xlsx() -> bytes:
    """A spreadsheet to fill in: three questions as examples and a sheet that explains the columns."""
    return write_sheets(*_table(EXAMPLES))


def _cells(table: Table, row: Row, columns: dict[str, list[int]]) -> Cells:
    if row.fault:
        raise Unusable(row.fault)
    if not table.name and len(row.cells) > len(table.head.cells):
        raise unusable(
            N_(
                "The row has %(found)s cells under %(named)s names. Put text that holds the separator in "
                "quotation marks."
            ),
            found=len(row.cells),
            named=len(table.head.cells),
        )
    texts = {field: tuple(filter(None, map(row.cell, places))) for field, places in columns.items()}
    filled = {field: found for field, found in texts.items() if found}
    return _in_words(filled, list(map(row.cell, columns[LETTERED]))) if LETTERED in filled else filled


def _in_words(cells: Cells, answers: Sequence[str]) -> Cells:
    """The cells with the right answers and the wrong ones instead of answers and the letters of the right."""
    right = right_places("".join(cells.get("key", ())), answers)
    wrong = [text for place, text in enumerate(answers) if text and place not in right]
    return {
        **cells,
        "key": (join(answers[place] for place in sorted(right)),),
        "distractors": (*cells.get("distractors", ()), *(join([text]) for text in wrong)),
    }


def _each_id_once(items: Iterable[ReadItem]) -> Iterator[ReadItem]:
    places: dict[str, str] = {}
    for read in items:
        before = places.setdefault(read.external_id, read.where) if read.external_id else read.where
        if before != read.where:
            said = remark(
                N_("The id “%(id)s” is taken already in row %(row)s, so it was left out."),
                id=read.external_id,
                row=before.rpartition(" ")[2],
            )
            read = replace(read, external_id="", remarks=(*read.remarks, said))
        yield read


def _written(items: Iterable[WrittenItem]) -> tuple[list[Cells], tuple[LeftOut, ...]]:
    rows, refused = [], []
    for written in items:
        row = write_row(written)
        reason = _why_not(written, row)
        if reason:
            refused.append(LeftOut(written.id, reason, shortened(written.item.stem)))
        else:
            rows.append(row)
    return rows, tuple(refused)


def _why_not(written: WrittenItem, row: Cells) -> Remark | None:
    """Why the row would not give the question back."""
    if any(len(text) > LONGEST_CELL for texts in row.values() for text in texts):
        return remark(
            N_("A text is longer than the %(most)s characters that a cell of a spreadsheet keeps."),
            most=LONGEST_CELL,
        )
    try:
        is_whole = is_kept(written, read_row(row, written.id))
    except Unusable as fault:
        return fault.remark
    return None if is_whole else remark(N_("A row of the table cannot hold this question as it is."))


def _table(rows: Sequence[Cells]) -> tuple[list[str], list[list[str]]]:
    """The names of the columns and the texts below them."""
    wrong = max((len(row.get(REPEATED, ())) for row in rows), default=0)
    widths = {name: max(wrong, FEWEST_DISTRACTOR_COLUMNS) if name == REPEATED else 1 for name in COLUMNS}
    head = [
        f"{shown} {number}" if name == REPEATED else shown
        for name, shown in COLUMNS.items()
        for number in range(1, widths[name] + 1)
    ]
    texts = [
        [text for name, width in widths.items() for text in (*row.get(name, ()), *[""] * width)[:width]]
        for row in rows
    ]
    return head, texts
