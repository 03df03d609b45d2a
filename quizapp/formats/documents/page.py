"""A text under construction: paragraphs that grow word by word, whatever the format."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quizapp.formats.exchange import Remark

LINE_END = "\u2028"
"""A line end inside a paragraph, as in a poem."""
_BLANKS = re.compile(r"[ \t\n\r\f\v\u2029]+")
_BETWEEN_CELLS = " – "
"""How a chronicle parts a date and what happened: a row of a table reads like its entry."""


@dataclass(frozen=True, slots=True)
class Page:
    """The text that a reader found, the title where the document names one, and what is to be said of it."""

    text: str
    title: str = ""
    remarks: tuple[Remark, ...] = ()


@dataclass(slots=True)
class Paragraphs:
    """Collects words; a closed paragraph without any leaves nothing, a row of a table becomes one."""

    done: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    rows: int = 0

    def add(self, words: str) -> None:
        """Go on with the paragraph."""
        self.open.append(words)

    def end(self) -> None:
        """Close the paragraph; inside a cell it only parts the words."""
        if self.rows:
            self.add(" ")
        else:
            self._keep(self._closed("\n"))

    def begin_row(self) -> None:
        """A row begins; one inside a cell of another adds to that cell."""
        if not self.rows:
            self.end()
        self.rows += 1

    def end_cell(self) -> None:
        """A cell of the outermost row ends."""
        if self.rows == 1 and (words := self._closed(" ")):
            self.cells.append(words)

    def end_row(self) -> None:
        """The row ends; an end without a beginning counts for nothing."""
        self.end_cell()
        self.rows = max(0, self.rows - 1)
        if not self.rows:
            self._keep(_BETWEEN_CELLS.join(self.cells))
            self.cells.clear()

    def text(self) -> str:
        """All paragraphs, an empty line between them."""
        while self.rows:
            self.end_row()
        self.end()
        return "\n\n".join(self.done)

    def _closed(self, line_end: str) -> str:
        lines = (_BLANKS.sub(" ", line).strip() for line in "".join(self.open).split(LINE_END))
        self.open.clear()
        return line_end.join(line for line in lines if line)

    def _keep(self, words: str) -> None:
        if words:
            self.done.append(words)
