"""Texts with gaps to fill, and numbers to be typed within some tolerance, as questions that can be asked here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite

from quizapp.formats.exchange import ReadItem
from quizapp.formats.questions import Choice, Question
from quizapp.formats.remarks import N_, unusable
from quizapp.items.item import GAP

MOST_GAPS = 20


@dataclass(frozen=True, slots=True)
class Gap:
    """A hole in a text: answers to choose from, or (`is_typed`) to be accepted."""

    choices: tuple[Choice, ...]
    is_typed: bool

    @property
    def filling(self) -> str:
        """The right words."""
        best = max(self.choices, key=lambda choice: choice.share, default=Choice(""))
        return best.text if best.share > 0 else ""


def ask_each_gap(question: Question, parts: Sequence[str | Gap]) -> list[ReadItem]:
    """An item for each gap of a text, the other gaps filled with what is right."""
    gaps = [place for place, part in enumerate(parts) if isinstance(part, Gap)]
    if not gaps:
        raise unusable(N_("There is no gap in it to fill."))
    if len(gaps) > MOST_GAPS:
        raise unusable(N_("It has %(found)s gaps; at most %(most)s fit."), found=len(gaps), most=MOST_GAPS)
    if len(gaps) > 1 and not all(isinstance(part, str) or part.filling for part in parts):
        raise unusable(N_("A gap of it has no right answer."))
    if len(gaps) > 1:
        question.remark(
            N_("It had %(count)s gaps; it became as many questions with one gap each."), count=len(gaps)
        )
    return [_with_one_gap(question, parts, place, number, len(gaps)) for number, place in enumerate(gaps, 1)]


def _with_one_gap(
    question: Question, parts: Sequence[str | Gap], place: int, number: int, count: int
) -> ReadItem:
    told = [
        part if isinstance(part, str) else GAP if here == place else part.filling
        for here, part in enumerate(parts)
    ]
    name = f"{question.external_id}-{number}" if count > 1 and question.external_id else question.external_id
    asked = replace(
        question,
        stem=" ".join("".join(told).split()),
        external_id=name,
        remarks=list(question.remarks),
    )
    gap = parts[place]
    assert isinstance(gap, Gap)  # noqa: S101 - `place` is of a gap
    return asked.typed(gap.choices, patterns=True) if gap.is_typed else asked.chosen(gap.choices)


def number_choices(answer: str, tolerance: str, share: float, why: str = "") -> list[Choice] | None:
    """A number to be typed as the answers that it accepts; None where it is none or its tolerance covers too many."""
    number = answer.strip().replace(",", ".")
    try:
        exact, margin = float(number), abs(float(tolerance.strip().replace(",", ".") or 0))
    except ValueError:
        return None
    if not (isfinite(exact) and isfinite(margin)):
        return None
    if margin == 0:
        whole = re.sub(r"[.,]0+$", "", answer.strip())
        return [Choice(whole, share, why)]
    if exact.is_integer() and margin.is_integer() and margin <= 10 and abs(exact) < 10**15:
        near = sorted(range(int(exact - margin), int(exact + margin) + 1), key=lambda n: abs(n - int(exact)))
        return [Choice(str(n), share, why) for n in near]
    return None
