"""The results of one quiz: how the scores spread, and every learner's answer to every question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.analysis.grades import Scale, grade_of
from quizapp.analysis.samples import mean
from quizapp.analysis.tally import Tally
from quizapp.store import answering, grids, quizzes, tallies
from quizapp.store.scales import scale_for
from quizapp.web.access import account, note, taught_quiz
from quizapp.web.charts import BarPlot, LinePlot, bars, line_of
from quizapp.web.clock import now
from quizapp.web.languages import say_day, say_percent
from quizapp.web.tables import Cell, Kind, Table, as_download
from quizapp.web.teach import blueprint
from quizapp.web.teach.scopes import Scope, scope_of


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """Learners by questions, and how their scores spread: in tenths of the points, and in school grades."""

    scope: Scope
    grid: grids.Grid
    tally: Tally | None
    scale: Scale

    def grade(self, row: grids.GridRow) -> int | None:
        """The school grade of a row; None while it is not handed in."""
        return grade_of(row.share, self.scale) if row.finished_at else None

    @property
    def average(self) -> Fraction | None:
        """The mean share of the points; None where nobody has finished."""
        if self.tally is None or not self.tally.attempts:
            return None
        return mean(self.tally.totals) / self.tally.maximum

    @property
    def spread(self) -> BarPlot | None:
        """The scores by tenths of the points."""
        if self.tally is None or not self.tally.attempts:
            return None
        counts = [0] * 10
        for total, count in self.tally.totals.items():
            counts[min(9, int(10 * Fraction(total) / self.tally.maximum))] += count
        ranges = [f"{10 * tenth}–{10 * tenth + 9 if tenth < 9 else 100}" for tenth in range(10)]
        sentence = gettext(
            "How many scored what, in percent of the points. %(counts)s",
            counts="; ".join(f"{label}: {count}" for label, count in zip(ranges, counts, strict=True)),
        )
        return bars([(f"{10 * tenth}+", count) for tenth, count in enumerate(counts)], sentence)

    @property
    def grades(self) -> list[tuple[int, int]]:
        """How many have each school grade, the best first."""
        counts = dict.fromkeys(range(6, 0, -1), 0)
        if self.tally is not None:
            for total, count in self.tally.totals.items():
                counts[grade_of(Fraction(total) / self.tally.maximum, self.scale)] += count
        return list(counts.items())


@dataclass(frozen=True, slots=True)
class Opening:
    """One publication in the course of time, with the mean share of the points of those who finished it."""

    publication: quizzes.Publication
    learners: int
    average: Fraction

    @property
    def opened_at(self) -> datetime:
        return self.publication.opened_at


@blueprint.get("/quizzes/<quiz>/results")
def results(quiz: str) -> ResponseReturnValue:
    answering.finish_all_over(now())
    typed = request.args.get("page", "1")
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else 1
    return render_template("teach/results.html", page=_results(quiz, number))


@blueprint.get("/quizzes/<quiz>/results.<any(csv, xlsx):kind>")
def results_file(quiz: str, kind: Kind) -> ResponseReturnValue:
    answering.finish_all_over(now())
    table = _table(_results(quiz, 1))
    note("took scores out", quiz)
    return as_download(table, kind)


@blueprint.get("/results")
def over_time() -> ResponseReturnValue:
    """All quizzes of the teacher in the order in which they were opened."""
    answering.finish_all_over(now())
    openings = _openings()
    return render_template("teach/over_time.html", openings=openings[::-1], plot=_course(openings))


def _results(quiz: str, page: int) -> ResultsPage:
    known = taught_quiz(quiz)
    scope, scale = scope_of(known), scale_for(known, account())
    if not scope.publications:
        return ResultsPage(scope, grids.Grid((), 0, 1, False), None, scale)
    return ResultsPage(scope, grids.grid(scope.publications, page), scope.tally(), scale)


def _openings() -> list[Opening]:
    found = [
        Opening(publication, summary.attempts, summary.average)
        for publication, summary in tallies.summaries(account())
    ]
    return sorted(found, key=lambda opening: opening.opened_at)


def _course(openings: Sequence[Opening]) -> LinePlot | None:
    if len(openings) < 2:
        return None
    sentence = gettext(
        "The mean score of %(count)s openings over time: from %(first)s to %(last)s.",
        count=len(openings),
        first=say_percent(openings[0].average),
        last=say_percent(openings[-1].average),
    )
    labelled = [
        (
            f"{say_day(one.opened_at.date())}, {one.publication.title}: {say_percent(one.average)}",
            one.average,
        )
        for one in openings
    ]
    return line_of(labelled, sentence)


def _table(page: ResultsPage) -> Table:
    """One row an attempt in the order of the register: first who, then points by question."""
    head = [
        gettext("Learner"),
        gettext("Started"),
        gettext("Finished"),
        gettext("Points"),
        gettext("Questions"),
        gettext("Percent"),
        gettext("Grade"),
        *(f"{place}. {entry.version.stem}" for place, entry in enumerate(page.scope.entries, start=1)),
    ]
    rows = grids.whole_grid(page.scope.publications) if page.scope.publications else iter(())
    return Table("quizapp-results", head, (_row(page, row) for row in rows))


def _row(page: ResultsPage, row: grids.GridRow) -> list[Cell]:
    points = [row.cells.get(entry.position) for entry in page.scope.entries]
    return [
        row.nickname,
        row.started_at,
        row.finished_at,
        row.points,
        row.questions,
        100 * row.share,
        page.grade(row),
        *points,
    ]
