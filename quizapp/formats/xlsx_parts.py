"""The parts of a spreadsheet file: unpacked within limits, and packed again with no more than holds words."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree.ElementTree import Element
from xml.sax.saxutils import quoteattr

from defusedxml.ElementTree import fromstring

from quizapp.formats.exchange import UnreadableFile
from quizapp.formats.remarks import N_, unreadable

LARGEST_UNPACKED = 60_000_000
MOST_PARTS = 2_000
_BOOK = re.compile(r"xl/workbook\d*\.xml")
SHEET = re.compile(r"xl/worksheets/[^/]*\.xml")
# what a spreadsheet formatted far beyond its last word is made of
_EMPTY_CELL = re.compile(rb'<c (?=[^<>]*\br=")[^<>]*/>|<c (?=[^<>]*\br=")[^<>]*></c>')
_EMPTY_ROW = re.compile(rb'<row (?=[^<>]*\br=")[^<>]*(?:/>|>\s*</row>)')
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SIGNS_OF_OTHERS = (
    ("xl/workbook.bin", "XLSB"),
    ("content.xml", "OpenDocument"),
    ("Index/Document.iwa", "Apple Numbers"),
    ("word/document.xml", "Word"),
    ("ppt/presentation.xml", "PowerPoint"),
)
_BESIDE = ("docProps/", "customXml/", "xl/theme/", "xl/drawings/", "xl/charts/", "xl/comments", "xl/pivot")
_STYLES = "xl/styles.xml"


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of the archive that can hold tables, those that only take room left away."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = archive.infolist()
            _refuse_others({part.filename for part in listed})
            wanted = [part for part in listed if _may_hold_words(part.filename)]
            if len(listed) > MOST_PARTS or sum(part.file_size for part in wanted) > LARGEST_UNPACKED:
                raise unreadable(
                    N_("Unpacked, the file is larger than %(most)s MB. Leave only the questions in it."),
                    most=LARGEST_UNPACKED // 1_000_000,
                )
            parts = {part.filename: archive.read(part) for part in wanted}
    except UnreadableFile:
        raise
    except Exception as fault:  # encrypted, cut off, packed in an unknown way, telling lies of its size
        raise damaged() from fault
    if any(_DECLARATION.search(part) for part in parts.values()):
        raise damaged()
    return parts


def _may_hold_words(name: str) -> bool:
    return name.endswith((".xml", ".rels")) and not name.startswith(_BESIDE)


def _refuse_others(names: set[str]) -> None:
    for sign, kind in _SIGNS_OF_OTHERS:
        if sign in names:
            raise unreadable(
                N_("This is a document of another kind (%(kind)s). Save the table as XLSX or CSV."), kind=kind
            )
    if not any(map(_BOOK.fullmatch, names)):
        raise unreadable(N_("This is an archive, but no spreadsheet. Save the table as XLSX or CSV."))


def damaged() -> UnreadableFile:
    """What is said of a spreadsheet that cannot be read."""
    return unreadable(
        N_("The spreadsheet is damaged. Open it in a spreadsheet program and save it again as XLSX.")
    )


def packed(parts: dict[str, bytes]) -> bytes:
    """The archive again, without the cells and rows that hold nothing."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, _without_rest(name, part))
    return target.getvalue()


def _without_rest(name: str, part: bytes) -> bytes:
    if name == _STYLES:
        return _formats_only(part)
    return _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", part)) if SHEET.fullmatch(name) else part


def _formats_only(styles: bytes) -> bytes:
    """The styles as far as they say what a number stands for.

    Colours and fonts, which some programs write in a way that openpyxl refuses, are left away.
    """
    root = fromstring(styles)
    space = root.tag.partition("}")[0] + "}"
    formats = _elements(root, f"{space}numFmts/{space}numFmt", "numFmtId", "formatCode")
    cells = _elements(root, f"{space}cellXfs/{space}xf", "numFmtId")
    kept = f"<numFmts>{formats}</numFmts><cellXfs>{cells or '<xf/>'}</cellXfs>"
    return f'<styleSheet xmlns="{space[1:-1]}">{kept}</styleSheet>'.encode()


def _elements(root: Element, path: str, *names: str) -> str:
    """The elements at the path with these of their attributes."""
    tag = path.rpartition("}")[2]
    told = (
        " ".join(f"{name}={quoteattr(found.get(name, '0'))}" for name in names)
        for found in root.iterfind(path)
    )
    return "".join(f"<{tag} {attributes}/>" for attributes in told)
