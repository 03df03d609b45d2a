"""What changed between two versions of an item, field by field and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from quizapp.items.item import Item, Status

Part = Literal["type", "category", "status", "stem", "options", "answer", "evidence", "feedback", "tags"]
Change = Literal["same", "added", "removed"]

_WORDS = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that both versions have, or only one of them."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of an item that changed, its old and new wording laid into each other."""

    part: Part
    pieces: tuple[Piece, ...]


def differences(old: Item, old_status: Status, new: Item, new_status: Status) -> tuple[Difference, ...]:
    """The parts that changed, in the order of the form; none where the two are equal as they are read."""
    before, after = _parts(old, old_status), _parts(new, new_status)
    return tuple(
        Difference(
            part,
            _whole(before[part], after[part])
            if part in _WORDS_OF_OURS
            else word_pieces(before[part], after[part]),
        )
        for part in before
        if before[part] != after[part]
    )


def word_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts in one: without what was added they give the old, without what was removed the new."""
    one, other = _WORDS.findall(old), _WORDS.findall(new)
    found: list[Piece] = []
    for change, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if change == "equal":
            found.append(Piece("same", "".join(one[i:j])))
            continue
        if i < j:
            found.append(Piece("removed", "".join(one[i:j])))
        if k < m:
            found.append(Piece("added", "".join(other[k:m])))
    return tuple(found)


_WORDS_OF_OURS: tuple[Part, ...] = ("type", "category", "status")
"""Parts that hold one word of the program, to be translated whole."""


def _whole(old: str, new: str) -> tuple[Piece, ...]:
    return Piece("removed", old), Piece("added", new)


def _parts(item: Item, status: Status) -> dict[Part, str]:
    return {
        "type": item.type,
        "category": item.category,
        "status": status,
        "stem": item.stem,
        "options": "\n".join(_option_lines(item)),
        "answer": "" if item.options else "\n".join(item.answer),
        "evidence": "\n".join(" ".join(span.text.split()) for span in item.evidence),
        "feedback": item.feedback,
        "tags": ", ".join(item.tags),
    }


def _option_lines(item: Item) -> Iterator[str]:
    for option in item.options:
        sign = "✓ " if option.correct else "✗ "
        text = f"{option.left} – {option.text}" if option.left else option.text
        yield f"{sign}{text} | {option.why}" if option.why else f"{sign}{text}"
