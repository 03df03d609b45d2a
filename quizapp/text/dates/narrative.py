"""What a text tells of in turn: the date that its narrative has reached, apart from what it mentions by the way."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from quizapp.text.dates.asides import is_aside, is_year_in_brackets, stands_in_short_brackets
from quizapp.text.dates.edtf import Moment
from quizapp.text.lexicon import lines
from quizapp.text.quotation_marks import outermost_quoted
from quizapp.text.spans import Span

_NEW_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_BRACKETED = re.compile(r"\([^()]{1,400}\)")
_FAR, _PARAGRAPHS = 5_000, 2
_OPENING = re.compile(r"\W{0,4}(?:\w{1,12}\s{1,3}){0,2}")
_VAGUE = re.compile(
    rf"(?<!\w)(?i:{'|'.join(sorted(lines('vague_times')))}"
    r"|po\s{1,2}(?:\w{2,14}\s{1,2})?(?:chwili|godzinie|godzinach|dniach|tygodniu|tygodniach|miesiącu|miesiącach"
    r"|roku(?!\s\d)|latach|czasie|upływie))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A date that others can lean on: its value, where it stands, and where its year is said.

    `is_night` if it is the second of two days in one wording, so that nobody knows which is the next.
    """

    at: Moment
    span: Span
    year_span: Span
    is_night: bool = False

    @property
    def year(self) -> int:
        """The year; 0 if it says none."""
        return self.at.year or 0


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the sentences and paragraphs of a text begin, and where something is quoted or put in brackets."""

    text: str
    sentence_starts: Sequence[int]
    paragraph_starts: Sequence[int]
    insertions: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, text: str, sentences: Sequence[Span]) -> Layout:
        """The layout of a text whose sentences are known."""
        quoted = [(one.outer_start, one.outer_end) for one in outermost_quoted(text)]
        insertions: list[tuple[int, int]] = []
        for start, end in sorted([*quoted, *(found.span() for found in _BRACKETED.finditer(text))]):
            if not insertions or insertions[-1][1] <= start:
                insertions.append((start, end))
        paragraphs = [found.end() for found in _NEW_PARAGRAPH.finditer(text)]
        return cls(text, [sentence.start for sentence in sentences], paragraphs, insertions)

    def sentences_between(self, start: int, end: int) -> int:
        """How many sentences begin after the one and up to the other place."""
        return bisect_right(self.sentence_starts, end) - bisect_right(self.sentence_starts, start)

    def paragraphs_between(self, start: int, end: int) -> int:
        """How many paragraphs begin after the one and up to the other place."""
        return bisect_right(self.paragraph_starts, end) - bisect_right(self.paragraph_starts, start)

    def sentence_at(self, place: int) -> tuple[int, int]:
        """Where the sentence around the place begins and ends."""
        number = bisect_right(self.sentence_starts, place)
        start = self.sentence_starts[number - 1] if number else 0
        is_last = number == len(self.sentence_starts)
        return start, len(self.text) if is_last else self.sentence_starts[number]

    def opens_sentence(self, place: int) -> bool:
        """Whether no more than a particle or preposition stands before the place in its sentence."""
        start, _ = self.sentence_at(place)
        return place - start < 30 and _OPENING.fullmatch(self.text, start, place) is not None

    def insertion_around(self, place: int) -> tuple[int, int] | None:
        """The quotation, or bracket with more in it than dates, that the place is inside of."""
        number = bisect_right(self.insertions, place, key=lambda at: at[0])
        if not number or self.insertions[number - 1][1] <= place:
            return None
        start, end = self.insertions[number - 1]
        return None if stands_in_short_brackets(self.text, start, end) else (start, end)


@dataclass(slots=True)
class _Thread:
    """The last date told of that says its year, and the last step: none if that was vague."""

    told: Told | None = None
    step: Told | None = None


@dataclass(frozen=True, slots=True)
class _Mentioned:
    """The last date mentioned, none if vague: where, and whether only by the way."""

    start: int
    date: Told | None
    by_the_way: bool


@dataclass(slots=True)
class Narrative:
    """What has been told of so far: in the text itself, and in the quotation or bracket at hand."""

    layout: Layout
    _main: _Thread = field(default_factory=_Thread)
    _inserted: _Thread = field(default_factory=_Thread)
    _insertion: tuple[int, int] | None = None
    _last: _Mentioned | None = None

    def told_before(self, start: int) -> Told | None:
        """The date from which one at that place takes its year: told of in this paragraph or one of the two before."""
        inner = self._inserted if self._is_inside(start) else self._main
        told = inner.told or self._main.told
        if told is None or start - told.span.end >= _FAR:
            return None
        return told if self.layout.paragraphs_between(told.span.end, start) <= _PARAGRAPHS else None

    def base_before(self, start: int) -> Told | None:
        """The date from which words at that place count.

        It is the last in the sentence or the one before, or else the last step of the narrative if that
        was earlier in the paragraph, the words open their sentence and no vague time has passed.
        """
        last, between = self._last, self.layout.sentences_between
        if last and between(last.start, start) <= (0 if last.by_the_way else 1):
            return self._in_paragraph(last.date, start)
        base = self._in_paragraph((self._inserted if self._is_inside(start) else self._main).step, start)
        if base is None or between(base.span.start, start) <= 1:
            return base
        is_clear = self.layout.opens_sentence(start) and not _VAGUE.search(
            self.layout.text, base.span.end, start
        )
        return base if is_clear else None

    def forget(self) -> None:
        """Go on to a year that nobody can count („w następnym roku” in a new paragraph): none is known from here."""
        self._main, self._inserted = _Thread(), _Thread()

    def tell(self, start: int, date: Told | None) -> None:
        """Go on to the date worded there; None is a vague one."""
        insertion = self.layout.insertion_around(start)
        if insertion is not None:
            if insertion != self._insertion:
                self._insertion, self._inserted = insertion, _Thread()
            _go_on(self._inserted, date)
        by_the_way = self._is_by_the_way(insertion, date)
        self._last = _Mentioned(start, date, by_the_way)
        if not by_the_way and not (date and is_year_in_brackets(self.layout.text, start, date.at)):
            _go_on(self._main, date)

    def _is_inside(self, start: int) -> bool:
        return self._insertion is not None and self._insertion == self.layout.insertion_around(start)

    def _in_paragraph(self, base: Told | None, start: int) -> Told | None:
        if base is None or start - base.span.end >= _FAR:
            return None
        return None if self.layout.paragraphs_between(base.span.end, start) else base

    def _is_by_the_way(self, insertion: tuple[int, int] | None, date: Told | None) -> bool:
        told = self._main.told
        if insertion is not None and told is not None:
            is_bracket = self.layout.text[insertion[0]] == "("
            if not is_bracket or date is None or date.year != told.year:
                return True
        if date is None:
            return False
        sentence, _ = self.layout.sentence_at(date.span.start)
        if told and date.at.month and self.layout.paragraphs_between(told.span.end, date.span.start):
            told = None  # „Drogę otworzył rozejm z 11 października 1922 roku” begins anew
        return is_aside(self.layout.text, sentence, date.span.start, date.at, told.at if told else None)


def _go_on(thread: _Thread, date: Told | None) -> None:
    thread.step = date
    thread.told = date or thread.told
