"""Text from strangers as it is kept: composed letters, plain line ends, no control or direction signs."""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_LINE_END = re.compile(r"\r\n?|[\u2028\u2029]")
_MANY_MARKS = re.compile(r"([\u0300-\u036f]{8})[\u0300-\u036f]+")


def clean_text(typed: str | None) -> str:
    """A text of several lines, its blanks as they were."""
    text = unicodedata.normalize("NFC", _LINE_END.sub("\n", typed or ""))
    return _MANY_MARKS.sub(r"\1", _CONTROL.sub("", text))


def clean_line(typed: str | None) -> str:
    """A single line: as a text, with white space folded and trimmed."""
    return " ".join(clean_text(typed).split())


def clean_lines(typed: str | None) -> str:
    """Lines, each folded and trimmed, and none of them empty at the ends."""
    return "\n".join(" ".join(line.split()) for line in clean_text(typed).split("\n")).strip("\n")
