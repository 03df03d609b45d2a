"""Word documents: paragraphs, headings, lists, tables, notes; what was deleted or is hidden stays out."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.formats.documents.archive import Archive
from quizapp.formats.documents.markup import Elements, title_in, with_notes
from quizapp.formats.documents.page import LINE_END, Page, Paragraphs

_SIGNS = {"tab": " ", "br": LINE_END, "cr": LINE_END, "noBreakHyphen": "\u2011", "ptab": " "}
_CONTENTS_STYLES = ("TOC", "Spistreci")
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def read(archive: Archive) -> Page:
    """The text in its order, notes after it."""
    text = _text_of(archive, "word/document.xml")
    notes = [_text_of(archive, name) for name in _NOTES if name in archive.names]
    return with_notes(text, "\n\n".join(filter(None, notes)), title_in(archive, "docProps/core.xml"))


def _text_of(archive: Archive, member: str) -> str:
    reader = _Reader()
    archive.parse(member, reader)
    return reader.into.text()


class _Reader(Elements):
    skipped = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "tabs", "rt"})

    def __init__(self) -> None:
        super().__init__()
        self.into = Paragraphs()
        self._is_text = self._is_hidden = self._is_contents = False

    def begin(self, tag: str, values: Mapping[str, str]) -> None:
        if tag == "t":
            self._is_text = True
        elif tag == "r":
            self._is_hidden = False
        elif tag == "p":
            self._is_contents = False
        elif tag == "tr":
            self.into.begin_row()
        elif tag == "vanish":
            self._is_hidden = values.get("val", "") not in ("0", "false", "off")
        elif tag == "pStyle":
            self._is_contents = values.get("val", "").startswith(_CONTENTS_STYLES)

    def words(self, words: str) -> None:
        if self._is_text and not self._is_hidden and not self._is_contents:
            self.into.add(words)

    def finish(self, tag: str) -> None:
        if tag == "t":
            self._is_text = False
        elif tag == "p":
            self.into.end()
        elif tag == "tc":
            self.into.end_cell()
        elif tag == "tr":
            self.into.end_row()
        elif tag in _SIGNS:
            self.into.add(_SIGNS[tag])
