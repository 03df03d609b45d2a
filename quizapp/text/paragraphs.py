"""Where a line of a text ends a paragraph, a heading or an entry, and where it merely wraps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\Z")
_ENDS_PARAGRAPH = "\x0c\u2029"
_WRAPPED = range(45, 160)  # the width of lines wrapped by hand or by a program
_BEGINS_ENTRY = re.compile(r"[-–—•*·▪]\s|\d{1,3}[.)]\s|[a-z]\)\s")

Stretch = tuple[int, int]


def paragraphs_of(text: str) -> Iterator[Stretch]:
    """The stretches of the text that no sentence goes beyond, without the blanks around them."""
    for block in _blocks(text):
        yield from _joined(text, block)


def _blocks(text: str) -> Iterator[list[Stretch]]:
    """Lines that no empty line parts."""
    block: list[Stretch] = []
    start = 0
    for end in _BREAK.finditer(text):
        words = text[start : end.start()]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            block.append((first, first + len(words.strip())))
        if block and (not words.strip() or end.group() in _ENDS_PARAGRAPH):
            yield block
            block = []
        start = end.end()


def _joined(text: str, block: list[Stretch]) -> Iterator[Stretch]:
    widest = max(end - start for start, end in block)
    start = block[0][0]
    for line, following in pairwise(block):
        if not _wraps(text, line, following, widest):
            yield start, line[1]
            start = following[0]
    yield start, block[-1][1]


def _wraps(text: str, line: Stretch, following: Stretch, widest: int) -> bool:
    """Whether the line was broken only for want of room, or goes on with a small letter."""
    if _BEGINS_ENTRY.match(text, *following):
        return False
    if text[following[0]].islower() and text[line[1] - 1] not in ";:":
        return True
    word = text[following[0] : following[0] + widest].split(maxsplit=1)[0]
    return widest in _WRAPPED and line[1] - line[0] + 1 + len(word) > widest
