"""Places of a text found again after the text was edited."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from operator import eq

from quizapp.text.spans import Span

CONTEXT = 200
ENOUGH = 12
"""Characters around words that occur several times which have to be as they were."""


def reanchored(old: str, new: str, spans: Iterable[Span]) -> tuple[Span | None, ...]:
    """Where the new text says the words that stood at each span of the old; None where it does not any more.

    White space may differ. Words that either text says several times are told apart by what stands around
    them, then by the nearest place; they are lost where their surroundings are.
    """
    moved_from = _common_start(old, new)
    return tuple(_found_again(old, new, span, moved_from) for span in spans)


def _found_again(old: str, new: str, span: Span, moved_from: int) -> Span | None:
    words = _pattern(span.text)
    if words is None:
        return None
    places = [Span.of(new, found.start(1), found.end(1)) for found in words.finditer(new)]
    is_one_in_each = len(places) == 1 and sum(1 for _ in words.finditer(old)) == 1
    if is_one_in_each or not places:
        return places[0] if places else None
    expected = span.start if span.start < moved_from else span.start + len(new) - len(old)
    best = max(
        places, key=lambda place: (_common_context(old, span, new, place), -abs(place.start - expected))
    )
    around = min(CONTEXT, span.start) + min(CONTEXT, len(old) - span.end)
    return best if _common_context(old, span, new, best) >= min(ENOUGH, around) else None


def _common_context(old: str, span: Span, new: str, place: Span) -> int:
    """How many characters before and after are the same in both."""
    before = _common_start(_before(old, span), _before(new, place))
    return before + _common_start(_after(old, span), _after(new, place))


def _common_start(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(bool, map(eq, one, other)))


def _before(text: str, span: Span) -> str:
    return text[max(0, span.start - CONTEXT) : span.start][::-1]


def _after(text: str, span: Span) -> str:
    return text[span.end : span.end + CONTEXT]


def _pattern(words: str) -> re.Pattern[str] | None:
    """The words with any white space between them, found also where they overlap themselves."""
    spaced = r"\s+".join(map(re.escape, words.split()))
    return re.compile(f"(?=({spaced}))") if spaced else None
