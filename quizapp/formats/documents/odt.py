"""OpenDocument texts: paragraphs, headings, lists, tables, notes; comments and what was deleted stay out."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.formats.documents.archive import Archive
from quizapp.formats.documents.errors import N_, refuse
from quizapp.formats.documents.markup import Elements, title_in, with_notes
from quizapp.formats.documents.page import LINE_END, Page, Paragraphs

_MANIFEST = "META-INF/manifest.xml"
_SIGNS = {"s": " ", "tab": " ", "line-break": LINE_END}


def read(archive: Archive) -> Page:
    """The text in its order, notes after it."""
    if _MANIFEST in archive.names and b"encryption-data" in archive.read(_MANIFEST):
        raise refuse(N_("This document is protected by a password. Save it without one."))
    reader = _Reader()
    archive.parse("content.xml", reader)
    return with_notes(reader.text.text(), reader.notes.text(), title_in(archive, "meta.xml"))


class _Reader(Elements):
    skipped = frozenset(
        {
            "tracked-changes",
            "annotation",
            "table-of-content",
            "note-citation",
            "forms",
            "ruby-text",
            "desc",
            "title",
        }
    )

    def __init__(self) -> None:
        super().__init__()
        self.text, self.notes = Paragraphs(), Paragraphs()
        self._in_note = self._in_paragraph = 0

    @property
    def _into(self) -> Paragraphs:
        return self.notes if self._in_note else self.text

    def begin(self, tag: str, values: Mapping[str, str]) -> None:
        if tag in ("p", "h"):
            self._in_paragraph += 1
        elif tag == "note":
            self._in_note += 1
        elif tag == "table-row":
            self._into.begin_row()

    def words(self, words: str) -> None:
        if self._in_paragraph:
            self._into.add(words)

    def finish(self, tag: str) -> None:
        if tag in ("p", "h"):
            self._in_paragraph -= 1
            self._into.end()
        elif tag == "note":
            self._in_note -= 1
        elif tag == "table-cell":
            self._into.end_cell()
        elif tag == "table-row":
            self._into.end_row()
        elif tag in _SIGNS:
            self._into.add(_SIGNS[tag])
