"""What is kept of the scores of a test: how often each mark went with each total, and who chose what.

Every figure can be made of it, exactly, and it does not grow with the number of attempts once the usual
combinations are there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from quizapp.analysis.samples import Mark, Pairs, marginal

LEFT_OUT = -1
"""The choice of those who gave no answer."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """How many made a choice, and the sum of what they earned on the rest of the test."""

    count: int
    rest: Mark

    def __add__(self, other: Chosen) -> Chosen:
        return Chosen(self.count + other.count, self.rest + other.rest)


@dataclass(frozen=True, slots=True)
class AttemptMarks:
    """One attempt: the mark of each item, and the places of the options chosen (LEFT_OUT for none)."""

    marks: tuple[Mark, ...]
    choices: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """The attempts at one form of a test. By item: (mark, total) to how many, and choice to who chose it.

    `point` is how many units of a mark make one point; `maxima` are in the same units.
    """

    maxima: tuple[Mark, ...]
    marks: tuple[Pairs, ...]
    choices: tuple[Mapping[int, Chosen], ...]
    point: int = 1

    @property
    def attempts(self) -> int:
        """How many were counted."""
        return sum(self.marks[0].values()) if self.marks else 0

    @property
    def totals(self) -> Counter[Mark]:
        """How often each total came."""
        return marginal(self.marks[0], 1) if self.marks else Counter()

    @property
    def maximum(self) -> Mark:
        """The most that can be earned."""
        return sum(self.maxima)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.maxima,
            tuple(Counter(one) + Counter(more) for one, more in zip(self.marks, other.marks, strict=True)),
            tuple(_together(one, more) for one, more in zip(self.choices, other.choices, strict=True)),
            self.point,
        )


def tally_of(attempts: Iterable[AttemptMarks], maxima: Sequence[Mark], point: int = 1) -> Tally:
    """Count attempts, each as long as `maxima`."""
    marks: list[Counter[tuple[Mark, Mark]]] = [Counter() for _ in maxima]
    choices: list[dict[int, Chosen]] = [{} for _ in maxima]
    for attempt in attempts:
        total = sum(attempt.marks)
        for place, mark in enumerate(attempt.marks):
            marks[place][mark, total] += 1
        for place, chosen in enumerate(attempt.choices):
            rest = total - attempt.marks[place]
            choices[place] = _together(choices[place], {option: Chosen(1, rest) for option in chosen})
    return Tally(tuple(maxima), tuple(marks), tuple(choices), point)


def score_table(rows: Sequence[Sequence[float]], maxima: Sequence[float]) -> Tally:
    """A tally of marks written down by hand, in points: one row an attempt."""
    exact = [AttemptMarks(tuple(map(Fraction, row))) for row in rows]
    return tally_of(exact, tuple(map(Fraction, maxima)))


def tally_to_json(tally: Tally) -> dict[str, Any]:
    """A tally of whole marks in values that JSON knows; `tally_from_json` gives the equal one back."""
    return {
        "marks": [[[mark, total, count] for (mark, total), count in pairs.items()] for pairs in tally.marks],
        "choices": [
            [[option, chosen.count, chosen.rest] for option, chosen in choices.items()]
            for choices in tally.choices
        ],
    }


def tally_from_json(stored: Mapping[str, Any], maximum: int) -> Tally:
    """The tally that `tally_to_json` wrote, of items worth one point of so many units each."""
    return Tally(
        maxima=(maximum,) * len(stored["marks"]),
        marks=tuple({(mark, total): count for mark, total, count in pairs} for pairs in stored["marks"]),
        choices=tuple(
            {option: Chosen(count, rest) for option, count, rest in choices} for choices in stored["choices"]
        ),
        point=maximum,
    )


def _together(one: Mapping[int, Chosen], more: Mapping[int, Chosen]) -> dict[int, Chosen]:
    return {
        **one,
        **{option: one[option] + chosen if option in one else chosen for option, chosen in more.items()},
    }
