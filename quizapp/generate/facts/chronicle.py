"""Entries of a chronicle: lines that open with a date and a dash, and tell what happened then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.generate.dating import moment, says_year
from quizapp.generate.facts.chronology import Happening
from quizapp.generate.material import Sentence, Unit
from quizapp.generate.sense import content
from quizapp.generate.standing import why_not_alone
from quizapp.generate.wording import capitalized, joined

_DASHES = frozenset("–—-")
_STOPS = frozenset(".;!?")
_FEWEST = 3


def entries_of(sentences: Sequence[Sentence]) -> Iterator[Happening]:
    """The entries that can stand alone; none where fewer than three lines look like entries."""
    lines = [sentence for sentence in sentences if _is_entry(sentence)]
    if len(lines) >= _FEWEST:
        yield from filter(None, map(_entry, lines))


def _is_entry(sentence: Sentence) -> bool:
    units = sentence.units
    return len(units) > 2 and units[0].date is not None and units[1].text in _DASHES


def _entry(sentence: Sentence) -> Happening | None:
    date, told = sentence.units[0].date, _first_part(sentence.units[2:])
    if date is None or moment(date) is None or not says_year(date) or any(unit.date for unit in told):
        return None
    if not told or why_not_alone(told, sentence):
        return None
    return Happening(capitalized(joined(told, sentence)), date, content(told), (sentence.span,))


def _first_part(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """What stands before a semicolon or the end: the rest may have a date of its own."""
    end = next((at for at, unit in enumerate(units) if unit.text in _STOPS), len(units))
    return tuple(units[:end])
