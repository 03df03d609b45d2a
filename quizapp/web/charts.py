"""Numbers as places on a drawing; templates draw them, CSS gives them their hue."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

from flask_babel import gettext

from quizapp.store.attempts import Attempt
from quizapp.web.languages import say_moment, say_percent

WIDTH, HEIGHT, LEFT, MARGIN = 640, 160, 48, 12
LETTERING, WIDEST = 26, 80


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
    sentence = gettext(
        "Scores of %(count)s attempts over time: from %(first)s to %(last)s.",
        count=len(shares),
        first=say_percent(shares[0]),
        last=say_percent(shares[-1]),
    )
    labels = [
        f"{say_moment(attempt.started_at)}: {say_percent(share)}"
        for attempt, share in zip(finished, shares, strict=True)
    ]
    return line_of(list(zip(labels, shares, strict=True)), sentence)


@dataclass(frozen=True, slots=True)
class Bar:
    """How many, and of what; a marked one is drawn in the accent and said to be so."""

    x: float
    y: float
    width: float
    height: float
    count: int
    label: str
    is_marked: bool

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class BarPlot:
    """Counts side by side; the sentence says in words what they show."""

    bars: tuple[Bar, ...]
    sentence: str
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def base(self) -> int:
        """Where the bars stand."""
        return self.height - LETTERING


@dataclass(frozen=True, slots=True)
class Whisker:
    """A share and the interval in which it lies with all likelihood."""

    x: float
    y: float
    low: float
    high: float
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class WhiskerPlot:
    """Shares with their uncertainty, side by side."""

    whiskers: tuple[Whisker, ...]
    grid: tuple[GridLine, ...]
    sentence: str
    width: int = WIDTH
    height: int = HEIGHT + LETTERING
    left: int = LEFT


def bars(counts: Sequence[tuple[str, int]], sentence: str, marked: Collection[str] = ()) -> BarPlot:
    """Counts by their labels, as bars from left to right."""
    step, most = WIDTH / len(counts), max((count for _, count in counts), default=0) or 1
    width = min(step * 0.7, WIDEST)
    room = HEIGHT - 2 * LETTERING
    return BarPlot(
        tuple(
            Bar(
                x=round((place + 0.5) * step - width / 2, 1),
                y=round(LETTERING + room * (1 - count / most), 1),
                width=round(width, 1),
                height=round(room * count / most, 1),
                count=count,
                label=label,
                is_marked=label in marked,
            )
            for place, (label, count) in enumerate(counts)
        ),
        sentence,
    )


def whiskers(shares: Sequence[tuple[str, float, tuple[float, float], str]], sentence: str) -> WhiskerPlot:
    """Percentages with their intervals, each under its name and with what it says."""
    step = (WIDTH - LEFT) / max(1, len(shares))
    return WhiskerPlot(
        tuple(
            Whisker(
                x=round(LEFT + (place + 0.5) * step, 1),
                y=_height(Fraction(share) / 100),
                low=_height(Fraction(low) / 100),
                high=_height(Fraction(high) / 100),
                name=name,
                label=label,
            )
            for place, (name, share, (low, high), label) in enumerate(shares)
        ),
        _shares_grid(),
        sentence,
    )


def line_of(shares: Sequence[tuple[str, Fraction]], sentence: str) -> LinePlot | None:
    """Shares in order with what each says; None for fewer than two."""
    if len(shares) < 2:
        return None
    step = (WIDTH - LEFT - 2 * MARGIN) / (len(shares) - 1)
    dots = tuple(
        Dot(round(LEFT + MARGIN + place * step, 1), _height(share), label)
        for place, (label, share) in enumerate(shares)
    )
    return LinePlot(dots, _shares_grid(), sentence)


def _shares_grid() -> tuple[GridLine, ...]:
    return tuple(GridLine(_height(Fraction(part, 2)), say_percent(Fraction(part, 2))) for part in range(3))


def _height(share: Fraction) -> float:
    return round(HEIGHT - MARGIN - float(share) * (HEIGHT - 2 * MARGIN), 1)
