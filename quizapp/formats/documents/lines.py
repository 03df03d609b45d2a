"""Printed lines made into paragraphs again: running heads dropped, words divided at line ends joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from quizapp.text.morphology import analyse
from quizapp.text.paragraphs import paragraphs_of

Lines = Sequence[str]

_PAGE_NUMBER = re.compile(
    r"(?:s\.|str\.|strona|page)?\s*[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:z|/|of)\s*\d{1,4})?", re.I
)
_FIGURES = re.compile(r"\d+")
_DEEPEST, _FEWEST_REPEATS, _MOST_PAGES = 2, 3, 0.6
_LONG, _ENDS = 0.7, '".!?…:;”»)'
_DIVIDED = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]\n([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def flowing_text(pages: Sequence[Lines]) -> tuple[str, int]:
    """The paragraphs of printed pages, and how many lines were left out as running heads and page numbers."""
    kept = _without_edges([[line.strip() for line in page] for page in pages])
    dropped = sum(1 for page in pages for line in page if line.strip()) - sum(map(len, kept))
    return paragraphs([line for page in kept for line in page]), dropped


def paragraphs(lines: Lines) -> str:
    """Lines of print as paragraphs with an empty line between them."""
    printed = "\n".join(lines)
    words = frozenset(word.casefold() for word in _WORD.findall(printed.replace("-\n", "\n")))
    stretches = _unbroken([printed[start:end] for start, end in paragraphs_of(printed)])
    return "\n\n".join(
        " ".join(_DIVIDED.sub(lambda found: _joined(found[1], found[2], words), stretch).split())
        for stretch in stretches
    )


def _unbroken(stretches: Lines) -> list[str]:
    """The stretches, those put together that a long line without an end parts from what follows."""
    widest = max((len(line) for stretch in stretches for line in stretch.split("\n")), default=0)
    whole: list[str] = []
    for stretch in stretches:
        last = whole[-1].rpartition("\n")[2] if whole else ""
        if len(last) >= _LONG * widest and last[-1:] not in _ENDS:
            whole[-1] = f"{whole[-1]}\n{stretch}"
        else:
            whole.append(stretch)
    return whole


def _joined(before: str, after: str, words: frozenset[str]) -> str:
    """A word that the line's end divided; one that has a hyphen of its own keeps it."""
    whole, hyphened = before + after, f"{before}-{after}"
    if after[:1].isupper() or hyphened.casefold() in words:
        return hyphened
    is_compound = before.endswith("o") and _is_adjective(after) and any(map(_is_adjective, _endings(before)))
    return hyphened if is_compound and whole.casefold() not in words else whole  # „polsko-litewski”


def _endings(before: str) -> tuple[str, str]:
    return before[:-1] + "y", before[:-1] + "i"


def _is_adjective(word: str) -> bool:
    return any(tag.startswith("adj") for *_, tag, _ in analyse(word))


def _without_edges(pages: Sequence[Lines]) -> list[list[str]]:
    """The pages without their running heads and numbers, which stand at most two lines deep at an edge."""
    kept = [[line for line in page if line] for page in pages]
    for _ in range(_DEEPEST):
        for edge in (0, -1):
            kept = _without_edge(kept, edge)
    return kept


def _without_edge(pages: list[list[str]], edge: int) -> list[list[str]]:
    lines = [page[edge] if page else "" for page in pages]
    repeated, numbers = _repeated(lines), _numbers(lines)
    out = {
        place for place, line in enumerate(lines) if line and (_shape(line) in repeated or place in numbers)
    }
    return [
        page if place not in out else page[1:] if edge == 0 else page[:-1] for place, page in enumerate(pages)
    ]


def _repeated(lines: Lines) -> frozenset[str]:
    """What most pages have there, or most of the left or of the right ones, figures apart."""
    groups = (lines, lines[0::2], lines[1::2])
    return frozenset(
        shape
        for group in groups
        for shape, count in Counter(map(_shape, group)).items()
        if count >= max(_FEWEST_REPEATS, _MOST_PAGES * len(group)) and shape.strip("# ")
    )


def _numbers(lines: Lines) -> frozenset[int]:
    """The pages whose line is but a number, one higher than on the page before or one lower than on the next."""
    found = [int(number[1]) if (number := _PAGE_NUMBER.fullmatch(line)) else None for line in lines]
    follow = [
        place for place, (one, other) in enumerate(pairwise(found)) if one is not None and other == one + 1
    ]
    return frozenset((*follow, *(place + 1 for place in follow)))


def _shape(line: str) -> str:
    return _FIGURES.sub("#", line.casefold())
