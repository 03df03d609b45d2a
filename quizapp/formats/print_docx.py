"""A test, its answer sheet and its key as a Word document, each version from a page of its own."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_BREAK
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from quizapp.items.item import GAP
from quizapp.items.versions import ArrangedItem, PaperVersion

Part = Literal["test", "sheet", "key"]
PARTS: tuple[Part, ...] = get_args(Part)

LINE = "_" * 34
BLANK = "____"
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class PaperWords:
    """What the paper says besides the questions, in the language of whoever prints it."""

    name: str
    date: str
    points: str
    version: str
    sheet: str
    key: str
    proof: str
    several: str
    order: str
    match: str


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed: a title, and the versions of the test under it."""

    title: str
    versions: tuple[PaperVersion, ...]
    words: PaperWords


def write_docx(paper: Paper, parts: Collection[Part]) -> bytes:
    """The parts asked for: all tests, then all answer sheets, then all keys."""
    document = _a4(paper.title)
    writers = {"test": _test, "sheet": _sheet, "key": _key}
    is_first = True
    for part in (part for part in PARTS if part in parts):
        for version in paper.versions:
            if not is_first:
                document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
            writers[part](document, paper, version)
            is_first = False
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _a4(title: str) -> Doc:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(11)
    style.paragraph_format.space_after = Pt(3)
    document.core_properties.title = _plain(title)
    document.core_properties.author = "quizapp"
    return document


def _test(document: Doc, paper: Paper, version: PaperVersion) -> None:
    _head(document, paper, version, "")
    for arranged in version.items:
        _question(document, paper.words, arranged)


def _sheet(document: Doc, paper: Paper, version: PaperVersion) -> None:
    _head(document, paper, version, paper.words.sheet)
    rows = [(f"{arranged.number}.", _place_to_answer(arranged)) for arranged in version.items]
    _table(document, rows, (Cm(1.4), Cm(15.4)))


def _key(document: Doc, paper: Paper, version: PaperVersion) -> None:
    _title(document, paper, version, paper.words.key)
    rows = [(f"{arranged.number}.", arranged.key, arranged.proof) for arranged in version.items]
    _table(document, rows, (Cm(1.2), Cm(4.6), Cm(11)))


def _title(document: Doc, paper: Paper, version: PaperVersion, what: str) -> None:
    heading = document.add_paragraph()
    heading.paragraph_format.keep_with_next = True
    title = heading.add_run(_plain(paper.title))
    title.bold, title.font.size = True, Pt(14)
    many = len(paper.versions) > 1
    under = " · ".join(filter(None, (what, f"{paper.words.version} {version.letter}" if many else "")))
    if under:
        _held(document.add_paragraph(under))


def _head(document: Doc, paper: Paper, version: PaperVersion, what: str) -> None:
    _title(document, paper, version, what)
    words = paper.words
    _held(document.add_paragraph(f"{words.name}: {LINE}   {words.date}: {'_' * 14}"))
    points = document.add_paragraph(f"{words.points}: {BLANK} / {len(version.items)}")
    points.paragraph_format.space_after = Pt(12)


def _question(document: Doc, words: PaperWords, arranged: ArrangedItem) -> None:
    """Its paragraphs hang together, so that no page ends between a stem and its options."""
    item = arranged.item
    lines = [document.add_paragraph()]
    lines[0].paragraph_format.space_before = Pt(8)
    lines[0].add_run(f"{arranged.number}. ").bold = True
    lines[0].add_run(_plain(item.stem).replace(GAP, "_" * 12))
    hint = {"multiple": words.several, "order": words.order, "match": words.match}.get(item.type)
    if hint:
        lines.append(document.add_paragraph())
        lines[-1].add_run(hint).italic = True
    lefts = enumerate(arranged.lefts, start=1)
    lines += [_indented(document, f"{number}. {left}  {BLANK}") for number, left in lefts]
    lines += [_indented(document, f"{choice.letter}. {choice.text}") for choice in arranged.choices]
    if item.type == "order":
        lines.append(_indented(document, _place_to_answer(arranged)))
    if item.is_typed and item.type != "cloze":
        lines.append(_indented(document, LINE * 2))
    for line in lines[:-1]:
        _held(line)
    for line in lines:
        line.paragraph_format.keep_together = True


def _place_to_answer(arranged: ArrangedItem) -> str:
    if arranged.item.is_typed:
        return LINE
    if arranged.item.type == "order":
        return " – ".join([BLANK] * arranged.blanks)
    if arranged.item.type == "match":
        return "   ".join(f"{number} {BLANK}" for number in range(1, arranged.blanks + 1))
    return "   ".join(f"☐ {choice.letter}" for choice in arranged.choices)


def _plain(text: str) -> str:
    """Without the signs that no XML file can hold."""
    return _NO_XML.sub("", text)


def _held(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.keep_with_next = True


def _indented(document: Doc, text: str) -> Paragraph:
    paragraph = document.add_paragraph(_plain(text))
    paragraph.paragraph_format.left_indent = Cm(0.8)
    paragraph.paragraph_format.space_after = Pt(1)
    return paragraph


def _table(document: Doc, rows: Sequence[tuple[str, ...]], widths: tuple[Cm, ...]) -> None:
    table = document.add_table(rows=len(rows), cols=len(widths))
    table.style, table.autofit = "Table Grid", False
    for made, texts in zip(table.rows, rows, strict=True):
        for cell, text, width in zip(made.cells, texts, widths, strict=True):
            cell.text, cell.width = _plain(text), width
    document.add_paragraph()
