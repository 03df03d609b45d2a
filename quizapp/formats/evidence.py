"""Excerpts of a bank file and the places of the text that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from quizapp.formats.errors import ExcerptMissing, OccurrenceMissing
from quizapp.formats.toml_fields import Fields
from quizapp.text.spans import Span


def locate(fields: Fields, text: str | None, excerpt: str, occurrence: int) -> Span | None:
    """Where the text says the words for the nth time; None, with the error noted, where it does not.

    White space may differ, as in `find_excerpt`. None also where the text itself could not be read,
    which is an error already.
    """
    if text is None:
        return None
    span = next(islice(_occurrences(text, excerpt), occurrence - 1, None), None)
    if span is None and occurrence == 1:
        fields.errors.append(ExcerptMissing(fields.file, fields.where, excerpt))
    elif span is None:
        fields.errors.append(OccurrenceMissing(fields.file, fields.where, excerpt, occurrence))
    return span


def occurrence_of(text: str, span: Span) -> int:
    """Which time it is that the text says these words, counted from 1."""
    return 1 + sum(1 for earlier in _occurrences(text[: span.end], span.text) if earlier.start < span.start)


def _occurrences(text: str, excerpt: str) -> Iterator[Span]:
    words = r"\s+".join(map(re.escape, excerpt.split()))
    for found in re.finditer(f"(?=({words}))", text):
        yield Span.of(text, found.start(1), found.end(1))
