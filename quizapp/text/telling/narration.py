"""A text without its quotations: the words that tell, and the persons whom they name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.text.annotations import Gender, Person
from quizapp.text.names.coreference import cases_of
from quizapp.text.names.extent import name_words
from quizapp.text.quotation_marks import Quoted
from quizapp.text.spans import Span
from quizapp.text.words import Word, words_of

Sex = Literal["m", "f"]
_FAR = 600  # letters from a verb to its subject
_PARAGRAPH = re.compile(r"\n\s*\n")
MARKED = "„"
"""What stands in the narration for all words between two marks."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """A person named in the narration: where, in which cases."""

    start: int
    end: int
    person: str
    cases: frozenset[str]
    gender: Gender


class Narration:
    """The words outside quotations, to be asked for those of a stretch, and for whom it names."""

    def __init__(
        self, text: str, sentences: Sequence[Span], persons: Sequence[Person], quoted: Sequence[Quoted]
    ) -> None:
        self.text = text
        self.sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._words = list(_words(text, quoted))
        self._word_starts = [word.start for word in self._words]
        self._named = _named(persons, quoted)
        self._named_starts = [person.start for person in self._named]
        self._paragraph_ends = [match.start() for match in _PARAGRAPH.finditer(text)]

    def words(self, start: int, end: int) -> list[Word]:
        """The words that begin in the stretch."""
        return self._words[bisect_left(self._word_starts, start) : bisect_left(self._word_starts, end)]

    def named(self, start: int, end: int) -> list[Speaking]:
        """The persons whose names begin in the stretch."""
        return self._named[bisect_left(self._named_starts, start) : bisect_left(self._named_starts, end)]

    def named_in(self, words: Sequence[Word], verb: Word) -> list[Speaking]:
        """The persons whose names begin among the words of a clause, not too far from its verb."""
        starts = {word.start for word in words}
        first, last = max(words[0].start, verb.start - _FAR), min(words[-1].end, verb.end + _FAR)
        return [person for person in self.named(first, last) if person.start in starts]

    def first_named(self) -> Speaking | None:
        """The first person whom the narration names."""
        return self._named[0] if self._named else None

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph that holds the offset."""
        return bisect_left(self._paragraph_ends, offset)

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds the offset; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def sentence_start(self, offset: int) -> int:
        """Where the sentence around the offset begins."""
        return self._starts[self.sentence_at(offset)] if self.sentence_at(offset) >= 0 else 0

    def sentence_end(self, offset: int) -> int:
        """Where the sentence around the offset ends."""
        place = self.sentence_at(offset)
        return self.sentences[place].end if place >= 0 else len(self.text)


def _words(text: str, quoted: Sequence[Quoted]) -> Iterator[Word]:
    reached = 0
    for piece in quoted:
        yield from words_of(text, reached, piece.outer_start)
        yield Word(piece.outer_start, piece.outer_end, MARKED, joined=False)
        reached = piece.outer_end
    yield from words_of(text, reached, len(text))


def _named(persons: Sequence[Person], quoted: Sequence[Quoted]) -> list[Speaking]:
    starts = [piece.outer_start for piece in quoted]
    found = []
    for person in persons:
        for span in person.mentions:
            place = bisect_right(starts, span.start) - 1
            if place < 0 or quoted[place].outer_end <= span.start:
                found.append(Speaking(span.start, span.end, person.id, _cases(span, person), person.gender))
    return sorted(found, key=lambda named: named.start)


def _cases(span: Span, person: Person) -> frozenset[str]:
    full = person.name.split()
    said = name_words(words_of(span.text, 0, len(span.text)), 0, 99)
    cases = cases_of(said, full, person.gender)
    return cases or frozenset(["nom"] if set(said) <= set(full) else [])
