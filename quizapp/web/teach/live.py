"""What the teacher watches while a class answers: who, how far, and how it goes question by question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from flask import render_template
from flask.typing import ResponseReturnValue

from quizapp.store import grids
from quizapp.store.quizzes import PublishedItem, Quiz
from quizapp.store.tallies import with_items
from quizapp.web.access import taught_quiz
from quizapp.web.teach import blueprint


@dataclass(frozen=True, slots=True)
class LiveItem:
    """A question: how many have answered, and the share of the points of those whose answers are graded."""

    entry: PublishedItem
    answered: int
    share: Fraction | None

    @property
    def position(self) -> int:
        return self.entry.position


@dataclass(frozen=True, slots=True)
class LivePage:
    """Those who came last to the open publication; nobody where none is open."""

    quiz: Quiz
    rows: Sequence[grids.GridRow]
    items: Sequence[LiveItem]

    @property
    def finished(self) -> int:
        return sum(row.finished_at is not None for row in self.rows)


@blueprint.get("/quizzes/<quiz>/live")
def live(quiz: str) -> ResponseReturnValue:
    return render_template("teach/live.html", page=_live(taught_quiz(quiz)))


@blueprint.get("/quizzes/<quiz>/live/class")
def live_class(quiz: str) -> ResponseReturnValue:
    """The part of the page that changes while pupils answer."""
    return render_template("teach/live_class.html", page=_live(taught_quiz(quiz)))


def _live(quiz: Quiz) -> LivePage:
    publication = quiz.open_publication
    if publication is None:
        return LivePage(quiz, (), ())
    with_items(publication)
    rows = grids.live_grid(publication)
    return LivePage(quiz, rows, [_item(entry, rows) for entry in publication.entries])


def _item(entry: PublishedItem, rows: Sequence[grids.GridRow]) -> LiveItem:
    points = [row.cells[entry.position] for row in rows if entry.position in row.cells]
    waiting = sum(entry.position in row.waiting for row in rows)
    return LiveItem(entry, len(points) + waiting, sum(points, Fraction(0)) / len(points) if points else None)
