"""What Word and OpenDocument have in common: elements that come one after another, some to be passed over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.sax.handler import ContentHandler

from quizapp.formats.documents.archive import Archive
from quizapp.formats.documents.errors import N_
from quizapp.formats.documents.page import Page
from quizapp.formats.exchange import Remark


class Elements(ContentHandler):
    """Passes on elements by their bare names, without those in `skipped` and what is inside of them."""

    skipped: frozenset[str] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def begin(self, tag: str, values: Mapping[str, str]) -> None:
        """An element begins; the names of its attributes are bare too."""

    def words(self, words: str) -> None:
        """Words that stand in the element at hand."""

    def finish(self, tag: str) -> None:
        """The element ends."""

    def startElement(self, name: str, attrs: Any) -> None:
        """What xml.sax calls at each beginning."""
        tag = _bare(name)
        if tag in self.skipped:
            self._depth += 1
        elif not self._depth:
            self.begin(tag, {_bare(key): value for key, value in attrs.items()})

    def characters(self, content: str) -> None:
        """What xml.sax calls with words."""
        if not self._depth:
            self.words(content)

    def endElement(self, name: str) -> None:
        """What xml.sax calls at each end."""
        tag = _bare(name)
        if tag in self.skipped:
            self._depth -= 1
        elif not self._depth:
            self.finish(tag)


def _bare(name: str) -> str:
    return name.rpartition(":")[2]


class _Title(Elements):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._is_title = False

    def begin(self, tag: str, values: Mapping[str, str]) -> None:
        self._is_title = tag == "title"

    def words(self, words: str) -> None:
        if self._is_title:
            self.found.append(words)

    def finish(self, tag: str) -> None:
        self._is_title = False


def title_in(archive: Archive, member: str) -> str:
    """The title that the properties of the document name; "" where there is none."""
    title = _Title()
    if member in archive.names:
        archive.parse(member, title)
    return " ".join("".join(title.found).split())


def with_notes(text: str, notes: str, title: str) -> Page:
    """The page, its notes behind the text and counted in a remark."""
    if not notes:
        return Page(text, title)
    count = str(len(notes.split("\n\n")))
    remark = Remark(N_("Notes were put at the end of the text: %(count)s."), (("count", count),))
    return Page(f"{text}\n\n{notes}".strip(), title, (remark,))
