"""Numbers as places on a drawing; templates draw them, CSS gives them their hue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from flask_babel import gettext

from quizapp.store.attempts import Attempt
from quizapp.web.languages import say_moment, say_percent

WIDTH, HEIGHT, LEFT, MARGIN = 640, 160, 48, 12


@dataclass(frozen=True, slots=True)
class Dot:
    """A value on the drawing and what it says."""

    x: float
    y: float
    label: str


@dataclass(frozen=True, slots=True)
class GridLine:
    """A height of the drawing and what it stands for."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class LinePlot:
    """Shares over time; the sentence says in words what the line shows."""

    dots: tuple[Dot, ...]
    grid: tuple[GridLine, ...]
    sentence: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT


def scores_over_time(attempts: Sequence[Attempt]) -> LinePlot | None:
    """The share of points of each finished attempt in order of time; None for fewer than two."""
    finished = sorted((a for a in attempts if a.is_finished), key=lambda attempt: attempt.started_at)
    if len(finished) < 2:
        return None
    shares = [attempt.points / attempt.questions for attempt in finished]
    step = (WIDTH - LEFT - 2 * MARGIN) / (len(shares) - 1)
    dots = tuple(
        Dot(
            round(LEFT + MARGIN + place * step, 1),
            _height(share),
            f"{say_moment(attempt.started_at)}: {say_percent(share)}",
        )
        for place, (attempt, share) in enumerate(zip(finished, shares, strict=True))
    )
    sentence = gettext(
        "Scores of %(count)s attempts over time: from %(first)s to %(last)s.",
        count=len(shares),
        first=say_percent(shares[0]),
        last=say_percent(shares[-1]),
    )
    grid = tuple(GridLine(_height(Fraction(part, 2)), say_percent(Fraction(part, 2))) for part in range(3))
    return LinePlot(dots, grid, sentence)


def _height(share: Fraction) -> float:
    return round(HEIGHT - MARGIN - float(share) * (HEIGHT - 2 * MARGIN), 1)
