"""The formats that quizapp reads and writes: one line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizapp.formats.aiken import read_aiken, write_aiken
from quizapp.formats.anki import write_anki
from quizapp.formats.docx_questions import write_docx
from quizapp.formats.exchange import Reading, UnreadableFile, Writing, WrittenItem
from quizapp.formats.gift import read_gift
from quizapp.formats.gift_writing import write_gift
from quizapp.formats.kahoot import read_kahoot, write_kahoot
from quizapp.formats.moodle_writing import write_moodle_xml
from quizapp.formats.moodle_xml import read_moodle_xml
from quizapp.formats.own_table import read_own_table, write_own_csv, write_own_xlsx
from quizapp.formats.qti_package import read_qti
from quizapp.formats.qti_writing import write_qti21, write_qti22
from quizapp.formats.remarks import N_, unreadable
from quizapp.formats.testownik import read_testownik
from quizapp.formats.wayground import read_wayground, write_wayground
from quizapp.formats.zip_files import SIGNATURE

Reader = Callable[[bytes], Reading]
Writer = Callable[[Sequence[WrittenItem], str], Writing]
"""Takes the items and the title of the whole."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name in commands and addresses, its proper name, and its files."""

    name: str
    title: str
    extension: str
    mimetype: str
    read: Reader | None = None
    write: Writer | None = None


def _untitled(write: Callable[[Sequence[WrittenItem]], Writing]) -> Writer:
    return lambda items, title: write(items)


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FORMATS: tuple[Format, ...] = (
    Format("moodle", "Moodle XML", "xml", "application/xml", read_moodle_xml, _untitled(write_moodle_xml)),
    Format("gift", "GIFT", "txt", "text/plain", read_gift, _untitled(write_gift)),
    Format("qti", "QTI 1.2, 2.1, 2.2 (Canvas, OpenOlat, TAO…)", "zip", "application/zip", read_qti),
    Format("qti21", "QTI 2.1", "zip", "application/zip", None, write_qti21),
    Format("qti22", "QTI 2.2", "zip", "application/zip", None, write_qti22),
    Format("aiken", "Aiken", "txt", "text/plain", read_aiken, _untitled(write_aiken)),
    Format("testownik", "Testownik", "zip", "application/zip", read_testownik),
    Format("xlsx", "Excel (XLSX, CSV)", "xlsx", _XLSX, read_own_table, _untitled(write_own_xlsx)),
    Format("csv", "CSV", "csv", "text/csv", None, _untitled(write_own_csv)),
    Format("kahoot", "Kahoot!", "xlsx", _XLSX, read_kahoot, _untitled(write_kahoot)),
    Format("wayground", "Wayground (Quizizz)", "xlsx", _XLSX, read_wayground, _untitled(write_wayground)),
    Format("anki", "Anki", "apkg", "application/octet-stream", None, write_anki),
    Format("docx", "Word (DOCX)", "docx", _DOCX, None, write_docx),
)
_ALIKE = 3
"""Formats that must say the same of a file, before it is said to the teacher."""

READABLE = {known.name: known for known in FORMATS if known.read}
WRITABLE = {known.name: known for known in FORMATS if known.write}


def recognise(content: bytes) -> tuple[Format, Reading]:
    """The format that gives most of the file, and what it gives; UnreadableFile where none can be read."""
    readings: list[tuple[Format, Reading]] = []
    errors: list[UnreadableFile] = []
    for known in READABLE.values():
        try:
            readings.append((known, read_as(known.name, content)))
        except UnreadableFile as error:
            errors.append(error)
    if not readings:
        raise _most_telling(errors, content)
    return max(readings, key=lambda found: (len(found[1].items), len(found[1].left_out)))


def read_as(name: str, content: bytes) -> Reading:
    """The file read as the named format; UnreadableFile where it is not of it."""
    reader = READABLE[name].read
    assert reader is not None  # noqa: S101 - READABLE holds only formats with one
    return reader(content)


def _most_telling(errors: list[UnreadableFile], content: bytes) -> UnreadableFile:
    """What several formats say alike, such as that the file is empty; else that none of them is meant."""
    remark, count = Counter(error.remark for error in errors).most_common(1)[0]
    if content.lstrip().startswith(b"<"):
        return errors[0]
    if count >= _ALIKE and not content.startswith(SIGNATURE):
        return UnreadableFile(remark)
    return unreadable(
        N_("The file is of none of the formats that are known here. Choose its format to see why.")
    )
