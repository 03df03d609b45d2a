"""What is worth a teacher's look, as far as the number of attempts can bear it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.analysis.honesty import (
    DUBIOUS_EFFICIENCY,
    FEWEST_FOR_EFFICIENCY,
    FEWEST_FOR_UNCHOSEN,
    FEWEST_FOR_WEAK,
    WEAK_DISCRIMINATION,
    may_judge_discrimination,
    may_show_facility,
)
from quizapp.analysis.items import ItemFigures
from quizapp.analysis.options import OptionFigures

FlagKind = Literal[
    "check_the_key",
    "rival_of_the_key",
    "hardly_discriminates",
    "discriminates_weakly",
    "everybody_right",
    "nobody_right",
    "below_guessing",
    "nobody_chose",
]


@dataclass(frozen=True, slots=True)
class Flag:
    """A remark, and the option that it is about where there is one."""

    kind: FlagKind
    option: str = ""


def item_flags(
    figures: ItemFigures, options: Sequence[OptionFigures] = (), guess: float | None = None
) -> tuple[Flag, ...]:
    """The remarks on an item, gravest first."""
    return (
        *_of_discrimination(figures, options),
        *_of_facility(figures, guess),
        *(Flag("nobody_chose", option.text) for option in options if _is_idle(option, figures.attempts)),
    )


def _of_discrimination(figures: ItemFigures, options: Sequence[OptionFigures]) -> list[Flag]:
    discrimination, efficiency, attempts = figures.discrimination, figures.efficiency, figures.attempts
    if discrimination is None or not may_judge_discrimination(attempts):
        return []
    if discrimination < 0:
        rival = _rival(options)
        return [Flag("rival_of_the_key", rival) if rival else Flag("check_the_key")]
    if attempts >= FEWEST_FOR_EFFICIENCY and efficiency is not None and efficiency < DUBIOUS_EFFICIENCY:
        return [Flag("hardly_discriminates")]
    if attempts >= FEWEST_FOR_WEAK and discrimination < WEAK_DISCRIMINATION:
        return [Flag("discriminates_weakly")]
    return []


def _of_facility(figures: ItemFigures, guess: float | None) -> list[Flag]:
    if not may_show_facility(figures.attempts):
        return []
    if figures.facility == 100:
        return [Flag("everybody_right")]
    if figures.facility == 0:
        return [Flag("nobody_right")]
    return [Flag("below_guessing")] if guess and figures.facility_interval[1] < guess else []


def _rival(options: Sequence[OptionFigures]) -> str:
    """The wrong option that the stronger chose most, if they did choose one rather than the key."""
    wrong = [option for option in options if option.text and not option.correct]
    best = max(wrong, key=lambda option: option.discrimination or 0, default=None)
    return best.text if best is not None and (best.discrimination or 0) > 0 else ""


def _is_idle(option: OptionFigures, attempts: int) -> bool:
    is_wrong_one = bool(option.text) and not option.correct
    return is_wrong_one and option.chosen == 0 and attempts >= FEWEST_FOR_UNCHOSEN
