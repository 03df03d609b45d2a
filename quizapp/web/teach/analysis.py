"""How the questions of a quiz did, so that a teacher can tell whether it is the class or the question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.analysis import honesty
from quizapp.analysis.flags import item_flags
from quizapp.analysis.items import ItemFigures, guess_score, item_figures, pooled_figures
from quizapp.analysis.options import OptionFigures, option_figures
from quizapp.analysis.tally import Tally
from quizapp.analysis.tests import TestFigures, test_figures
from quizapp.items.item import Item
from quizapp.store import grids, pooled, regrades
from quizapp.store.bank import ItemVersion
from quizapp.web.access import account, taught_quiz, usable_item
from quizapp.web.charts import BarPlot, WhiskerPlot, bars, whiskers
from quizapp.web.languages import say_number
from quizapp.web.pages import answered_in_words
from quizapp.web.tables import Cell, Kind, Table, as_download
from quizapp.web.teach import blueprint
from quizapp.web.teach.scopes import Scope, scope_of
from quizapp.web.teach.words import say_flag

ANSWERS_ON_A_PAGE = 50
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A question and how it did; without figures where nobody has answered it."""

    position: int
    version: ItemVersion
    item: Item
    regrade: regrades.Regrade | None
    figures: ItemFigures | None
    options: Sequence[OptionFigures]

    @property
    def guess(self) -> float | None:
        return guess_score(self.item)

    @property
    def remarks(self) -> list[str]:
        """What is odd about it, in words."""
        found = item_flags(self.figures, self.options, self.guess) if self.figures else ()
        return [say_flag(flag) for flag in found]

    @property
    def shows_facility(self) -> bool:
        return self.figures is not None and honesty.may_show_facility(self.figures.attempts)

    @property
    def shows_discrimination(self) -> bool:
        return self.figures is not None and honesty.may_judge_discrimination(self.figures.attempts)

    @property
    def plot(self) -> BarPlot | None:
        """The options as bars, by letter."""
        if not self.options:
            return None
        named = [(_letter(place, option), option) for place, option in enumerate(self.options)]
        sentence = "; ".join(
            gettext("%(option)s: %(count)s", option=option.text or gettext("no answer"), count=option.chosen)
            for _, option in named
        )
        return bars(
            [(letter, option.chosen) for letter, option in named],
            gettext("How many chose what. %(counts)s", counts=sentence),
            marked={letter for letter, option in named if option.correct},
        )

    @property
    def lettered(self) -> list[tuple[str, OptionFigures]]:
        return [(_letter(place, option), option) for place, option in enumerate(self.options)]


@dataclass(frozen=True, slots=True)
class AnalysisPage:
    """The questions of one form of a quiz, and the quiz as a whole."""

    scope: Scope
    lines: Sequence[ItemLine]
    whole: TestFigures | None

    @property
    def shows_consistency(self) -> bool:
        return self.whole is not None and honesty.may_show_consistency(self.whole.attempts, self.whole.items)

    @property
    def shows_shape(self) -> bool:
        return self.whole is not None and honesty.may_show_shape(self.whole.attempts)

    @property
    def shows_deviation(self) -> bool:
        return self.whole is not None and honesty.may_show_facility(self.whole.attempts)

    @property
    def plot(self) -> WhiskerPlot | None:
        if not self.shows_deviation:
            return None
        shares = [
            (str(line.position), line.figures.facility, line.figures.facility_interval, _share_in_words(line))
            for line in self.lines
            if line.figures
        ]
        easiest, hardest = max(shares, key=lambda one: one[1]), min(shares, key=lambda one: one[1])
        sentence = gettext(
            "Facility of each question with its interval. Easiest: %(easiest)s. Hardest: %(hardest)s.",
            easiest=easiest[3],
            hardest=hardest[3],
        )
        return whiskers(shares, sentence)


@blueprint.get("/quizzes/<quiz>/analysis")
def analysis(quiz: str) -> ResponseReturnValue:
    page = _analysis(scope_of(taught_quiz(quiz)))
    return render_template("teach/analysis.html", page=page, honesty=honesty)


@blueprint.get("/quizzes/<quiz>/analysis.<any(csv, xlsx):kind>")
def analysis_file(quiz: str, kind: Kind) -> ResponseReturnValue:
    return as_download(_table(_analysis(scope_of(taught_quiz(quiz)))), kind)


@blueprint.get("/quizzes/<quiz>/analysis/<int:position>")
def analysed_item(quiz: str, position: int) -> ResponseReturnValue:
    page = _analysis(scope_of(taught_quiz(quiz)))
    return render_template(
        "teach/analysed_item.html", page=page, line=_line_at(page, position), honesty=honesty
    )


@blueprint.get("/quizzes/<quiz>/analysis/<int:position>/answers")
def answers(quiz: str, position: int) -> ResponseReturnValue:
    """The answers to one question as they were given."""
    page = _analysis(scope_of(taught_quiz(quiz)))
    line = _line_at(page, position)
    found, is_cut = grids.newest_answers(page.scope.publications, position)
    wanted = request.args.get("show", "")
    if wanted == "wrong":
        found = [one for one in found if one.points < 1]
    typed = request.args.get("page", "1")
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else 1
    pages = max(1, -(-len(found) // ANSWERS_ON_A_PAGE))
    number = min(max(1, number), pages)
    shown = found[(number - 1) * ANSWERS_ON_A_PAGE : number * ANSWERS_ON_A_PAGE]
    return render_template(
        "teach/answers.html",
        page=page,
        line=line,
        answers=[(one, answered_in_words(line.item, one.given or ())) for one in shown],
        total=len(found),
        wanted=wanted,
        is_cut=is_cut,
        number=number,
        pages=pages,
    )


@blueprint.get("/items/<item>/statistics")
def item_statistics(item: str) -> ResponseReturnValue:
    """One question over all quizzes of the teacher that asked it."""
    known = usable_item(item)
    versions = []
    for version, asked in pooled.askings(account(), known):
        parts = [(one.tally, one.position - 1) for one in asked]
        regrade = regrades.regrade_of(asked[0].publication.quiz_id, version)
        graded = regrade.item if regrade else version.item
        line = ItemLine(
            version.number, version, graded, regrade, pooled_figures(parts), option_figures(graded, parts)
        )
        versions.append((line, asked))
    return render_template("teach/item_statistics.html", item=known, versions=versions, honesty=honesty)


def _analysis(scope: Scope) -> AnalysisPage:
    if not scope.publications:
        return AnalysisPage(scope, (), None)
    counted, keys = scope.tally(), regrades.regrades_of(scope.quiz.id)
    figures = item_figures(counted)
    return AnalysisPage(
        scope,
        [
            _line(place, entry.version, keys.get(entry.item_version_id), counted, figures)
            for place, entry in enumerate(scope.entries)
        ],
        test_figures(counted),
    )


def _line(
    place: int,
    version: ItemVersion,
    regrade: regrades.Regrade | None,
    counted: Tally,
    figures: Sequence[ItemFigures],
) -> ItemLine:
    item = regrade.item if regrade else version.item
    return ItemLine(
        position=place + 1,
        version=version,
        item=item,
        regrade=regrade,
        figures=figures[place] if figures else None,
        options=option_figures(item, [(counted, place)]) if figures else (),
    )


def _line_at(page: AnalysisPage, position: int) -> ItemLine:
    return next((line for line in page.lines if line.position == position), None) or abort(404)


def _letter(place: int, option: OptionFigures) -> str:
    return LETTERS[place % 26] if option.text else "–"


def _share_in_words(line: ItemLine) -> str:
    assert line.figures is not None  # noqa: S101 - lines without figures are not drawn
    low, high = line.figures.facility_interval
    return gettext(
        "question %(number)s: %(share)s %% (%(low)s–%(high)s %%)",
        number=line.position,
        share=say_number(round(line.figures.facility)),
        low=say_number(round(low)),
        high=say_number(round(high)),
    )


def _table(page: AnalysisPage) -> Table:
    """One line a question, then the quiz; a figure that too few learners stand behind is left out."""
    head = [
        gettext("Number"),
        gettext("Question"),
        gettext("Learners"),
        gettext("Facility, %"),
        gettext("Facility from, %"),
        gettext("Facility to, %"),
        gettext("Deviation, %"),
        gettext("By guessing, %"),
        gettext("Intended weight, %"),
        gettext("Effective weight, %"),
        gettext("Discrimination, %"),
        gettext("Efficiency, %"),
        gettext("Remarks"),
    ]
    return Table("quizapp-analysis", head, [_row(line) for line in page.lines])


def _row(line: ItemLine) -> list[Cell]:
    cells: list[Cell] = [line.position, line.version.stem]
    found = line.figures
    if found is None:
        return [*cells, 0, *[None] * 10]
    shown: list[Cell] = [None] * 9
    if line.shows_facility:
        shown[:6] = (
            found.facility,
            *found.facility_interval,
            found.deviation,
            line.guess,
            found.intended_weight,
        )
    if line.shows_discrimination:
        shown[6:] = (found.effective_weight, found.discrimination, found.efficiency)
    return [*cells, found.attempts, *shown, " ".join(line.remarks)]
