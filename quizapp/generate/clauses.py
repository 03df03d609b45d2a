"""Sentences taken apart into clauses of one finite verb each, where that is certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.generate.material import Sentence, Unit
from quizapp.generate.words import has, is_finite, lemmas, past, word_list

_BREAKS = frozenset(",;:–—")
_CONJUNCTIONS = frozenset({"i", "oraz", "a", "ale", "lecz"})
_RELATIVES = frozenset({"który", "jaki"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Units around one finite verb, in the order of the text.

    `whole` is false where words that the verb needs stand elsewhere (a clause with że, words after a
    colon). `antecedent` is the unit that a relative clause is about; its pronoun is left out of `units`.
    """

    sentence: Sentence
    units: tuple[Unit, ...]
    verb: int
    whole: bool = True
    antecedent: Unit | None = None

    @property
    def negated(self) -> bool:
        """Whether the verb is denied."""
        return self.verb > 0 and self.units[self.verb - 1].lower == "nie"


@dataclass(slots=True)
class _Segment:
    """What stands between two breaks."""

    opening: Unit | None
    units: list[Unit]

    @property
    def verbs(self) -> list[int]:
        return [place for place, unit in enumerate(self.units) if unit.kind == "word" and is_finite(unit.lower)]

    def opens_with(self, listed: frozenset[str]) -> bool:
        return bool(self.units) and self.units[0].lower in listed

    @property
    def is_relative(self) -> bool:
        return any(
            unit.kind == "word" and _RELATIVES & lemmas(unit.lower)
            for unit in self.units[:2]
        )

    @property
    def is_participial(self) -> bool:
        return bool(self.units) and any(
            has(unit.lower, frozenset({"pcon", "pant"})) for unit in self.units[:3] if unit.kind == "word"
        )


def clauses_of(sentence: Sentence) -> Iterator[Clause]:
    """The clauses of a sentence that can be told apart with certainty; relative clauses with their head."""
    if any(unit.quotation and unit.quotation.kind == "speech" for unit in sentence.units):
        return
    segments = _segments(sentence.units)
    yield from _main_clauses(sentence, segments)
    yield from _relative_clauses(sentence, segments)


def _segments(units: Sequence[Unit]) -> list[_Segment]:
    segments = [_Segment(None, [])]
    for unit in units:
        if unit.kind == "mark" and unit.text in _BREAKS:
            segments.append(_Segment(unit, []))
        elif unit.kind != "aside":
            segments[-1].units.append(unit)
    while segments[-1].units and segments[-1].units[-1].text in (".", "!", "?", "…"):
        segments[-1].units.pop()
    return segments
