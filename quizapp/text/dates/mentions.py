"""The dates of a text: where they stand, what they say, what they leave to be understood."""

from __future__ import annotations

import re

from quizapp.text.annotations import DateMention
from quizapp.text.dates.inference import completed
from quizapp.text.dates.leads import is_named_after_date
from quizapp.text.dates.relative import Relative, relative_dates
from quizapp.text.dates.styles import with_style
from quizapp.text.dates.worded import Wording
from quizapp.text.dates.wordings import with_about, with_part_of_season, wordings_at
from quizapp.text.lexicon import table
from quizapp.text.spans import Span

_BEGINNING = re.compile(
    rf"(?<!\w)(?<!\d[.,-])(?:\d|[IVX]{{1,5}}\b"
    rf"|(?i:{'|'.join(sorted(table('months')))}|{'|'.join(sorted(table('seasons')))})\b"
    rf"|(?i:{'|'.join(sorted(table('ordinals')))}|ostatni|przełom|lata|lat|stuleci|wiek|rok|r\.|anno|a\.\s?d\.))"
)


def find_dates(text: str, sentences: tuple[Span, ...]) -> tuple[DateMention, ...]:
    """The calendar dates of a text, in its order, none overlapping another; durations are none.

    `sentences` are the text's own. What has the form of a date but is in no calendar (31 February), what
    bears a date as its name (a street) and what only counts (1500 soldiers) is left out.
    """
    wordings = _wordings(text)
    return tuple(completed(text, sentences, _merged(wordings, relative_dates(text))))


def _merged(wordings: list[Wording], relatives: list[Relative]) -> list[Wording | Relative]:
    """Both in the order of the text, without those counting words that stand inside a fuller wording."""
    kept: list[Wording | Relative] = []
    every: list[Wording | Relative] = [*wordings, *relatives]
    for wording in sorted(every, key=lambda at: at.start):
        if not kept or kept[-1].end <= wording.start:
            kept.append(wording)
    return kept


def _wordings(text: str) -> list[Wording]:
    found: list[Wording] = []
    reached = 0
    while beginning := _BEGINNING.search(text, reached):
        wordings, end = wordings_at(text, beginning.start(), found[-1] if found else None)
        found += [_finished(text, wording) for wording in wordings]
        reached = max(end, beginning.start() + 1)
    return [wording for wording in found if wording.exists and not _is_name(text, wording)]


def _finished(text: str, wording: Wording) -> Wording:
    return with_style(text, with_about(text, with_part_of_season(text, wording)))


def _is_name(text: str, wording: Wording) -> bool:
    """Whether something is called after the day („ulica 11 Listopada”), which then has no year."""
    if wording.first.day is None or wording.first.year is not None or wording.last is not None:
        return False
    month = text[wording.start : wording.end].split()[-1]
    return (month.istitle() and len(month) > 1) or is_named_after_date(text, wording.start)
