"""Which quotation marks belong together.

A mark is read by its shape first and by its neighbours where the shape leaves open whether it opens or
closes. A mark that is not closed within its paragraph opens nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_CLOSERS = {
    "„": '”“"‟',
    ",,": "''”\"“",
    "“": "”",
    "‟": "”",
    "”": "”",
    '"': '"”',
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‚": "’‘",
    "‘": "’",
    "'": "'",
}
_ALWAYS_OPENS = frozenset(("„", ",,"))
_MARK = re.compile(r",,|''|[„”“‟«»\"‚‘’'‹›]")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_OPENS_AFTER = frozenset("([{–—-/…\"'„“‟‚‘«»‹›,")


class Quoted(NamedTuple):
    """The words between two marks, and where the marks themselves begin and end."""

    start: int
    end: int
    outer_start: int
    outer_end: int


@dataclass(frozen=True, slots=True)
class _Mark:
    shape: str
    start: int
    end: int
    can_open: bool
    can_close: bool


@lru_cache(maxsize=2)  # the sentences and the quotations of one text both ask
def outermost_quoted(text: str) -> tuple[Quoted, ...]:
    """Every piece of the text between marks that lies in no other, in the order of the text."""
    found: list[Quoted] = []
    for start, end in _paragraphs(text):
        found.extend(_outermost(sorted(_pairs(_marks(text, start, end)))))
    return tuple(quoted for pair in found if (quoted := _trimmed(text, pair)))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        in_word = before.isalnum() and after.isalnum()
        opens = not after.isspace() and (before.isspace() or before in _OPENS_AFTER)
        closes = not before.isspace() and not after.isalnum()
        yield _Mark(match.group(), match.start(), match.end(), opens and not in_word, closes and not in_word)


def _pairs(marks: Iterator[_Mark]) -> Iterator[Quoted]:
    """Pairs of marks, inner ones first; an opened mark that an outer pair closes over is forgotten."""
    opened: list[_Mark] = []
    awaited: Counter[str] = Counter()  # how many opened marks each shape would close
    for mark in marks:
        if awaited[mark.shape] and _closes(mark):
            while mark.shape not in _closers(opened[-1]):
                awaited.subtract(_closers(opened.pop()))
            opener = opened.pop()
            awaited.subtract(_closers(opener))
            yield Quoted(opener.end, mark.start, opener.start, mark.end)
        elif _opens(mark):
            opened.append(mark)
            awaited.update(_closers(mark))


def _closes(mark: _Mark) -> bool:
    return mark.can_close or (mark.shape == "”" and not mark.can_open)


def _opens(mark: _Mark) -> bool:
    return mark.shape in _ALWAYS_OPENS or (mark.can_open and mark.shape in _CLOSERS)


def _closers(mark: _Mark) -> tuple[str, ...]:
    """The shapes that close this mark."""
    return tuple(_MARK.findall(_CLOSERS[mark.shape]))


def _outermost(pairs: list[Quoted]) -> Iterator[Quoted]:
    reached = -1
    for pair in pairs:
        if pair.outer_start >= reached:
            reached = pair.outer_end
            yield pair


def _trimmed(text: str, pair: Quoted) -> Quoted | None:
    words = text[pair.start : pair.end]
    if not any(character.isalnum() for character in words):
        return None
    start = pair.start + len(words) - len(words.lstrip())
    return pair._replace(start=start, end=start + len(words.strip()))
