"""Text from strangers as it is kept: composed letters, plain line ends, no control or direction signs."""

from __future__ import annotations

import re
import unicodedata

_NO_CHARACTERS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + f"{_NO_CHARACTERS}]"
)
_JOINER_IN_A_WORD = re.compile(r"(?<=[A-Za-zÀ-ɏ])[\u200c\u200d]+(?=[A-Za-zÀ-ɏ])")
"""Joiners belong in Arabic, Indic and emoji; between Latin letters they only hide one word from another."""
_DRAWN_AS_NOTHING = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and a sign of Braille that no reader sees."""
_LINE_END = re.compile(r"\r\n?|[\u2028\u2029]")
_MANY_MARKS = re.compile(r"([\u0300-\u036f]{8})[\u0300-\u036f]+")


def clean_text(typed: str | None) -> str:
    """A text of several lines, its blanks as they were."""
    shown = _CONTROL.sub("", _LINE_END.sub("\n", typed or ""))
    text = unicodedata.normalize("NFC", _JOINER_IN_A_WORD.sub("", shown))
    return _MANY_MARKS.sub(r"\1", text)


def clean_line(typed: str | None) -> str:
    """A single line: as a text, with white space folded and trimmed."""
    return " ".join(clean_text(typed).split())


def clean_lines(typed: str | None) -> str:
    """Lines, each folded and trimmed, and none of them empty at the ends."""
    return "\n".join(" ".join(line.split()) for line in clean_text(typed).split("\n")).strip("\n")


def is_visible(text: str) -> bool:
    """Whether a reader sees anything: a letter, a figure or a sign, not marks, blanks and controls alone."""
    return any(unicodedata.category(sign)[0] in "LNPS" and sign not in _DRAWN_AS_NOTHING for sign in text)
