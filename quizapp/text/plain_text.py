"""A text as it is read for its sense: composed letters, plain blanks, nothing invisible; offsets kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizapp.text.spans import Span

_LINE_END = r"\r\n?|[\x85\u2028]"
_BLANK = r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_INVISIBLE = (
    r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)
_UNREADABLE = r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
_CHANGED = re.compile("|".join((_LINE_END, _BLANK, _INVISIBLE, _UNREADABLE)))
_LETTER = re.compile(
    rf"(?P<line_end>{_LINE_END})|(?P<blank>{_BLANK})|(?P<invisible>{_INVISIBLE})"
    rf"|(?P<unreadable>{_UNREADABLE})|(?P<plain>[\s\S])"
)
_READ_AS = {"line_end": "\n", "blank": " ", "invisible": "", "unreadable": "\ufffd"}
_FIRST_COMBINING = "\u0300"

Letter = tuple[str, int, int]
"""A character as read, and from where to where it stands in the text as given."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """The text for reading, and where each of its characters begins and ends in the text as given."""

    text: str
    given: str
    starts: Sequence[int]
    ends: Sequence[int]

    def as_given(self, span: Span) -> Span:
        """The same place in the text as given, with the words that stand there."""
        return Span.of(self.given, self.starts[span.start], self.ends[span.end - 1])


def plain_text(given: str) -> PlainText:
    """Read a text by its sense: NFC, one kind of blank and of line end, no soft hyphens or zero widths.

    What no text has (control characters, lone surrogates) is read as U+FFFD. Nothing else changes: a
    ligature stays one.
    """
    if unicodedata.is_normalized("NFC", given) and not _CHANGED.search(given):
        return PlainText(given, given, range(len(given)), range(1, len(given) + 1))
    letters = list(_composed(_letters(given)))
    return PlainText(
        "".join(letter for letter, _, _ in letters),
        given,
        [start for _, start, _ in letters],
        [end for _, _, end in letters],
    )


def _letters(given: str) -> Iterator[Letter]:
    for found in _LETTER.finditer(given):
        letter = _READ_AS.get(found.lastgroup or "", found.group())
        if letter:
            yield letter, found.start(), found.end()


def _composed(letters: Iterable[Letter]) -> Iterator[Letter]:
    cluster: list[Letter] = []
    for letter in letters:
        if cluster and not _attaches(cluster, letter[0]):
            yield from _normal(cluster)
            cluster = []
        cluster.append(letter)
    if cluster:
        yield from _normal(cluster)


def _attaches(cluster: list[Letter], letter: str) -> bool:
    """Whether the letter is a mark on the cluster before, or composes with it (as Korean syllables do)."""
    if letter < _FIRST_COMBINING or unicodedata.combining(letter):
        return letter >= _FIRST_COMBINING
    before = "".join(other for other, _, _ in cluster)
    return _nfc(before + letter) != _nfc(before) + _nfc(letter)


def _normal(cluster: list[Letter]) -> Iterable[Letter]:
    before = "".join(letter for letter, _, _ in cluster)
    after = _nfc(before)
    if after == before:
        return cluster
    return [(letter, cluster[0][1], cluster[-1][2]) for letter in after]


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
