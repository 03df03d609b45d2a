"""Questions as a Word document: numbered, with room for answers, and the key with its evidence on a page of its own."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from quizapp.formats.exchange import Writing, WrittenItem
from quizapp.formats.on_paper import OnPaper, on_paper
from quizapp.formats.rows import letter
from quizapp.text.cleaning import clean_line, clean_lines

KEY = "Klucz"
_HINTS = {
    "multiple": "Zaznacz wszystkie poprawne odpowiedzi.",
    "order": "Wpisz litery w dobrej kolejności.",
    "match": "Do każdej liczby dopisz literę.",
}
_LINE = "_" * 40
_INDENT = Cm(0.9)


def write_docx(items: Iterable[WrittenItem], title: str, *, with_key: bool = True, seed: str = "") -> Writing:
    """The questions in the order given, their options in that of the seed; with or without the key at the end."""
    numbered = [(written, on_paper(written.item, f"{seed}{written.id}")) for written in items]
    document = Document()
    _speak_polish(document)
    document.core_properties.title, document.core_properties.author = clean_lines(title)[:255], ""
    document.add_heading(clean_lines(title), level=1)
    for number, (_, shown) in enumerate(numbered, start=1):
        _ask(document, number, shown)
    if with_key and numbered:
        document.add_heading(KEY, level=1).paragraph_format.page_break_before = True
        for number, (written, shown) in enumerate(numbered, start=1):
            _tell_key(document, number, written, shown)
    target = io.BytesIO()
    document.save(target)
    return Writing(target.getvalue())


def _speak_polish(document: WordDocument) -> None:
    for language in document.styles.element.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:val"), "pl-PL")
    document.styles["Normal"].font.size = Pt(11)


def _ask(document: WordDocument, number: int, shown: OnPaper) -> None:
    stem = document.add_paragraph()
    stem.add_run(f"{number}. ").bold = True
    stem.add_run(clean_lines(shown.item.stem))
    lines = [f"{place}. {clean_line(text)}" for place, text in enumerate(shown.lefts, start=1)]
    lines += [f"{letter(place)}. {clean_line(text)}" for place, text in enumerate(shown.choices)]
    if hint := _HINTS.get(shown.item.type):
        stem.add_run(f" {hint}").italic = True
    if room := _room(shown):
        lines.append(room)
    _keep_together([stem, *(_indented(document, line) for line in lines)])


def _room(shown: OnPaper) -> str:
    """The line that is written on."""
    if shown.item.type == "match":
        return "   ".join(f"{place} – ____" for place in range(1, len(shown.lefts) + 1))
    if shown.item.type == "order":
        return "   ".join(["____"] * len(shown.choices))
    return f"Odpowiedź: {_LINE}" if shown.item.is_typed else ""


def _tell_key(document: WordDocument, number: int, written: WrittenItem, shown: OnPaper) -> None:
    first = document.add_paragraph()
    first.add_run(f"{number}. ").bold = True
    first.add_run("\n".join(map(clean_lines, shown.key)))
    told = [first]
    if feedback := clean_lines(written.item.feedback):
        told.append(_indented(document, feedback))
    for excerpt in written.excerpts:
        quoted = _indented(document, "")
        quoted.add_run(f"„{clean_line(excerpt)}”").italic = True
        told.append(quoted)
    _keep_together(told)


def _indented(document: WordDocument, text: str) -> Paragraph:
    paragraph = document.add_paragraph(text)
    paragraph.paragraph_format.left_indent = _INDENT
    return paragraph


def _keep_together(paragraphs: Sequence[Paragraph]) -> None:
    """One question on one page, and a blank only after it."""
    for paragraph in paragraphs[:-1]:
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_after = Pt(2)
    paragraphs[-1].paragraph_format.space_after = Pt(12)
