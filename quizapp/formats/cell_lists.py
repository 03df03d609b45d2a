r"""Several texts in one cell: one a line, or with | between them; pairs are written "left = right".

A sign that means nothing special has a backslash before it: \|.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp.formats.remarks import N_, unusable
from quizapp.text.cleaning import clean_line

_PART = re.compile(r"(?:\\[\\|=,]|[^|\n])++")
_TAG = re.compile(r"(?:\\[\\|=,]|[^|\n,])++")
_LEFT = re.compile(r"((?:\\[\\|=,]|[^=])*+)=(.*)")
_IN_TEXT, _IN_LEFT, _IN_TAG = re.compile(r"[\\|]"), re.compile(r"[\\|=]"), re.compile(r"[\\|,]")
_ESCAPED = re.compile(r"\\([\\|=,])")


def split(cell: str) -> tuple[str, ...]:
    """The texts of a list."""
    return tuple(text for part in _PART.findall(cell) if (text := _plain(part)))


def split_tags(cell: str) -> tuple[str, ...]:
    """The texts of a list that may have commas between them too."""
    return tuple(text for part in _TAG.findall(cell) if (text := _plain(part)))


def split_pairs(cell: str, column: str) -> tuple[tuple[str, str], ...]:
    """The pairs of a list; Unusable where one has no sign between its sides, or nothing on one of them."""
    pairs = []
    for part in filter(str.strip, _PART.findall(cell)):
        found = _LEFT.fullmatch(part)
        pair = (_plain(found[1]), _plain(found[2])) if found else ("", "")
        if not all(pair):
            raise unusable(
                N_("In the column “%(column)s”, “%(found)s” is no pair. Write: left = right."),
                column=column,
                found=_plain(part),
            )
        pairs.append(pair)
    return tuple(pairs)


def join(texts: Iterable[str]) -> str:
    """A list that `split` takes apart again."""
    return "\n".join(_escape(text, _IN_TEXT) for text in texts)


def join_tags(texts: Iterable[str]) -> str:
    """A list that `split_tags` takes apart again."""
    return ", ".join(_escape(text, _IN_TAG) for text in texts)


def join_pairs(pairs: Iterable[tuple[str, str]]) -> str:
    """A list that `split_pairs` takes apart again."""
    return "\n".join(f"{_escape(left, _IN_LEFT)} = {_escape(right, _IN_TEXT)}" for left, right in pairs)


def _plain(part: str) -> str:
    return _ESCAPED.sub(r"\1", clean_line(part))


def _escape(text: str, signs: re.Pattern[str]) -> str:
    return signs.sub(r"\\\g<0>", text)
